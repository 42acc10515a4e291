"""Where a runner stands with an exercise: its records folded into one checkpoint.

A fold over records in the order of their days. It keeps what progression needs of them and nothing else, so
that old records can be dropped: folding the rest onto the checkpoint gives the same standing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

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


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a runner stands with one exercise and its harder variations.

    ``rung`` is what the last session asked and ``first`` what the first one did, None where no record tells.
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
    """Records as a fold takes them: whatever order they came in, the same one."""
    return sorted(records, key=lambda record: record.key)


def fold(standings: Standings, records: Iterable[Record]) -> dict[str, Standing]:
    """The standings once more records are known. What is older than a standing's last day is too late for it."""
    found = dict(standings)
    for record in in_order(records):
        found[record.base_id] = _after(found.get(record.base_id), record)
    return found


def _after(standing: Standing | None, record: Record) -> Standing:
    rung = record.rung if record.asked else None
    if standing is None:
        standing = Standing(record.base_id, record.day, record.day, rung)
    if record.day < standing.last_day:
        return standing
    if rung is None:
        return replace(standing, last_day=record.day)
    if rung != standing.rung:  # rows of sessions are counted at one rung
        standing = Standing(
            record.base_id,
            standing.first_day,
            record.day,
            standing.first or rung,
            rung,
            steps=standing.steps + direction(standing.rung, rung, record.base_id),
        )
    return _counted(replace(standing, last_day=record.day), record)


def direction(before: Rung | None, now: Rung, base_id: str) -> int:
    """1 where more is asked of an exercise than before, -1 where less is, 0 where nothing is known of before."""
    if before is None:
        return 0

    def height(rung: Rung) -> tuple[bool, bool, int, int, int]:
        varied, loaded = rung.exercise_id != base_id, rung.tool is not None
        return varied, loaded, rung.load_grams, rung.extra_sets, rung.amount

    return 1 if height(now) > height(before) else -1


def _counted(standing: Standing, record: Record) -> Standing:
    if was_missed(record):
        return replace(
            standing,
            spare_times=0,
            spare_least=0,
            met_times=0,
            missed_times=standing.missed_times + 1,
        )
    if not was_met(record):  # finished early: it tells nothing
        return standing
    met = 0 if record.effort is Effort.HARD else standing.met_times + 1
    spare = spare_of(record)
    if spare is None:
        return replace(standing, spare_times=0, spare_least=0, met_times=met, missed_times=0)
    least = min(spare, standing.spare_least) if standing.spare_times else spare
    times = standing.spare_times + 1
    return replace(standing, spare_times=times, spare_least=least, met_times=met, missed_times=0)


def was_met(record: Record) -> bool:
    """Whether every set and side did at least what was asked."""
    return all(done >= record.asked for sides in record.sets_done for done in sides)


def was_missed(record: Record) -> bool:
    """Whether a set that was begun did clearly less than asked, or any less and the runner called it hard.

    Less that was called easy was no question of strength.
    """
    begun = [done for sides in record.sets_done for done in sides if done]
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
