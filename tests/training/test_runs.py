"""Which runs tire the legs, and for how long."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from skill.training.runs import KEPT_DAYS, LoggedRun, Strain, tiring_run, with_runs

TODAY = date(2026, 11, 24)


def run(days_ago: int, minutes: int, kilometers: float = 0.0) -> LoggedRun:
    day = TODAY - timedelta(days=days_ago)
    began = day.toordinal() * 86_400 + minutes
    return LoggedRun(began, day, round(kilometers * 1000), minutes * 60)


def easy_weeks() -> tuple[LoggedRun, ...]:
    """An easy run of 45 minutes every other day."""
    return tuple(run(days_ago, 45, 7.5) for days_ago in range(26, 2, -2))


def test_nothing_read_changes_nothing() -> None:
    assert tiring_run((), TODAY) is None


def test_easy_runs_tire_nobody() -> None:
    assert tiring_run((*easy_weeks(), run(1, 45, 7.5)), TODAY) is None


def test_the_longest_run_tires_today_and_tomorrow_and_no_longer() -> None:
    runs = (*easy_weeks(), run(1, 95, 18))
    found = tiring_run(runs, TODAY)
    assert found is not None
    assert (found.strain, found.days_ago, found.again) == (Strain.LONG, 1, False)
    of_today = tiring_run(runs, TODAY - timedelta(days=1))
    assert of_today is not None
    assert of_today.days_ago == 0
    assert tiring_run(runs, TODAY + timedelta(days=1)) is None


def test_a_run_of_less_than_an_hour_is_never_long() -> None:
    assert tiring_run((run(9, 30, 5), run(1, 59, 9)), TODAY) is None


def test_a_run_clearly_longer_than_usual_is_long_without_being_the_longest() -> None:
    runs = (run(14, 100, 17), *easy_weeks(), run(1, 70, 12))
    found = tiring_run(runs, TODAY)
    assert found is not None
    assert found.strain is Strain.LONG


def test_a_run_clearly_faster_than_usual_is_hard() -> None:
    found = tiring_run((*easy_weeks(), run(1, 40, 8)), TODAY)
    assert found is not None
    assert found.strain is Strain.HARD
    assert tiring_run((run(5, 45, 7.5), run(1, 40, 8)), TODAY) is None  # nobody knows what is usual


def test_two_hard_days_in_a_row_are_known() -> None:
    found = tiring_run((*easy_weeks(), run(2, 95, 18), run(1, 40, 8.5)), TODAY)
    assert found is not None
    assert found.again


def test_two_files_of_one_run_are_one_run() -> None:
    first = LoggedRun(1_795_000_000, TODAY, 18_000, 5_700)
    later = first._replace(began=first.began + 4, metres=17_950, seconds=5_690)
    second = first._replace(began=first.began + 5_700, metres=2_000, seconds=600)
    assert with_runs((first,), (later, second), TODAY) == (first, second)


def test_a_run_that_was_put_right_takes_the_place_of_the_first() -> None:
    wrong = LoggedRun(1_795_000_000, TODAY, 18_000, 5_700)
    right = wrong._replace(metres=12_000)
    assert with_runs((wrong,), (right,), TODAY) == (right,)
    assert with_runs((right,), (right,), TODAY) == (right,)
    longer = wrong._replace(seconds=9_000)
    next_one = LoggedRun(wrong.began + 6_000, TODAY, 2_000, 600)
    assert with_runs((wrong, next_one), (longer,), TODAY) == (wrong, next_one)


RUNS = st.lists(
    st.builds(
        LoggedRun,
        st.integers(0, 40),
        st.integers(0, 60).map(lambda days: TODAY - timedelta(days=days)),
        st.integers(0, 60_000),
        st.integers(1, 20_000),
    ),
    max_size=12,
)


@given(RUNS, RUNS)
def test_reading_runs_again_changes_nothing(some: list[LoggedRun], more: list[LoggedRun]) -> None:
    once = with_runs(with_runs((), some, TODAY), more, TODAY)
    assert with_runs(once, more, TODAY) == once
    assert with_runs(once, (), TODAY) == once
    assert all((TODAY - one.day).days <= KEPT_DAYS for one in once)
    assert tiring_run(once, TODAY) == tiring_run(once, TODAY)
