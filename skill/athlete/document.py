"""The athlete as a JSON document and back.

Compact, since it travels in session attributes too: Alexa counts them into a response (Amazon: Request and
Response JSON Reference). A document of a later schema, or one that makes no sense, is refused whole; the coach
keeps it aside and starts fresh.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from skill.athlete.athlete import Athlete, Workout
from skill.athlete.zone import Zone
from skill.errors import CorruptDocument
from skill.training.catalog import LONGEST_DOSE, Catalog
from skill.training.exercise import Dose, Measure
from skill.training.plan import (
    FEWEST_EXERCISES,
    FEWEST_ROUNDS,
    MOST_EXERCISES,
    MOST_ROUNDS,
    Plan,
    Prescription,
)
from skill.training.preferences import Pacing, Preferences
from skill.training.record import Record
from skill.workout.cursor import SIDES, Mark
from skill.workout.place import Place
from skill.workout.segment import Question
from skill.workout.states import ACTIVE, State
from skill.workout.tempo import FASTEST_PERCENT, SLOWEST_PERCENT

SCHEMA = 1
"""The version of this form."""

MOST_PLANS = 200
"""Plans kept in memory."""

Document = dict[str, Any]


def write_document(athlete: Athlete) -> Document:
    """The athlete as JSON-able values."""
    zone = athlete.zone
    return {
        "schema": SCHEMA,
        "preferences": asdict(athlete.preferences),
        "history": [
            [r.day.isoformat(), r.exercise_id, r.sets, r.repetitions, r.seconds]
            for r in athlete.history
        ],
        "workout": None if athlete.workout is None else _write_workout(athlete.workout),
        "question": athlete.question,
        "greeted": athlete.greeted,
        "simple_devices": list(athlete.simple_devices),
        **({} if zone is None else {"zone": [zone.name, zone.learnt.isoformat()]}),
    }


def read_document(document: Document, catalog: Catalog) -> Athlete:
    """The athlete that a document describes.

    Raises:
        CorruptDocument: it is of a later schema, or not in the form that ``write_document`` gives.
    """
    try:
        if document["schema"] != SCHEMA:
            raise CorruptDocument(f"schema {document['schema']} is not {SCHEMA}")
        workout = document["workout"]
        question = document["question"]
        return Athlete(
            preferences=_read_preferences(document["preferences"]),
            history=tuple(_read_record(*row) for row in document["history"]),
            workout=None if workout is None else _read_workout(workout, catalog),
            question=None if question is None else Question(question),
            greeted=bool(document["greeted"]),
            simple_devices=tuple(map(str, document["simple_devices"])),
            zone=_read_zone(*document["zone"]) if "zone" in document else None,
        )
    except (KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
        raise CorruptDocument(f"{type(error).__name__}: {error}") from error


def _read_preferences(values: Document) -> Preferences:
    return Preferences(
        exercises=_whole(values["exercises"], FEWEST_EXERCISES, MOST_EXERCISES),
        rounds=_whole(values["rounds"], FEWEST_ROUNDS, MOST_ROUNDS),
        pacing=Pacing(values["pacing"]),
        beat_percent=_whole(values["beat_percent"], FASTEST_PERCENT, SLOWEST_PERCENT),
        simple_speech=bool(values["simple_speech"]),
    )


def _read_zone(name: str, learnt: str) -> Zone:
    return Zone(str(name), date.fromisoformat(learnt))


def _whole(value: Any, lowest: int, highest: int) -> int:
    if type(value) is not int or not lowest <= value <= highest:
        raise ValueError(f"{value!r} is not a whole number from {lowest} to {highest}")
    return value


def _read_record(day: str, exercise_id: str, sets: int, repetitions: int, seconds: int) -> Record:
    counts = (_whole(n, 0, 1_000_000) for n in (sets, repetitions, seconds))
    return Record(date.fromisoformat(day), str(exercise_id), *counts)


def _write_workout(workout: Workout) -> Document:
    plan = workout.plan
    return {
        "plan": {
            "day": plan.day.isoformat(),
            "exercises": [[p.exercise.id, p.dose.amount] for p in plan.prescriptions],
            "rounds": plan.rounds,
            "stretches": [stretch.id for stretch in plan.stretches],
        },
        "place": _write_place(workout.place),
        "tally": list(workout.tally),
        "marks": [[m.at_ms, m.every_ms, *_write_place(m.place)] for m in workout.marks],
        "began_at": None if workout.began_at is None else workout.began_at.isoformat(),
    }


def _read_workout(document: Document, catalog: Catalog) -> Workout:
    plan = _read_plan(document["plan"], catalog)
    tally = tuple(_whole(n, 0, 10_000) for n in document["tally"])
    if len(tally) != len(plan.sets) * SIDES:
        raise ValueError("the tally does not fit the plan")
    marks = tuple(
        Mark(_whole(at, 0, 10**6), _read_place(place, plan), _whole(every, 0, 10**5))
        for at, every, *place in document["marks"]
    )
    place = _read_place(document["place"], plan)
    return Workout(plan, place, tally, marks, _read_beginning(document["began_at"], marks))


def _read_beginning(began_at: str | None, marks: tuple[Mark, ...]) -> datetime | None:
    """When the segment of these marks began; None, if and only if there is none."""
    if began_at is None and not marks:
        return None
    moment = datetime.fromisoformat(began_at or "")
    if moment.tzinfo is None or not marks:
        raise ValueError(f"no segment began at {began_at}")
    return moment


def _read_plan(document: Document, catalog: Catalog) -> Plan:
    return _plan(
        document["day"],
        tuple((id_, amount) for id_, amount in document["exercises"]),
        document["rounds"],
        tuple(document["stretches"]),
        catalog,
    )


@lru_cache(maxsize=MOST_PLANS)
def _plan(
    day: str,
    exercises: tuple[tuple[str, int], ...],
    rounds: int,
    stretches: tuple[str, ...],
    catalog: Catalog,
) -> Plan:
    """A plan from its document; the same one for all who have it today."""
    prescriptions = []
    for id_, amount in exercises:
        exercise = catalog.exercises[id_]
        dose = Dose(exercise.measure, _whole(amount, 1, LONGEST_DOSE[exercise.measure]))
        prescriptions.append(Prescription(exercise, dose))
    return Plan(
        date.fromisoformat(day),
        tuple(prescriptions),
        _whole(rounds, 1, 10),
        tuple(catalog.stretches[id_] for id_ in stretches),
    )


def _write_place(place: Place) -> list[Any]:
    return [place.state, place.index, place.side, place.done, place.left]


def _read_place(values: Iterable[Any], plan: Plan) -> Place:
    state, index, side, done, left = values
    place = Place(
        State(state),
        index,
        _whole(side, 0, SIDES - 1),
        _whole(done, -(10**6), 10**6),
        None if left is None else State(left),
    )
    _whole(index, 0, 1000)
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
    if state in (State.STRETCHING, State.FINISHED):
        return place.index < len(plan.holds)
    if place.index >= len(plan.sets):
        return False
    work = plan.sets[place.index]
    if state in (State.COUNTING, State.HOLDING):
        counted = work.dose.measure is Measure.REPETITIONS
        return counted is (state is State.COUNTING) and place.side < len(work.sides)
    if state is State.CHANGING_SIDES:
        return place.side + 1 < len(work.sides)
    return state is not State.RESTING or place.index + 1 < len(plan.sets)
