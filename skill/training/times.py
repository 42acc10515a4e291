"""When the sets of a workout were done: what a record does not keep, and a watch's file needs."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from skill.speed.value import Value

KEPT_WORKOUTS = 8
"""Workouts whose times are kept: a month's worth, some 250 bytes each in a runner's document."""


class TimedSide(NamedTuple):
    """When one side of a set was done.

    ``nth`` is the set's place in its record's ``sets_done`` and ``side`` the place in that set, both from 0. It
    began ``at_s`` seconds after the workout was begun and took ``seconds``.
    """

    exercise_id: str
    nth: int
    side: int
    at_s: int
    seconds: int


def in_time(side: TimedSide) -> tuple[int, TimedSide]:
    """A key by which sides are sorted in the order in which they began."""
    return side.at_s, side


class Times(Value):
    """The times of one workout. Day and number name the workout, as in its records."""

    day: date
    workout: int
    sides: tuple[TimedSide, ...]


def joined_times(known: Iterable[Times], more: Iterable[Times]) -> tuple[Times, ...]:
    """The times of both, oldest first, the last ``KEPT_WORKOUTS`` of them.

    Where both know a workout, ``more`` counts.
    """
    found = {(times.day, times.workout): times for times in (*known, *more)}
    return tuple(found[key] for key in sorted(found))[-KEPT_WORKOUTS:]
