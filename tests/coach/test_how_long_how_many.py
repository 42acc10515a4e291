"""What is told of minutes, rests and sets agrees with what was done."""

from itertools import cycle

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    Command,
    FinishEarly,
    GoToExercise,
    HowFar,
    HowIsItGoing,
    HowLong,
    HowManyLeft,
    NamedExercise,
    OpenCoach,
    Ready,
    SetDone,
    SkipExercise,
    StartWorkout,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.workout.states import State


def test_what_was_skipped_counts_for_no_minutes_done(runner: Runner) -> None:
    runner.starts()
    for _ in range(3):
        runner.tell(SkipExercise(), after_s=10)
    runner.tell(HowLong(), after_s=30)
    assert runner.words().startswith("A minute done.")


def test_minutes_of_a_pause_count_for_no_minutes_done(working: Runner) -> None:
    working.tell(HowLong())
    at_once = working.words()
    working.loses_session()
    working.tell(OpenCoach(), after_s=3600)
    working.tell(HowLong(), after_s=20)
    assert working.words().split(".")[0] == at_once.split(".")[0]


def test_at_the_question_after_a_rest_no_seconds_of_rest_are_told(runner: Runner) -> None:
    runner.starts()
    for _ in range(3):
        runner.listens()
        runner.tell(HowManyLeft())
        if runner.workout.place.active is State.RESTING:
            break
    assert runner.workout.place.active is State.RESTING
    assert runner.said()[:2] == ["answer.did_repetitions", "answer.sets_to_come"]


def test_a_hold_that_goes_on_tells_its_seconds_once(runner: Runner) -> None:
    runner.starts()
    runner.tell(GoToExercise(NamedExercise("single_leg_stand", "single-leg stand")), after_s=2)
    hold = next(mark for mark in runner.workout.marks if mark.place.state is State.HOLDING)
    runner.tell(HowManyLeft(), after_s=hold.at_ms / 1_000 + 10)
    assert runner.workout.place.state is State.HOLDING
    assert "resume.holding" in runner.said()
    assert "answer.seconds_left" not in runner.said()
    assert "answer.other_side_too" in runner.said()


@pytest.mark.parametrize("question", [HowManyLeft(), HowFar(), HowLong(), HowIsItGoing()])
def test_nothing_is_said_to_be_none_more_wherever_it_is_asked(question: Command) -> None:
    """Asked again and again from the warm-up to the last stretch, and agreed to in between."""
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    runner.tell(OpenCoach())
    runner.tell(StartWorkout(), after_s=5)
    asked, waits = set(), cycle((31, 41, 53, 67))
    while (workout := runner.stored.workout) and workout.under_way:
        asked.add(workout.place.active)
        runner.tell(question, after_s=next(waits))
        assert "zero" not in runner.words().lower()
        if runner.stored.waiting:
            runner.tell(Ready(), after_s=2)
    assert {State.WARMING_UP, State.COUNTING, State.RESTING, State.STRETCHING} <= asked


def test_in_the_last_stretch_nobody_is_told_of_a_whole_minute(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    last = len(runner.workout.plan.holds) - 1
    for _ in range(last):
        runner.tell(SetDone(), after_s=2)
    assert runner.workout.marks[0].place.at == last
    runner.tell(HowLong(), after_s=25)
    assert "answer.last_stretch" in runner.said()
    assert "answer.minutes_left" not in runner.said()
