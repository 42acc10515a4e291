"""A programme from a FIT workout file, such as a coach or a watch's own builder writes one."""

from io import BytesIO
from typing import Any

import fitdecode
from fit_tool.profile import profile_type

from skill.errors import FileRefused
from skill.exchange.sheet import Sheet, SheetItem, checked, plain_name
from skill.training.exercise import Measure

_REMEDY = "export a strength workout as a FIT file"

_TIME, _REPETITIONS, _REPEAT = 0, 29, 6
_REST = 1
_COOLDOWN = 3
_NO_NAME = 65535

FitStep = dict[str, tuple[Any, Any]]
"""The fields of a step: what the reader makes of each, and its number."""


def read_fit_sheet(file: str, content: bytes) -> Sheet:
    """The sheet in a FIT workout file: its counted and timed steps, rests and rounds.

    Raises:
        FileRefused: the file is damaged or holds no workout of exercises.
    """
    title, steps = _read(file, content)
    items: list[SheetItem] = []
    rounds = 1
    for step in steps:
        kind, intensity = _raw(step, "duration_type"), _raw(step, "intensity")
        if kind == _REPEAT:
            rounds = max(rounds, int(_raw(step, "repeat_steps") or _raw(step, "target_value") or 1))
        elif intensity == _REST:
            if items and kind == _TIME:
                items[-1] = items[-1]._replace(rest_s=_seconds(step))
        elif kind in (_TIME, _REPETITIONS) and intensity != _COOLDOWN:
            _add(items, step, counted=kind == _REPETITIONS)
    if not items:
        raise FileRefused(file, "holds no workout of exercises", _REMEDY)
    return checked(file, Sheet(plain_name(title) or "my programme", rounds, tuple(items)))


def _read(file: str, content: bytes) -> tuple[str, list[FitStep]]:
    """The title and the steps of a workout file, each field with its value and its number."""
    title, steps = "", []
    try:
        with fitdecode.FitReader(BytesIO(content), check_crc=fitdecode.CrcCheck.RAISE) as reader:
            for frame in reader:
                if not isinstance(frame, fitdecode.FitDataMessage):
                    continue
                if frame.name == "workout":
                    title = str(frame.get_value("wkt_name", fallback="") or "")
                elif frame.name == "workout_step":
                    steps.append({f.name: (f.value, f.raw_value) for f in frame.fields})
    except Exception as error:  # a damaged file leads the reader to errors of many kinds
        raise FileRefused(file, "is damaged or no FIT file", _REMEDY) from error
    return title, steps


def _raw(step: FitStep, field: str) -> Any:
    return step.get(field, (None, None))[1]


def _add(items: list[SheetItem], step: FitStep, *, counted: bool) -> None:
    """Add a step; the second of two equal ones in a row is the other side."""
    name = _name(step)
    if not name:
        return
    measure = Measure.REPETITIONS if counted else Measure.SECONDS
    amount = int(_raw(step, "duration_reps") or 0) if counted else _seconds(step)
    item = SheetItem(name, measure, amount)
    if items and items[-1] == item:
        items[-1] = item._replace(each_side=True)
    else:
        items.append(item)


def _seconds(step: FitStep) -> int:
    value = step.get("duration_time", (0, 0))[0]
    return round(value) if isinstance(value, int | float) else 0


def _name(step: FitStep) -> str:
    """What a step is called: its own title, or the profile's name of its exercise."""
    title = step.get("wkt_step_name", (None, None))[0]
    if title:
        return plain_name(str(title))
    category, number = _raw(step, "exercise_category"), _raw(step, "exercise_name")
    try:
        kind = profile_type.ExerciseCategory(category).name
        if number in (None, _NO_NAME):
            return plain_name(kind.replace("_", " ").lower())
        heading = "".join(part.capitalize() for part in kind.split("_"))
        names = getattr(profile_type, f"{heading}ExerciseName")
        return plain_name(names(number).name.replace("_", " ").lower())
    except (ValueError, AttributeError):
        return ""
