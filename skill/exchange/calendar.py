"""Weekly reminders as an iCalendar file (RFC 5545), for calendars that know nothing of a speaker."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from icalendar import Alarm, Calendar, Event

DAY_CODES = ("mo", "tu", "we", "th", "fr", "sa", "su")
"""The days of the week as the format writes them, Monday first."""

ALARM_BEFORE = timedelta(minutes=10)
"""How long before the workout the calendar speaks up: time to change clothes."""


def write_calendar(
    days: Collection[int],
    at: time,
    zone: tzinfo,
    today: date,
    *,
    title: str,
    minutes: int,
) -> bytes:
    """A calendar with one event that comes every week on ``days`` (Monday is 0) at ``at`` in ``zone``.

    It begins on the first of these days from ``today`` on, lasts ``minutes``, and rings before. The same days and
    time have the same id, so that a second import changes nothing.
    """
    first = next(d for d in (today + timedelta(days=n) for n in range(7)) if d.weekday() in days)
    codes = [DAY_CODES[day] for day in sorted(days)]
    event = Event()
    event.add("uid", f"{'-'.join(codes)}-{at:%H%M}@strong-stride")
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", datetime.combine(first, at, zone))
    event.add("duration", timedelta(minutes=minutes))
    event.add("rrule", {"freq": "weekly", "byday": codes, "wkst": "mo"})
    event.add("summary", title)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", -ALARM_BEFORE)
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//Strong Stride//strong-stride//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    _write_each_change_alone(calendar)
    return bytes(calendar.to_ical())


def _write_each_change_alone(calendar: Calendar) -> None:
    """Give each change of the clocks a line of its own.

    Some programs read the first date alone of a list: for them the clocks would not have changed since 1981.
    """
    for change in calendar.walk():
        if "RDATE" in change:
            for one in change.pop("RDATE").dts:
                change.add("rdate", one.dt)
