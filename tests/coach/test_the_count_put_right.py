"""A number that is said in mid-set puts the count right: it goes on from there, and the record agrees."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.workout import records_of, units_of
from skill.coach.commands import (
    DidRepetitions,
    GoToExercise,
    HeardNumber,
    NamedExercise,
    Pause,
    Resume,
)
from skill.workout.question import Question
from skill.workout.states import State


def did(number: int) -> DidRepetitions:
    return DidRepetitions(HeardNumber(number))


def done_in_first_set(runner: Runner) -> tuple[int, ...]:
    records = records_of(runner.workout, runner.stored.preferences)
    return next(record for record in records if record.exercise_id == "squat").sets_done[0]


@pytest.mark.parametrize("number", [11, 5])
def test_the_count_goes_on_from_the_number_that_was_said(working: Runner, number: int) -> None:
    working.tell(did(number))
    assert working.said()[:2] == ["resume.counting", "count.number"], "the number is said once"
    assert working.workout.marks[0].place.done == number
    working.works_until(number + 2)
    working.tell(Pause())
    assert working.workout.place.done == number + 2
    assert done_in_first_set(working) == (number + 2,)


def test_a_set_that_was_put_right_is_noted_with_all_that_was_counted_to_its_end(
    working: Runner,
) -> None:
    working.tell(did(5))
    working.listens()
    working.tell(Pause())
    assert working.workout.place.active is not State.COUNTING
    assert done_in_first_set(working) == (15,)


def test_in_a_pause_the_number_is_put_right_and_the_pause_stays(working: Runner) -> None:
    working.tell(Pause())
    working.tell(did(11), after_s=5)
    assert working.stored.question is Question.GO_ON
    assert working.workout.place.done == 11
    working.tell(Resume(), after_s=20)
    assert working.workout.marks[0].place.done == 11


def test_a_number_of_another_exercise_leaves_the_count_alone(working: Runner) -> None:
    working.tell(DidRepetitions(HeardNumber(11), exercise=NamedExercise("lunge", "lunges")))
    assert working.workout.marks[0].place.done == 7


@pytest.mark.parametrize("number", [15, 17])
def test_who_was_faster_than_the_count_has_done_the_set(working: Runner, number: int) -> None:
    working.tell(did(number))
    assert working.said()[0] == "effort.did_repetitions"
    assert "resume.counting" not in working.said()
    assert working.workout.marks[0].place.state is State.RESTING
    assert done_in_first_set(working) == (number,)


@pytest.fixture
def holding(runner: Runner) -> Runner:
    """A runner twelve seconds into the first side of the single-leg stand."""
    runner.starts()
    runner.tell(GoToExercise(NamedExercise("single_leg_stand", "single-leg stand")), after_s=2)
    marks = runner.workout.marks
    hold = next(mark for mark in marks if mark.place.state is State.HOLDING and mark.every_ms)
    runner.now += timedelta(milliseconds=hold.at_ms + 12_000)
    return runner


def held(runner: Runner) -> tuple[int, int]:
    """The seconds that were held on each side of the set under way."""
    workout = runner.workout
    first = units_of(workout.plan.sets[workout.place.at])[0]
    return workout.done[first], workout.done[first + 1]


@pytest.mark.parametrize("number", [5, 20])
def test_a_hold_goes_on_from_the_seconds_that_were_said(holding: Runner, number: int) -> None:
    holding.tell(did(number))
    assert holding.said()[:2] == ["effort.did_seconds", "resume.holding"]
    assert holding.workout.marks[0].place.done == number * 1000
    assert held(holding) == (number, 0)


def test_who_has_held_one_side_long_enough_has_the_other_one_still_to_do(holding: Runner) -> None:
    holding.tell(did(30))
    assert holding.said()[0] == "effort.did_seconds"
    assert "resume.holding" not in holding.said()
    assert held(holding) == (30, 0)
    assert holding.workout.marks[0].place.state is State.CHANGING_SIDES


def test_in_a_pause_a_set_that_is_done_stays_one_and_so_does_the_pause(working: Runner) -> None:
    working.tell(Pause())
    working.tell(did(15), after_s=5)
    assert working.stored.question is Question.GO_ON
    assert working.workout.place.active is State.RESTING
