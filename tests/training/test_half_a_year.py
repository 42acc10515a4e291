"""A simulated runner over 26 weeks: the curve of each exercise makes sense."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest
from random_histories import CATALOG
from support.simulated_runner import (
    MONDAY,
    Mood,
    Point,
    Session,
    all_but,
    always_easy,
    always_hard,
    always_right,
    any_mood,
    curve,
    simulate,
)

from skill.training.exercise import Dose
from skill.training.ladder import easier, harder, lowest_rung
from skill.training.past import known_standings
from skill.training.preferences import Preferences, Units
from skill.training.prescription import Prescription
from skill.training.progression import LONGEST_GAP_DAYS, LONGEST_PAUSE_DAYS, TWO_RUNGS_DAYS
from skill.training.record import joined
from skill.training.rung import Rung, Why
from skill.training.work_time import length_ms

pytestmark = pytest.mark.slow

BASICS = [exercise.id for exercise in CATALOG.basics]
EQUIPPED = Preferences(equipment=("kettlebell", "mini_band"), units=Units.KILOGRAMS)
KINDS = [Preferences(), EQUIPPED]


@cache
def half_a_year(mood: Mood, preferences: Preferences) -> list[Session]:
    """The same half year for every exercise that is looked at."""
    return simulate(CATALOG, mood, preferences=preferences)


def rungs(points: Sequence[Point]) -> list[Rung]:
    return [point.rung for point in points]


def climb(base_id: str, preferences: Preferences) -> list[Rung]:
    """The whole ladder, bottom to top, or its first hundred rungs."""
    found = [lowest_rung(CATALOG.exercises[base_id])]
    while (above := harder(CATALOG, found[-1], preferences)) and len(found) < 100:
        found.append(above)
    return found


def before(item: Prescription) -> Prescription:
    """What the last session asked of the exercise."""
    was = item.reason.was
    if was is None:
        return item
    exercise = CATALOG.exercises[was.exercise_id]
    return item._replace(
        exercise=exercise, dose=Dose(exercise.measure, was.amount), extra_sets=was.extra_sets
    )


@pytest.mark.parametrize("preferences", KINDS, ids=["bare", "equipped"])
@pytest.mark.parametrize("mood", [always_easy, always_right, any_mood])
def test_at_most_two_exercises_rise_in_a_session_and_it_grows_by_a_tenth_at_most(
    mood: Mood, preferences: Preferences
) -> None:
    for session in simulate(
        CATALOG, mood, preferences=preferences, weeks=all_but(12, 13, 14), seed=4
    ):
        items = session.plan.prescriptions
        risen = [i for i in items if i.reason.why in (Why.SPARE, Why.ESTABLISHED)]
        assert len(risen) <= 2
        assert len({item.exercise.pattern for item in risen}) == len(risen)
        if len(risen) == 2:
            assert not any(item.exercise.impact for item in risen)
        same = [before(item) if item in risen else item for item in items]
        rounds = session.plan.rounds
        now, then = (sum(length_ms(i, rounds) for i in row) for row in (items, same))
        assert now <= then * 1.1


@pytest.mark.parametrize("preferences", KINDS, ids=["bare", "equipped"])
@pytest.mark.parametrize(("mood", "sessions_a_rung"), [(always_easy, 2), (always_right, 4)])
@pytest.mark.parametrize("base_id", BASICS)
def test_an_exercise_climbs_its_ladder_no_faster_than_the_evidence_and_never_stops(
    base_id: str, mood: Mood, sessions_a_rung: int, preferences: Preferences
) -> None:
    points = curve(half_a_year(mood, preferences), base_id)
    ladder = climb(base_id, preferences)
    heights = [ladder.index(rung) for rung in rungs(points)]
    assert heights == sorted(heights)
    assert all(height <= i // sessions_a_rung for i, height in enumerate(heights))
    assert heights[-1] >= min(1, len(ladder) - 1)
    assert all(b - a <= 1 for a, b in pairwise(heights))


def test_what_has_to_wait_for_its_step_gets_it_before_the_others() -> None:
    sessions = half_a_year(always_easy, KINDS[0])
    waits = [
        max((item.reason.times for item in session.plan.prescriptions), default=0)
        for session in sessions
    ]
    assert any(i.reason.why is Why.WAITS for s in sessions for i in s.plan.prescriptions)
    assert max(waits) <= 7  # the first ones while two rounds become three


@pytest.mark.parametrize("base_id", BASICS)
def test_always_hard_stays_at_the_bottom_and_never_below_it(base_id: str) -> None:
    points = curve(half_a_year(always_hard, KINDS[0]), base_id)
    assert set(rungs(points)) == {lowest_rung(CATALOG.exercises[base_id])}
    assert not any(point.reason.why in (Why.SPARE, Why.GAP, Why.MISSED) for point in points)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("preferences", KINDS, ids=["bare", "equipped"])
def test_a_runner_of_any_mood_goes_one_rung_at_a_time_and_hears_of_every_change(
    preferences: Preferences, seed: int
) -> None:
    sessions = simulate(
        CATALOG, any_mood, preferences=preferences, seed=seed, weeks=all_but(7, 8, 9, 15)
    )
    for base_id in BASICS:
        for before, now in pairwise(curve(sessions, base_id)):
            last = before.rung
            below = easier(CATALOG, last, preferences)
            lower = below and easier(CATALOG, below, preferences)
            above = harder(CATALOG, last, preferences)
            # A short session leaves out the step that is one set more.
            beyond = above and harder(CATALOG, above, preferences)
            assert now.rung in (last, above, beyond, below, lower)
            assert now.reason.changed is (now.rung != last or now.reason.instead_of is not None)
            assert now.reason.was == last
            exercise = CATALOG.exercises[now.rung.exercise_id]
            assert exercise.lowest <= now.rung.amount <= exercise.highest


def test_after_weeks_off_every_exercise_comes_back_one_rung_lower_once() -> None:
    sessions = simulate(CATALOG, always_right, weeks=all_but(10, 11, 12))
    back = MONDAY + timedelta(weeks=13)
    for base_id in BASICS:
        points = curve(sessions, base_id)
        before = [point for point in points if point.day < back]
        after = [point for point in points if point.day >= back]
        last = before[-1].rung
        lower = easier(CATALOG, last, Preferences()) or last
        days = after[0].reason.days
        if days >= TWO_RUNGS_DAYS:
            lower = easier(CATALOG, lower, Preferences()) or lower
        if after[0].reason.instead_of is None:
            assert after[0].reason.why is (Why.STEADY if lower == last else Why.GAP)
            assert after[0].rung == lower
        assert all(point.reason.why is not Why.GAP for point in after[1:])


def test_the_reason_of_a_gap_tells_its_days() -> None:
    sessions = simulate(CATALOG, always_right, weeks=all_but(10, 11, 12))
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
        simulate(CATALOG, mood, weeks=all_but(20, 21, 22, weeks=40), seed=3, compact=compact)  # type: ignore[arg-type]
        for compact in (False, True)
    )
    assert [s.plan for s in kept] == [s.plan for s in folded]


def test_half_a_year_trains_all_ten_week_in_week_out() -> None:
    sessions = simulate(CATALOG, any_mood, seed=5)
    for first, second in pairwise(range(26)):
        trained = {
            item.exercise.turns_with or item.exercise.base_id
            for session in sessions
            if (session.day - MONDAY).days // 7 in (first, second)
            for item in session.plan.prescriptions
        }
        assert trained == set(BASICS)


def test_the_steps_that_a_standing_counts_are_those_of_the_curve() -> None:
    sessions = simulate(CATALOG, any_mood, seed=8, preferences=EQUIPPED)
    history = joined((), [record for session in sessions for record in session.records])
    for base_id, standing in known_standings(history).items():
        ladder = rungs(curve(sessions, base_id))
        heights = [climb(base_id, EQUIPPED).index(rung) for rung in ladder]
        ups = sum(a < b for a, b in pairwise(heights))
        downs = sum(a > b for a, b in pairwise(heights))
        assert standing.steps == ups - downs
        assert (standing.first, standing.rung) == (ladder[0], ladder[-1])
        assert standing.first_day >= date(2026, 1, 5)
