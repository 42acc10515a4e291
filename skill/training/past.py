"""The past: what is left of records that are too old to be kept one by one.

Records of the last twelve weeks stay as they are. Older ones are folded into a checkpoint for each
exercise, a total for each month and a digit for each week, so that an athlete's document stays small for decades.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from skill.speed.value import Value
from skill.training.record import History, Record
from skill.training.standing import Standing, Standings, fold

KEPT_WEEKS = 12
"""Whole weeks before this one whose records are kept one by one."""

WEEK = timedelta(days=7)


class Month(NamedTuple):
    """What one month came to. ``first`` is its first day."""

    first: date
    workouts: int
    sets: int
    repetitions: int
    seconds: int


class Past(Value):
    """All that is known of the days before ``until``, a Monday; None where nothing was folded yet.

    ``weeks`` has a digit for each week from the Monday ``first_week`` on: its days with training.
    """

    until: date | None = None
    standings: tuple[Standing, ...] = ()
    months: tuple[Month, ...] = ()
    first_week: date | None = None
    weeks: str = ""

    @cached_property
    def _hash(self) -> int:
        return hash((self.until, self.standings, self.months, self.weeks))

    def __hash__(self) -> int:
        return self._hash  # computed once: a past is looked up as a whole


NO_PAST = Past()
"""The past of somebody new."""


def workouts_done(history: History, past: Past) -> int:
    """How many workouts there were in all, as far as anything was done in them."""
    trained = {(record.day, record.workout) for record in history if record.sets}
    return len(trained) + sum(month.workouts for month in past.months)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def compacted(history: History, past: Past, day: date) -> tuple[History, Past]:
    """The records that are kept one by one on ``day``, and the past with the others folded in.

    Pure, and the same whether it is done once or again and again. A record that turns up when its time is
    folded already (a device that was off for months) counts in the totals; it is too late for progression.
    """
    until = max(filter(None, (past.until, monday_of(day) - KEPT_WEEKS * WEEK)))
    old = tuple(record for record in history if record.day < until)
    if not old and past.until in (None, until):
        return history, past
    standings = known_standings(old, past)
    first_week, weeks = _weeks(past, old)
    return (
        tuple(record for record in history if record.day >= until),
        Past(
            until,
            tuple(standings[id_] for id_ in sorted(standings)),
            _months(past, old),
            first_week,
            weeks,
        ),
    )


def known_standings(history: Iterable[Record], past: Past = NO_PAST) -> Standings:
    """Where the runner stands with each exercise: the checkpoints, and the records since."""
    return fold({standing.base_id: standing for standing in past.standings}, history)


def totals_by_month(records: Iterable[Record]) -> tuple[Month, ...]:
    """What each month's records come to, oldest month first."""
    months: dict[date, list[Record]] = defaultdict(list)
    for record in records:
        months[record.day.replace(day=1)].append(record)
    return tuple(
        Month(
            first,
            len({(record.day, record.workout) for record in found}),
            sum(record.sets for record in found),
            sum(record.repetitions for record in found),
            sum(record.seconds for record in found),
        )
        for first, found in sorted(months.items())
    )


def added(one: Iterable[Month], other: Iterable[Month]) -> tuple[Month, ...]:
    """Two series of months in one, those that both have added up."""
    found: dict[date, Month] = {}
    for month in (*one, *other):
        known = found.get(month.first)
        found[month.first] = month if known is None else _sum(known, month)
    return tuple(found[first] for first in sorted(found))


def _sum(one: Month, other: Month) -> Month:
    return Month(
        one.first,
        one.workouts + other.workouts,
        one.sets + other.sets,
        one.repetitions + other.repetitions,
        one.seconds + other.seconds,
    )


def _months(past: Past, old: History) -> tuple[Month, ...]:
    return added(past.months, totals_by_month(old))


def days_by_week(past: Past) -> dict[date, int]:
    """On how many days of each week the runner trained, by the week's Monday; weeks without are left out."""
    if past.first_week is None:
        return {}
    digits = enumerate(past.weeks)
    return {past.first_week + i * WEEK: int(digit) for i, digit in digits if digit != "0"}


def _weeks(past: Past, old: History) -> tuple[date | None, str]:
    days = days_by_week(past)
    for day in sorted({record.day for record in old}):
        week = monday_of(day)
        days[week] = min(7, days.get(week, 0) + 1)
    if not days:
        return None, ""
    first, last = min(days), max(days)
    count = (last - first).days // 7 + 1
    return first, "".join(str(days.get(first + i * WEEK, 0)) for i in range(count))
