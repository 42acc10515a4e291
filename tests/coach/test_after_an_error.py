"""After an error of the coach's own, a question that training waits for is the one that is heard."""

import pytest
from runner import Runner

from skill.coach.commands import Command, Condition, OpenCoach, Pain, TellCondition, Yes
from skill.workout.question import Question
from skill.workout.states import State


@pytest.mark.parametrize(
    ("told", "question"),
    [
        (Pain(None, "jaw"), Question.DANGER),
        (TellCondition(Condition.HEART), Question.CLEARED),
        (TellCondition(Condition.ILL), Question.WELL),
    ],
)
def test_what_training_waits_for_is_asked_again_after_an_error(
    runner: Runner, told: Command, question: Question
) -> None:
    """Else a yes to "ready to go on?" would say that a fever is over."""
    runner.does_seven()
    runner.tell(told)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=3600)
    runner.hears_of_an_error(after_s=5)
    assert runner.said()[-1] == f"ask.{question}"
    assert runner.asked() is runner.stored.question is question


def test_at_any_other_moment_the_workout_is_held_and_goes_on_with_a_yes(runner: Runner) -> None:
    runner.does_seven()
    runner.hears_of_an_error()
    assert runner.said() == ["error.sorry", "ask.go_on"]
    assert (runner.workout.place.state, runner.workout.place.done) == (State.PAUSED, 7)
    runner.tell(Yes(), after_s=5)
    assert "resume.counting" in runner.said()
