"""A programme: exercises that belong together, done in their own order. The leg exercises are none."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

LEGS = "legs"
"""What runners call the training that is no programme but the coach's own rotation."""


class Programme(NamedTuple):
    """What one file of workouts has planned.

    ``exercises`` and ``stretches`` are ids in the order in which they are done; ``weekdays`` (Monday is 0) are
    those on which it is today's workout. ``warm_up`` says that the coach's own warm-up comes first.
    """

    id: str
    exercises: tuple[str, ...]
    rounds: int
    stretches: tuple[str, ...]
    weekdays: tuple[int, ...] = ()
    warm_up: bool = False


class SpokenNames(NamedTuple):
    """What exercises and programmes are called when they are spoken of, by their ids; the usual name first."""

    exercises: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    programmes: Mapping[str, tuple[str, ...]] = MappingProxyType({})
