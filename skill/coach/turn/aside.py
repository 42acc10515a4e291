"""Asides: matters beside the workout that take more than one turn, such as a reminder or a farewell for good."""

from datetime import time
from typing import Any, NamedTuple

from skill.coach.commands import LONGEST_WORDS
from skill.speed.value import Value
from skill.training.exercise import Side
from skill.training.preferences import Units
from skill.workout.question import Question


class Unsure(NamedTuple):
    """A number that may have been misheard: repetitions done or ``spare``, or ``seconds`` of a hold."""

    amount: int
    spare: bool
    seconds: bool
    side: Side | None
    exercise_id: str | None


class OtherPart(NamedTuple):
    """A part of the body that was half heard beside another one, what is spared for it, and the runner's word."""

    part: str | None
    joint: str | None
    said: str


class Sign(NamedTuple):
    """What was half heard: whether it would be danger, or an injury, and the parts of the body."""

    danger: bool = False
    injured: bool = False
    part: str | None = None
    others: tuple[OtherPart, ...] = ()


class Order(NamedTuple):
    """An order that may have been misheard: its words, and its command in the form of ``Visit.read_order``."""

    words: str = ""
    written: str = ""


class PartOfLoad(NamedTuple):
    """What was said so far of a load: grams and the unit in which they were said, the exercise, the tool."""

    grams: int | None = None
    units: Units | None = None
    exercise_id: str | None = None
    tool: str | None = None


class Aside(Value):
    """How far an aside has come; the session keeps it from turn to turn.

    ``under`` is the workout's own question, which waits meanwhile. ``days`` (0 is Monday) and ``at`` are what was
    said so far of a reminder. ``unsure`` is a number to be confirmed, and ``load`` what was said of a load that
    is not complete yet. ``sign`` and ``order`` are what may have been misheard; ``ran`` is whether the workout
    ran until then, and so runs again if it was. ``or_else`` is what is asked about after a no. ``joint`` and
    ``exercise`` (ids) are what a question is about that spares something or brings it back; ``said`` is the
    runner's word for the joint.
    """

    under: Question | None = None
    days: tuple[int, ...] = ()
    at: time | None = None
    unsure: Unsure | None = None
    load: PartOfLoad | None = None
    sign: Sign | None = None
    joint: str | None = None
    exercise: str | None = None
    said: str = ""
    order: Order | None = None
    ran: bool = False
    or_else: Order | None = None


def write_aside(aside: Aside) -> dict[str, Any]:
    """The aside as JSON-able values."""
    at = None if aside.at is None else aside.at.isoformat("minutes")
    unsure = None if aside.unsure is None else list(aside.unsure)
    about = {
        "load": aside.load and list(aside.load),
        "sign": aside.sign and [*aside.sign[:3], *map(list, aside.sign.others)],
        "order": aside.order and list(aside.order),
        "or_else": aside.or_else and list(aside.or_else),
        "joint": aside.joint,
        "exercise": aside.exercise,
        "said": aside.said,
        "ran": aside.ran,
    }
    known = {name: value for name, value in about.items() if value}
    return {"under": aside.under, "days": list(aside.days), "at": at, "unsure": unsure, **known}


def read_aside(values: Any) -> Aside | None:
    """The aside of JSON-able values; None where the values describe none."""
    if values is None:  # most turns have none, and to catch an error takes as long as to read one
        return None
    try:
        under, days, at = values["under"], tuple(values["days"]), values["at"]
        if not all(type(day) is int and 0 <= day < 7 for day in days):
            return None
        return Aside(
            None if under is None else Question(under),
            days,
            None if at is None else time.fromisoformat(at),
            _read_unsure(values.get("unsure")),
            _read_load(values.get("load")),
            _read_sign(values.get("sign")),
            _text(values.get("joint")) or None,
            _text(values.get("exercise")) or None,
            _text(values.get("said")),
            _read_order(values.get("order")),
            bool(values.get("ran")),
            _read_order(values.get("or_else")),
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None


def _read_unsure(values: list[Any] | None) -> Unsure | None:
    if values is None:
        return None
    amount, spare, seconds, side, exercise_id = values
    if type(amount) is not int or amount < 0:
        raise ValueError("an unsure number that is none")
    return Unsure(
        amount,
        bool(spare),
        bool(seconds),
        None if side is None else Side(side),
        None if exercise_id is None else str(exercise_id),
    )


def _read_load(values: list[Any] | None) -> PartOfLoad | None:
    if values is None:
        return None
    grams, units, exercise_id, tool = values
    if grams is not None and (type(grams) is not int or grams < 0):
        raise ValueError("a load that is none")
    return PartOfLoad(
        grams,
        None if units is None else Units(units),
        _text(exercise_id) or None,
        _text(tool) or None,
    )


def _read_sign(values: list[Any] | None) -> Sign | None:
    if values is None:
        return None
    danger, injured, part, *others = values
    return Sign(bool(danger), bool(injured), _text(part) or None, tuple(map(_read_other, others)))


def _read_other(values: list[Any]) -> OtherPart:
    part, joint, said = values
    return OtherPart(_text(part) or None, _text(joint) or None, _text(said))


def _read_order(values: list[Any] | None) -> Order | None:
    if values is None:
        return None
    words, written = values
    return Order(_text(words, LONGEST_WORDS), _text(written, LONGEST_ORDER))


LONGEST_TEXT = 40
"""Characters of a name in an aside."""

LONGEST_ORDER = 4_000
"""Characters of an order as it is written."""


def _text(value: Any, longest: int = LONGEST_TEXT) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError
    return value
