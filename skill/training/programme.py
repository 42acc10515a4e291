"""A programme: exercises that belong together, done in their own order. The legs are none: those take turns."""

from typing import NamedTuple

LEGS = "legs"
"""What runners call the training that is no programme but the coach's own rotation."""


class Programme(NamedTuple):
    """What one file of workouts has planned.

    ``exercises`` and ``stretches`` are ids in the order in which they are done; ``weekdays`` (Monday is 0) are
    those on which it is today's workout.
    """

    id: str
    exercises: tuple[str, ...]
    rounds: int
    stretches: tuple[str, ...]
    weekdays: tuple[int, ...] = ()
