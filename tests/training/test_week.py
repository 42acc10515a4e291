from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_histories import CATALOG, DAYS, HISTORIES, LAST
from support.examples import tried
from support.training_records import trained

from skill.training.past import NO_PAST, Past, compacted, known_standings
from skill.training.record import History, joined
from skill.training.rung import Rung
from skill.training.week import (
    Gain,
    Streak,
    gains,
    last_day,
    month_by_month,
    training_days_by_week,
    week_streak,
)

SQUAT, LUNGE = CATALOG.exercises["squat"], CATALOG.exercises["lunge"]
MONDAY = date(2026, 8, 31)
told = tried(60)


def on(*days: date) -> History:
    return joined((), (trained(day, SQUAT) for day in days))


def weeks_ago(*weeks: int, times: int = 2) -> History:
    return on(
        *(
            MONDAY - timedelta(weeks=week) + timedelta(days=i)
            for week in weeks
            for i in range(times)
        )
    )


@pytest.mark.parametrize(
    ("history", "streak"),
    [
        ((), Streak(0, 0, False, 0)),
        (weeks_ago(0), Streak(1, 1, False, 2)),
        (weeks_ago(0, 1, 2), Streak(3, 3, False, 2)),
        (weeks_ago(1, 2), Streak(2, 2, False, 0)),
        (weeks_ago(0, 2, 3), Streak(3, 3, True, 2)),
        (weeks_ago(2, 3), Streak(2, 2, True, 0)),
        (weeks_ago(3, 4), Streak(0, 0, False, 0)),
        (weeks_ago(0, 3, 4), Streak(1, 1, False, 2)),
        (weeks_ago(0, 1, 3, 5), Streak(4, 4, False, 2)),
        (weeks_ago(0, 1, 2, times=1), Streak(3, 0, False, 1)),
    ],
    ids=[
        "nothing yet",
        "this week",
        "three weeks",
        "this week is not over",
        "a week of grace",
        "still in grace",
        "two weeks missed",
        "two weeks missed, and back",
        "grace again and again",
        "one session a week",
    ],
)
def test_a_streak_bears_one_missed_week_but_not_two(history: History, streak: Streak) -> None:
    assert week_streak(history, MONDAY + timedelta(days=3)) == streak


@told
@given(HISTORIES, DAYS)
def test_weeks_last_day_and_gains_are_the_same_once_old_records_are_folded(
    history: History, day: date
) -> None:
    kept, past = compacted(history, NO_PAST, day)
    whole = tuple(record for record in history if record.sets)
    assert whole == history
    assert training_days_by_week(kept, past) == training_days_by_week(history)
    assert last_day(kept, past) == last_day(history)
    assert week_streak(kept, LAST, past) == week_streak(history, LAST)
    assert gains(known_standings(kept, past)) == gains(known_standings(history))
    assert month_by_month(kept, day, past) == month_by_month(history, day)


@told
@given(HISTORIES, st.integers(0, 6))
def test_training_once_more_never_shortens_a_streak(history: History, weekday: int) -> None:
    day = LAST + timedelta(days=weekday)
    more = joined(history, on(day))
    before, after = week_streak(history, day), week_streak(more, day)
    assert after.weeks >= max(1, before.weeks)
    assert after.full >= before.full


def test_the_last_day_is_known_before_and_after_twelve_weeks() -> None:
    assert last_day(()) is None
    assert last_day(on(MONDAY)) == MONDAY
    kept, past = compacted(on(date(2025, 1, 6)), NO_PAST, MONDAY)
    assert kept == ()
    assert last_day(kept, past) == date(2025, 1, 6)


def test_this_month_stands_against_the_last_one_up_to_the_same_day() -> None:
    history = on(
        date(2026, 7, 3), date(2026, 7, 10), date(2026, 7, 24), date(2026, 8, 4), date(2026, 8, 6)
    )
    months = month_by_month(history, date(2026, 8, 12))
    assert months.this.workouts == 2
    assert months.last_so_far.workouts == 2
    assert months.last.workouts == 3
    assert months.last.repetitions == 3 * 45


def test_a_month_without_training_is_a_month_of_nothing() -> None:
    months = month_by_month((), date(2026, 3, 31), Past())
    assert (months.this.first, months.last.first) == (date(2026, 3, 1), date(2026, 2, 1))
    assert months.this.workouts == months.last.workouts == 0


def test_the_strongest_gain_is_the_exercise_that_climbed_most() -> None:
    amounts = [(SQUAT, 15, 0), (LUNGE, 10, 0), (LUNGE, 12, 0), (SQUAT, 15, 1), (LUNGE, 14, 0)]
    history = joined(
        (),
        (
            trained(MONDAY + timedelta(days=i), exercise, amount, extra_sets=extra)
            for i, (exercise, amount, extra) in enumerate(amounts)
        ),
    )
    assert gains(known_standings(history)) == (
        Gain("lunge", Rung("lunge", 10), Rung("lunge", 14), 2),
        Gain("squat", Rung("squat", 15), Rung("squat", 15, 1), 1),
    )


def test_what_became_easier_is_no_gain() -> None:
    history = joined((), (trained(MONDAY, LUNGE, 14), trained(MONDAY + timedelta(1), LUNGE, 12)))
    assert gains(known_standings(history)) == ()
