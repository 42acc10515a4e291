"""Files of Just Another Workout Timer (JSON, its file version 2), which knows names and seconds alone."""

import json
from typing import Any

from skill.errors import FileRefused
from skill.exchange.sheet import Sheet, SheetItem, checked, plain_name
from skill.training.exercise import Measure

FILE_VERSION = 2

SECONDS_A_REPETITION = 3
"""What a repetition takes where only seconds can be written."""

LEFT, RIGHT = " left", " right"
"""What ends the name of an exercise that is done on one side and then on the other."""

_RESTS = frozenset({"rest", "pause", "break", "recovery"})
"""What people call a rest, for which the timer has no field."""

_REMEDY = "export the workout from the timer once more"


def read_timer(file: str, content: bytes) -> Sheet:
    """The sheet in a file of the timer: its first set of exercises.

    Raises:
        FileRefused: it is no such file, or its exercises do not make a programme.
    """
    try:
        tables = json.loads(content)
        title, sets = str(tables["title"]), tables["sets"]
        (group, *_) = (one for one in sets if one["exercises"])
        rounds, exercises = int(group["repetitions"]), group["exercises"]
        rows = [(str(one["name"]), int(one["duration"])) for one in exercises]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FileRefused(file, "is no file of Just Another Workout Timer", _REMEDY) from error
    items: list[SheetItem] = []
    for name, seconds in rows:
        spoken = plain_name(name)
        if spoken.casefold() in _RESTS:
            if items:
                items[-1] = items[-1]._replace(rest_s=seconds)
        elif items and spoken.endswith(RIGHT) and _is_left_of(items[-1], spoken, seconds):
            items[-1] = items[-1]._replace(name=spoken.removesuffix(RIGHT), each_side=True)
        elif spoken:
            items.append(SheetItem(spoken, Measure.SECONDS, seconds))
    return checked(file, Sheet(plain_name(title) or "my programme", rounds, tuple(items)))


def write_timer(sheet: Sheet) -> bytes:
    """The sheet for the timer. Repetitions become seconds; a side becomes an exercise of its own."""
    exercises: list[dict[str, Any]] = []
    for item in sheet.items:
        counted = item.measure is Measure.REPETITIONS
        seconds = item.amount * SECONDS_A_REPETITION if counted else item.amount
        sides = (LEFT, RIGHT) if item.each_side else ("",)
        exercises += ({"name": f"{item.name}{side}", "duration": seconds} for side in sides)
        exercises.append({"name": "Rest", "duration": item.rest_s})
    numbered = [{"id": f"exercise-{n}", **one} for n, one in enumerate(exercises, 1)]
    group = {"id": "set-1", "name": None, "repetitions": sheet.rounds, "exercises": numbered}
    tables = {"title": sheet.title, "sets": [group], "version": FILE_VERSION, "position": -1}
    return json.dumps(tables, indent=2, ensure_ascii=False).encode()


def _is_left_of(item: SheetItem, name: str, seconds: int) -> bool:
    return item.name == name.removesuffix(RIGHT) + LEFT and item.amount == seconds
