"""After weeks off a session is shorter and has no jumps; after two months the next one is as well."""

from datetime import date, timedelta

from support.tables import with_each
from support.training_records import trained

from skill.loaders import load_catalog
from skill.training.coming_back import FIRST_EXERCISES, GROWN_WORKOUTS, EasedIn, eased_in
from skill.training.past import Past, compacted

SQUAT = load_catalog().exercises["squat"]
LAST = date(2026, 3, 2)
WEEK = timedelta(weeks=1)


def after(*gaps: timedelta) -> EasedIn:
    """How a runner who trained each week for three months is eased in, after more gaps."""
    days = [LAST - n * WEEK for n in range(GROWN_WORKOUTS)]
    for gap in gaps[:-1]:
        days.append(max(days) + gap)
    history = tuple(trained(day, SQUAT) for day in sorted(days))
    return eased_in(history, Past(), max(days) + gaps[-1])


@with_each(
    ("off", "jumps", "rounds"),
    [
        (WEEK, True, 4),
        (timedelta(days=13), True, 4),
        (2 * WEEK, False, 3),
        (4 * WEEK, False, 2),
        (9 * WEEK, False, 2),
    ],
)
def test_the_longer_the_weeks_off_the_fewer_rounds_and_no_jumps_from_two_weeks_on(
    off: timedelta, jumps: bool, rounds: int
) -> None:
    today = after(off)
    assert (today.jumps, today.rounds(4)) == (jumps, rounds)
    assert today.came_back is (not jumps)


def test_workouts_of_one_day_count_as_one_for_who_starts_over_has_trained_no_more() -> None:
    day = date(2026, 3, 2)
    one = (trained(day, SQUAT, sets=1, workout=1),)
    again = (*one, *(trained(day, SQUAT, sets=1, workout=n) for n in range(2, 16)))
    for later in range(1, 4):
        tomorrow = day + timedelta(later)
        assert eased_in(again, Past(), tomorrow) == eased_in(one, Past(), tomorrow)
    assert eased_in(again, Past(), day).most_exercises == FIRST_EXERCISES


def test_after_two_months_off_two_sessions_are_eased_and_jumps_come_back_in_the_third() -> None:
    assert not after(9 * WEEK, WEEK).jumps
    assert after(9 * WEEK, WEEK).rounds(4) == 2
    assert not after(9 * WEEK, WEEK).came_back
    third = after(9 * WEEK, WEEK, WEEK)
    assert (third.jumps, third.rounds(4)) == (True, 2)


def test_after_two_months_off_a_session_grows_from_the_fifth_on_as_in_the_beginning() -> None:
    ahead = [after(9 * WEEK, *[WEEK] * n).rounds_ahead(4) for n in range(GROWN_WORKOUTS + 1)]
    assert ahead == [2] * 4 + [4] * (GROWN_WORKOUTS - 3)
    assert after(9 * WEEK, *[WEEK] * GROWN_WORKOUTS).rounds(4) == 4


def test_after_four_weeks_off_the_second_session_is_as_usual() -> None:
    second = after(4 * WEEK, WEEK)
    assert (second.jumps, second.rounds(4)) == (True, 4)


def test_a_break_that_was_folded_long_ago_eases_nobody_in() -> None:
    days = [LAST - 2 * n * WEEK for n in range(12)] + [LAST - (40 + n) * WEEK for n in range(6)]
    history = tuple(trained(day, SQUAT) for day in sorted(days))
    kept, past = compacted(history, Past(), LAST)
    assert past.until is not None
    assert len(kept) < GROWN_WORKOUTS
    today = eased_in(kept, past, LAST + timedelta(days=3))
    assert today == EasedIn(jumps=True)
