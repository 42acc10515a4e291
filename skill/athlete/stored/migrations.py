"""Older documents in today's form: one small step a schema.

A step takes a document of its schema and gives the next one's. It only rearranges: what makes no sense in the
old form is found when the new one is read.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

Document = dict[str, Any]


def _to_2(document: Document) -> Document:
    """Schema 2: records set by set, workouts with numbers, and more preferences.

    What the old records asked for is not known any more: it becomes 0. Their sets share what was done, and the
    workouts of a day are counted.
    """
    seen: Counter[tuple[str, str]] = Counter()
    lines: dict[tuple[str, int], list[str]] = {}
    for day, exercise_id, sets, repetitions, seconds in document["history"]:
        seen[day, exercise_id] += 1
        done = ",".join(_shares(repetitions or seconds, max(1, sets)))
        asked = "0" if repetitions or not seconds else "0s"
        lines.setdefault((day, seen[day, exercise_id]), []).append(f"{exercise_id} {asked} {done}")
    return {
        **document,
        "schema": 2,
        "preferences": {
            **document["preferences"],
            "minutes": None,
            "beats": [],
            "rest_percent": 100,
            "talk": "full",
            "units": None,
            "first_side": "left",
            "equipment": [],
            "avoided_tools": [],
            "avoided_joints": [],
            "loads": [],
            "frozen": [],
            "swaps": [],
            "light_day": None,
            "ticks": False,
        },
        "history": [[*key, *sorted(records)] for key, records in sorted(lines.items())],
        "past": {"until": None, "standings": [], "months": [], "first_week": None, "weeks": ""},
        "workout": document["workout"] and _workout_to_2(document["workout"], lines),
    }


def _shares(amount: int, sets: int) -> list[str]:
    each, rest = divmod(amount, sets)
    return [str(each + (i < rest)) for i in range(sets)]


def _workout_to_2(workout: Document, lines: dict[tuple[str, int], list[str]]) -> Document:
    plan, (state, *_, left) = workout["plan"], workout["place"]
    begun = state != "idle" or left is not None
    earlier = [number for day, number in lines if day == plan["day"]]
    return {
        **workout,
        "plan": {
            **plan,
            "exercises": [f"{exercise_id} {amount}" for exercise_id, amount in plan["exercises"]],
            "first_side": "left",
            "rest_percent": 100,
            "changes": [],
        },
        "number": 1 + max(earlier, default=0) if begun else 0,
        "efforts": [],
        "corrections": [],
    }


def _to_3(document: Document) -> Document:
    """Schema 3: a record may have a broken-off set, a workout pains, and preferences unwanted days and open eyes.

    A document of schema 2 has none of them, and needs no change.
    """
    return {**document, "schema": 3}


MIGRATIONS: dict[int, Callable[[Document], Document]] = {1: _to_2, 2: _to_3}
"""The step that leads on from each earlier schema."""


def migrated(document: Document, schema: int) -> Document:
    """The document in the form of ``schema``, step by step; one that no step leads on from stays as it is.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: the document is not in the form of its own schema.
    """
    while document["schema"] != schema and document["schema"] in MIGRATIONS:
        document = MIGRATIONS[document["schema"]](document)
    return document
