"""The workout in progress as JSON and back: its plan, its place, what was done and said so far."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from skill.athlete.stored.lines import (
    LATEST_S,
    MOST_DONE,
    read_prescription,
    whole,
    word,
    write_prescription,
)
from skill.athlete.stored.migrations import Document
from skill.athlete.stream import Stream
from skill.athlete.timing import UnitTime
from skill.athlete.workout import Said, Workout
from skill.recent import kept_of_runners
from skill.training.catalog import Catalog
from skill.training.catalog_entries import LONGEST_DOSE
from skill.training.exercise import Dose, Measure, Side
from skill.training.plan import MOST_EXTRA_SETS, Change, Dropped, Plan, Prescription
from skill.training.preferences import LONGEST_REST_PERCENT, SHORTEST_REST_PERCENT
from skill.training.record import Effort
from skill.workout.cursor import SIDES, Mark, tally_length
from skill.workout.place import Place
from skill.workout.states import ACTIVE, State

MOST_PLANS = 200
"""Plans kept in memory."""

MOST_PLACES = 5_000
"""Places kept in memory: some two hundred a plan, of the plans that are asked for most."""


class NothingLeft(ValueError):  # noqa: N818 - the runner wanted none of it
    """Every set of a workout was left out before anything of it was done."""


def write_workout(workout: Workout) -> Document:
    """The workout as JSON-able values."""
    return {"plan": write_plan(workout.plan), **write_course(workout)}


def write_plan(plan: Plan) -> Document:
    """The plan, which stays as it is on most turns."""
    return {
        "day": plan.day.isoformat(),
        "exercises": list(map(_write_prescription, plan.prescriptions)),
        "rounds": plan.rounds,
        "stretches": [stretch.id for stretch in plan.stretches],
        **({"left_out": [s.id for s in plan.left_out]} if plan.left_out else {}),
        **({"warm_up": [move.id for move in plan.warm_up]} if plan.warm_up else {}),
        **({"familiar": list(plan.familiar)} if plan.familiar else {}),
        **({"asks_nothing": True} if plan.asks_nothing else {}),
        "first_side": plan.first_side,
        "rest_percent": plan.rest_percent,
        "changes": [
            [change.index, change.entry, _write_prescription(change.prescription)]
            for change in plan.changes
        ],
        **({"dropped": list(map(list, plan.dropped))} if plan.dropped else {}),
    }


def write_course(workout: Workout) -> Document:
    """How far the workout has come, without its plan."""
    return {
        "number": workout.number,
        "place": _write_place(workout.place),
        "tally": list(workout.tally),
        "marks": _write_marks(workout.marks),
        "began_at": None if workout.began_at is None else workout.began_at.isoformat(),
        "efforts": [[said.exercise_id, said.effort, said.spare] for said in workout.efforts],
        "corrections": list(map(list, workout.corrections)),
        **_write_playing(workout),
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
    plan = _read_plan(document["plan"], catalog)
    tally = tuple(whole(n, 0, MOST_DONE) for n in document["tally"])
    if len(tally) != tally_length(plan):
        raise ValueError("the tally does not fit the plan")
    marks = _read_marks(document["marks"], plan)
    stream = _read_stream(document.get("stream"), plan)
    if marks and stream is not None:
        raise ValueError("a segment and a track cannot both be current")
    return Workout(
        plan,
        _read_place(document["place"], plan),
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


def _write_playing(workout: Workout) -> Document:
    """What was played of a workout; nothing where it was only spoken."""
    if not workout.plays and not workout.spoken:
        return {}
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
    return [[mark.at_ms, mark.every_ms, *_write_place(mark.place)] for mark in marks]


def _read_marks(rows: Iterable[list[Any]], plan: Plan) -> tuple[Mark, ...]:
    return tuple(
        Mark(whole(at, 0, 10**6), _read_place(place, plan), whole(every, 0, 10**5))
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
    """When the segment of these marks began; None, if and only if there is none."""
    if began_at is None and not marks:
        return None
    moment = datetime.fromisoformat(began_at or "")
    if moment.tzinfo is None or not marks:
        raise ValueError(f"no segment began at {began_at}")
    return moment


@kept_of_runners(MOST_PLANS)
def _write_prescription(item: Prescription) -> str:
    return write_prescription(item.rung, item.beat_percent, item.reason)


def _read_plan(document: Document, catalog: Catalog) -> Plan:
    stored = _StoredPlan(
        document["day"],
        tuple(document["exercises"]),
        document["rounds"],
        tuple(document["stretches"]),
        document["first_side"],
        document["rest_percent"],
        tuple(map(tuple, document["changes"])),
        tuple(document.get("left_out", ())),
        tuple(map(word, document.get("familiar", ()))),
        tuple(document.get("warm_up", ())),
        tuple(map(tuple, document.get("dropped", ()))),
        bool(document.get("asks_nothing", False)),
    )
    return _plan(stored, catalog)


class _StoredPlan(NamedTuple):
    """A plan as its document has it, in a hashable form, so that the plan can be looked up."""

    day: str
    exercises: tuple[str, ...]
    rounds: int
    stretches: tuple[str, ...]
    first_side: str
    rest_percent: int
    changes: tuple[tuple[int, int, str], ...]
    left_out: tuple[str, ...]
    familiar: tuple[str, ...]
    warm_up: tuple[str, ...]
    dropped: tuple[tuple[int, int], ...]
    asks_nothing: bool


@kept_of_runners(MOST_PLANS)
def _plan(stored: _StoredPlan, catalog: Catalog) -> Plan:
    """A plan from its document; the same one for all who have it today."""
    plan = Plan(
        date.fromisoformat(stored.day),
        tuple(_read_prescription(line, catalog) for line in stored.exercises),
        whole(stored.rounds, 1, 10),
        tuple(catalog.stretches[id_] for id_ in stored.stretches),
        Side(stored.first_side),
        whole(stored.rest_percent, SHORTEST_REST_PERCENT, LONGEST_REST_PERCENT),
        tuple(
            Change(whole(index, 0, 1000), entry, _read_prescription(line, catalog))
            for index, entry, line in stored.changes
        ),
        tuple(catalog.stretches[id_] for id_ in stored.left_out),
        stored.familiar,
        tuple(catalog.moves[id_] for id_ in stored.warm_up),
        tuple(Dropped(whole(index, 0, 1000), entry) for index, entry in stored.dropped),
        stored.asks_nothing,
    )
    for entry in (*(c.entry for c in plan.changes), *(d.entry for d in plan.dropped)):
        whole(entry, 0, len(plan.prescriptions) - 1)
    if not plan.sets:
        raise NothingLeft("a plan without a set")
    return plan


def _read_prescription(line: str, catalog: Catalog) -> Prescription:
    rung, beat_percent, reason = read_prescription(line)
    exercise = catalog.exercises[rung.exercise_id]
    dose = Dose(exercise.measure, whole(rung.amount, 1, LONGEST_DOSE[exercise.measure]))
    return Prescription(
        exercise,
        dose,
        whole(rung.extra_sets, 0, MOST_EXTRA_SETS),
        rung.tool,
        rung.load_grams,
        beat_percent,
        reason,
    )


def _write_place(place: Place) -> list[Any]:
    return [place.state, place.index, place.side, place.done, place.left]


def _read_place(values: Iterable[Any], plan: Plan) -> Place:
    return _place(plan, *values)


@kept_of_runners(MOST_PLACES, typed=True)
def _place(plan: Plan, state: Any, index: Any, side: Any, done: Any, left: Any) -> Place:
    """A place of a plan; kept, since every turn reads a dozen of them and they are few."""
    place = Place(
        State(state),
        index,
        whole(side, 0, SIDES - 1),
        whole(done, -(10**6), 10**6),
        None if left is None else State(left),
    )
    whole(index, 0, 1000)
    if not _was_left_rightly(place) or not _is_in(place, plan):
        raise ValueError(f"no workout of this plan can be at {place}")
    return place


def _was_left_rightly(place: Place) -> bool:
    """Whether a pause knows what it interrupted, and nothing else claims to have interrupted."""
    if place.left is None:
        return place.state is not State.PAUSED
    return place.left in ACTIVE and place.state in (State.PAUSED, State.IDLE)


def _is_in(place: Place, plan: Plan) -> bool:
    """Whether the plan has such a place."""
    state = place.active
    if place.done < 0 and state is not State.RESTING:
        return False
    if state is State.WARMING_UP:
        return place.index < len(plan.moves)
    if state in (State.STRETCHING, State.FINISHED):
        return place.index < len(plan.holds) or (state is State.FINISHED and not place.index)
    if place.index >= len(plan.sets):
        return False
    work = plan.sets[place.index]
    if state in (State.COUNTING, State.HOLDING):
        counted = work.dose.measure is Measure.REPETITIONS
        return counted is (state is State.COUNTING) and place.side < len(work.sides)
    if state is State.CHANGING_SIDES:
        return place.side + 1 < len(work.sides)
    return state is not State.RESTING or place.index + 1 < len(plan.sets)
