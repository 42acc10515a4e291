from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_histories import CATALOG, DAYS, HISTORIES, LAST
from support.examples import tried
from support.training_records import trained

from skill.training.past import (
    KEPT_WEEKS,
    NO_PAST,
    Month,
    added,
    compacted,
    days_by_week,
    monday_of,
    totals_by_month,
)
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.record import History, joined
from skill.training.standing import fold

folded = tried(60)
SQUAT = CATALOG.exercises["squat"]
TODAY = date(2026, 9, 2)
ORDERS = st.randoms(use_true_random=False)


@folded
@given(HISTORIES, DAYS)
def test_records_of_twelve_weeks_stay_and_older_ones_are_folded(
    history: History, day: date
) -> None:
    kept, past = compacted(history, NO_PAST, day)
    first = monday_of(day) - timedelta(weeks=KEPT_WEEKS)
    assert kept == tuple(record for record in history if record.day >= first)
    assert past.until in (None, first)


@folded
@given(HISTORIES, st.lists(DAYS, max_size=5))
def test_however_often_and_whenever_it_is_compacted_the_same_comes_out(
    history: History, days: list[date]
) -> None:
    kept, past = history, NO_PAST
    for day in sorted(days):
        kept, past = compacted(kept, past, day)
    kept, past = compacted(kept, past, LAST)
    assert (kept, past) == compacted(history, NO_PAST, LAST)
    assert (kept, past) == compacted(kept, past, LAST)


@folded
@given(HISTORIES, ORDERS)
def test_the_order_in_which_records_arrived_changes_nothing(
    history: History, order: object
) -> None:
    shuffled = list(history)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    assert fold({}, shuffled) == fold({}, history)
    assert joined(shuffled, ()) == history
    assert compacted(tuple(shuffled), NO_PAST, LAST)[1] == compacted(history, NO_PAST, LAST)[1]


@folded
@given(HISTORIES, DAYS)
def test_standings_are_the_same_before_and_after(history: History, day: date) -> None:
    kept, past = compacted(history, NO_PAST, day)
    checkpoint = {standing.base_id: standing for standing in past.standings}
    assert fold(checkpoint, kept) == fold({}, history)


@folded
@given(HISTORIES, DAYS)
def test_no_set_is_lost_from_the_totals_of_the_months(history: History, day: date) -> None:
    kept, past = compacted(history, NO_PAST, day)
    months = added(past.months, totals_by_month(kept))
    assert sum(month.sets for month in months) == sum(record.sets for record in history)
    assert sum(m.repetitions for m in months) == sum(r.repetitions for r in history)
    assert [(m.first, m.workouts) for m in months] == [
        (m.first, m.workouts) for m in totals_by_month(history)
    ]


@folded
@given(HISTORIES, DAYS)
def test_each_week_knows_on_how_many_days_was_trained(history: History, day: date) -> None:
    kept, past = compacted(history, NO_PAST, day)
    old = {record.day for record in history} - {record.day for record in kept}
    assert sum(days_by_week(past).values()) == len(old)
    assert all(week.weekday() == 0 for week in days_by_week(past))
    assert {monday_of(day) for day in old} == set(days_by_week(past))


@folded
@given(HISTORIES)
def test_the_plan_is_the_same_before_and_after(history: History) -> None:
    kept, past = compacted(history, NO_PAST, LAST)
    preferences = Preferences()
    assert plan_workout(CATALOG, kept, TODAY, preferences, past) == plan_workout(
        CATALOG, history, TODAY, preferences
    )


def test_a_record_that_turns_up_months_late_counts_in_the_totals_but_not_for_progression() -> None:
    history = tuple(trained(date(2025, 9, 1) + timedelta(weeks=n), SQUAT) for n in range(30))
    kept, past = compacted(history, NO_PAST, TODAY)
    late = trained(date(2025, 9, 3), SQUAT, 9)
    again, with_late = compacted(joined(kept, (late,)), past, TODAY)
    assert again == kept
    assert with_late.standings == past.standings
    assert with_late.months[0].sets == past.months[0].sets + 3
    assert days_by_week(with_late)[date(2025, 9, 1)] == 2


@pytest.mark.parametrize("days", [0, 1, 100])
def test_nothing_old_means_nothing_to_do(days: int) -> None:
    history = tuple(trained(TODAY - timedelta(n % 80), SQUAT, workout=n) for n in range(days))
    assert compacted(joined((), history), NO_PAST, TODAY)[1] == NO_PAST


def test_a_month_counts_workouts_and_not_records() -> None:
    hold = CATALOG.exercises["wall_sit"]
    day = date(2026, 5, 4)
    history = (trained(day, SQUAT), trained(day, hold), trained(day, SQUAT, workout=2))
    assert totals_by_month(history) == (Month(date(2026, 5, 1), 2, 9, 90, 60),)
