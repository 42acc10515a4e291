"""A hold that is gone on with near its end: no two voices at once, whatever the millisecond."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BOOK, CATALOG, plans
from support.examples import tried

from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences, Talk
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.scenes.writer import SHORTEST_HOLD_MS
from skill.workout.script import perform
from skill.workout.states import State
from skill.workout.timeline import Scene

WORDINGS = 6
"""Days in a row: each begins with other wordings, and no phrase of a hold has more of them."""
COUNTED_MS = 7_000
"""The end of a hold, in which numbers are said: its every millisecond is tried."""


def near_the_end(total_ms: int) -> range:
    """The moments near the end of a hold, in ms."""
    return range(total_ms - COUNTED_MS, total_ms)


def resumed(plan: Plan, place: Place, talk: Talk = Talk.FULL) -> Scene:
    return next(iter(perform(plan, place, Manner(BOOK, 100, talk=talk), resumed=True)))


def no_two_voices(scene: Scene) -> bool:
    return all(a.ends_ms <= b.at_ms for a, b in pairwise(scene.cues))


def place_in_a_hold(plan: Plan) -> tuple[Place, int]:
    """The first set that is held, and how long, in ms."""
    work = next(work for work in plan.sets if work.dose.measure is Measure.SECONDS)
    return Place(State.HOLDING, work.at), work.dose.amount * 1000


def plan_with_a_hold(day: date) -> Plan:
    """The first day's workout from then on in which an exercise is held."""
    plan = plan_workout(CATALOG, (), day, Preferences())
    if all(work.dose.measure is not Measure.SECONDS for work in plan.sets):
        return plan_with_a_hold(day + timedelta(weeks=1))
    return plan


PLAN = plan_with_a_hold(date(2026, 3, 2))


@pytest.mark.slow
@pytest.mark.parametrize("wording", range(WORDINGS))
def test_no_two_voices_sound_at_any_millisecond_near_the_end_of_a_hold(wording: int) -> None:
    plan = PLAN._replace(day=date(2026, 3, 2 + wording))
    place, total_ms = place_in_a_hold(plan)
    for done in near_the_end(total_ms):
        assert no_two_voices(resumed(plan, place._replace(done=done))), done


@pytest.mark.slow
@pytest.mark.parametrize("wording", range(WORDINGS))
def test_no_two_voices_sound_at_any_millisecond_near_the_end_of_a_stretch(wording: int) -> None:
    plan = PLAN._replace(day=date(2026, 3, 2 + wording))
    total_ms = plan.holds[0].hold_ms
    for done in near_the_end(total_ms):
        assert no_two_voices(resumed(plan, Place(State.STRETCHING, 0, done=done))), done


@tried(60)
@given(plans(), st.sampled_from(Talk), st.data())
def test_no_two_voices_sound_wherever_a_hold_or_a_stretch_is_resumed(
    plan: Plan, talk: Talk, data: st.DataObject
) -> None:
    lengths = [
        (Place(State.HOLDING, work.at, side), work.dose.amount * 1000)
        for work in plan.sets
        if work.dose.measure is Measure.SECONDS
        for side in range(len(work.sides))
    ] + [(Place(State.STRETCHING, i), hold.hold_ms) for i, hold in enumerate(plan.holds)]
    place, total_ms = data.draw(st.sampled_from(lengths))
    done = data.draw(st.integers(0, total_ms - 1))
    assert no_two_voices(resumed(plan, place._replace(done=done), talk))


@tried(60)
@given(plans(), st.data())
def test_with_less_than_three_seconds_left_only_the_release_is_said_and_all_of_it_counts(
    plan: Plan, data: st.DataObject
) -> None:
    lengths = [(Place(State.STRETCHING, i), hold.hold_ms) for i, hold in enumerate(plan.holds)]
    lengths += [
        (Place(State.HOLDING, work.at), work.dose.amount * 1000)
        for work in plan.sets
        if work.dose.measure is Measure.SECONDS
    ]
    place, total_ms = data.draw(st.sampled_from(lengths))
    left_ms = data.draw(st.integers(1, SHORTEST_HOLD_MS - 1))
    scene = resumed(plan, place._replace(done=total_ms - left_ms))
    assert [cue.line.key for cue in scene.cues] in (["count.release"], ["stretching.release"])
    assert scene.marks[-1].place.done == total_ms
