"""A runner's chronicle: what was done lately, week by week, and how far each exercise has come (decision 27)."""

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby
from typing import NamedTuple

from skill.training.past import KEPT_WEEKS, NO_PAST, WEEK, Past, known_standings, monday_of
from skill.training.record import History, Record
from skill.training.rung import Rung
from skill.training.standing import in_order
from skill.training.steps import Step, steps
from skill.training.week import MonthByMonth, Streak, month_by_month, week_streak

RECENT_SESSIONS = 8
"""Sessions that are listed one by one: a month's worth."""


class Total(NamedTuple):
    """What was done from the day ``first`` on: in one workout, or in one week."""

    first: date
    workouts: int
    exercises: int
    sets: int
    repetitions: int
    seconds: int


class Course(NamedTuple):
    """How far one exercise has come.

    ``now`` is what was asked last, and from ``since`` on; that is None where it is not known any more. ``began``
    is the day on which the exercise was first done; ``steps`` are those of the records that are kept one by one,
    oldest first.
    """

    base_id: str
    began: date
    now: Rung
    since: date | None
    steps: tuple[Step, ...]


class Chronicle(NamedTuple):
    """All that is shown of a runner's history on ``day``: sessions newest first, weeks and steps oldest first."""

    day: date
    streak: Streak
    months: MonthByMonth
    sessions: tuple[Total, ...]
    weeks: tuple[Total, ...]
    courses: tuple[Course, ...]


def chronicle(history: History, day: date, past: Past = NO_PAST) -> Chronicle:
    """The chronicle of these records and of what is left of older ones."""
    return Chronicle(
        day,
        week_streak(history, day, past),
        month_by_month(history, day, past),
        tuple(reversed(sessions(history)))[:RECENT_SESSIONS],
        weeks(history, day),
        courses(history, past),
    )


def sessions(history: History) -> tuple[Total, ...]:
    """What each workout came to, oldest first."""
    return _totals(history, lambda record: (record.day, record.workout), lambda r: r.day)


def weeks(history: History, day: date) -> tuple[Total, ...]:
    """What was done in each week, by its Monday: from the first week with a record to that of ``day``.

    Weeks without training are in between. There are no more weeks than those for which records are kept.
    """
    found = {
        total.first: total
        for total in _totals(history, lambda r: monday_of(r.day), lambda r: monday_of(r.day))
    }
    last = monday_of(day)
    week = max(min(found, default=last), last - KEPT_WEEKS * WEEK)
    weeks = []
    while found and week <= last:
        weeks.append(found.get(week, Total(week, 0, 0, 0, 0, 0)))
        week += WEEK
    return tuple(weeks)


def courses(history: History, past: Past = NO_PAST) -> tuple[Course, ...]:
    """The course of every exercise whose demands are known, in the order in which the exercises began."""
    taken = steps(history, past)
    found = []
    for standing in known_standings(history, past).values():
        own = tuple(step for step in taken if step.base_id == standing.base_id)
        if standing.rung is not None:
            since = own[-1].day if own else None
            found.append(Course(standing.base_id, standing.first_day, standing.rung, since, own))
    return tuple(sorted(found, key=lambda course: (course.began, course.base_id)))


def _totals(
    history: Iterable[Record], by: Callable[[Record], object], first: Callable[[Record], date]
) -> tuple[Total, ...]:
    """The totals of records that belong together, in the order of their days."""
    groups = (list(records) for _, records in groupby(in_order(history), key=by))
    return tuple(_total(first(records[0]), records) for records in groups)


def _total(first: date, records: list[Record]) -> Total:
    return Total(
        first,
        len({(record.day, record.workout) for record in records}),
        len({record.exercise_id for record in records}),
        sum(record.sets for record in records),
        sum(record.repetitions for record in records),
        sum(record.seconds for record in records),
    )
