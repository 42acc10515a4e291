"""A movement on the beat: which pose of a figure's path is seen at which moment."""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from math import cos, pi
from typing import NamedTuple

from skill.figures.body import Pose
from skill.figures.figure import Figure, blend, swapped

BREATH_MS = 4_000
"""Breathing in and out while something is held: fifteen breaths a minute."""

BREATH_SHARE = 0.04
"""How far a body that holds still moves with its breath, as a share of the way into the hold."""

SHOWN_MS = 4_000
"""How long it takes to show a movement once, before it is done."""


class Movement(NamedTuple):
    """A way through poses that begins again every ``every_ms``.

    ``at_ms[i]`` is when ``number[i]`` is reached, a place in ``poses`` that may lie between two of them. From
    one to the next it speeds up and slows down as a swinging weight does.
    """

    poses: tuple[Pose, ...]
    at_ms: tuple[float, ...]
    number: tuple[float, ...]
    every_ms: float

    def pose_at(self, ms: float) -> Pose:
        """The pose that is seen ``ms`` after the movement began."""
        now = ms % self.every_ms
        reached = self.number[0]
        for (begins, one), (ends, other) in pairwise(zip(self.at_ms, self.number, strict=True)):
            if now >= begins:
                share = min(1.0, (now - begins) / max(1.0, ends - begins))
                reached += (other - one) * (1 - cos(pi * share)) / 2
        before = min(int(reached), len(self.poses) - 2)
        return blend(self.poses[before], self.poses[before + 1], reached - before)


def repeated(figure: Figure, phases_ms: Iterable[float]) -> Movement:
    """A figure's movement on the beat.

    ``phases_ms`` are the lengths of one repetition's four parts as they are done: there, halt, back, halt. It
    begins and ends in the figure's first pose, so that a count falls on that. Where every other repetition is
    the other side's, the movement lasts for two.
    """
    last = len(figure.path) - 1
    ends = list(accumulate(phases_ms))
    whole = ends[-1]
    if figure.times is None:
        at = [0.0, *ends]
        number = [0.0, last, last, 0.0, 0.0]
        poses = figure.path
    else:
        at = [*(share * whole for share in figure.times), whole]
        number = [*map(float, figure.stops), float(last)]
        poses = figure.path
    if not figure.changes_sides:
        return Movement(poses, tuple(at), tuple(number), whole)
    both = (*poses, *map(swapped, poses))
    later = len(poses)
    # From the last pose of one side to the first of the other nothing is seen to move: they are the same picture.
    return Movement(
        both,
        (*at, *(one + whole for one in at)),
        (*number, *(one + later for one in number)),
        2 * whole,
    )


def held(figure: Figure) -> Movement:
    """A figure that holds its last pose, and breathes; one with a beat of its own goes on moving."""
    if figure.beat_ms is not None:
        half = figure.beat_ms / 2
        return repeated(figure, (half, 0, half, 0))
    last = float(len(figure.path) - 1)
    out = last * (1 - BREATH_SHARE)
    return Movement(figure.path, (0, BREATH_MS / 2, BREATH_MS), (last, out, last), BREATH_MS)


def shown(figure: Figure) -> Movement:
    """A figure's movement shown once, slowly, with a halt at either end: what a picture of it is made from."""
    quarter = SHOWN_MS / 4
    return repeated(figure, (1.5 * quarter, quarter / 2, 1.5 * quarter, quarter / 2))
