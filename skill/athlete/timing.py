"""When the work of a workout was heard: kept beside the tally, from the marks that the cursor reads as well."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import NamedTuple

from skill.training.exercise import Side
from skill.training.plan import Plan, WorkSet
from skill.training.times import TimedSide, in_time
from skill.workout.cursor import SIDES, Mark, work_heard

SOUNDS_AFTER = timedelta(seconds=1)
"""From the stamp of a response to its first sound (own estimate; see ``ALLOWANCE``)."""


class UnitTime(NamedTuple):
    """When a unit of the tally was done: ``at_s`` after the workout was begun, for ``seconds`` with pauses."""

    unit: int
    at_s: int
    seconds: int


def with_heard_times(
    times: tuple[UnitTime, ...], marks: Sequence[Mark], heard_ms: int, began_s: float
) -> tuple[UnitTime, ...]:
    """The times with what was led in the first ``heard_ms`` of marks that began ``began_s`` into the workout.

    A unit that goes on keeps its beginning; one that starts again gets a new one.
    """
    work = [*work_heard(marks, heard_ms)]
    if not work:
        return times
    known = {time.unit: time for time in times}
    for heard in work:
        at_s = max(0, round(began_s + heard.from_ms / 1000))
        ends_s = max(at_s + 1, round(began_s + heard.until_ms / 1000))
        before = known.get(heard.unit)
        if before is not None and heard.done and before.at_s < at_s:
            at_s = before.at_s
        known[heard.unit] = UnitTime(heard.unit, at_s, ends_s - at_s)
    return tuple(map(known.__getitem__, sorted(known)))


def combined_times(mine: Iterable[UnitTime], theirs: Iterable[UnitTime]) -> tuple[UnitTime, ...]:
    """The times of two versions of a workout; where both have one, mine counts as the newer."""
    known = {time.unit: time for time in (*theirs, *mine)}
    return tuple(known[unit] for unit in sorted(known))


def timed_sides(plan: Plan, times: Iterable[UnitTime]) -> tuple[TimedSide, ...]:
    """The times as the records of the plan's exercises count their sets, in the order in which they began."""
    nth: dict[str, int] = {}
    places: list[tuple[WorkSet, int]] = []
    for work in plan.sets:
        id_ = work.exercise.id
        places.append((work, nth.get(id_, 0)))
        nth[id_] = nth.get(id_, 0) + 1
    found = []
    for time in times:
        work, place = places[time.unit // SIDES]
        side = time.unit % SIDES
        if work.sides[0] is Side.RIGHT:  # records have left before right, whichever came first
            side = len(work.sides) - 1 - side
        found.append(TimedSide(work.exercise.id, place, side, time.at_s, time.seconds))
    return tuple(sorted(found, key=in_time))
