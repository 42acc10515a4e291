"""What was heard in a slot, in the coach's own terms."""

import re
from collections.abc import Mapping
from datetime import time

from ask_sdk_model import Slot
from ask_sdk_model.slu.entityresolution import StatusCode

from skill.coach.commands import DayPart, Heard, Named, NamedExercise
from skill.training.exercise import Side
from skill.training.record import Effort

Slots = Mapping[str, Slot]

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


def heard_number(slots: Slots, name: str) -> Heard | None:
    """An AMAZON.NUMBER: None where nothing was said, an empty ``Heard`` where it is no number ("?")."""
    value = _value(slots, name)
    if value is None:
        return None
    try:
        return Heard(int(value))
    except ValueError:
        return Heard(None)


def heard_seconds(slots: Slots, name: str) -> Heard | None:
    """An AMAZON.DURATION in seconds ("PT1M30S" is 90), as ``heard_number`` otherwise."""
    value = _value(slots, name)
    if value is None:
        return None
    match = _DURATION.fullmatch(value)
    parts = {unit: n for unit, n in match.groupdict().items() if n} if match else {}
    if not parts:
        return Heard(None)
    return Heard(sum(int(n) * _SECONDS[unit] for unit, n in parts.items()))


def heard_time(slots: Slots, name: str = "time") -> time | DayPart | None:
    """An AMAZON.TIME: a time ("07:00"), a part of the day ("MO"), or None where it is neither.

    (Amazon: Slot Type Reference, AMAZON.TIME.)
    """
    value = _value(slots, name) or ""
    if value in _DAY_PARTS:
        return _DAY_PARTS[value]
    try:
        heard = time.fromisoformat(value)
    except ValueError:
        return None
    return heard.replace(second=0, microsecond=0, tzinfo=None)


def named_days(slots: Slots) -> tuple[int, ...]:
    """The days of the week that were named, in up to three slots, in their order; 0 is Monday."""
    ids = (resolved_id(slots, name) or "" for name in ("day", "second_day", "third_day"))
    return tuple(sorted({day for id_ in ids for day in _DAYS.get(id_, ())}))


def is_filled(slots: Slots, name: str) -> bool:
    """Whether anything was said for a slot."""
    return _value(slots, name) is not None


def named_exercise(slots: Slots, name: str = "exercise") -> NamedExercise | None:
    """The exercise that was named, by its catalog id where Alexa resolved it."""
    value = _value(slots, name)
    return None if value is None else NamedExercise(resolved_id(slots, name), value)


def named_effort(slots: Slots, name: str = "effort") -> Effort | None:
    """How hard it was, in the words of the slot type EFFORT; None where they are others."""
    id_ = resolved_id(slots, name)
    return Effort(id_) if id_ in list(Effort) else None


def named_side(slots: Slots, name: str = "side") -> Side | None:
    """The side that was named, None where none was."""
    id_ = resolved_id(slots, name)
    return Side(id_) if id_ in (Side.LEFT, Side.RIGHT) else None


def named_thing(slots: Slots, name: str) -> Named | None:
    """A thing of one of our own slot types, by its id where Alexa resolved it."""
    value = _value(slots, name)
    return None if value is None else Named(resolved_id(slots, name), value)


def resolved_id(slots: Slots, name: str) -> str | None:
    """The id that entity resolution found for a custom slot, if it found one."""
    slot = slots.get(name)
    if slot is None or slot.resolutions is None:
        return None
    for authority in slot.resolutions.resolutions_per_authority or ():
        matched = authority.status and authority.status.code is StatusCode.ER_SUCCESS_MATCH
        if matched and authority.values and authority.values[0].value:
            return str(authority.values[0].value.id)
    return None


def _value(slots: Slots, name: str) -> str | None:
    slot = slots.get(name)
    return (slot.value or None) if slot is not None else None
