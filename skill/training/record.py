"""A record: what was done. Never the same class as what was planned."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import zip_longest

from skill.speed.value import Value
from skill.training.exercise import Measure
from skill.training.rung import Rung


class Effort(StrEnum):
    """How hard an exercise was, in the runner's own words."""

    EASY = "easy"
    RIGHT = "right"
    HARD = "hard"


DoneBySide = tuple[int, ...]
"""What one set did in the unit of its measure: (both sides at once,) or (left, right)."""

Key = tuple[date, int, str]
"""What makes a record the same one on every device: day, workout, exercise."""


class Record(Value):
    """What one workout did of one exercise.

    ``day`` is the runner's own date. ``workout`` tells the workouts of an athlete apart: the second since
    1970 in which it was begun, or a small number in records of before that was kept. ``sets_done`` has an
    entry for each set that was asked for, of zeros where it was not done. ``asked`` is the dose of one
    side, 0 where nobody knows any more. ``base_id`` is the exercise that this one is a harder variation of,
    else the exercise itself. ``spare`` are the repetitions that the runner could have added, as far as it
    was said; ``effort`` None means that nothing was said, which counts as right. ``corrected`` are the sets
    whose count is the runner's own word. ``broken_off`` is whether the runner finished the workout early in its
    last set.
    """

    day: date
    workout: int
    exercise_id: str
    base_id: str
    measure: Measure
    asked: int
    sets_done: tuple[DoneBySide, ...]
    extra_sets: int = 0
    tool: str | None = None
    load_grams: int = 0
    beat_percent: int = 100
    effort: Effort | None = None
    spare: int | None = None
    corrected: tuple[int, ...] = ()
    broken_off: bool = False

    @cached_property
    def _hash(self) -> int:
        return hash((*self.key, self.asked, self.sets_done))

    def __hash__(self) -> int:
        return self._hash  # computed once: a history is looked up as a whole

    @property
    def key(self) -> Key:
        """What makes it the same record on every device."""
        return self.day, self.workout, self.exercise_id

    @property
    def rung(self) -> Rung:
        """What was asked."""
        return Rung(self.exercise_id, self.asked, self.extra_sets, self.tool, self.load_grams)

    @property
    def sets(self) -> int:
        """The sets of which anything was done."""
        return sum(map(any, self.sets_done))

    @property
    def amount(self) -> int:
        """All sets and sides together, in the unit of the measure."""
        return sum(map(sum, self.sets_done))

    @property
    def repetitions(self) -> int:
        """All repetitions together; 0 for a hold."""
        return self.amount if self.measure is Measure.REPETITIONS else 0

    @property
    def seconds(self) -> int:
        """All seconds held together; 0 for what is counted."""
        return self.amount if self.measure is Measure.SECONDS else 0


History = tuple[Record, ...]
"""Records of an athlete, oldest first, none of them twice."""


def joined(history: Iterable[Record], more: Iterable[Record]) -> History:
    """Two histories as one, oldest first. A record that both have keeps the better count of each set."""
    found: dict[Key, Record] = {record.key: record for record in history}
    for record in more:
        known = found.get(record.key)
        found[record.key] = record if known is None else combined(known, record)
    return tuple(found[key] for key in sorted(found))


def combined(known: Record, fresher: Record) -> Record:
    """Two versions of one record as one: the better count of each set, but the runner's own word first."""
    if known == fresher:
        return fresher
    pairs = zip_longest(known.sets_done, fresher.sets_done, fillvalue=())

    def best(i: int, one: DoneBySide, other: DoneBySide) -> DoneBySide:
        if i in fresher.corrected:
            return other
        if i in known.corrected:
            return one
        return tuple(max(pair) for pair in zip_longest(one, other, fillvalue=0))

    said = fresher if fresher.effort is not None else known
    return fresher._replace(
        sets_done=tuple(best(i, one, other) for i, (one, other) in enumerate(pairs)),
        effort=said.effort,
        spare=said.spare,
        corrected=tuple(sorted({*known.corrected, *fresher.corrected})),
        broken_off=known.broken_off or fresher.broken_off,
    )
