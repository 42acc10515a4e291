"""Asides: matters beside the workout that take more than one turn, such as a reminder or a farewell for good."""

from datetime import time
from typing import Any

from skill.value import Value
from skill.workout.question import Question


class Aside(Value):
    """What an aside has come to; the session keeps it from turn to turn.

    ``under`` is the workout's own question, which waits meanwhile; ``days`` (0 is Monday) and ``at`` are what
    was said so far of a reminder that is wished.
    """

    under: Question | None = None
    days: tuple[int, ...] = ()
    at: time | None = None


def write_aside(aside: Aside) -> dict[str, Any]:
    """The aside as JSON-able values."""
    at = None if aside.at is None else aside.at.isoformat("minutes")
    return {"under": aside.under, "days": list(aside.days), "at": at}


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
        )
    except (KeyError, TypeError, ValueError):
        return None
