"""A request that is delivered twice, as after a time-out, acts once. Pure.

What only answers or asks is said again. What would count a second time does not: the runner hears where the
first delivery led.
"""

from typing import Any

from skill.athlete.athlete import Athlete
from skill.coach.turn.turn import Turn


def is_again(turn: Turn) -> bool:
    """Whether the request of this turn is the last one that has changed anything."""
    request = turn.visit.request
    return request != "" and turn.athlete.handled == request


def books(before: Athlete, after: Athlete) -> bool:
    """Whether something that counts differs between the two: preferences, records, the plan, or the place."""
    return _what_counts(before) != _what_counts(after)


def _what_counts(athlete: Athlete) -> tuple[Any, ...]:
    kept = athlete.preferences, athlete.history, athlete.past, athlete.programme, athlete.full_day
    workout = athlete.workout
    if workout is None or not workout.number:  # a plan that is not begun is made again at any time
        return kept
    place = workout.place
    at = place.active, place.at, place.side, place.done
    return *kept, workout.plan, workout.done, workout.efforts, at
