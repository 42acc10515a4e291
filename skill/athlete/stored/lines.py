"""Records, prescriptions and standings as short lines of text, and back.

A line takes little room in a document, and lines can be looked up: most of a history is read once and then
known. A line is made of words with blanks between them; what is seldom needed follows as ``name=value``.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeVar

from skill.recent import kept_of_runners
from skill.training.exercise import Measure
from skill.training.past import Month
from skill.training.preferences import HEAVIEST_GRAMS
from skill.training.record import DoneBySide, Effort, Record
from skill.training.rung import Reason, Rung, Why
from skill.training.standing import Standing
from skill.training.times import TimedSide, Times, in_time

MOST_LINES = 20_000
"""Lines kept in memory, some 0.5 kB each."""

MOST_DONE = 10_000
"""The most that one set can have done, in any unit."""

LATEST_S = 10**9
"""The latest that a set can be done after its workout was begun, in s: somebody may come back years later."""

LONGEST_NUMBER = 12
"""Digits of a number in a line."""

T = TypeVar("T")
Options = dict[str, str]

_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_UNITS = {Measure.REPETITIONS: "", Measure.SECONDS: "s"}


def whole(value: Any, lowest: int, highest: int) -> int:
    """A whole number in bounds.

    Raises:
        ValueError: the value is no such thing.
    """
    if type(value) is not int or not lowest <= value <= highest:
        raise ValueError(f"{value!r} is not a whole number from {lowest} to {highest}")
    return value


def word(value: str) -> str:
    """A name of the catalog's kind.

    Raises:
        ValueError: the value is no such thing.
    """
    if not _WORD.fullmatch(value):
        raise ValueError(f"{value!r} is no name")
    return value


def number(text: str, lowest: int = 0, highest: int = MOST_DONE) -> int:
    """A whole number in bounds, from text.

    Raises:
        ValueError: the value is no such thing.
    """
    if not text.isdecimal() or len(text) > LONGEST_NUMBER:
        raise ValueError(f"{text!r} is no number")
    return whole(int(text), lowest, highest)


def _line(words: Iterable[object], **options: object) -> str:
    """A line; options that are None, 0 or empty are left out."""
    said = (f"{name}={value}" for name, value in options.items() if value)
    return " ".join((*map(str, words), *said))


def _parts(line: str, words: int) -> tuple[list[str], Options]:
    """The words and the options of a line."""
    parts = line.split(" ")
    options: Options = {}
    for part in parts[words:]:
        name, equals, value = part.partition("=")
        if not equals or name in options:
            raise ValueError(f"{part!r} is no option of {line!r}")
        options[name] = value
    if len(parts) < words:
        raise ValueError(f"{line!r} is too short")
    return parts[:words], options


def _take(options: Options, name: str, read: Callable[[str], T], otherwise: T) -> T:
    return read(options.pop(name)) if name in options else otherwise


def _nothing_else(options: Options) -> None:
    if options:
        raise ValueError(f"unknown: {', '.join(options)}")


# Rungs, and the reasons for them.


def _rung_options(rung: Rung) -> dict[str, object]:
    return {"extra": rung.extra_sets, "tool": rung.tool, "load": rung.load_grams}


def _take_rung(exercise_id: str, amount: int, options: Options) -> Rung:
    return Rung(
        word(exercise_id),
        amount,
        _take(options, "extra", lambda text: number(text, 1, 9), 0),
        _take(options, "tool", word, None),
        _take(options, "load", lambda text: number(text, 1, HEAVIEST_GRAMS), 0),
    )


def _dense_rung(rung: Rung | None) -> str | None:
    """A rung as one word."""
    if rung is None:
        return None
    parts = (rung.exercise_id, rung.amount, rung.extra_sets, rung.tool or "", rung.load_grams)
    return ":".join(map(str, parts))


def _read_dense_rung(text: str) -> Rung:
    id_, amount, extra, tool, load = text.split(":")
    return Rung(
        word(id_),
        number(amount, 1),
        number(extra, 0, 9),
        word(tool) if tool else None,
        number(load, 0, HEAVIEST_GRAMS),
    )


def write_prescription(rung: Rung, beat_percent: int, reason: Reason) -> str:
    """What a set asks for, at which own beat, and why."""
    return _line(
        (rung.exercise_id, rung.amount),
        **_rung_options(rung),
        beat=beat_percent if beat_percent != 100 else None,
        why=reason.why if reason.why is not Why.FIRST_TIME else None,
        was=_dense_rung(reason.was),
        times=reason.times,
        spare=reason.spare,
        days=reason.days,
        instead=reason.instead_of,
        without=reason.without,
    )


def read_prescription(line: str) -> tuple[Rung, int, Reason]:
    """The rung, the exercise's own beat and the reason that a line holds.

    Raises:
        ValueError: it is no such line.
    """
    (id_, amount), options = _parts(line, 2)
    rung = _take_rung(id_, number(amount, 1), options)
    beat_percent = _take(options, "beat", lambda text: number(text, 10, 1_000), 100)
    reason = Reason(
        _take(options, "why", Why, Why.FIRST_TIME),
        _take(options, "was", _read_dense_rung, None),
        _take(options, "times", number, 0),
        _take(options, "spare", number, 0),
        _take(options, "days", lambda text: number(text, 0, 100_000), 0),
        _take(options, "instead", word, None),
        _take(options, "without", word, None),
    )
    _nothing_else(options)
    return rung, beat_percent, reason


# Records.


@kept_of_runners(MOST_LINES)
def write_record(record: Record) -> str:
    """What was done of an exercise; its day and workout stand elsewhere."""
    asked = f"{record.asked}{_UNITS[record.measure]}"
    done = ",".join("/".join(map(str, sides)) for sides in record.sets_done)
    return _line(
        (record.exercise_id, asked, done),
        **_rung_options(record.rung),
        of=record.base_id if record.base_id != record.exercise_id else None,
        beat=record.beat_percent if record.beat_percent != 100 else None,
        effort=record.effort,
        spare=None if record.spare is None else str(record.spare),
        fixed=",".join(map(str, record.corrected)),
        broken=int(record.broken_off),
    )


@kept_of_runners(MOST_LINES)
def read_record(day: str, workout: int, line: str) -> Record:
    """The record that a line holds.

    Raises:
        ValueError: it is no such line.
    """
    (id_, asked, done), options = _parts(line, 3)
    measure = Measure.SECONDS if asked.endswith("s") else Measure.REPETITIONS
    sets_done = tuple(map(_read_set, done.split(",")))
    rung = _take_rung(id_, number(asked.removesuffix("s")), options)
    record = Record(
        day=date.fromisoformat(day),
        workout=whole(workout, 0, 10**11),
        exercise_id=rung.exercise_id,
        base_id=_take(options, "of", word, rung.exercise_id),
        measure=measure,
        asked=rung.amount,
        sets_done=sets_done,
        extra_sets=rung.extra_sets,
        tool=rung.tool,
        load_grams=rung.load_grams,
        beat_percent=_take(options, "beat", lambda text: number(text, 1, 1_000), 100),
        effort=_take(options, "effort", Effort, None),
        spare=_take(options, "spare", number, None),
        corrected=_take(options, "fixed", _read_corrected, ()),
        broken_off=_take(options, "broken", lambda text: number(text, 1, 1) == 1, False),
    )
    _nothing_else(options)
    if any(i >= len(sets_done) for i in record.corrected):
        raise ValueError(f"{line!r} corrects a set that it lacks")
    return record


def _read_corrected(text: str) -> tuple[int, ...]:
    return tuple(number(part, 0, 99) for part in text.split(","))


def _read_set(text: str) -> DoneBySide:
    sides = tuple(number(part) for part in text.split("/"))
    if len(sides) > 2:
        raise ValueError(f"{text!r} has more sides than a runner")
    return sides


# Standings and months.


@kept_of_runners(MOST_LINES)
def write_standing(standing: Standing) -> str:
    """A checkpoint of one exercise."""
    days = standing.first_day.isoformat(), standing.last_day.isoformat()
    return _line(
        (standing.base_id, *days),
        first=_dense_rung(standing.first),
        rung=_dense_rung(standing.rung),
        spare=standing.spare_times,
        least=standing.spare_least,
        met=standing.met_times,
        missed=standing.missed_times,
        steps=standing.steps,
    )


@kept_of_runners(MOST_LINES)
def read_standing(line: str) -> Standing:
    """The checkpoint that a line holds.

    Raises:
        ValueError: it is no such line.
    """
    (id_, first_day, last_day), options = _parts(line, 3)
    standing = Standing(
        word(id_),
        date.fromisoformat(first_day),
        date.fromisoformat(last_day),
        _take(options, "first", _read_dense_rung, None),
        _take(options, "rung", _read_dense_rung, None),
        _take(options, "spare", number, 0),
        _take(options, "least", number, 0),
        _take(options, "met", number, 0),
        _take(options, "missed", number, 0),
        _take(options, "steps", _read_steps, 0),
    )
    _nothing_else(options)
    return standing


def _read_steps(text: str) -> int:
    steps = number(text.removeprefix("-"))
    return -steps if text.startswith("-") else steps


@kept_of_runners(MOST_LINES)
def write_month(month: Month) -> str:
    """A month's totals."""
    totals = month.workouts, month.sets, month.repetitions, month.seconds
    return _line((month.first.isoformat()[:7], *totals))


@kept_of_runners(MOST_LINES)
def read_month(line: str) -> Month:
    """The totals that a line holds.

    Raises:
        ValueError: it is no such line.
    """
    (month, *totals), options = _parts(line, 5)
    _nothing_else(options)
    return Month(date.fromisoformat(f"{month}-01"), *(number(n, 0, 10**9) for n in totals))


# When sets were done.


@kept_of_runners(MOST_LINES)
def write_times(times: Times) -> str:
    """The times of a workout: each exercise, and behind it what was done when, as "set.side.at.seconds"."""
    groups: dict[str, list[str]] = {}
    for side in times.sides:
        numbers = (side.nth, side.side, side.at_s, side.seconds)
        groups.setdefault(side.exercise_id, []).append(".".join(map(str, numbers)))
    return " ".join(word for id_, words in groups.items() for word in (id_, *words))


@kept_of_runners(MOST_LINES)
def read_times(day: str, workout: int, line: str) -> Times:
    """The times that a line holds.

    Raises:
        ValueError: it is no such line.
    """
    sides: list[TimedSide] = []
    id_ = ""
    for part in line.split(" "):
        if not part[:1].isdecimal():
            id_ = word(part)
            continue
        nth, side, at_s, seconds = part.split(".")
        sides.append(
            TimedSide(
                word(id_),
                number(nth, 0, 99),
                number(side, 0, 1),
                number(at_s, 0, LATEST_S),
                number(seconds, 1, LATEST_S),
            )
        )
    sides.sort(key=in_time)
    return Times(date.fromisoformat(day), whole(workout, 0, 10**11), tuple(sides))
