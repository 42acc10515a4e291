"""Times, days and lengths of time in slots, as Amazon writes them."""

import re
from datetime import time

from skill.alexa.slots import LARGEST_NUMBER, Slots
from skill.coach.commands import DayPart, HeardNumber

_DURATION = re.compile(
    r"P(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)(?:\.\d+)?S)?)?"
)
_DAYS = {
    **{
        id_: (day,)
        for day, id_ in enumerate(
            ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        )
    },
    "weekdays": tuple(range(5)),
    "weekend": (5, 6),
    "every_day": tuple(range(7)),
}
"""The days of each value of the slot type WEEKDAY; 0 is Monday."""

_DAY_PARTS = {
    "MO": DayPart.MORNING,
    "AF": DayPart.AFTERNOON,
    "EV": DayPart.EVENING,
    "NI": DayPart.NIGHT,
}
_SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}


def heard_seconds(slots: Slots, name: str) -> HeardNumber | None:
    """An AMAZON.DURATION in seconds ("PT1M30S" is 90). Where there is none, it is as with ``heard_number``."""
    value = slots.text(name)
    if value is None:
        return None
    match = _DURATION.fullmatch(value)
    parts = {unit: n for unit, n in match.groupdict().items() if n} if match else {}
    if not parts:
        return HeardNumber(None)
    seconds = sum(int(n) * _SECONDS[unit] for unit, n in parts.items())
    return HeardNumber(seconds if seconds <= LARGEST_NUMBER else None)


def heard_time(slots: Slots, name: str = "time") -> time | DayPart | None:
    """An AMAZON.TIME: a time ("07:00"), a part of the day ("MO"), or None where it is neither.

    (Amazon: Slot Type Reference, AMAZON.TIME.)
    """
    value = slots.text(name) or ""
    if value in _DAY_PARTS:
        return _DAY_PARTS[value]
    try:
        heard = time.fromisoformat(value)
    except ValueError:
        return None
    return heard.replace(second=0, microsecond=0, tzinfo=None)


def named_days(slots: Slots) -> tuple[int, ...]:
    """The days of the week that were named, in up to three slots, in their order; 0 is Monday."""
    names = ("day", "second_day", "third_day")
    return tuple(sorted({day for name in names for day in named_day(slots, name)}))


def named_day(slots: Slots, name: str = "day") -> tuple[int, ...]:
    """The day of the week that was named, or the days of a word such as "weekend"; 0 is Monday."""
    return _DAYS.get(slots.id(name) or "", ())
