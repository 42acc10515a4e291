"""What Alexa has resolved costs no look into the words of pain, which take a tenth of a second to be ready."""

import pytest
from support.heard import slot

from skill.alexa.intents import command_of
from skill.coach.commands import GoToExercise, NamedExercise
from skill.language.listener import Listener
from skill.loaders import load_listener


def _nobody() -> Listener:
    raise AssertionError("the words of pain were looked into")


def test_an_exercise_that_greets_nobody_is_looked_up_nowhere() -> None:
    slots = {"exercise": slot("exercise", "squats", "squat")}
    wished = GoToExercise(NamedExercise("squat", "squats"))
    assert command_of("GoToExerciseIntent", slots, _nobody) == wished


@pytest.mark.parametrize(("said", "greets"), [("good morning", True), ("good mornings", False)])
def test_only_the_words_of_a_greeting_greet(said: str, greets: bool) -> None:
    slots = {"exercise": slot("exercise", said, "good_morning")}
    wished = GoToExercise(NamedExercise("good_morning", said), greets=greets)
    assert command_of("GoToExerciseIntent", slots, lambda: load_listener("en-US")) == wished
