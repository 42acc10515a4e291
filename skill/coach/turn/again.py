"""A request that was handled is delivered once more, as after a time-out: it acts once. Pure.

Whatever only tells or asks is told again. What would be booked a second time is not: the runner hears where the
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
    """Whether anything counts in one that does not in the other: preferences, records, the plan, or the place."""
    return _what_counts(before) != _what_counts(after)


def _what_counts(athlete: Athlete) -> tuple[Any, ...]:
    kept = athlete.preferences, athlete.history, athlete.past, athlete.programme, athlete.full_day
    workout = athlete.workout
    if workout is None or not workout.number:  # a plan that is not begun is made again at any time
        return kept
    place = workout.place
    at = place.active, place.index, place.side, place.done
    return *kept, workout.plan, workout.done, workout.efforts, at
