"""What a runner has run lately, as far as legs remember it, and what it asks of today's workout.

Only the day, the metres and the seconds of a run are known. A long run takes an hour at least and is the longest
of four weeks, or clearly longer than usual; a hard one is clearly faster than usual. The legs feel both until the
next day (the bounds are ours).
"""

import statistics
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from skill.recent import kept_of_runners

KEPT_DAYS = 28
"""Days for which runs are kept: what is usual for a runner shows in four weeks."""

MOST_RUNS = 60
"""Runs that are kept: two a day."""

LONG_S = 60 * 60
"""The least that a long run takes, in s."""

LONGER_THAN_USUAL = 1.3
"""How many times the median a run lasts that is long without being the longest."""

HARD_S = 20 * 60
"""The least that a hard run takes, in s."""

FASTER_THAN_USUAL = 1.1
"""How many times the median speed a hard run has."""

FEWEST_FOR_USUAL = 4
"""Runs from which on it is known how fast is usual."""


class LoggedRun(NamedTuple):
    """A run that a watch has written down: the second since 1970 in which it began, on the runner's own day."""

    began: int
    day: date
    metres: int
    seconds: int

    def overlaps(self, other: "LoggedRun") -> bool:
        """Whether both went on at the same time."""
        return self.began < other.began + other.seconds and other.began < self.began + self.seconds


class Strain(StrEnum):
    """How a run was to the legs."""

    LONG = "long"
    HARD = "hard"


class Tiring(NamedTuple):
    """A long or hard run ``days_ago`` (0 or 1); ``again`` says that the day before it had one, too."""

    run: LoggedRun
    strain: Strain
    days_ago: int
    again: bool


def with_runs(
    known: Iterable[LoggedRun], more: Iterable[LoggedRun], today: date
) -> tuple[LoggedRun, ...]:
    """The runs of the last four weeks, oldest first.

    Nobody runs twice at once: of two that overlap, as two files tell of one run, the first that was read is kept.
    One that began in the same second is that run put right, and takes its place.
    """
    first = today - timedelta(days=KEPT_DAYS)
    found: dict[int, LoggedRun] = {}
    for run in (*known, *more):
        others = (other for other in found.values() if other.began != run.began)
        if first <= run.day and not any(run.overlaps(other) for other in others):
            found[run.began] = run
    return tuple(sorted(found.values()))[-MOST_RUNS:]


@kept_of_runners(200)
def tiring_run(runs: tuple[LoggedRun, ...], day: date) -> Tiring | None:
    """The run of ``day``, or of the day before it, that tires the legs on ``day``; None where there is none."""
    for days_ago in (0, 1):
        found = _hardest(runs, day - timedelta(days=days_ago))
        if found is not None:
            before = _hardest(runs, day - timedelta(days=days_ago + 1))
            return Tiring(*found, days_ago, before is not None)
    return None


def _hardest(runs: tuple[LoggedRun, ...], day: date) -> tuple[LoggedRun, Strain] | None:
    """The long or hard run of a day, by the four weeks up to it."""
    first = day - timedelta(days=KEPT_DAYS)
    lately = [run for run in runs if first <= run.day <= day]
    of_day = [run for run in lately if run.day == day]
    if not of_day:
        return None
    longest = max(of_day, key=lambda run: run.seconds)
    if _is_long(longest, lately):
        return longest, Strain.LONG
    fastest = max(of_day, key=_speed)
    return (fastest, Strain.HARD) if _is_hard(fastest, lately) else None


def _is_long(run: LoggedRun, lately: list[LoggedRun]) -> bool:
    if run.seconds < LONG_S:
        return False
    usual = _median(other.seconds for other in lately)
    is_longest = all(other.seconds <= run.seconds for other in lately)
    return is_longest or run.seconds >= usual * LONGER_THAN_USUAL


def _is_hard(run: LoggedRun, lately: list[LoggedRun]) -> bool:
    speeds = [_speed(other) for other in lately if other.metres]
    if run.seconds < HARD_S or len(speeds) < FEWEST_FOR_USUAL:
        return False
    return _speed(run) >= _median(speeds) * FASTER_THAN_USUAL


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)


def _speed(run: LoggedRun) -> float:
    """Metres a second."""
    return run.metres / run.seconds
