"""The one question to a new runner: is anything sore, or new?"""

import pytest
from runner import Runner

from skill.coach.commands import (
    BringBack,
    Command,
    LightDay,
    Named,
    NeverMind,
    NewToThis,
    No,
    OpenCoach,
    Pain,
    RateExercise,
    Ready,
    Somewhat,
    StartWorkout,
    Yes,
)
from skill.training.record import Effort
from skill.workout.question import Question


@pytest.fixture
def asked(runner: Runner) -> Runner:
    """A new runner who has opened the coach and is asked."""
    runner.tell(OpenCoach())
    assert runner.stored.question is Question.SORE_OR_NEW
    return runner


@pytest.mark.parametrize("command", [Yes(), Ready(), StartWorkout()])
def test_who_wants_to_begin_gives_no_further_answer(asked: Runner, command: Command) -> None:
    asked.tell(command, after_s=20)
    assert "done.starting" in asked.said()
    assert asked.workout.running


@pytest.mark.parametrize(
    "command",
    [No(), NeverMind(), BringBack(), RateExercise(Effort.RIGHT), RateExercise(Effort.EASY)],
)
def test_nothing_sore_begins_nothing_and_leaves_nobody(asked: Runner, command: Command) -> None:
    asked.tell(command, after_s=20)
    assert asked.said() == ["launch.nothing_sore", "ask.start"]
    assert not asked.workout.under_way
    asked.tell(Yes(), after_s=20)
    assert asked.workout.running


def test_who_is_a_bit_sore_is_asked_where_and_spared(asked: Runner) -> None:
    asked.tell(Somewhat(), after_s=20)
    assert "pain.tell_me" in asked.said()
    asked.tell(Pain(Named("knee", "knee"), "knee"), after_s=20)
    assert asked.stored.preferences.avoided_joints == ("knee",)
    assert asked.stored.question is Question.START


def test_who_is_new_hears_what_the_first_workouts_are(asked: Runner) -> None:
    asked.tell(NewToThis(), after_s=20)
    assert asked.said() == ["launch.new", "ask.start"]


def test_a_bad_night_makes_it_light_at_this_question_too(asked: Runner) -> None:
    asked.tell(LightDay(), after_s=20)
    assert asked.stored.preferences.light_day == asked.now.date()


def test_nobody_is_asked_twice(asked: Runner) -> None:
    asked.tell(OpenCoach(), after_s=600)
    assert asked.stored.question is Question.START


def test_who_is_new_in_a_workout_gets_it_lighter_and_may_end_it_early(asked: Runner) -> None:
    asked.tell(Yes(), after_s=20)
    asked.tell(NewToThis(), after_s=20)
    assert "light.from_here" in asked.said()
    assert asked.workout.running
