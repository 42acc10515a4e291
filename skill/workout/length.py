"""How long a workout takes, by the script's own clock."""

from collections.abc import Mapping
from itertools import accumulate

from skill.recent import kept_of_runners
from skill.training.plan import Plan
from skill.workout.course import beginning, course, place_after
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.script import scene_ms
from skill.workout.segment import Delivery
from skill.workout.states import ACTIVE, State

MOST_MEASURED = 200
"""Workouts whose lengths are kept in memory: every welcome names one, and a question on the way the rest of
it."""


def minutes_left(plan: Plan, place: Place, delivery: Delivery) -> int:
    """How many minutes the workout still takes from ``place``, by the script's own clock; at least 1."""
    active = Place(place.active, place.index, place.side, place.done)
    if active.state is State.IDLE:
        active = beginning(plan)
    return max(1, round(length_ms(plan, active, delivery) / 60_000))


def length_ms(plan: Plan, place: Place, delivery: Delivery) -> int:
    """How long the workout takes from a place to its end, in ms, by the script's own clock; 0 if no time runs."""
    if place.state not in ACTIVE:
        return 0
    manner = delivery.manner
    left_ms = _left_ms(plan, manner)
    if place in left_ms:
        return left_ms[place]
    return scene_ms(plan, place, manner) + left_ms.get(place_after(plan, place), 0)


@kept_of_runners(MOST_MEASURED)
def _left_ms(plan: Plan, manner: Manner) -> Mapping[Place, int]:
    """How long a workout takes to its end from the beginning of each of its scenes, in ms."""
    places = [*course(plan)]
    lengths = accumulate(scene_ms(plan, place, manner) for place in reversed(places))
    return dict(zip(reversed(places), lengths, strict=True))
