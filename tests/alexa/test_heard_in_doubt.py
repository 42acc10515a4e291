"""What ears of our own are not sure of: an intent with the words that may have been misheard."""

import pytest
from requests_to_alexa import Json, Speaker, intent, launch

from skill.alexa.intents import IN_DOUBT, read_intent


def doubted(words: object, name: str, **slots: str) -> Json:
    """An intent of which it is not sure that it was said."""
    request = intent(name, **slots)
    request["intent"][IN_DOUBT] = words
    return request


@pytest.fixture
def training(speaker: Speaker) -> Speaker:
    speaker.send(launch())
    speaker.send(intent("AMAZON.YesIntent"), after_s=10)
    return speaker


def test_an_order_with_a_slot_is_asked_about_and_done_after_a_yes(training: Speaker) -> None:
    order = doubted("nineteen more seconds", "MoreTimeIntent", seconds="19")
    assert "nineteen more seconds" in training.says(order, after_s=40)
    said = training.says(intent("AMAZON.YesIntent"), after_s=5)
    assert "ineteen" in said


def test_after_a_no_nothing_of_it_is_done(training: Speaker) -> None:
    training.send(doubted("skip it", "AMAZON.NextIntent"), after_s=40)
    asked = training.says(intent("AMAZON.NoIntent"), after_s=5)
    assert "kipped" not in asked


@pytest.mark.parametrize("words", ["<break time='9s'/>" * 3, "so " * 90])
def test_words_are_said_again_only_as_words_and_not_without_end(
    training: Speaker, words: str
) -> None:
    said = training.says(doubted(words, "AMAZON.NextIntent"), after_s=40)
    assert "<" not in said
    assert said.count("so") < 40


@pytest.mark.parametrize("words", [True, 1, None, ["skip it"]], ids=repr)
def test_a_field_that_holds_no_words_changes_nothing(training: Speaker, words: object) -> None:
    assert "Did you say" not in training.says(doubted(words, "AMAZON.NextIntent"), after_s=40)


@pytest.mark.parametrize("name", ["AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.FallbackIntent"])
def test_what_would_answer_the_question_is_never_asked_about(training: Speaker, name: str) -> None:
    said = training.says(doubted("yes", name), after_s=40)
    assert "Did you say" not in said
    assert "Was that" not in said


@pytest.mark.parametrize("written", ["", "{", "[]", "7", "null"])
def test_a_text_that_is_no_intent_is_read_as_none(written: str) -> None:
    assert read_intent(written) is None
