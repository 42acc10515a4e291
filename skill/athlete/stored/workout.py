"""The workout in progress as JSON and back: its plan, its place, what was done and said so far."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from skill.athlete.stored.form import MOST_DONE, whole, word
from skill.athlete.stored.lines import LATEST_S
from skill.athlete.stored.migrations import Document
from skill.athlete.stored.place import read_place
from skill.athlete.stored.plan import read_plan, write_plan
from skill.athlete.stream import Stream
from skill.athlete.timing import UnitTime
from skill.athlete.workout import Said, Workout
from skill.training.catalog import Catalog
from skill.training.plan import Plan
from skill.training.record import Effort
from skill.workout.cursor import Mark, tally_length


def write_workout(workout: Workout) -> Document:
    """The workout as JSON-able values."""
    return {"plan": write_plan(workout.plan), **write_course(workout)}


def write_course(workout: Workout) -> Document:
    """How far the workout has come, without its plan."""
    return {
        "number": workout.number,
        "place": list(workout.place),
        "tally": list(workout.tally),
        "marks": _write_marks(workout.marks),
        "began_at": None if workout.began_at is None else workout.began_at.isoformat(),
        "efforts": list(map(_write_said, workout.efforts)),
        "corrections": list(map(list, workout.corrections)),
        **(_write_playing(workout) if workout.plays or workout.spoken else {}),
        **({"times": list(map(list, workout.times))} if workout.times else {}),
        **({"pains": list(workout.pains)} if workout.pains else {}),
        **({"device": workout.device} if workout.device else {}),
        **({} if workout.broken_off is None else {"broken_off": workout.broken_off}),
    }


def read_workout(document: Document, catalog: Catalog) -> Workout:
    """The workout that a document describes.

    Raises:
        NothingLeft: it has no set any more.
        KeyError, ValueError, TypeError, IndexError, AttributeError: it makes no sense.
    """
    plan = read_plan(document["plan"], catalog)
    tally = tuple(whole(n, 0, MOST_DONE) for n in document["tally"])
    if len(tally) != tally_length(plan):
        raise ValueError("the tally does not fit the plan")
    marks = _read_marks(document["marks"], plan)
    stream = _read_stream(document.get("stream"), plan)
    if marks and stream is not None:
        raise ValueError("a segment and a track cannot both be current")
    return Workout(
        plan,
        read_place(document["place"], plan),
        tally,
        marks,
        _read_beginning(document["began_at"], marks),
        whole(document["number"], 0, 10**11),
        tuple(_read_said(*said) for said in document["efforts"]),
        tuple(
            (whole(unit, 0, len(tally) - 1), whole(amount, 0, MOST_DONE))
            for unit, amount in document["corrections"]
        ),
        stream,
        whole(document.get("plays", 0), 0, 999_999),
        bool(document.get("spoken", False)),
        tuple(_read_time(*time, units=len(tally)) for time in document.get("times", ())),
        tuple(word(joint) if joint else "" for joint in document.get("pains", ())),
        str(document.get("device", "")),
        _read_broken_off(document, plan),
    )


def _read_broken_off(document: Document, plan: Plan) -> int | None:
    index = document.get("broken_off")
    return None if index is None else whole(index, 0, len(plan.sets) - 1)


def _read_time(unit: int, at_s: int, seconds: int, *, units: int) -> UnitTime:
    return UnitTime(
        whole(unit, 0, units - 1), whole(at_s, 0, LATEST_S), whole(seconds, 1, LATEST_S)
    )


def _write_said(said: Said) -> list[Any]:
    return [said.exercise_id, said.effort, said.spare]


def _write_playing(workout: Workout) -> Document:
    """What was played of a workout."""
    stream = workout.stream
    written: Document = {"plays": workout.plays, "spoken": workout.spoken, "stream": None}
    if stream is not None:
        written["stream"] = {
            "device": stream.device,
            "nth": stream.nth,
            "marks": _write_marks(stream.marks),
            "heard_ms": stream.heard_ms,
            "told_at": stream.reported_at.isoformat(),
            "silent": stream.silent,
            "retried": stream.retried,
        }
    return written


def _write_marks(marks: Iterable[Mark]) -> list[list[Any]]:
    return [[at_ms, every_ms, *place] for at_ms, place, every_ms in marks]


def _read_marks(rows: Iterable[list[Any]], plan: Plan) -> tuple[Mark, ...]:
    return tuple(
        Mark(whole(at, 0, 10**6), read_place(place, plan), whole(every, 0, 10**5))
        for at, every, *place in rows
    )


def _read_stream(values: Document | None, plan: Plan) -> Stream | None:
    if values is None:
        return None
    stream = Stream(
        str(values["device"]),
        whole(values["nth"], 0, 9_999),
        _read_marks(values["marks"], plan),
        whole(values["heard_ms"], 0, 10**7),
        datetime.fromisoformat(values["told_at"]),
        bool(values["silent"]),
        bool(values["retried"]),
    )
    if not stream.marks or stream.reported_at.tzinfo is None:
        raise ValueError(f"no track was played at {stream.reported_at}")
    return stream


def _read_said(exercise_id: str, effort: str, spare: int | None) -> Said:
    return Said(
        word(exercise_id), Effort(effort), None if spare is None else whole(spare, 0, MOST_DONE)
    )


def _read_beginning(began_at: str | None, marks: tuple[Mark, ...]) -> datetime | None:
    """When the segment of these marks began. It must be None if there are no marks, and only then."""
    if began_at is None and not marks:
        return None
    moment = datetime.fromisoformat(began_at or "")
    if moment.tzinfo is None or not marks:
        raise ValueError(f"no segment began at {began_at}")
    return moment
