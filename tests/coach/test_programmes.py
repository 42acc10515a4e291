"""Programmes by voice, beside the legs."""

import re

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    ChangePlan,
    Command,
    FinishEarly,
    GoToExercise,
    HeardNumber,
    HowManyLeft,
    LeaveSession,
    Named,
    NamedExercise,
    NoTool,
    OpenCoach,
    Pain,
    SkipExercise,
    StartProgramme,
    StartWorkout,
    SwitchProgramme,
    WhatIsThis,
    WhichProgrammes,
)
from skill.loaders import load_catalog, load_collection, load_phrasebook, voices_with
from skill.store.memory import MemoryStore

CORE, LEGS, NOTHING = Named("core", "core"), Named("legs", "legs"), Named(None, "swimming")
ANKLES = Named("ankles", "ankles")


@pytest.fixture
def runner(store: MemoryStore) -> Runner:
    """A runner whose coach has the programmes that come with it."""
    found = load_collection()
    return Runner(Coach(found.catalog, store, voices_with(found.words)))


def trained(runner: Runner) -> list[str]:
    return [exercise.id for exercise in runner.workout.plan.exercises]


def test_the_programmes_are_named(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(WhichProgrammes(), after_s=10)
    for name in ("leg strength", "core for runners", "ankles and feet", "calm evening mobility"):
        assert name in runner.words().lower()


def test_a_programme_is_started_for_today_alone(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(StartProgramme(CORE), after_s=10)
    assert runner.workout.under_way
    assert trained(runner)[0] == "dead_bug"
    assert "core for runners" in runner.words().lower()
    runner.works_until(5)
    runner.tell(FinishEarly())
    runner.tell(FinishEarly(), after_s=30)
    runner.tell(LeaveSession())
    assert [record.exercise_id for record in runner.stored.history] == ["dead_bug"]
    assert len(runner.stored.times) == 1
    runner.tell(OpenCoach(), after_s=86_400)
    assert "dead_bug" not in trained(runner)


def test_a_side_is_no_leg_where_no_leg_works(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(StartProgramme(CORE), after_s=10)
    runner.tell(GoToExercise(NamedExercise("side_plank", "side planks")), after_s=2)
    assert re.search(r"Start with your left side\.|Left side first\.", runner.words())
    runner.tell(WhatIsThis(), after_s=32)
    assert "You're on your left side." in runner.words()
    runner.tell(HowManyLeft(), after_s=2)
    assert "Then your right side." in runner.words()


@pytest.mark.parametrize(("skipped", "left"), [(1, ["short_foot"] * 2), (2, ["short_foot"] * 2)])
def test_what_needs_a_thing_that_is_missing_is_left_out_where_nothing_can_stand_in(
    runner: Runner, skipped: int, left: list[str]
) -> None:
    for said in (OpenCoach(), Pain(Named("hip", "hip")), NoTool(Named("step", "step"))):
        runner.tell(said, after_s=5)
    runner.tell(StartProgramme(ANKLES), after_s=5)
    for _ in range(skipped):
        runner.tell(SkipExercise(), after_s=5)
    runner.tell(NoTool(Named("wall", "wall")), after_s=5)
    ahead = runner.workout.plan.sets[runner.workout.place.at :]
    assert [work.exercise.id for work in ahead] == left
    assert "left_out.done" in runner.said()


def test_another_programme_from_now_on_and_back_to_the_legs(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(SwitchProgramme(CORE), after_s=10)
    assert trained(runner)[0] == "dead_bug"
    runner.tell(LeaveSession())
    runner.tell(OpenCoach(), after_s=86_400)
    assert "programme.today" in runner.said()
    assert trained(runner)[0] == "dead_bug"
    runner.tell(SwitchProgramme(LEGS), after_s=10)
    assert "dead_bug" not in trained(runner)
    runner.tell(StartWorkout(), after_s=10)
    assert runner.workout.under_way


def test_a_workout_under_way_is_not_thrown_away(runner: Runner) -> None:
    runner.starts()
    before = trained(runner)
    runner.tell(StartProgramme(CORE), after_s=10)
    assert "programme.under_way" in runner.said()
    runner.tell(SwitchProgramme(CORE), after_s=10)
    assert "programme.next_time" in runner.said()
    assert trained(runner) == before


@pytest.mark.parametrize("command", [StartProgramme, SwitchProgramme])
def test_an_unknown_name_is_answered_with_those_there_are(runner: Runner, command: type) -> None:
    runner.tell(OpenCoach())
    runner.tell(command(NOTHING), after_s=10)
    assert "swimming" in runner.words()
    runner.tell(command(None), after_s=10)
    assert "programme.list" in runner.said()


def test_a_chosen_programme_that_is_gone_leaves_the_legs(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(SwitchProgramme(CORE), after_s=10)
    runner.tell(LeaveSession())

    without = Runner(Coach(load_catalog(), runner.coach.store, load_phrasebook), now=runner.now)
    without.tell(OpenCoach(), after_s=60)
    assert "dead_bug" not in trained(without)


@pytest.mark.parametrize(
    "wish",
    [ChangePlan(short=True), ChangePlan(rounds=HeardNumber(4)), StartWorkout(HeardNumber(3))],
    ids=["shorter", "rounds", "start"],
)
def test_a_programme_keeps_its_size_and_whoever_wants_another_is_told_so(
    runner: Runner, wish: Command
) -> None:
    runner.tell(OpenCoach())
    runner.tell(SwitchProgramme(CORE), after_s=10)
    plan, wishes = runner.workout.plan, runner.stored.preferences
    runner.tell(wish, after_s=10)
    assert (runner.workout.plan, runner.stored.preferences) == (plan, wishes)
    assert "this workout stays as it is: five exercises and two rounds" in runner.words().lower()
