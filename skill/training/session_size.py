"""How large a session is, and how large it may be: never a tenth longer than what the runner is used to (ours).

A session is measured by the longest of the last ones, since one week's group of exercises takes longer than the
other's. The tenth leads a beginner from two rounds to three as well: by single sets, not by a round at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from skill.training.catalog import Catalog
from skill.training.plan import Plan
from skill.training.prescription import Prescription
from skill.training.record import History, Record
from skill.training.work_time import asked_ms, done_ms, length_ms, set_ms, shortest_set_ms

MOST_GROWTH_PERCENT = 10
"""By how much a session may grow."""

MOST_LONGER_PERCENT = 7
"""By how much a session may take longer than the longest of the last ones. Its talk, which is not counted, varies
by a minute from day to day, and with it the whole grows by a tenth at most (ours)."""

BESIDES_MS = 5 * 60_000
"""What a session has besides its sets and rests, at the least, in ms: warm-up, stretch and some talk."""

LONGEST_MS = 24 * 60 * 60_000
"""Longer than any session, in ms: for who is new, and used to nothing yet."""

LATEST_WORKOUTS = 5
"""The workouts that show how long a runner is used to train: those of both groups of exercises."""

USED_TO = 2
"""Workouts after which a runner is used to any length."""

LONGER_PERCENT = 15
"""So much longer than all of them is worth a word: more than a session grows by itself (ours)."""


class Size(NamedTuple):
    """How much a session has of its exercises: ``rounds``, and then ``sets_more`` of them once more."""

    rounds: int
    sets_more: int = 0


class Bounds(NamedTuple):
    """How far a session may grow: from ``rounds`` towards ``rounds_ahead``, to ``most_ms`` in all."""

    rounds: int
    rounds_ahead: int
    most_ms: int = LONGEST_MS

    def left_ms(self, items: Sequence[Prescription], size: Size) -> int:
        """What a session of these items may still grow by, in ms; 0 where it is too long already."""
        return max(0, self.most_ms - _session_ms(items, size))


def bounds_of_growth(catalog: Catalog, history: History, rounds: int, rounds_ahead: int) -> Bounds:
    """How far the session after a history may grow, from ``rounds`` towards ``rounds_ahead``."""
    latest = islice(_sessions_backwards(catalog, history), LATEST_WORKOUTS)
    usual_ms = [asked_ms(catalog, records) for records in latest]
    if not usual_ms:
        return Bounds(rounds, rounds)
    most_ms = (max(usual_ms) + BESIDES_MS) * (100 + MOST_LONGER_PERCENT) // 100
    return Bounds(rounds, rounds_ahead, most_ms)


def largest(items: Sequence[Prescription], bounds: Bounds) -> Size:
    """The largest size for which there is room, one set at a time; never less than the rounds it begins with."""
    found = Size(bounds.rounds)
    for size in _sizes(items, bounds):
        if _session_ms(items, size) > bounds.most_ms:
            break
        found = size
    return found


def with_a_set_more(items: Sequence[Prescription], size: Size) -> tuple[int, ...]:
    """Which of a session's items get a set more after its rounds, in their order: the shortest.

    None that has one of its own already.
    """
    once = [i for i, item in enumerate(items) if not item.extra_sets]
    shortest = sorted(once, key=lambda i: shortest_set_ms(items[i].exercise))
    return tuple(sorted(shortest[: size.sets_more]))


def _sizes(items: Sequence[Prescription], bounds: Bounds) -> Iterator[Size]:
    """The sizes beyond the first one, each a set larger than the one before."""
    once = sum(not item.extra_sets for item in items)
    for rounds in range(bounds.rounds, bounds.rounds_ahead):
        yield from (Size(rounds, sets_more) for sets_more in range(1, min(once + 1, len(items))))
        yield Size(rounds + 1)


def _session_ms(items: Sequence[Prescription], size: Size) -> int:
    """How long a session takes, in ms, with what it has besides its sets."""
    more_ms = sum(set_ms(items[i]) for i in with_a_set_more(items, size))
    return BESIDES_MS + sum(length_ms(item, size.rounds) for item in items) + more_ms


def is_unusually_long(catalog: Catalog, history: History, plan: Plan) -> bool:
    """Whether a plan has clearly more work, with its rests, than each of the last workouts had.

    The first two workouts are never too long: after a single one, which may have been broken off, nobody is used
    to any length.
    """
    ahead_ms = sum(set_ms(work.prescription) for work in plan.sets)
    all_ms = (done_ms(catalog, records) for records in _workouts_backwards(history))
    known_ms = [*islice(filter(None, all_ms), LATEST_WORKOUTS)]
    return len(known_ms) >= USED_TO and ahead_ms * 100 > max(known_ms) * (100 + LONGER_PERCENT)


def _workouts_backwards(history: History) -> Iterator[Iterable[Record]]:
    """The records of each workout, the latest one first."""
    return (found for _, found in groupby(reversed(history), key=lambda record: record.key[:2]))


def _sessions_backwards(catalog: Catalog, history: History) -> Iterator[Sequence[Record]]:
    """The records of each workout of the legs, the latest one first: ten calm minutes of an evening show nothing.

    What files of workouts add is not counted among the legs.
    """
    legs = catalog.exercises.keys() - catalog.own
    for records in map(tuple, _workouts_backwards(history)):
        if any(record.exercise_id in legs for record in records):
            yield records
