"""Documents of every earlier schema, as they were really stored, are read as athletes of today."""

import json
from pathlib import Path
from typing import Any

import pytest
from support.tables import with_each

from skill.athlete.athlete import Athlete, close_workout, history_of
from skill.athlete.stored.document import SCHEMA, read_document, write_document
from skill.athlete.stored.migrations import MIGRATIONS
from skill.errors import CorruptDocument
from skill.loaders import load_catalog
from skill.training.exercise import Side
from skill.training.preferences import Preferences

CATALOG = load_catalog()
FOLDER = Path(__file__).parent / "documents"
KEPT = sorted(FOLDER.glob("schema_*/*.json"))
ONES = [path for path in KEPT if path.parent.name == "schema_1"]

Document = dict[str, Any]


def stored(path: Path) -> Document:
    document: Document = json.loads(path.read_text("utf-8"))
    return document


def read(path: Path) -> Athlete:
    return read_document(stored(path), CATALOG)


def test_there_are_documents_of_every_earlier_schema() -> None:
    kept = {stored(path)["schema"] for path in KEPT}
    assert kept == set(MIGRATIONS) == set(range(1, SCHEMA))
    assert all(f"schema_{stored(path)['schema']}" == path.parent.name for path in KEPT)


@with_each("path", KEPT)
def test_an_old_document_is_read_and_written_down_in_todays_form(path: Path) -> None:
    athlete = read(path)
    document = json.loads(json.dumps(write_document(athlete)))
    assert document["schema"] == SCHEMA
    assert read_document(document, CATALOG) == athlete


@with_each("path", ONES)
def test_nothing_that_schema_1_knew_is_lost(path: Path) -> None:
    old, athlete = stored(path), read(path)
    preferences = old["preferences"]
    assert athlete.preferences == Preferences(**preferences)
    assert athlete.greeted is old["greeted"]
    assert athlete.question == old["question"]
    assert list(athlete.simple_devices) == old["simple_devices"]
    totals = [
        [r.day.isoformat(), r.exercise_id, r.sets, r.repetitions, r.seconds]
        for r in athlete.history
    ]
    assert sorted(totals) == sorted(old["history"])


@with_each("path", [path for path in ONES if stored(path)["workout"]])
def test_a_workout_of_schema_1_goes_on_where_it_was(path: Path) -> None:
    old, workout = stored(path)["workout"], read(path).workout
    assert workout is not None
    plan, place = workout.plan, workout.place
    assert [[p.exercise.id, p.dose.amount] for p in plan.prescriptions] == old["plan"]["exercises"]
    assert (plan.rounds, plan.day.isoformat()) == (old["plan"]["rounds"], old["plan"]["day"])
    assert [place.state, place.at, place.side, place.done, place.left] == old["place"]
    assert list(workout.tally) == old["tally"]
    assert len(workout.marks) == len(old["marks"])
    assert plan.first_side is Side.LEFT
    assert bool(workout.number) is (workout.under_way or workout.finished)


def test_a_second_workout_of_a_day_is_not_taken_for_the_first_one() -> None:
    athlete = read(FOLDER / "schema_1" / "second_workout_of_the_day.json")
    done = [record.repetitions for record in athlete.history]
    assert done == [7, 4]
    closed = close_workout(athlete)
    assert len(closed.history) == len(athlete.history) + 1
    assert closed.history == history_of(athlete)


@with_each("lacking", sorted(stored(ONES[0])))
def test_a_damaged_document_of_schema_1_is_refused(lacking: str) -> None:
    document = stored(FOLDER / "schema_1" / "second_week_under_way.json")
    del document[lacking]
    with pytest.raises(CorruptDocument):
        read_document(document, CATALOG)


@with_each("history", ["squat", [["squat"]], [["2026-08-03", "squat", 3, "x", 0]], 7])
def test_a_history_of_schema_1_that_makes_no_sense_is_refused(history: object) -> None:
    document = stored(ONES[0]) | {"history": history}
    with pytest.raises(CorruptDocument):
        read_document(document, CATALOG)


TWOS = [path for path in KEPT if path.parent.name == "schema_2"]


@with_each("path", TWOS)
def test_nothing_that_schema_2_knew_is_lost(path: Path) -> None:
    """What schema 3 has besides is left out where there is none of it, so the two are the same here."""
    assert json.loads(json.dumps(write_document(read(path)))) == stored(path) | {"schema": SCHEMA}
