"""About how long a workout takes.

Counts, holds and rests are as the script has them. What is said is estimated (``Ruler``): to put it into words
would be much work for a number of whole minutes. The script's own clock differs by half a minute at most, and in
nine workouts of ten by less than a quarter of a minute.
"""

from collections.abc import Mapping
from itertools import accumulate

from skill.recent import kept_of_runners
from skill.training.plan import Plan
from skill.workout.course import beginning, course, place_after
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.script import scene_ms
from skill.workout.states import ACTIVE, State

MOST_MEASURED = 200
"""Workouts whose lengths are kept in memory: every welcome names one, and a question on the way the rest of
it."""


def minutes_left(plan: Plan, place: Place, delivery: Delivery) -> int:
    """About how many minutes the workout still takes from ``place``; at least 1."""
    active = Place(place.active, place.at, place.side, place.done)
    if active.state is State.IDLE:
        active = beginning(plan)
    return max(1, round(length_ms(plan, active, delivery) / 60_000))


def length_ms(plan: Plan, place: Place, delivery: Delivery) -> int:
    """About how long the workout takes from a place to its end, in ms; 0 if no time runs."""
    if place.state not in ACTIVE:
        return 0
    manner = delivery.manner
    left_ms = _left_ms(plan, manner)
    if place in left_ms:
        return left_ms[place]
    return scene_ms(plan, place, manner) + left_ms.get(place_after(plan, place), 0)


@kept_of_runners(MOST_MEASURED)
def _left_ms(plan: Plan, manner: Manner) -> Mapping[Place, int]:
    """About how long a workout takes to its end from the beginning of each of its scenes, in ms."""
    places = [*course(plan)]
    lengths = accumulate(scene_ms(plan, place, manner) for place in reversed(places))
    return dict(zip(reversed(places), lengths, strict=True))
