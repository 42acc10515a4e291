"""Times of the day as they are spoken, and as Amazon sends them (Amazon: Slot Type Reference, AMAZON.TIME)."""

import re

_AFTER = r"(?P<half>am|pm|a m|p m|in the (?:morning|afternoon|evening)|at night)"
_HOUR = r"(?:1\d|2[0-4]|0?\d)"

TIME = re.compile(
    rf"(?<!\S)(?:noon|midnight|morning|afternoon|evening|night"
    rf"|(?:(?:half|quarter) past |quarter to )?{_HOUR}(?: (?:oclock|oh \d|\d\d))?(?: {_AFTER})?)(?!\S)"
)
"""A time in a sentence that is spelled plainly."""

_CLOCK = re.compile(
    rf"(?P<shift>half past |quarter past |quarter to )?(?P<hour>{_HOUR})"
    rf"(?: oclock| (?P<minute>oh \d|\d\d))?(?: {_AFTER})?"
)
_WORDS = {
    "noon": "12:00",
    "midnight": "00:00",
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
}
_SHIFTS = {"half past ": 30, "quarter past ": 15, "quarter to ": -15}
_BEFORE_NOON = frozenset({"am", "a m", "in the morning"})
_DAY = 24 * 60


def iso_time(said: str) -> str:
    """Write a time that TIME matches as Amazon sends it: "half past 7 in the evening" is 19:30, "morning" MO.

    An hour without a half of the day is taken as it stands: "7" is 07:00. (Own assumption: Amazon does not say
    how it decides.)
    """
    if said in _WORDS:
        return _WORDS[said]
    clock = _CLOCK.fullmatch(said)
    if clock is None:
        return "?"
    hour, half = int(clock["hour"]), clock["half"]
    if half in _BEFORE_NOON or (half == "at night" and hour in (12, 1, 2, 3, 4)):
        hour %= 12
    elif half is not None and hour < 12:
        hour += 12
    minute = int((clock["minute"] or "0").removeprefix("oh "))
    minutes = (60 * hour + minute + _SHIFTS.get(clock["shift"] or "", 0)) % _DAY
    return f"{minutes // 60:02}:{minutes % 60:02}" if minute < 60 else "?"
