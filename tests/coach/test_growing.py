"""A beginner's session grows by single sets: it is told so, led so, kept so, and explained."""

from datetime import UTC, datetime, time, timedelta

import pytest
from runner import RUNNER, Runner
from support.simulated_runner import MONDAY, always_right, simulate
from support.training_records import trained

from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.athlete.stored.plan import read_plan, write_plan
from skill.coach.coach import Coach
from skill.coach.commands import (
    ChangePlan,
    HeardNumber,
    LightDay,
    NamedExercise,
    OpenCoach,
    WhyThis,
)
from skill.loaders import load_catalog, load_collection
from skill.store.memory import MemoryStore
from skill.training.record import joined
from skill.training.session_size import LATEST_WORKOUTS, bounds_of_growth

CATALOG = load_catalog()
SESSIONS = simulate(CATALOG, always_right, weeks=4)
SIXTH, SEVENTH = 5, 6


def before(coach: Coach, store: MemoryStore, session: int) -> Runner:
    """A runner on the morning of a session, counted from 0, with all before it done."""
    history = joined((), [record for s in SESSIONS[:session] for record in s.records])
    store.save(RUNNER, write_document(Athlete(history=history, greeted=True)), 0)
    day = MONDAY + timedelta(weeks=session // 2, days=3 * (session % 2))
    return Runner(coach, now=datetime.combine(day, time(18), UTC))


def test_one_or_two_exercises_with_a_set_more_are_named(coach: Coach, store: MemoryStore) -> None:
    runner = before(coach, store, SIXTH)
    runner.tell(OpenCoach())
    assert "two rounds, and one more set of lunges with overhead reach" in runner.words()


def test_of_more_than_two_only_their_number_is_told(coach: Coach, store: MemoryStore) -> None:
    runner = before(coach, store, SEVENTH)
    runner.tell(OpenCoach())
    assert "two rounds, and one more set each of three exercises" in runner.words()


def test_the_set_more_comes_after_the_rounds_and_is_explained(
    coach: Coach, store: MemoryStore
) -> None:
    runner = before(coach, store, SIXTH)
    runner.starts()
    (growing,) = runner.workout.plan.growing
    last = runner.workout.plan.sets[-1]
    assert (last.round, last.entry, last.exercise.id) == (3, growing, "lunge")
    runner.tell(WhyThis(NamedExercise("lunge", "lunge")), after_s=30)
    assert "why.growing" in runner.said()
    runner.tell(WhyThis(NamedExercise("squat", "squat")), after_s=30)
    assert "why.growing" not in runner.said()


@pytest.mark.parametrize("session", [SIXTH, SEVENTH])
def test_a_light_day_has_no_sets_more_and_fewer_in_all(
    coach: Coach, store: MemoryStore, session: int
) -> None:
    runner = before(coach, store, session)
    runner.tell(OpenCoach())
    usual = runner.workout.plan
    assert usual.growing
    runner.tell(LightDay(), after_s=20)
    light = runner.workout.plan
    assert not light.growing
    assert len(light.sets) <= len(usual.sets) - len(usual.growing)


@pytest.mark.parametrize("session", [SIXTH, SEVENTH])
def test_a_light_day_named_at_the_first_set_takes_the_sets_more_and_no_round(
    coach: Coach, store: MemoryStore, session: int
) -> None:
    runner = before(coach, store, session)
    runner.starts()
    usual = runner.workout.plan
    assert usual.growing
    runner.tell(LightDay(), after_s=20)
    assert len(runner.workout.plan.sets) == len(usual.sets) - len(usual.growing)
    assert runner.workout.plan.last_round == usual.rounds


def test_calm_minutes_in_the_evening_keep_no_session_from_growing() -> None:
    catalog = load_collection().catalog
    calm = [catalog.exercises[id_] for id_ in catalog.programmes["evening"].exercises]
    legs = [record for s in SESSIONS[:SIXTH] for record in s.records]
    evenings = [
        trained(legs[-1].day + timedelta(days=n), exercise, workout=2)
        for n in range(1, LATEST_WORKOUTS + 1)
        for exercise in calm
    ]
    usual = bounds_of_growth(catalog, joined((), legs), 2, 3)
    assert bounds_of_growth(catalog, joined(legs, evenings), 2, 3) == usual


def test_more_rounds_than_the_legs_are_used_to_come_later(coach: Coach, store: MemoryStore) -> None:
    runner = before(coach, store, SIXTH)
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(rounds=HeardNumber(4)), after_s=20)
    assert "plan.eased_rounds" in runner.said()
    assert runner.workout.plan.rounds == 2


def test_the_exercise_that_comes_first_by_wish_keeps_the_set_more_where_it_was() -> None:
    plan = SESSIONS[SIXTH].plan
    (growing,) = plan.growing
    for entry in range(len(plan.prescriptions)):
        other = plan.beginning_with(entry)
        (kept,) = other.growing
        assert other.prescriptions[kept] == plan.prescriptions[growing]
        assert len(other.sets) == len(plan.sets)


def test_a_stored_plan_keeps_its_sets_more() -> None:
    plan = SESSIONS[SEVENTH].plan
    assert plan.growing
    assert read_plan(write_plan(plan), CATALOG) == plan
