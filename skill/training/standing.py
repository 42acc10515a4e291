"""Where a runner stands with an exercise: its records folded into one checkpoint.

A fold over records in the order of their days. It keeps what progression needs of them and nothing else, so
that old records can be dropped: folding the rest onto the checkpoint gives the same standing.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from skill.recent import kept_of_runners
from skill.training.exercise import Measure
from skill.training.record import Effort, Record
from skill.training.rung import Rung

SPARE = {Measure.REPETITIONS: 2, Measure.SECONDS: 5}
"""What has to be left to call for more. Repetitions: the two of the 2-for-2 rule (Baechle & Earle, Essentials of
Strength Training and Conditioning, NSCA), and of ACSM's 2009 position stand: "1-2 repetitions over the
desired number on two consecutive sessions". Seconds: the smallest step of a hold."""

MISSED_REPETITIONS = 2
MISSED_PERCENT = 10
"""How far below the dose a set has to end to count as missed: one repetition less may be a slip of the count."""

MOST_JUDGED = 20_000
"""Judged records kept in memory: a launch goes through those of twelve weeks."""


class Standing(NamedTuple):
    """Where a runner stands with one exercise and its harder variations.

    ``rung`` is what the last session asked and ``first`` what the first one did, None where no record shows it.
    In a row, at that rung: ``spare_times`` sessions had two or more repetitions left, ``spare_least`` of them
    at the least (0 where one was only called easy); ``met_times`` sessions did all that was asked and
    were not hard; ``missed_times`` did clearly less. ``steps`` are the times that more was asked than the session
    before, less the times that less was.
    """

    base_id: str
    first_day: date
    last_day: date
    first: Rung | None = None
    rung: Rung | None = None
    spare_times: int = 0
    spare_least: int = 0
    met_times: int = 0
    missed_times: int = 0
    steps: int = 0


Standings = Mapping[str, Standing]
"""Standings by the exercise, its variations included."""


def in_order(records: Iterable[Record]) -> list[Record]:
    """Records in the order in which they are folded: always the same, however they came in."""
    return sorted(records, key=lambda record: record.key)


def fold(standings: Standings, records: Iterable[Record]) -> Standings:
    """The standings with more records in them. A record from before a standing's last day is too late for it."""
    found = dict(standings)
    for record in in_order(records):
        found[record.base_id] = _after(found.get(record.base_id), record)
    return found


def _after(known: Standing | None, record: Record) -> Standing:
    if known is not None and record.day < known.last_day:
        return known
    judged = _judged(record)
    rung = judged.rung
    if known is None:
        first_day, first, steps, counts = record.day, rung, 0, _NO_COUNTS
    else:
        first_day, first, steps = known.first_day, known.first or rung, known.steps
        counts = known.spare_times, known.spare_least, known.met_times, known.missed_times
        if rung is None:
            rung = known.rung
        elif rung != known.rung:  # rows of sessions are counted at one rung
            counts = _NO_COUNTS
            steps += direction(known.rung, rung, record.base_id)
    if judged.rung is not None:
        counts = _counted(counts, judged)
    return Standing(record.base_id, first_day, record.day, first, rung, *counts, steps)


def direction(before: Rung | None, now: Rung, base_id: str) -> int:
    """1 where more is asked of an exercise than before, -1 where less is, 0 where nothing is known of before."""
    if before is None:
        return 0

    def height(rung: Rung) -> tuple[bool, bool, int, int, int]:
        varied, loaded = rung.exercise_id != base_id, rung.tool is not None
        return varied, loaded, rung.load_grams, rung.extra_sets, rung.amount

    return 1 if height(now) > height(before) else -1


_Counts = tuple[int, int, int, int]
_NO_COUNTS: _Counts = (0, 0, 0, 0)


class _Judged(NamedTuple):
    """A record as progression sees it; ``rung`` is None where nobody knows what was asked."""

    rung: Rung | None
    missed: bool
    met: bool
    hard: bool
    spare: int | None


@kept_of_runners(MOST_JUDGED)
def _judged(record: Record) -> _Judged:
    return _Judged(
        record.rung if record.asked else None,
        was_missed(record),
        was_met(record),
        record.effort is Effort.HARD,
        spare_of(record),
    )


def _counted(counts: _Counts, record: _Judged) -> _Counts:
    """The sessions in a row with something to spare, the least of it, those that did all, those that missed."""
    spare_times, spare_least, met_times, missed_times = counts
    if record.missed:
        return 0, 0, 0, missed_times + 1
    if not record.met:  # finished early: it shows nothing
        return counts
    met_times = 0 if record.hard else met_times + 1
    spare = record.spare
    if spare is None:
        return 0, 0, met_times, 0
    return spare_times + 1, min(spare, spare_least) if spare_times else spare, met_times, 0


def was_met(record: Record) -> bool:
    """Whether every set and side did at least what was asked."""
    return all(done >= record.asked for sides in record.sets_done for done in sides)


def was_missed(record: Record) -> bool:
    """Whether a set that was begun did clearly less than asked, or a little less and the runner called it hard.

    Where the runner did less and called it easy, strength was not the reason. Nor does the set count in which
    the runner left the exercise with work of it still to come: to finish early is no miss.
    """
    sets = [sides for sides in record.sets_done if any(sides)]
    if record.broken_off or any(0 in sides for sides in record.sets_done):
        sets = sets[:-1]
    begun = [done for sides in sets for done in sides if done]
    short = record.asked - min(begun, default=record.asked)
    if record.effort is Effort.EASY:
        return False
    if record.effort is Effort.HARD:
        return short > 0
    if record.measure is Measure.SECONDS:
        return short * 100 > record.asked * MISSED_PERCENT
    return short >= MISSED_REPETITIONS


def spare_of(record: Record) -> int | None:
    """The repetitions (or seconds) that were left, if they were enough to ask for more; 0 for a mere "easy"."""
    if record.effort is Effort.HARD:
        return None
    said = record.spare
    if said is None and record.sets_done:
        said = min(record.sets_done[-1]) - record.asked
    if said is not None and said >= SPARE[record.measure]:
        return said
    return 0 if record.effort is Effort.EASY and record.spare is None else None
