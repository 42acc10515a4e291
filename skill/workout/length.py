"""How long a workout takes, by the script's own clock."""

from skill.recent import kept_of_runners
from skill.training.plan import Plan
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.script import beginning, measure
from skill.workout.segment import Delivery
from skill.workout.states import ACTIVE, State

MOST_MEASURED = 200
"""Workouts whose lengths are kept in memory: every welcome tells one, a question on the way the rest of it."""


def minutes_left(plan: Plan, place: Place, delivery: Delivery) -> int:
    """How many minutes the workout still takes from ``place``, by the script's own clock; at least 1."""
    active = Place(place.active, place.index, place.side, place.done)
    if active.state is State.IDLE:
        active = beginning(plan)
    return max(1, round(length_ms(plan, active, delivery) / 60_000))


def length_ms(plan: Plan, place: Place, delivery: Delivery) -> int:
    """How long the workout takes from an active place to its end, in ms, by the script's own clock."""
    known = _known_ms(plan, delivery.manner)
    ahead: list[tuple[Place, int]] = []
    while place.state in ACTIVE and place not in known:
        scene_ms, after = measure(plan, place, delivery.manner)
        ahead.append((place, scene_ms))
        place = after
    left_ms = known.get(place, 0)
    for place, scene_ms in reversed(ahead):
        left_ms += scene_ms
        known[place] = left_ms
    return left_ms


@kept_of_runners(MOST_MEASURED)
def _known_ms(_plan: Plan, _manner: Manner) -> dict[Place, int]:
    """What is known of one workout in one manner: how long it takes from a place to its end, in ms."""
    return {}
