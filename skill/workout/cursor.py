"""The cursor: from the time since a segment began to the place of the runner in it."""

import bisect
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from skill.training.plan import Plan
from skill.workout.place import Place
from skill.workout.states import AT_WORK, State

SIDES = 2
"""Units of a set in a tally: one a side, the second unused where both sides work together."""

_TALLIED = (*AT_WORK, State.WARMING_UP)


class Mark(NamedTuple):
    """From ``at_ms`` on the runner is at ``place``, and ``place.done`` grows by one every ``every_ms``.

    With ``every_ms`` 0 nothing is done until the next mark. Marks are all that must be remembered of a
    segment to find the runner in it: they need neither its words nor the voice that said them.
    """

    at_ms: int
    place: Place
    every_ms: int = 0

    def after(self, ms: int) -> Place:
        """The place ``ms`` after the mark."""
        done = self.done_after(ms)
        return self.place if done == self.place.done else self.place._replace(done=done)

    def done_after(self, ms: int) -> int:
        """What is done of the place ``ms`` after the mark."""
        done = self.place.done
        return done + ms // self.every_ms if self.every_ms and ms > 0 else done


_at_ms = itemgetter(Mark._fields.index("at_ms"))


def locate(marks: Sequence[Mark], elapsed_ms: int) -> Place:
    """Where the runner is ``elapsed_ms`` after the segment of these marks began.

    Whatever the clocks said, the place is never before the segment's start or after its end: nothing is added to
    the last mark.
    """
    index = max(0, bisect.bisect_right(marks, elapsed_ms, key=_at_ms) - 1)
    return marks[index].after(elapsed_ms - marks[index].at_ms)


Tally = tuple[int, ...]
"""What was done of each unit of work: repetitions, or seconds of a hold. A unit is one side of one set,
found at ``index * SIDES + side``. Behind them, from the end on, stand the moves of the warm-up: 1 for one that
was begun."""


def empty_tally(plan: Plan) -> Tally:
    """A tally of nothing done yet."""
    return (0,) * tally_length(plan)


def tally_length(plan: Plan) -> int:
    """How many units a plan has, its warm-up included."""
    return len(plan.sets) * SIDES + len(plan.moves)


class WorkHeard(NamedTuple):
    """A unit that was worked on, from and until which ms of a segment, with so much of it ``done`` before."""

    unit: int
    from_ms: int
    until_ms: int
    done: int


def work_heard(marks: Sequence[Mark], elapsed_ms: int) -> Iterator[WorkHeard]:
    """The work that was led in the first ``elapsed_ms`` of a segment, one side of a set after another."""
    for (at_ms, place, every_ms), until_ms in _heard(marks, elapsed_ms):
        if every_ms and place.state in AT_WORK and until_ms > at_ms:
            unit = place.at * SIDES + place.side
            yield WorkHeard(unit, at_ms, until_ms, place.done)


def _heard(marks: Sequence[Mark], elapsed_ms: int) -> Iterator[tuple[Mark, int]]:
    """The marks that were reached in the first ``elapsed_ms``, each with the moment at which its place ended."""
    reached = bisect.bisect_right(marks, elapsed_ms, key=_at_ms)
    ends = [*map(_at_ms, marks[1:reached]), elapsed_ms]
    return zip(marks[:reached], ends, strict=False)


def add_heard(tally: Tally, marks: Sequence[Mark], elapsed_ms: int) -> Tally:
    """The tally with the work that was led in the first ``elapsed_ms`` of a segment.

    A set that is done again counts its best attempt, never both.
    """
    units = list(tally)
    for mark, until_ms in _heard(marks, elapsed_ms):
        state, index, side, _, _ = mark.place
        if state not in _TALLIED:
            continue
        done = mark.done_after(until_ms - mark.at_ms)
        unit = index * SIDES + side
        if state is State.COUNTING:
            units[unit] = max(units[unit], done)
        elif state is State.HOLDING:
            units[unit] = max(units[unit], done // 1000)
        else:
            units[-1 - index] = max(units[-1 - index], min(1, done))
    return tuple(units)
