"""A simulated runner over 26 weeks: the curve of each exercise makes sense."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from random_histories import CATALOG
from support.simulated_runner import (
    MONDAY,
    Point,
    always_easy,
    always_hard,
    always_right,
    any_mood,
    curve,
    simulate,
)

from skill.training.ladder import easier, harder, lowest_rung
from skill.training.past import known_standings
from skill.training.preferences import Preferences, Units
from skill.training.progression import LONGEST_GAP_DAYS, LONGEST_PAUSE_DAYS
from skill.training.record import joined
from skill.training.rung import Rung, Why

BASICS = [exercise.id for exercise in CATALOG.basics]
EQUIPPED = Preferences(equipment=("kettlebell", "mini_band"), units=Units.KILOGRAMS)
KINDS = [Preferences(), EQUIPPED]


def rungs(points: Sequence[Point]) -> list[Rung]:
    return [point.rung for point in points]


def climb(base_id: str, wishes: Preferences) -> list[Rung]:
    """The whole ladder, bottom to top, or its first hundred rungs."""
    found = [lowest_rung(CATALOG.exercises[base_id])]
    while (above := harder(CATALOG, found[-1], wishes)) and len(found) < 100:
        found.append(above)
    return found


@pytest.mark.parametrize("wishes", KINDS, ids=["bare", "equipped"])
@pytest.mark.parametrize("base_id", BASICS)
def test_always_easy_climbs_the_ladder_one_rung_every_second_session(
    base_id: str, wishes: Preferences
) -> None:
    points = curve(simulate(CATALOG, always_easy, wishes=wishes), base_id)
    ladder = climb(base_id, wishes)
    assert len(points) == 26
    expected = [ladder[min(i // 2, len(ladder) - 1)] for i in range(len(points))]
    assert rungs(points) == expected
    whys = [point.reason.why for point in points[1:]]
    up = Why.SPARE
    changed = [before != now for before, now in pairwise(rungs(points))]
    assert [why is up for why in whys] == changed


@pytest.mark.parametrize("base_id", BASICS)
def test_always_right_climbs_slowly(base_id: str) -> None:
    points = curve(simulate(CATALOG, always_right), base_id)
    ladder = climb(base_id, Preferences())
    assert rungs(points) == [ladder[min(i // 4, len(ladder) - 1)] for i in range(len(points))]


@pytest.mark.parametrize("base_id", BASICS)
def test_always_hard_stays_at_the_bottom_and_never_below_it(base_id: str) -> None:
    points = curve(simulate(CATALOG, always_hard), base_id)
    assert set(rungs(points)) == {lowest_rung(CATALOG.exercises[base_id])}
    assert not any(point.reason.changed for point in points)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("wishes", KINDS, ids=["bare", "equipped"])
def test_a_runner_of_any_mood_goes_one_rung_at_a_time_and_hears_of_every_change(
    wishes: Preferences, seed: int
) -> None:
    sessions = simulate(CATALOG, any_mood, wishes=wishes, seed=seed, off=(7, 8, 9, 15))
    for base_id in BASICS:
        for before, now in pairwise(curve(sessions, base_id)):
            last = before.rung
            beside = (last, harder(CATALOG, last, wishes), easier(CATALOG, last, wishes))
            assert now.rung in beside
            assert now.reason.changed is (now.rung != last)
            assert now.reason.was == last
            exercise = CATALOG.exercises[now.rung.exercise_id]
            assert exercise.lowest <= now.rung.amount <= exercise.highest


def test_after_weeks_off_every_exercise_comes_back_one_rung_lower_once() -> None:
    sessions = simulate(CATALOG, always_right, off=(10, 11, 12))
    back = MONDAY + timedelta(weeks=13)
    for base_id in BASICS:
        points = curve(sessions, base_id)
        before = [point for point in points if point.day < back]
        after = [point for point in points if point.day >= back]
        lower = easier(CATALOG, before[-1].rung, Preferences())
        assert after[0].reason.why is (Why.GAP if lower else Why.STEADY)
        assert after[0].rung == (lower or before[-1].rung)
        assert all(point.reason.why is not Why.GAP for point in after[1:])


def test_the_reason_of_a_gap_tells_its_days() -> None:
    sessions = simulate(CATALOG, always_right, off=(10, 11, 12))
    gaps = {
        item.reason.days
        for session in sessions
        for item in session.plan.prescriptions
        if item.reason.why is Why.GAP
    }
    assert gaps
    assert all(days >= LONGEST_PAUSE_DAYS or days > LONGEST_GAP_DAYS for days in gaps)


def test_alternating_weeks_are_no_gap() -> None:
    for session in simulate(CATALOG, always_right):
        assert all(item.reason.why is not Why.GAP for item in session.plan.prescriptions)


@pytest.mark.parametrize("mood", [always_easy, always_right, always_hard, any_mood])
def test_a_coach_that_folds_old_records_asks_for_the_same_all_year(mood: object) -> None:
    kept, folded = (
        simulate(CATALOG, mood, weeks=40, off=(20, 21, 22), seed=3, compact=compact)  # type: ignore[arg-type]
        for compact in (False, True)
    )
    assert [s.plan for s in kept] == [s.plan for s in folded]


def test_half_a_year_trains_all_ten_week_in_week_out() -> None:
    sessions = simulate(CATALOG, any_mood, seed=5)
    for first, second in pairwise(range(26)):
        trained = {
            item.exercise.base_id
            for session in sessions
            if (session.day - MONDAY).days // 7 in (first, second)
            for item in session.plan.prescriptions
        }
        assert trained == set(BASICS)


def test_the_steps_that_a_standing_counts_are_those_of_the_curve() -> None:
    sessions = simulate(CATALOG, any_mood, seed=8, wishes=EQUIPPED)
    history = joined((), [record for session in sessions for record in session.records])
    for base_id, standing in known_standings(history).items():
        ladder = rungs(curve(sessions, base_id))
        ups = sum(harder(CATALOG, a, EQUIPPED) == b for a, b in pairwise(ladder) if a != b)
        downs = sum(harder(CATALOG, a, EQUIPPED) != b for a, b in pairwise(ladder) if a != b)
        assert standing.steps == ups - downs
        assert (standing.first, standing.rung) == (ladder[0], ladder[-1])
        assert standing.first_day >= date(2026, 1, 5)
