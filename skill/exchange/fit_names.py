"""What watches call our exercises: a category of the FIT profile and, where there is one, a name in it.

The names are data (``data/fit.toml``); the numbers are looked up in the profile that the writer brings, so a
misspelt name is found at once.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from fit_tool.profile import profile_type

from skill.errors import DataError
from skill.training.exercise import Exercise
from skill.training.fields import FieldsOf

FILE = "fit.toml"

OWN_FILES = "workouts of your own"
"""What is to be corrected where it is not known in which of a runner's files a name stands."""

_CATEGORY = "write a category of the FIT profile, such as squat or hip_stability"

UNLOADED = "alone"
"""What the table calls an exercise without a load."""

NO_NAME = 65535
"""The number that says "no name". Never 0: in nearly every category 0 is a real exercise."""


class FitName(NamedTuple):
    """An exercise in the numbers of the FIT profile; ``name`` is None where it has a category alone."""

    category: int
    name: int | None = None


class FitNames:
    """The table of names, every one of them looked up when it is read; ``own`` are those of files of workouts.

    Raises:
        DataError: a table is missing, or an entry is wrong or names what the profile does not have.
    """

    def __init__(self, tables: Mapping[str, Any], own: Mapping[str, str] | None = None) -> None:
        self._own = {
            id_: fit_name(id_, "fit", text, OWN_FILES) for id_, text in (own or {}).items()
        }
        fields = FieldsOf(FILE, "(file)", tables)
        self._any = fields.take("any", lambda text: fit_name("any", "any", text), _CATEGORY)
        exercises, patterns, stretches = map(fields.within, ("exercises", "patterns", "stretches"))
        fields.finish()
        self._exercises = {
            id_: _names_by_tool(id_, by_tool) for id_, by_tool in exercises.unread.items()
        }
        self._patterns = {
            id_: fit_name(id_, "pattern", text) for id_, text in patterns.unread.items()
        }
        self._stretches = {
            id_: fit_name(id_, "stretch", text) for id_, text in stretches.unread.items()
        }

    def exercise(self, id_: str, exercise: Exercise | None, tool: str | None) -> FitName:
        """An exercise done with a tool or without: by its own entry, or else by its movement pattern."""
        names = self._exercises.get(id_)
        if names is not None:
            return names.get(tool or UNLOADED, names[UNLOADED])
        if id_ in self._own:
            return self._own[id_]
        return self._patterns.get(exercise.pattern if exercise else "", self._any)

    def stretch(self, id_: str) -> FitName:
        """A stretch."""
        return self._stretches.get(id_, FitName(profile_type.ExerciseCategory.WARM_UP.value))

    @property
    def warm_up(self) -> FitName:
        """A move of the warm-up; the profile has none of ours by name."""
        return FitName(profile_type.ExerciseCategory.WARM_UP.value)


def _names_by_tool(entry: str, table: Any) -> dict[str, FitName]:
    names = FieldsOf(FILE, entry, table)
    if UNLOADED not in names.unread:
        raise names.error(UNLOADED, "is missing", f'write {UNLOADED} = "squat"')
    return {tool: fit_name(entry, tool, text) for tool, text in names.unread.items()}


def fit_name(entry: str, field: str, text: Any, file: str = FILE) -> FitName:
    """The numbers of "category/name" or of "category", as ``file`` has it.

    Raises:
        DataError: the profile has no such category or name, or it is no text.
    """
    category, _, name = str(text).partition("/")
    try:
        number = profile_type.ExerciseCategory[category.upper()].value
    except KeyError:
        raise DataError(file, entry, field, f"has no category {category!r}", _CATEGORY) from None
    if not name:
        return FitName(number)
    title = "".join(part.capitalize() for part in category.split("_"))
    names = getattr(profile_type, f"{title}ExerciseName", None)
    try:
        return FitName(number, names[name.upper()].value)  # type: ignore[index]
    except (KeyError, TypeError):
        remedy = f"write one of its names, or {category!r} alone"
        raise DataError(file, entry, field, f"has no name {name!r} in {category}", remedy) from None
