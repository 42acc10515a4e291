"""The catalog from its data files: every entry read, and all that entries say of one another checked."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from skill.errors import DataError
from skill.training.catalog import Catalog
from skill.training.catalog_entries import read_exercise, read_move, read_stretch
from skill.training.exercise import Exercise, Move, Stretch
from skill.training.fields import FieldsOf, T

Swappable = TypeVar("Swappable", Exercise, Stretch, Move)


def _read_all(
    file: str, tables: Mapping[str, object], read: Callable[[FieldsOf], T]
) -> Mapping[str, T]:
    found = {}
    for name, table in tables.items():
        entry = FieldsOf(file, name, table)
        found[name] = read(entry)
        entry.finish()
    if not found:
        raise DataError(file, "(all)", "(all)", "is empty", "add at least one entry")
    return found


def _check_family(catalog: Catalog, exercise: Exercise) -> None:
    if exercise.variation_of is None:
        return
    base = catalog.exercises.get(exercise.variation_of)
    where = ("exercises.toml", exercise.id, "variation_of")
    if base is None or base.variation_of is not None:
        remedy = "name an exercise that is no variation itself"
        raise DataError(*where, f"cannot be {exercise.variation_of!r}", remedy)
    if catalog.family(base)[0] is not base:
        raise DataError(*where, "comes before its exercise", f"write it below [{base.id}]")


def _check_turns(catalog: Catalog, exercise: Exercise) -> None:
    if exercise.turns_with is None:
        return
    other = catalog.exercises.get(exercise.turns_with)
    if other is None or other not in catalog.basics:
        problem = f"cannot be {exercise.turns_with!r}"
        remedy = "name an exercise that is planned on its own"
        raise DataError("exercises.toml", exercise.id, "turns_with", problem, remedy)


def _check_instead(file: str, entries: Mapping[str, Swappable]) -> None:
    """Whatever stands in for a sore joint is known, and does not load that joint itself."""
    for entry in entries.values():
        for joint, id_ in entry.instead:
            other = None if id_ is None else entries.get(id_)
            if joint not in entry.joints:
                problem, remedy = f"names {joint!r}, which it does not load", "remove it"
            elif id_ is not None and other is None:
                problem, remedy = f"names {id_!r}, which is not there", "name another entry"
            elif other is not None and joint in other.joints:
                problem, remedy = (
                    f"names {id_!r}, which loads the {joint} too",
                    "name another entry",
                )
            else:
                continue
            raise DataError(file, entry.id, "instead", problem, remedy)


def read_catalog(
    exercises: Mapping[str, object],
    stretches: Mapping[str, object],
    moves: Mapping[str, object] | None = None,
) -> Catalog:
    """Make a catalog from the parsed tables of exercises.toml, stretches.toml and warm_up.toml.

    Without the last one no workout has a warm-up.

    Raises:
        DataError: a field is missing, unknown or out of range; names file, entry and remedy.
    """
    catalog = Catalog(
        _read_all("exercises.toml", exercises, read_exercise),
        _read_all("stretches.toml", stretches, read_stretch),
        {} if moves is None else _read_all("warm_up.toml", moves, read_move),
    )
    for exercise in catalog.exercises.values():
        _check_family(catalog, exercise)
        _check_turns(catalog, exercise)
    _check_instead("exercises.toml", catalog.exercises)
    _check_instead("stretches.toml", catalog.stretches)
    _check_instead("warm_up.toml", catalog.moves)
    if not any(stretch.always for stretch in catalog.stretches.values()):
        problem, remedy = "is set nowhere", "set always = true for the calf stretch"
        raise DataError("stretches.toml", "(all)", "always", problem, remedy)
    return catalog
