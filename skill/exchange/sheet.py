"""A programme as other programs know it: names, doses and rests. And such a sheet as a file of workouts.

Other programs keep no muscles, joints or how-to. What they call by a name that the coach knows is that exercise;
for the others a file is written, and somebody who knows the exercise fills in what is missing. Where a sore joint
depends on it, nothing is guessed.
"""

import json
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from skill.errors import FileRefused
from skill.training.catalog import Catalog
from skill.training.catalog_entries import LONGEST_DOSE
from skill.training.exercise import Measure, Sides
from skill.training.own_words import LONGEST_NAME
from skill.training.programme import Programme
from skill.training.workout_files import (
    FEWEST_OF_A_PROGRAMME,
    MOST_OF_A_PROGRAMME,
    MOST_ROUNDS_OF_A_PROGRAMME,
)

SHORTEST_REST_S, LONGEST_REST_S = 15, 120


class SheetItem(NamedTuple):
    """An exercise on a sheet: repetitions or seconds, on each side or not, then ``rest_s`` seconds of rest."""

    name: str
    measure: Measure
    amount: int
    each_side: bool = False
    rest_s: int = 30


class Sheet(NamedTuple):
    """A programme on a sheet: its exercises in order, and how often the whole is done."""

    title: str
    rounds: int
    items: tuple[SheetItem, ...]


class WrittenSheet(NamedTuple):
    """A file of workouts made of a sheet, and the names of the exercises in it that somebody has to complete."""

    text: str
    incomplete: tuple[str, ...]


def checked(file: str, sheet: Sheet) -> Sheet:
    """The sheet, with its bounds kept.

    Raises:
        FileRefused: it has too few or too many exercises, or an amount that no set can have.
    """
    count = len({item.name.casefold() for item in sheet.items})
    if not FEWEST_OF_A_PROGRAMME <= count <= MOST_OF_A_PROGRAMME:
        remedy = f"a programme has {FEWEST_OF_A_PROGRAMME} to {MOST_OF_A_PROGRAMME}"
        raise FileRefused(file, f"has {count} different exercises", remedy)
    for item in sheet.items:
        most = LONGEST_DOSE[item.measure]
        if not 1 <= item.amount <= most:
            problem = f"asks for {item.amount} {item.measure} of {item.name[:LONGEST_NAME]!r}"
            raise FileRefused(file, problem, f"one set has 1 to {most}")
    return sheet


def plain_name(text: str) -> str:
    """A name with nothing in it that cannot be spoken, and no longer than a name may be."""
    kept = "".join(c if c.isalnum() or c in " '-" else " " for c in text)
    return " ".join(kept.split())[:LONGEST_NAME].strip()


def write_file(sheet: Sheet, names: Mapping[str, Iterable[str]]) -> WrittenSheet:
    """The sheet as a file of workouts. ``names`` are those of all known exercises, by their ids."""
    known = {name.casefold(): id_ for id_, all_names in names.items() for name in all_names}
    ids: list[str] = []
    entries: list[str] = []
    incomplete: list[str] = []
    for item in _once(sheet.items):
        id_ = known.get(item.name.casefold())
        if id_ is None:
            id_ = _new_id(item.name, {*names, *ids})
            entries.append(_entry(id_, item))
            incomplete.append(item.name)
        if id_ not in ids:
            ids.append(id_)
    rounds = min(MOST_ROUNDS_OF_A_PROGRAMME, max(1, sheet.rounds))
    head = [
        "# A programme of workouts. Check it with: stride workouts check",
        "[programme]",
        f"name = {json.dumps(sheet.title, ensure_ascii=False)}",
        f"exercises = {json.dumps(ids)}",
        f"rounds = {rounds}",
        'stretches = ["calf"]',
    ]
    return WrittenSheet("\n".join([*head, *entries]) + "\n", tuple(incomplete))


def sheet_of(programme: Programme, catalog: Catalog, title: str, names: Mapping[str, str]) -> Sheet:
    """A programme as a sheet, each exercise with the dose that a beginner gets."""
    items = []
    for id_ in programme.exercises:
        exercise = catalog.exercises[id_]
        each = exercise.sides is Sides.EACH
        items.append(
            SheetItem(names[id_], exercise.measure, exercise.lowest, each, exercise.rest_seconds)
        )
    return Sheet(title, programme.rounds, tuple(items))


def _once(items: Iterable[SheetItem]) -> Iterable[SheetItem]:
    return {item.name.casefold(): item for item in reversed(tuple(items))}.values().__reversed__()


def _new_id(name: str, taken: Iterable[str]) -> str:
    stem = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:30]
    stem = stem if stem[:1].isalpha() else f"own_{stem}".rstrip("_")
    taken, id_, n = set(taken), stem, 2
    while id_ in taken:
        id_, n = f"{stem}_{n}", n + 1
    return id_


def _entry(id_: str, item: SheetItem) -> str:
    most = LONGEST_DOSE[item.measure]
    highest = min(most, item.amount + (4 if item.measure is Measure.REPETITIONS else 15))
    rest = min(LONGEST_REST_S, max(SHORTEST_REST_S, item.rest_s))
    tempo = "tempo = [1.5, 0, 1.5, 0]\n" if item.measure is Measure.REPETITIONS else ""
    return f"""
[exercise.{id_}]
name = {json.dumps(item.name, ensure_ascii=False)}
dose = {{ {item.measure} = [{item.amount}, {highest}] }}
sides = "{Sides.EACH if item.each_side else Sides.BOTH}"
pattern = "{id_}"
rest_seconds = {rest}
{tempo}# Fill in the next lines, and take the # away.
# how_to = "How it is done, in a few sentences."
# cues = ["What to mind while doing it."]
# position = "standing"    # or floor
# muscles = ["glutes"]
# joints = ["knee"]        # those that it loads: a sore one is spared it"""
