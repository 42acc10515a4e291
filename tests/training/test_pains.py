"""Pains of the last weeks: which of them keep coming back."""

from datetime import date, timedelta

from skill.training.pains import PainfulDay, PainfulDays, returning, with_pains, without

MONDAY = date(2026, 3, 2)


def after(*weeks: int, joints: tuple[str, ...] = ("knee",)) -> PainfulDays:
    """What is known once the joints hurt in so many weeks after the first Monday."""
    known: PainfulDays = ()
    for week in weeks:
        known = with_pains(known, MONDAY + timedelta(weeks=week), joints)
    return known


def test_the_third_day_within_six_weeks_makes_a_pain_that_returns() -> None:
    assert returning(after(0, 2), MONDAY + timedelta(weeks=2)) == ()
    assert returning(after(0, 2, 5), MONDAY + timedelta(weeks=5)) == ("knee",)


def test_what_hurt_six_weeks_ago_counts_no_more_and_is_forgotten_with_the_next_workout() -> None:
    known = after(0, 2, 5)
    assert returning(known, MONDAY + timedelta(weeks=6)) == ()
    kept = with_pains(known, MONDAY + timedelta(weeks=6), ())
    assert [one.day for one in kept] == [MONDAY + timedelta(weeks=week) for week in (2, 5)]


def test_two_workouts_of_one_day_are_one_day_of_pain() -> None:
    known = after(0, 0, 0)
    assert known == (PainfulDay(MONDAY, ("knee",)),)
    assert returning(known, MONDAY) == ()


def test_each_joint_has_days_of_its_own() -> None:
    known = with_pains(after(0, 1, joints=("knee", "hip")), MONDAY + timedelta(weeks=2), ["hip"])
    assert returning(known, MONDAY + timedelta(weeks=2)) == ("hip",)


def test_of_what_was_told_nothing_is_left_and_of_the_rest_everything() -> None:
    known = with_pains(after(0, 1), MONDAY + timedelta(weeks=1), ["hip"])
    assert without(known, ["knee"]) == (PainfulDay(MONDAY + timedelta(weeks=1), ("hip",)),)


def test_a_workout_without_pain_adds_no_day() -> None:
    assert with_pains((), MONDAY, ()) == ()
