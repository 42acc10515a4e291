"""Asides: matters beside the workout that take more than one turn, such as a reminder or a farewell for good."""

from datetime import time
from typing import Any

from skill.value import Value
from skill.workout.question import Question


class Aside(Value):
    """What an aside has come to; the session keeps it from turn to turn.

    ``under`` is the workout's own question, which waits meanwhile; ``days`` (0 is Monday) and ``at`` are what
    was said so far of a reminder that is wished. ``joint`` and ``exercise`` (ids) are what a question is about
    that spares something or brings it back; ``said`` is the word that the runner had for the joint.
    """

    under: Question | None = None
    days: tuple[int, ...] = ()
    at: time | None = None
    joint: str | None = None
    exercise: str | None = None
    said: str = ""


def write_aside(aside: Aside) -> dict[str, Any]:
    """The aside as JSON-able values."""
    at = None if aside.at is None else aside.at.isoformat("minutes")
    about = {"joint": aside.joint, "exercise": aside.exercise, "said": aside.said}
    known = {name: value for name, value in about.items() if value}
    return {"under": aside.under, "days": list(aside.days), "at": at, **known}


def read_aside(values: Any) -> Aside | None:
    """The aside of JSON-able values; None where they tell of none."""
    try:
        under, days, at = values["under"], tuple(values["days"]), values["at"]
        if not all(type(day) is int and 0 <= day < 7 for day in days):
            return None
        return Aside(
            None if under is None else Question(under),
            days,
            None if at is None else time.fromisoformat(at),
            _text(values.get("joint")) or None,
            _text(values.get("exercise")) or None,
            _text(values.get("said")),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


LONGEST_TEXT = 40
"""Characters of a name in an aside."""


def _text(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ValueError
    return value
