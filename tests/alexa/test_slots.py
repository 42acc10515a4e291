"""Numbers, durations and names that make no sense are bounded or asked for again."""

import re

import pytest
from requests_to_alexa import Json, Speaker, intent, launch

from skill.training.preferences import MOST_EXERCISES, MOST_ROUNDS


def _in_a_set(speaker: Speaker) -> None:
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"), after_s=20)


def _named(words: str) -> Json:
    return intent("HowToIntent", exercise=words)


@pytest.mark.parametrize("name", ["StartWorkoutIntent", "ChangePlanIntent"])
def test_twenty_rounds_are_bounded_and_the_reason_is_said(speaker: Speaker, name: str) -> None:
    speaker.send(launch())
    said = speaker.says(intent(name, round_count="20"))
    assert "get used to it first, so it's two rounds for now" in said
    assert MOST_ROUNDS == 4


@pytest.mark.parametrize("name", ["StartWorkoutIntent", "ChangePlanIntent"])
def test_ten_exercises_are_bounded_and_the_reason_is_said(speaker: Speaker, name: str) -> None:
    speaker.send(launch())
    said = speaker.says(intent(name, exercise_count="10"))
    assert "get used to it first, so it's four exercises for now" in said
    assert MOST_EXERCISES == 5


@pytest.mark.parametrize("count", ["-3", "0"])
def test_too_few_rounds_are_raised_to_the_least(speaker: Speaker, count: str) -> None:
    speaker.send(launch())
    assert "It takes at least one" in speaker.says(intent("ChangePlanIntent", round_count=count))


@pytest.mark.parametrize("count", ["?", "a few", "3.5", "½", "0x3", "1e3"])
@pytest.mark.parametrize("name", ["StartWorkoutIntent", "ChangePlanIntent"])
def test_a_number_that_is_none_is_asked_for_again(speaker: Speaker, name: str, count: str) -> None:
    speaker.send(launch())
    said = speaker.says(intent(name, round_count=count))
    assert "I didn't get the number. How many would you like?" in said


def test_a_slot_without_a_value_is_as_if_it_were_not_there(speaker: Speaker) -> None:
    speaker.send(launch())
    said = speaker.says(intent("StartWorkoutIntent", round_count=None, exercise_count=None))
    assert "squats" in said


@pytest.mark.parametrize("duration", ["PT9999S", "P1D", "PT2M", "PT0S"])
def test_an_absurd_breather_is_asked_for_again(speaker: Speaker, duration: str) -> None:
    _in_a_set(speaker)
    said = speaker.says(intent("MoreTimeIntent", duration=duration), after_s=40)
    assert "I give up to ninety seconds at once. How many seconds do you need?" in said


@pytest.mark.parametrize("seconds", ["9999", "-5", "0"])
def test_absurd_seconds_are_asked_for_again(speaker: Speaker, seconds: str) -> None:
    _in_a_set(speaker)
    said = speaker.says(intent("MoreTimeIntent", seconds=seconds), after_s=40)
    assert "How many seconds do you need?" in said


@pytest.mark.parametrize("duration", ["?", "soon", "P", "PT", "PT-5S"])
def test_a_length_of_time_that_is_none_is_asked_for_again(speaker: Speaker, duration: str) -> None:
    _in_a_set(speaker)
    said = speaker.says(intent("MoreTimeIntent", duration=duration), after_s=40)
    assert "I didn't get how long." in said


@pytest.mark.parametrize(
    ("words", "nearest"),
    [("calf rises", "calf raises"), ("long jumps", "jump squats"), ("wall sitter", "the wall sit")],
)
def test_an_unknown_exercise_offers_the_nearest_two(
    speaker: Speaker, words: str, nearest: str
) -> None:
    _in_a_set(speaker)
    said = speaker.says(_named(words), after_s=40)
    assert f"I don't know {words}. The nearest I have: " in said
    offered = said.split("The nearest I have: ")[1].split(".")[0]
    assert nearest in offered
    assert len(offered.split(" and ")) == 2


@pytest.mark.parametrize("words", ["<speak>", "a & b", "${payload}", "x" * 500, "9" * 40])
def test_whatever_was_named_is_said_back_legally(speaker: Speaker, words: str) -> None:
    """No exercise is named that is nothing like it: two guesses would sound as if it were known."""
    _in_a_set(speaker)
    said = speaker.says(_named(words), after_s=40)
    assert "I don't know " in said
    assert "The nearest I have" not in said


@pytest.mark.parametrize("words", ["?" * 40, '"', ". " * 20, "-" * 40, "_" * 40, "\u200b" * 40])
def test_a_name_without_a_letter_is_no_name(speaker: Speaker, words: str) -> None:
    """How long a voice takes for forty question marks is not known, so they are never said."""
    _in_a_set(speaker)
    assert "I don't know" not in speaker.says(_named(words), after_s=40)


@pytest.mark.parametrize(
    "words", ["what???????? is that", "burpees!!!!!!!!!!!!!!!!!!!!!!!!!!!!", "a .,.,.,.,.,. b"]
)
def test_of_many_signs_in_a_row_one_is_said_at_the_most(speaker: Speaker, words: str) -> None:
    _in_a_set(speaker)
    said = speaker.says(_named(words), after_s=40).split("I don't know ")[1]
    assert not re.search(r"[?!]{2}|[.,]\s*[.,]", said[:30])


@pytest.mark.parametrize(
    ("rate", "answer"),
    [
        ("189", "Are you hurt, or do you feel unwell?"),
        ("?", "Are you hurt, or do you feel unwell?"),
        ("190", "Stop now, and sit or lie down."),
        ("1000", "Stop now, and sit or lie down."),
    ],
)
def test_a_pulse_of_190_ends_the_workout_and_a_lower_one_is_asked_about(
    speaker: Speaker, rate: str, answer: str
) -> None:
    _in_a_set(speaker)
    assert answer in speaker.says(intent("CallForHelpIntent", rate=rate), after_s=40)


def test_to_go_to_an_exercise_without_a_name_asks_which(speaker: Speaker) -> None:
    _in_a_set(speaker)
    said = speaker.says(intent("GoToExerciseIntent", exercise=None), after_s=40)
    assert "Which exercise would you like?" in said
