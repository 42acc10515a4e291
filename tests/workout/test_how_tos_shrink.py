"""What was explained in three workouts is told by one cue, and in full again when it is asked for."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from skill.athlete.athlete import Athlete, close_workout
from skill.athlete.workout import planned
from skill.loaders import load_catalog, load_phrasebook
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences, Talk
from skill.workout.course import beginning
from skill.workout.manner import Manner
from skill.workout.script import perform
from skill.workout.states import State

CATALOG, MONDAY = load_catalog(), date(2026, 3, 2)


def nth(number: int, *sore: str) -> Plan:
    """The plan of somebody who has done all of every workout before it, with joints that hurt since today."""
    athlete, day = Athlete(), MONDAY
    for _ in range(number - 1):
        workout = planned(plan_workout(CATALOG, athlete.history, day, Preferences(), athlete.past))
        whole = tuple(99 for _ in workout.tally)
        athlete = close_workout(
            athlete._replace(workout=workout._replace(tally=whole, number=day.toordinal()))
        )
        day += timedelta(days=2)
    return plan_workout(
        CATALOG, athlete.history, day, Preferences(avoided_joints=sore), athlete.past
    )


def said(plan: Plan, talk: Talk = Talk.FULL) -> list[str]:
    """The keys of all that is said in a workout."""
    manner = Manner(load_phrasebook("en-US"), 100, talk=talk)
    return [cue.line.key for scene in perform(plan, beginning(plan), manner) for cue in scene.cues]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_first_three_workouts_explain_every_move_and_stretch(number: int) -> None:
    plan = nth(number)
    keys = said(plan)
    assert all(f"warm_up.{move.id}.how_to" in keys for move in plan.warm_up)
    assert all(f"stretch.{stretch.id}.how_to" in keys for stretch in plan.stretches)


def test_from_the_fourth_on_one_cue_and_the_side_that_begins_are_enough() -> None:
    plan = nth(5)
    keys = said(plan)
    assert not [key for key in keys if key.startswith("warm_up.") and key.endswith(".how_to")]
    assert "warm_up.march.cue" in keys
    at = keys.index("stretch.calf.cue")
    assert keys[at + 1] == "announce.side_first"
    assert "stretch.calf.how_to" not in keys


def test_what_stands_in_for_what_hurts_is_always_explained() -> None:
    plan = nth(8, "knee")
    keys = said(plan)
    new = [f"stretch.{one.id}.how_to" for one in plan.stretches if one.stand_in]
    new += [f"warm_up.{move.id}.how_to" for move in plan.warm_up if move.stand_in]
    assert new
    assert all(key in keys for key in new)


def test_who_asks_for_everything_hears_everything_again() -> None:
    plan = nth(8)._replace(familiar=())
    assert "stretch.calf.how_to" in said(plan)


def test_who_wants_the_counts_alone_hears_neither() -> None:
    keys = said(nth(8), Talk.COUNTS)
    assert not [key for key in keys if key.endswith((".how_to", ".cue"))]


def test_the_side_that_begins_is_told_in_other_words_from_stretch_to_stretch() -> None:
    manner, plan = Manner(load_phrasebook("en-US"), 100), nth(8)
    begun = [
        cue.line.text
        for scene in perform(plan, beginning(plan), manner)
        if scene.place.state is State.STRETCHING
        for cue in scene.cues
        if cue.line.key == "announce.side_first"
    ]
    assert len(begun) >= 2
    assert all(one != other for one, other in pairwise(begun))
