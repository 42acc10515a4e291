"""Every step can be explained afterwards, in the words in which it was announced."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from random_histories import CATALOG, DAYS, HISTORIES
from support.examples import tried
from support.simulated_runner import (
    MONDAY,
    Mood,
    all_but,
    always_easy,
    always_hard,
    always_right,
    any_mood,
    curve,
    simulate,
)
from support.training_records import trained

from skill.training.past import NO_PAST, compacted, known_standings
from skill.training.preferences import OwnLoad, Preferences, Units
from skill.training.record import Effort, History, joined
from skill.training.rung import Reason, Rung, Why
from skill.training.standing import direction
from skill.training.steps import Step, steps

E = CATALOG.exercises
LUNGE, BRIDGE = E["lunge"], E["glute_bridge"]
KETTLEBELL = Preferences(equipment=("kettlebell",), units=Units.KILOGRAMS)
proven = tried(150)


def of(base_id: str, history: History) -> list[Step]:
    return [step for step in steps(history) if step.base_id == base_id]


def test_an_exercise_begins_with_its_first_session() -> None:
    assert steps((trained(MONDAY, LUNGE),)) == (Step(MONDAY, "lunge", Rung("lunge", 10), Reason()),)


def test_two_sessions_with_two_to_spare_are_the_reason_for_the_next_step() -> None:
    history = joined(
        (),
        [
            trained(MONDAY, LUNGE, 10, effort=Effort.EASY, spare=2),
            trained(MONDAY + timedelta(3), LUNGE, 10, effort=Effort.EASY, spare=3),
            trained(MONDAY + timedelta(7), LUNGE, 12),
        ],
    )
    _, step = steps(history)
    assert step.day == MONDAY + timedelta(7)
    assert step.reason == Reason(Why.SPARE, Rung("lunge", 10), times=2, spare=2)


def test_a_load_of_the_runners_own_and_a_tool_that_is_gone_are_told_apart() -> None:
    first = trained(MONDAY, BRIDGE, 10)
    loaded = trained(MONDAY + timedelta(3), BRIDGE, 10, tool="kettlebell", load_grams=8_000)
    bare = trained(MONDAY + timedelta(7), BRIDGE, 10)
    whys = [(s.reason.why, s.reason.without) for s in steps(joined((), [first, loaded, bare]))]
    assert whys == [(Why.FIRST_TIME, None), (Why.OWN_LOAD, None), (Why.NO_TOOL, "kettlebell")]


def test_a_step_that_no_session_called_for_was_a_wish() -> None:
    history = joined((), [trained(MONDAY, LUNGE, 10), trained(MONDAY + timedelta(3), LUNGE, 14)])
    assert steps(history)[-1].reason == Reason(Why.WISH, Rung("lunge", 10))


def test_a_harder_session_of_the_same_day_cannot_be_called_for_by_itself() -> None:
    one = trained(MONDAY, LUNGE, 10)
    variation = trained(MONDAY, E["squat"], 15)._replace(base_id="lunge")
    assert [step.reason.why for step in steps(joined((), [one, variation]))] == [
        Why.FIRST_TIME,
        Why.WISH,
    ]


@pytest.mark.slow
@pytest.mark.parametrize("mood", [always_easy, always_right, always_hard, any_mood])
@pytest.mark.parametrize(
    ("off", "preferences"),
    [*product([(), (4, 5, 6, 7, 15, 16)], [KETTLEBELL, Preferences()])],
)
def test_half_a_year_is_explained_as_it_was_announced(
    mood: Mood, off: tuple[int, ...], preferences: Preferences
) -> None:
    sessions = simulate(CATALOG, mood, preferences=preferences, weeks=all_but(*off), seed=5)
    history = tuple(record for session in sessions for record in session.records)
    for exercise in CATALOG.basics:
        points = curve(sessions, exercise.id)
        stood_in = {point.day for point in points if point.reason.instead_of}
        announced = [
            (point.day, point.rung, point.reason)
            for point in points
            if point.day not in stood_in
            and (point.reason.changed or point.reason.why is Why.FIRST_TIME)
        ]
        found = [
            (step.day, step.rung, step.reason)
            for step in of(exercise.id, history)
            if step.day not in stood_in
        ]
        assert found == announced


def test_the_runners_own_load_is_explained_as_it_was_announced() -> None:
    own = OwnLoad("glute_bridge", "kettlebell", 12_000, MONDAY)
    preferences = KETTLEBELL._replace(loads=(own,))
    sessions = simulate(CATALOG, always_right, preferences=preferences)
    points = curve(sessions, "glute_bridge")
    history = tuple(record for session in sessions for record in session.records)
    assert points[0].rung.load_grams == 12_000
    found = [step.rung for step in of("glute_bridge", history)]
    assert found == list(dict.fromkeys(point.rung for point in points))


@pytest.mark.slow
@proven
@given(HISTORIES)
def test_the_last_step_of_an_exercise_is_where_it_stands(history: History) -> None:
    standings = known_standings(history)
    for base_id, standing in standings.items():
        taken = of(base_id, history)
        assert (taken[-1].rung if taken else None) == standing.rung
        directions = [direction(step.reason.was, step.rung, base_id) for step in taken]
        assert sum(directions) == standing.steps


@proven
@given(HISTORIES, DAYS)
def test_folding_old_records_changes_no_later_step(history: History, day: date) -> None:
    kept, past = compacted(history, NO_PAST, day)
    later = [step for step in steps(history) if past.until is None or step.day >= past.until]
    assert list(steps(kept, past)) == later
