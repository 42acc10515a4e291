"""The athlete as a JSON document and back.

Compact, since it travels in session attributes too: Alexa counts them into a response (Amazon: Request and
Response JSON Reference). A document of an earlier schema is brought to this one first. One of a later schema, or
one that makes no sense, is refused whole; the coach keeps it aside and starts fresh.
"""

import logging
from collections.abc import Iterable
from datetime import date
from itertools import groupby, pairwise
from typing import Any

from skill.athlete.athlete import Athlete
from skill.athlete.stored.form import whole, word
from skill.athlete.stored.lines import (
    read_month,
    read_records,
    read_standing,
    read_times,
    write_month,
    write_record,
    write_standing,
    write_times,
)
from skill.athlete.stored.migrations import Document, migrated
from skill.athlete.stored.plan import NothingLeft
from skill.athlete.stored.preferences import read_preferences, write_preferences
from skill.athlete.stored.workout import read_workout, write_workout
from skill.athlete.workout import Workout
from skill.athlete.zone import Zone
from skill.errors import CorruptDocument, LaterSchema
from skill.recent import kept_of_runners
from skill.training.catalog import Catalog
from skill.training.pains import PainfulDay, PainfulDays
from skill.training.past import Past
from skill.training.record import History
from skill.training.runs import LoggedRun
from skill.training.times import Times
from skill.workout.question import Question

logger = logging.getLogger(__name__)

SCHEMA = 3
"""The version of this form."""

MOST_PASTS = 200
"""Histories and pasts kept in memory, a few kB each: between two workouts they stay as they are."""


def write_document(athlete: Athlete) -> Document:
    """The athlete as JSON-able values."""
    return {
        **write_present(athlete),
        "preferences": write_preferences(athlete.preferences),
        "workout": None if athlete.workout is None else write_workout(athlete.workout),
        "history": write_history(athlete.history),
        "past": write_past(athlete.past),
        **write_recent(athlete),
    }


def write_present(athlete: Athlete) -> Document:
    """What is left of an athlete without its preferences, workout, history, past, times and runs."""
    zone, full_day = athlete.zone, athlete.full_day
    where_told = {
        "zone": zone and [zone.name, zone.learnt.isoformat(), zone.device],
        "offered_non_stop": athlete.offered_non_stop,
        "unasked": athlete.unasked,
        "alarmed": athlete.alarmed,
        "unwell": athlete.unwell,
        "programme": athlete.programme,
        "handled": athlete.handled,
        "full_day": full_day and full_day.isoformat(),
        "painful_days": athlete.painful_days and _write_painful_days(athlete.painful_days),
    }
    return {
        "schema": SCHEMA,
        "question": athlete.question,
        "greeted": athlete.greeted,
        "simple_devices": list(athlete.simple_devices),
        **{name: value for name, value in where_told.items() if value},
    }


def _write_painful_days(days: PainfulDays) -> list[list[str]]:
    return [[d.day.isoformat(), *d.joints] for d in days]


def _read_painful_days(rows: Iterable[list[str]]) -> PainfulDays:
    return tuple(
        PainfulDay(date.fromisoformat(day), tuple(map(word, joints))) for day, *joints in rows
    )


def write_recent(athlete: Athlete) -> Document:
    """The times of the last workouts and the runs of the last weeks, where there are any."""
    return {
        **({"times": list(map(_write_times, athlete.times))} if athlete.times else {}),
        **({"runs": list(map(_write_run, athlete.runs))} if athlete.runs else {}),
    }


def read_document(document: Document, catalog: Catalog) -> Athlete:
    """The athlete that a document describes.

    Raises:
        LaterSchema: a later release wrote it.
        CorruptDocument: it is not in the form that ``write_document`` gives.
    """
    try:
        document = migrated(document, SCHEMA)
        if document["schema"] != SCHEMA:
            later = type(document["schema"]) is int and document["schema"] > SCHEMA
            kind = LaterSchema if later else CorruptDocument
            raise kind(f"schema {document['schema']} is not {SCHEMA}")
        workout = document["workout"]
        question = document["question"]
        return Athlete(
            preferences=read_preferences(document["preferences"]),
            history=_read_history(document["history"]),
            past=_read_past(document["past"]),
            workout=None if workout is None else _read_workout(workout, catalog),
            question=None if question is None else Question(question),
            greeted=bool(document["greeted"]),
            simple_devices=tuple(map(str, document["simple_devices"])),
            zone=_read_zone(*document["zone"]) if "zone" in document else None,
            offered_non_stop=bool(document.get("offered_non_stop", False)),
            unasked=bool(document.get("unasked", False)),
            alarmed=bool(document.get("alarmed", False)),
            unwell=bool(document.get("unwell", False)),
            times=tuple(read_times(*times) for times in document.get("times", ())),
            runs=_read_runs(document.get("runs", ())),
            programme=word(document["programme"]) if "programme" in document else None,
            handled=str(document.get("handled", "")),
            full_day=date.fromisoformat(document["full_day"]) if "full_day" in document else None,
            painful_days=_read_painful_days(document.get("painful_days", ())),
        )
    except (KeyError, ValueError, TypeError, IndexError, AttributeError) as error:
        raise CorruptDocument(f"{type(error).__name__}: {error}") from error


def _read_workout(document: Document, catalog: Catalog) -> Workout | None:
    """The workout; None where none can be led: no set is left, or a file of workouts has changed since."""
    try:
        return read_workout(document, catalog)
    except NothingLeft:
        return None
    except (KeyError, ValueError):
        lines = document["plan"]["exercises"]
        ids = {str(line).partition(" ")[0] for line in lines} | {*document["plan"]["stretches"]}
        known = {*catalog.exercises, *catalog.stretches} - catalog.own
        if ids <= known:
            raise
        logger.warning("a workout of an exercise that is gone or changed was left")
        return None


def write_history(history: History) -> list[list[Any]]:
    """A row a workout: its day, its number, and a line for each record."""
    return [
        [day.isoformat(), workout, *map(write_record, records)]
        for (day, workout), records in groupby(history, lambda r: (r.day, r.workout))
    ]


def _read_history(rows: list[list[Any]]) -> History:
    return _history(tuple(map(tuple, rows)))


@kept_of_runners(MOST_PASTS)
def _history(rows: tuple[tuple[Any, ...], ...]) -> History:
    history = tuple(record for row in rows for record in read_records(*row))
    keys = [record.key for record in history]
    if any(one >= other for one, other in pairwise(keys)):
        raise ValueError("the records are not in order")
    return history


def _read_zone(name: str, learnt: str, device: str = "") -> Zone:
    return Zone(str(name), date.fromisoformat(learnt), str(device))


def _write_times(times: Times) -> list[Any]:
    return [times.day.isoformat(), times.workout, write_times(times)]


def _write_run(run: LoggedRun) -> list[Any]:
    return [run.began, run.day.isoformat(), run.metres, run.seconds]


def _read_runs(rows: Iterable[list[Any]]) -> tuple[LoggedRun, ...]:
    runs = tuple(
        LoggedRun(
            whole(began, 0, 10**11),
            date.fromisoformat(day),
            whole(metres, 0, 10**7),
            whole(seconds, 1, 10**7),
        )
        for began, day, metres, seconds in rows
    )
    if any(one.began >= other.began for one, other in pairwise(runs)):
        raise ValueError("the runs are not in order")
    return runs


def write_past(past: Past) -> Document:
    """The past as JSON-able values."""
    return {
        "until": None if past.until is None else past.until.isoformat(),
        "standings": list(map(write_standing, past.standings)),
        "months": list(map(write_month, past.months)),
        "first_week": None if past.first_week is None else past.first_week.isoformat(),
        "weeks": past.weeks,
    }


def _read_past(document: Document) -> Past:
    return _past(
        document["until"],
        tuple(document["standings"]),
        tuple(document["months"]),
        document["first_week"],
        document["weeks"],
    )


@kept_of_runners(MOST_PASTS)
def _past(
    until: str | None,
    standings: tuple[str, ...],
    months: tuple[str, ...],
    first_week: str | None,
    weeks: str,
) -> Past:
    past = Past(
        None if until is None else date.fromisoformat(until),
        tuple(map(read_standing, standings)),
        tuple(map(read_month, months)),
        None if first_week is None else date.fromisoformat(first_week),
        weeks,
    )
    if not isinstance(weeks, str) or not set(weeks) <= set("01234567"):
        raise ValueError(f"{weeks!r} are no weeks")
    if (first_week is None) is not (weeks == "") or any(
        day is not None and day.weekday() for day in (past.until, past.first_week)
    ):
        raise ValueError("the weeks of the past do not begin on a Monday")
    return past
