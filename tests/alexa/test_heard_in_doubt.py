"""What ears of our own are not sure of: an intent with the words that may have been misheard."""

import pytest
from requests_to_alexa import Json, Speaker, intent, launch
from support.tables import with_each

from skill.alexa.in_doubt import IN_DOUBT, OR_ELSE, read_intent


def doubted(words: object, name: str, **slots: str) -> Json:
    """An intent of which it is not sure that it was said."""
    request = intent(name, **slots)
    request["intent"][IN_DOUBT] = words
    return request


ASKING = ("Did you say:", "Was that:")


def asked_about(words: str, said: str) -> bool:
    """Whether it is asked if these words were meant."""
    return said in {f"{asking} {words}?" for asking in ASKING}


@pytest.fixture
def training(speaker: Speaker) -> Speaker:
    speaker.send(launch())
    speaker.send(intent("AMAZON.YesIntent"), after_s=10)
    return speaker


def test_an_order_with_a_slot_is_asked_about_and_done_after_a_yes(training: Speaker) -> None:
    order = doubted("nineteen more seconds", "MoreTimeIntent", seconds="19")
    assert asked_about("nineteen more seconds", training.says(order, after_s=40))
    assert "nineteen seconds" in training.says(intent("AMAZON.YesIntent"), after_s=5).lower()


def test_after_a_no_nothing_of_it_is_done(training: Speaker) -> None:
    skip = doubted("skip it", "AMAZON.NextIntent")
    assert asked_about("skip it", training.says(skip, after_s=40))
    said = training.says(intent("AMAZON.NoIntent"), after_s=5)
    assert "You had three." in said
    assert "good mornings" not in said.partition("Rest.")[0]


def or_else(order: Json, other: Json) -> Json:
    """An intent in doubt with what else may have been said."""
    order["intent"][OR_ELSE] = other["intent"]
    return order


def test_after_a_no_something_else_is_asked_about_and_done_after_a_yes(training: Speaker) -> None:
    more = doubted("nineteen more seconds", "MoreTimeIntent", seconds="19")
    order = or_else(doubted("skip it", "AMAZON.NextIntent"), more)
    assert asked_about("skip it", training.says(order, after_s=40))
    again = training.says(intent("AMAZON.NoIntent"), after_s=5)
    assert any(again.endswith(f"{asking} nineteen more seconds?") for asking in ASKING)
    assert "nineteen seconds" in training.says(intent("AMAZON.YesIntent"), after_s=5).lower()


def test_after_no_pain_something_else_is_asked_about(training: Speaker) -> None:
    pain = doubted("my knee hurts", "PainIntent", bodyPart="knee")
    order = or_else(pain, doubted("skip it", "AMAZON.NextIntent"))
    assert training.says(order, after_s=40).endswith("hurt, or feel wrong?")
    assert training.says(intent("AMAZON.NoIntent"), after_s=5).endswith("skip it?")


@pytest.mark.parametrize(
    "other",
    [
        None,
        7,
        [],
        {},
        {"name": "AMAZON.NextIntent"},
        doubted("yes", "AMAZON.YesIntent")["intent"],
        doubted("my knee hurts", "PainIntent")["intent"],
    ],
    ids=repr,
)
def test_what_else_cannot_be_asked_about_changes_nothing(training: Speaker, other: object) -> None:
    order = doubted("skip it", "AMAZON.NextIntent")
    order["intent"][OR_ELSE] = other
    assert asked_about("skip it", training.says(order, after_s=40))
    said = training.says(intent("AMAZON.NoIntent"), after_s=5)
    assert "You had three." in said


def test_marks_among_the_words_are_not_said_again(training: Speaker) -> None:
    words = "skip <break time='9s'/> it"
    said = training.says(doubted(words, "AMAZON.NextIntent"), after_s=40)
    assert said.startswith(ASKING)
    assert not set("<>/=") & {*said}


def test_words_are_not_said_again_without_end(training: Speaker) -> None:
    said = training.says(doubted("so " * 90, "AMAZON.NextIntent"), after_s=40)
    assert said.startswith(ASKING)
    assert 20 < said.count("so") < 40


@pytest.mark.parametrize("words", [True, 1, None, ["skip it"]], ids=repr)
def test_a_field_that_holds_no_words_changes_nothing(training: Speaker, words: object) -> None:
    skip = doubted(words, "AMAZON.NextIntent")
    assert "good mornings" in training.says(skip, after_s=40).partition("Go.")[0]


@pytest.mark.parametrize("name", ["AMAZON.YesIntent", "AMAZON.NoIntent", "AMAZON.FallbackIntent"])
def test_what_would_answer_the_question_is_never_asked_about(training: Speaker, name: str) -> None:
    assert not training.says(doubted("yes", name), after_s=40).startswith(ASKING)


@with_each("written", ["", "{", "[]", "7", "null"])
def test_a_text_that_is_no_intent_is_read_as_none(written: str) -> None:
    assert read_intent(written) is None
