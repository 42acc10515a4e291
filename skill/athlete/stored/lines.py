"""Records, prescriptions and standings as short lines of text, and back.

A line takes little room in a document, and lines can be looked up: most of a history is read once and then
known. Their form is in ``form.py``.
"""

from datetime import date

from skill.athlete.stored.form import (
    Options,
    line_of,
    nothing_else,
    number,
    parts_of,
    take,
    whole,
    word,
)
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

LATEST_S = 10**9
"""The latest that a set can be done after its workout was begun, in s: somebody may come back years later."""

_UNITS = {Measure.REPETITIONS: "", Measure.SECONDS: "s"}


# Rungs, and the reasons for them.


def _rung_options(rung: Rung) -> dict[str, object]:
    return {"extra": rung.extra_sets, "tool": rung.tool, "load": rung.load_grams}


def _take_rung(exercise_id: str, amount: int, options: Options) -> Rung:
    return Rung(
        word(exercise_id),
        amount,
        take(options, "extra", lambda text: number(text, 1, 9), 0),
        take(options, "tool", word, None),
        take(options, "load", lambda text: number(text, 1, HEAVIEST_GRAMS), 0),
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
    return line_of(
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
    (id_, amount), options = parts_of(line, 2)
    rung = _take_rung(id_, number(amount, 1), options)
    beat_percent = take(options, "beat", lambda text: number(text, 10, 1_000), 100)
    reason = Reason(
        take(options, "why", Why, Why.FIRST_TIME),
        take(options, "was", _read_dense_rung, None),
        take(options, "times", number, 0),
        take(options, "spare", number, 0),
        take(options, "days", lambda text: number(text, 0, 100_000), 0),
        take(options, "instead", word, None),
        take(options, "without", word, None),
    )
    nothing_else(options)
    return rung, beat_percent, reason


# Records.


@kept_of_runners(MOST_LINES)
def write_record(record: Record) -> str:
    """What was done of an exercise; its day and workout stand elsewhere."""
    asked = f"{record.asked}{_UNITS[record.measure]}"
    done = ",".join("/".join(map(str, sides)) for sides in record.sets_done)
    return line_of(
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
def read_records(day: str, workout: int, *lines: str) -> tuple[Record, ...]:
    """The records of one workout, each from its line.

    Raises:
        ValueError: one is no such line, or day or workout is none.
    """
    on, number_of_workout = date.fromisoformat(day), whole(workout, 0, 10**11)
    return tuple(_read_record(on, number_of_workout, line) for line in lines)


def _read_record(day: date, workout: int, line: str) -> Record:
    (id_, asked, done), options = parts_of(line, 3)
    measure = Measure.SECONDS if asked.endswith("s") else Measure.REPETITIONS
    amount, sets_done = number(asked.removesuffix("s")), _read_sets(done)
    if not options:  # as in most records: nothing was said of them
        name = word(id_)
        return Record(day, workout, name, name, measure, amount, sets_done)
    rung = _take_rung(id_, amount, options)
    record = Record(
        day=day,
        workout=workout,
        exercise_id=rung.exercise_id,
        base_id=take(options, "of", word, rung.exercise_id),
        measure=measure,
        asked=rung.amount,
        sets_done=sets_done,
        extra_sets=rung.extra_sets,
        tool=rung.tool,
        load_grams=rung.load_grams,
        beat_percent=take(options, "beat", lambda text: number(text, 1, 1_000), 100),
        effort=take(options, "effort", Effort, None),
        spare=take(options, "spare", number, None),
        corrected=take(options, "fixed", _read_corrected, ()),
        broken_off=take(options, "broken", lambda text: number(text, 1, 1) == 1, False),
    )
    nothing_else(options)
    if any(i >= len(sets_done) for i in record.corrected):
        raise ValueError(f"{line!r} corrects a set that it lacks")
    return record


def _read_corrected(text: str) -> tuple[int, ...]:
    return tuple(number(part, 0, 99) for part in text.split(","))


@kept_of_runners(MOST_LINES)
def _read_sets(text: str) -> tuple[DoneBySide, ...]:
    """What was done of each set; kept, since the same is done again and again."""
    return tuple(map(_read_set, text.split(",")))


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
    return line_of(
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
    (id_, first_day, last_day), options = parts_of(line, 3)
    standing = Standing(
        word(id_),
        date.fromisoformat(first_day),
        date.fromisoformat(last_day),
        take(options, "first", _read_dense_rung, None),
        take(options, "rung", _read_dense_rung, None),
        take(options, "spare", number, 0),
        take(options, "least", number, 0),
        take(options, "met", number, 0),
        take(options, "missed", number, 0),
        take(options, "steps", _read_steps, 0),
    )
    nothing_else(options)
    return standing


def _read_steps(text: str) -> int:
    steps = number(text.removeprefix("-"))
    return -steps if text.startswith("-") else steps


@kept_of_runners(MOST_LINES)
def write_month(month: Month) -> str:
    """A month's totals."""
    totals = month.workouts, month.sets, month.repetitions, month.seconds
    return line_of((month.first.isoformat()[:7], *totals))


@kept_of_runners(MOST_LINES)
def read_month(line: str) -> Month:
    """The totals that a line holds.

    Raises:
        ValueError: it is no such line.
    """
    month, workouts, sets, repetitions, seconds = line.split(" ")
    totals = workouts, sets, repetitions, seconds
    return Month(date.fromisoformat(f"{month}-01"), *[number(n, 0, 10**9) for n in totals])


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
