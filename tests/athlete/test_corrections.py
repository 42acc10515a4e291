from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_athletes import CATALOG, workouts
from support.examples import tried

from skill.athlete.athlete import Athlete, close_workout, history_of
from skill.athlete.corrections import correct, last_set, rate
from skill.athlete.workout import Workout, planned, units_of
from skill.training.exercise import Side
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.record import Effort
from skill.workout.cursor import Mark
from skill.workout.place import Place
from skill.workout.states import State

DAY = date(2026, 3, 2)
NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)
PLAN = plan_workout(CATALOG, (), DAY, Preferences(exercises=4, rounds=2))
SIDED = next(work for work in PLAN.sets if len(work.sides) == 2)


def led(through: int, first_side: Side = Side.LEFT) -> Workout:
    """A workout of which all sets up to one are done, and the next rests."""
    workout = planned(PLAN._replace(first_side=first_side))
    done = {
        unit: work.dose.amount
        for work in workout.plan.sets[: through + 1]
        for unit in units_of(work)
    }
    tally = tuple(done.get(unit, 0) for unit in range(len(workout.tally)))
    place = Place(State.RESTING, through)
    return workout._replace(tally=tally, number=7, place=place)


def test_the_last_set_is_put_right_and_the_record_with_it() -> None:
    amended = correct(Athlete(workout=led(0)), 12)
    assert amended is not None
    assert amended.exercise_id == "squat"
    (record,) = history_of(amended.athlete)
    assert record.sets_done == ((12,), (0,))
    assert record.corrected == (0,)


def test_more_than_was_counted_can_be_put_down_too() -> None:
    amended = correct(Athlete(workout=led(0)), 18)
    assert amended is not None
    assert history_of(amended.athlete)[0].repetitions == 18


@pytest.mark.parametrize("first", [Side.LEFT, Side.RIGHT])
def test_one_side_is_put_right_whichever_comes_first(first: Side) -> None:
    athlete = Athlete(workout=led(SIDED.at, first))
    amended = correct(athlete, 9, SIDED.exercise.id, Side.RIGHT)
    assert amended is not None
    (record,) = (r for r in history_of(amended.athlete) if r.exercise_id == SIDED.exercise.id)
    assert record.sets_done[0] == (SIDED.dose.amount, 9)


def test_what_was_put_right_is_not_counted_up_again_by_the_segment_that_still_plays() -> None:
    amended = correct(Athlete(workout=led(0)), 12)
    assert amended is not None
    assert amended.athlete.workout is not None
    marks = (Mark(0, Place(State.COUNTING, 0), 1000), Mark(15_000, Place(State.COUNTING, 0, 0, 15)))
    later = amended.athlete.workout._replace(marks=marks, began_at=NOW).led_to_end()
    assert later.tally[0] == 15
    assert later.done[0] == 12


def test_a_closed_workout_is_put_right_by_the_exercises_name() -> None:
    closed = close_workout(Athlete(workout=led(3)))
    assert correct(closed, 12) is None
    amended = correct(closed, 12, "squat")
    assert amended is not None
    (record,) = (r for r in amended.athlete.history if r.exercise_id == "squat")
    assert record.sets_done == ((12,), (0,))
    assert len(amended.athlete.history) == len(closed.history)


def test_what_was_the_only_exercise_of_a_closed_workout_needs_no_name() -> None:
    closed = close_workout(Athlete(workout=led(0)))
    amended = correct(closed, 12)
    assert amended is not None
    assert amended.athlete.history[0].repetitions == 12


def test_one_side_of_a_closed_record_is_put_right() -> None:
    closed = close_workout(Athlete(workout=led(SIDED.at)))
    whole = SIDED.dose.amount
    for side, done in ((Side.LEFT, (3, whole)), (Side.RIGHT, (whole, 3))):
        amended = correct(closed, 3, SIDED.exercise.id, side)
        assert amended is not None
        (record,) = (r for r in amended.athlete.history if r.exercise_id == SIDED.exercise.id)
        assert record.sets_done[0] == done


@pytest.mark.parametrize("exercise_id", [None, "squat", "somersault"])
def test_where_nothing_was_done_there_is_nothing_to_put_right(exercise_id: str | None) -> None:
    for athlete in (Athlete(), Athlete(workout=planned(PLAN))):
        assert correct(athlete, 12, exercise_id) is None
        assert rate(athlete, Effort.EASY, None, exercise_id) is None


def test_an_effort_belongs_to_the_exercise_that_was_done_last() -> None:
    rated = rate(Athlete(workout=led(1)), Effort.EASY, 3)
    assert rated is not None
    efforts = {r.exercise_id: (r.effort, r.spare) for r in history_of(rated.athlete)}
    assert efforts == {"squat": (None, None), PLAN.sets[1].exercise.id: (Effort.EASY, 3)}


def test_a_second_word_on_an_effort_replaces_the_first() -> None:
    rated = rate(Athlete(workout=led(0)), Effort.EASY, 3)
    assert rated is not None
    again = rate(rated.athlete, Effort.HARD)
    assert again is not None
    (record,) = history_of(again.athlete)
    assert (record.effort, record.spare) == (Effort.HARD, None)


def test_an_effort_can_be_said_after_the_workout() -> None:
    closed = close_workout(Athlete(workout=led(4)))
    rated = rate(closed, Effort.HARD, exercise_id="squat")
    assert rated is not None
    (record,) = (r for r in rated.athlete.history if r.exercise_id == "squat")
    assert record.effort is Effort.HARD


@tried(40)
@given(workouts(), st.integers(0, 30))
def test_putting_right_changes_one_set_and_nothing_else(workout: Workout, amount: int) -> None:
    athlete = Athlete(workout=workout)
    amended = correct(athlete, amount)
    work = last_set(workout)
    assert (amended is None) is (work is None)
    if amended and work:
        after = amended.athlete.workout
        assert after is not None
        assert after.tally == workout.tally
        pairs = enumerate(zip(workout.done, after.done, strict=True))
        changed = {unit for unit, (before, now) in pairs if before != now}
        assert changed <= set(units_of(work))
        assert all(after.done[unit] == amount for unit in units_of(work))
