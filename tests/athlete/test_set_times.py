"""When the sets of a workout were done: a set with a pause in it is one, a set done again begins again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from random_athletes import CATALOG

from skill.athlete.timing import UnitTime, combined_times, timed_sides, with_heard_times
from skill.athlete.workout import planned
from skill.training.exercise import Dose, Side
from skill.training.plan import Plan
from skill.training.prescription import Prescription
from skill.training.times import TimedSide
from skill.workout.cursor import Mark
from skill.workout.place import Place
from skill.workout.states import State

BEGAN = datetime(2026, 3, 2, 18, tzinfo=UTC)
STEP_UP, SQUAT = CATALOG.exercises["step_up"], CATALOG.exercises["squat"]


def repetitions(done: int = 0, *, at_ms: int = 0, at: int = 0, side: int = 0) -> tuple[Mark, ...]:
    """Marks of a segment that counts one side of a set, from ``done`` on, a repetition each second."""
    counting = Place(State.COUNTING, at, side, done)
    return Mark(0, Place(State.ANNOUNCING, at)), Mark(at_ms, counting, 1_000)


def test_a_set_is_timed_from_its_first_count_for_as_long_as_it_was_heard() -> None:
    times = with_heard_times((), repetitions(at_ms=4_000), 14_000, 60.0)
    assert times == (UnitTime(0, at_s=64, seconds=10),)


def test_a_set_that_goes_on_after_a_word_keeps_its_beginning_and_takes_the_pause_as_well() -> None:
    before = (UnitTime(0, at_s=64, seconds=10),)
    times = with_heard_times(before, repetitions(done=10, at_ms=2_000), 7_000, 90.0)
    assert times == (UnitTime(0, at_s=64, seconds=33),)


def test_a_set_that_is_done_again_begins_again() -> None:
    before = (UnitTime(0, at_s=64, seconds=10),)
    times = with_heard_times(before, repetitions(at_ms=2_000), 7_000, 90.0)
    assert times == (UnitTime(0, at_s=92, seconds=5),)


def test_where_a_clock_was_set_back_a_set_does_not_begin_after_it_was_heard() -> None:
    before = (UnitTime(0, at_s=500, seconds=10),)
    times = with_heard_times(before, repetitions(done=3), 7_000, 90.0)
    assert times == (UnitTime(0, at_s=90, seconds=7),)


@pytest.mark.parametrize("began_s", [-3.0, -0.6, 0.0])
def test_no_set_begins_before_its_workout_or_takes_less_than_a_second(began_s: float) -> None:
    assert with_heard_times((), repetitions(), 300, began_s) == (UnitTime(0, at_s=0, seconds=1),)


def test_times_stand_in_the_order_of_the_plan_whichever_set_was_done_first() -> None:
    before = (UnitTime(4, at_s=10, seconds=20),)
    times = with_heard_times(before, repetitions(at=1, side=1), 9_000, 100.0)
    assert times == (UnitTime(3, at_s=100, seconds=9), UnitTime(4, at_s=10, seconds=20))


def test_a_set_is_timed_by_when_it_sounds_a_second_after_the_stamp_of_its_response() -> None:
    plan, stamped = plan_beginning(Side.LEFT), BEGAN + timedelta(seconds=60)
    begun = planned(plan)._replace(number=int(BEGAN.timestamp()))
    led = begun._replace(marks=repetitions(at_ms=4_000), began_at=stamped).led_until(14_000)
    assert led.times == (UnitTime(0, at_s=65, seconds=10),)


def test_of_two_devices_that_timed_one_set_mine_is_the_newer_word() -> None:
    mine = (UnitTime(2, 50, 9),)
    theirs = (UnitTime(0, 5, 9), UnitTime(2, 70, 9))
    assert combined_times(mine, theirs) == (UnitTime(0, 5, 9), UnitTime(2, 50, 9))


def plan_beginning(side: Side) -> Plan:
    """Squats, then step-ups with one leg after the other, in two rounds."""
    items = tuple(Prescription(e, Dose(e.measure, e.lowest)) for e in (SQUAT, STEP_UP))
    return Plan(date(2026, 3, 2), items, 2, (), first_side=side)


@pytest.mark.parametrize(("first", "second"), [(Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)])
def test_a_timed_side_is_told_as_left_or_right_whichever_was_trained_first(
    first: Side, second: Side
) -> None:
    """Records have left before right."""
    times = [UnitTime(6, 300, 40), UnitTime(7, 350, 41), UnitTime(0, 60, 30), UnitTime(2, 120, 20)]
    place_of = {Side.LEFT: 0, Side.RIGHT: 1}
    assert timed_sides(plan_beginning(first), times) == (
        TimedSide("squat", 0, 0, 60, 30),
        TimedSide("step_up", 0, place_of[first], 120, 20),
        TimedSide("step_up", 1, place_of[first], 300, 40),
        TimedSide("step_up", 1, place_of[second], 350, 41),
    )
