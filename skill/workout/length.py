"""How long a workout takes, by the script's own clock."""

from skill.recent import kept_of_runners
from skill.training.plan import Plan
from skill.workout.place import Place
from skill.workout.script import beginning, lengths_ms
from skill.workout.segment import Delivery
from skill.workout.states import State

MOST_LENGTHS = 200
"""Lengths kept in memory: every welcome tells one."""


def minutes_left(plan: Plan, place: Place, delivery: Delivery) -> int:
    """How many minutes the workout still takes from ``place``, by the script's own clock; at least 1."""
    active = Place(place.active, place.index, place.side, place.done)
    if active.state is State.IDLE:
        active = beginning(plan)
    return max(1, round(length_ms(plan, active, delivery) / 60_000))


@kept_of_runners(MOST_LENGTHS)
def length_ms(plan: Plan, place: Place, delivery: Delivery) -> int:
    """How long the workout takes from an active place to its end, in ms, by the script's own clock."""
    return sum(lengths_ms(plan, place, delivery.manner))
