"""After a fever or an infection nothing is led before the runner is well again."""

import pytest
from runner import Runner

from skill.coach.commands import (
    BringBack,
    Command,
    Condition,
    Named,
    No,
    NotUnderstood,
    OpenCoach,
    Ready,
    Resume,
    Somewhat,
    StartWorkout,
    TellCondition,
    Yes,
)
from skill.workout.question import Question


def comes_back_after_a_fever(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(TellCondition(Condition.ILL))
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=86_400)
    assert runner.asked() is Question.WELL


@pytest.mark.parametrize("command", [StartWorkout(), Resume(), Ready(), NotUnderstood()])
def test_after_a_fever_nothing_is_led_before_the_runner_is_well_again(
    runner: Runner, command: Command
) -> None:
    comes_back_after_a_fever(runner)
    runner.tell(command, after_s=5)
    assert runner.asked() is Question.WELL
    assert not runner.workout.under_way
    runner.tell(Yes(), after_s=5)
    assert runner.said()[0] == "condition.well"
    assert runner.asked() is Question.START


def test_who_is_well_again_trains_and_is_not_asked_again(runner: Runner) -> None:
    comes_back_after_a_fever(runner)
    runner.tell(Yes(), after_s=5)
    runner.tell(StartWorkout(), after_s=5)
    assert runner.workout.running
    assert not runner.stored.unwell


def test_a_knee_that_is_fine_again_is_no_answer_to_whether_the_fever_is_over(
    runner: Runner,
) -> None:
    comes_back_after_a_fever(runner)
    runner.tell(BringBack(joint=Named("knee", "knee")), after_s=5)
    assert runner.asked() is Question.WELL
    assert runner.stored.unwell
    runner.tell(BringBack(), after_s=5)  # "I'm better"
    assert not runner.stored.unwell


@pytest.mark.parametrize("answer", [No(), Somewhat()])
def test_who_is_not_well_yet_rests_and_is_asked_again_next_time(
    runner: Runner, answer: Command
) -> None:
    comes_back_after_a_fever(runner)
    runner.tell(answer, after_s=5)
    assert runner.said() == ["condition.not_well"]
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=86_400)
    assert runner.asked() is Question.WELL


def test_a_doctors_leave_is_no_answer_to_whether_the_fever_is_over(runner: Runner) -> None:
    comes_back_after_a_fever(runner)
    runner.tell(TellCondition(Condition.HEART), after_s=5)
    assert runner.asked() is Question.CLEARED
    runner.tell(Yes(), after_s=5)
    assert runner.asked() is Question.WELL
    assert "launch.plan" not in runner.said()
    runner.tell(Yes(), after_s=5)
    assert runner.asked() is Question.START
