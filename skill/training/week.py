"""A runner's weeks and months: how often, how many in a row, and what has improved.

Pure functions of the records of the last weeks and of the past, into which older records were folded.
"""

from datetime import date, timedelta

from skill.speed.value import Value
from skill.training.past import (
    NO_PAST,
    WEEK,
    Month,
    Past,
    added,
    days_by_week,
    monday_of,
    totals_by_month,
)
from skill.training.record import History
from skill.training.rung import Rung
from skill.training.standing import Standings

TARGET_DAYS = 2
"""Sessions a week: ACSM's 2009 position stand asks novices for two to three; a runner has runs to do as well."""

APART = timedelta(days=2)
"""From one workout to the next: a day lies between."""

GRACE_WEEKS = 1
"""Weeks in a row that may be missed without ending a streak: a cold, a holiday."""


class Streak(Value):
    """Weeks in a row, up to this one.

    ``weeks`` were trained in, of which ``full`` on as many days as the target asks; a week of grace between
    them does not count, and does not end them. ``in_grace`` says that last week was missed: this one keeps the
    streak. ``this_week`` are the days of this week so far.
    """

    weeks: int
    full: int
    in_grace: bool
    this_week: int


class MonthByMonth(Value):
    """This month so far, the last one up to the same day, and the whole last one."""

    this: Month
    last_so_far: Month
    last: Month


class Gain(Value):
    """How far an exercise has come: what was asked first, what was asked last, and how many rungs lie between."""

    base_id: str
    first: Rung
    now: Rung
    steps: int


def training_days_by_week(history: History, past: Past = NO_PAST) -> dict[date, int]:
    """On how many days of each week the runner trained, by the week's Monday; only weeks with training."""
    days = days_by_week(past)
    for day in {record.day for record in history if record.sets}:
        days[monday_of(day)] = days.get(monday_of(day), 0) + 1
    return days


def week_streak(history: History, day: date, past: Past = NO_PAST) -> Streak:
    """How many weeks in a row were trained in, up to the week of ``day``.

    The week of ``day`` is not over yet: without training it does not end the streak.
    """
    days = training_days_by_week(history, past)
    this = monday_of(day)
    weeks = full = missed = 0
    week = this
    first = min(days, default=this)
    while week >= first and missed <= GRACE_WEEKS:
        trained = days.get(week, 0)
        weeks, full = weeks + (trained > 0), full + (trained >= TARGET_DAYS)
        if week != this:
            missed = 0 if trained else missed + 1
        week -= WEEK
    last_missed = this - WEEK not in days
    return Streak(weeks, full, weeks > (this in days) and last_missed, days.get(this, 0))


def last_day(history: History, past: Past = NO_PAST) -> date | None:
    """The last day with training; None before the first one."""
    # Oldest first, and all of them younger than what was folded.
    latest = next((record.day for record in reversed(history) if record.sets), None)
    return latest or max((standing.last_day for standing in past.standings), default=None)


def month_by_month(history: History, day: date, past: Past = NO_PAST) -> MonthByMonth:
    """The month of ``day`` against the one before."""
    first = day.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    so_far = tuple(r for r in history if r.day < first and r.day.day <= day.day and r.day <= day)
    known = tuple(record for record in history if record.day <= day)
    months = {month.first: month for month in added(past.months, totals_by_month(known))}
    early = {month.first: month for month in totals_by_month(so_far)}
    nothing = (0, 0, 0, 0)
    return MonthByMonth(
        months.get(first, Month(first, *nothing)),
        early.get(before, Month(before, *nothing)),
        months.get(before, Month(before, *nothing)),
    )


def gains(standings: Standings) -> tuple[Gain, ...]:
    """What has become harder since it was first done, the strongest gain first."""
    found = [
        Gain(standing.base_id, standing.first, standing.rung, standing.steps)
        for standing in standings.values()
        if standing.first and standing.rung and standing.steps > 0
    ]
    return tuple(sorted(found, key=lambda gain: (-gain.steps, gain.base_id)))
