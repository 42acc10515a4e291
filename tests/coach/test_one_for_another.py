"""One exercise is exchanged for another that was named; and what was done is told in the rest after it."""

from typing import Any

import pytest
from runner import MONDAY, RUNNER, Runner

from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_document
from skill.coach.commands import (
    BringBack,
    HowManyLeft,
    Named,
    NamedExercise,
    OpenCoach,
    Pain,
    SomethingElse,
)
from skill.store.memory import MemoryStore
from skill.training.exercise import Exercise
from skill.training.preferences import Preferences
from skill.workout.states import State


def named(id_: str) -> NamedExercise:
    return NamedExercise(id_, id_)


def today(runner: Runner) -> set[str]:
    return {work.exercise.base_id for work in runner.workout.plan.sets}


def not_today(runner: Runner) -> Exercise:
    """An exercise that could be done today and is not planned."""
    return next(
        one
        for one in runner.coach.catalog.basics
        if one.id not in today(runner) and not one.impact and not one.needs
    )


def test_the_exercise_that_was_wished_for_comes_instead_in_every_round(runner: Runner) -> None:
    runner.starts()
    wished, first = not_today(runner), runner.workout.plan.sets[0].exercise.base_id
    runner.tell(SomethingElse(runner.exercise_of(0), wished=named(wished.id)), after_s=10)
    assert wished.id in today(runner)
    assert first not in today(runner)
    assert runner.stored.preferences.swap_for(first) == wished.id


def test_to_bring_one_exercise_back_leaves_what_came_instead_of_another_alone(
    runner: Runner,
) -> None:
    runner.starts()
    first, second = (runner.workout.plan.sets[at].exercise.base_id for at in (0, 1))
    runner.tell(SomethingElse(named(second)), after_s=10)
    runner.tell(SomethingElse(named(first)), after_s=10)
    exchanged = [work.exercise.base_id for work in runner.workout.plan.sets]
    runner.tell(BringBack(named(first)), after_s=10)
    assert "back.exercise_later" in runner.said()
    now = [work.exercise.base_id for work in runner.workout.plan.sets]
    rounds = len(now) // runner.workout.plan.rounds
    assert now[:rounds] == exchanged[:rounds]
    assert now[rounds] == first
    assert now[rounds + 1] == exchanged[rounds + 1] != second


def test_before_the_workout_begins_the_wish_is_in_the_plan(runner: Runner) -> None:
    runner.tell(OpenCoach())
    wished, first = not_today(runner), runner.workout.plan.sets[0].exercise.base_id
    runner.tell(SomethingElse(named(first), wished=named(wished.id)), after_s=10)
    assert wished.id in today(runner)
    assert first not in today(runner)


def test_what_comes_today_anyway_takes_no_other_place(runner: Runner) -> None:
    runner.starts()
    before = runner.workout.plan.sets
    other = next(w.exercise for w in before if w.exercise.base_id != before[0].exercise.base_id)
    runner.tell(SomethingElse(runner.exercise_of(0), wished=named(other.base_id)), after_s=10)
    assert runner.said()[0] == "instead.today_anyway"
    assert runner.workout.plan.sets == before


def test_what_loads_a_sore_joint_is_not_taken_though_it_is_wished_for(runner: Runner) -> None:
    runner.starts()
    wished = not_today(runner)
    runner.tell(Pain(Named(wished.joints[0], wished.joints[0])), after_s=10)
    index = runner.workout.place.at
    runner.tell(SomethingElse(runner.exercise_of(index), wished=named(wished.id)), after_s=10)
    assert "back.still_spared" in runner.said()
    assert wished.id not in today(runner)


def test_what_is_wished_for_without_a_name_comes_in_place_of_the_current_exercise(
    working: Runner,
) -> None:
    wished, first = not_today(working), working.workout.plan.sets[0].exercise.base_id
    working.tell(SomethingElse(wished=named(wished.id)), after_s=10)
    assert working.said()[0] == "instead.done"
    assert {first, wished.id} & today(working) == {wished.id}


def test_before_the_sets_the_coach_asks_for_which_the_wished_one_should_come(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    before = runner.workout.plan.sets
    runner.tell(SomethingElse(wished=named(not_today(runner).id)), after_s=10)
    assert runner.said()[0] == "instead.which"
    assert runner.workout.plan.sets == before


@pytest.mark.warm_up
def test_in_the_warm_up_the_coach_asks_for_which_the_wished_one_should_come(
    runner: Runner,
) -> None:
    runner.starts()
    assert runner.workout.place.active is State.WARMING_UP
    before = runner.workout.plan.sets
    runner.tell(SomethingElse(wished=named(not_today(runner).id)), after_s=10)
    assert runner.said()[0] == "instead.which"
    assert runner.workout.place.active is State.WARMING_UP
    assert runner.workout.plan.sets == before


def test_nobody_knows_what_is_wished_for_so_it_is_named_and_the_count_goes_on(
    working: Runner,
) -> None:
    before = working.workout.plan.sets
    working.tell(SomethingElse(wished=NamedExercise(None, "burpees")))
    assert working.said()[0].startswith("answer.unknown")
    assert "burpees" in working.words()
    assert working.workout.plan.sets == before
    assert working.workout.running


@pytest.mark.parametrize(
    ("why_not", "key", "wished"),
    [
        ({"avoided_tools": ("step",)}, "back.no_tool", "step_up"),
        ({"eyes_open": True}, "privacy.eyes_open", "eyes_closed_stand"),
        ({"off_back": True}, "privacy.off_back", "glute_bridge"),
        ({"swaps": (("calf_raise", "squat"),)}, "instead.put_aside", "calf_raise"),
        ({"unwanted": (("calf_raise", MONDAY.date()),)}, "instead.put_aside", "calf_raise"),
        ({"light_day": MONDAY.date()}, "instead.tiring", "lunge"),
        ({}, "instead.jumps", "jump_squat"),
    ],
)
def test_what_speaks_against_a_wish_is_said(
    runner: Runner, store: MemoryStore, why_not: dict[str, Any], key: str, wished: str
) -> None:
    athlete = Athlete(preferences=Preferences(**why_not), greeted=True)
    store.save(RUNNER, write_document(athlete), 0)
    runner.does_seven()
    before = runner.workout.plan.sets
    runner.tell(SomethingElse(wished=named(wished)))
    assert runner.said()[0] == key
    assert runner.workout.plan.sets == before
    assert runner.workout.running


def test_back_to_what_was_exchanged_before(runner: Runner) -> None:
    runner.starts()
    wished, first = not_today(runner), runner.workout.plan.sets[0].exercise.base_id
    runner.tell(SomethingElse(named(first), wished=named(wished.id)), after_s=10)
    runner.tell(SomethingElse(named(wished.id), wished=named(first)), after_s=10)
    assert runner.stored.preferences.swap_for(first) is None
    assert first in today(runner)


def test_in_a_rest_the_coach_tells_how_many_were_done(runner: Runner) -> None:
    runner.rests(10)
    runner.tell(HowManyLeft(), after_s=1)
    assert runner.workout.plan.sets[0].dose.amount == 15
    assert runner.words().startswith("You did fifteen.")
    assert runner.said()[1] == "answer.sets_to_come"


def test_in_a_set_only_what_is_left_is_told(working: Runner) -> None:
    working.tell(HowManyLeft())
    assert working.said()[0] == "answer.repetitions_left"
