"""A runner who can do less than planned: less time, or fewer repetitions than the set asks for."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.workout import records_of
from skill.coach.commands import (
    FinishEarly,
    GoToExercise,
    HeardNumber,
    NamedExercise,
    OnlyDid,
    OtherSide,
    Pause,
    TimeLeft,
)
from skill.training.exercise import Measure
from skill.training.plan import WorkSet
from skill.workout.question import Question
from skill.workout.states import State

SIX = OnlyDid(HeardNumber(6))


def test_who_could_do_no_more_has_done_the_set(working: Runner) -> None:
    working.tell(SIX)
    assert working.workout.place.state is State.RESTING
    (record,) = records_of(working.workout, working.stored.preferences)
    assert record.sets_done[0] == (6,)


def test_a_number_said_on_the_second_side_is_that_side_s(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.now += timedelta(weeks=1)
    runner.starts()
    of_two = next(work for work in runner.workout.plan.sets if counts_two_sides(work))
    exercise = of_two.exercise
    runner.tell(GoToExercise(NamedExercise(exercise.id, exercise.id)), after_s=1)
    runner.works_until(7)
    runner.tell(OtherSide())
    runner.works_until(7)
    runner.tell(SIX)
    records = records_of(runner.workout, runner.stored.preferences)
    (record,) = (record for record in records if record.exercise_id == exercise.id)
    assert record.sets_done[0] == (7, 6)


def counts_two_sides(work: WorkSet) -> bool:
    return len(work.sides) > 1 and work.exercise.measure is Measure.REPETITIONS


def test_so_has_who_paused_before(working: Runner) -> None:
    working.tell(Pause())
    working.tell(SIX, after_s=5)
    assert working.said()[0] == "effort.did_repetitions"
    assert working.workout.place.active is State.RESTING


@pytest.mark.parametrize("heard", [50, 5000])
def test_more_than_could_be_done_is_asked_back_in_the_middle_of_a_set_too(
    working: Runner, heard: int
) -> None:
    working.tell(OnlyDid(HeardNumber(heard)))
    assert working.asked() in (Question.REALLY, Question.HOW_MANY)
    assert working.workout.corrections == ()


@pytest.mark.parametrize("minutes", [1, 60])
def test_little_time_in_the_stretch_leaves_out_nothing_and_loses_nothing(
    working: Runner, minutes: int
) -> None:
    working.tell(FinishEarly())
    stretches = working.workout.plan.stretches
    assert working.workout.place.active is State.STRETCHING
    working.tell(TimeLeft(HeardNumber(minutes)), after_s=1)
    assert working.workout.plan.stretches == stretches
    assert working.said()[0] == ("time_left.shortest" if minutes == 1 else "time_left.fits")


def test_who_calls_the_current_set_the_last_one_stretches_after_it(working: Runner) -> None:
    working.tell(TimeLeft(), after_s=1)
    assert working.said()[0] == "time_left.last"
    assert len(working.workout.plan.sets) == working.workout.place.at + 1


def test_who_calls_it_the_last_one_in_the_stretch_is_promised_no_set(working: Runner) -> None:
    working.tell(FinishEarly())
    working.tell(TimeLeft(), after_s=1)
    assert working.said()[0] == "time_left.fits"
