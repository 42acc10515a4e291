"""A table of figures.toml, whose fields are read one by one and refused with a remedy."""

from collections.abc import Mapping
from typing import Any, NoReturn

from skill.errors import DataError
from skill.figures.body import Lengths, Point, Pose, joints
from skill.training.fields import read_number

FILE = "figures.toml"

POINTS = tuple(joints(Pose(*[0] * len(Pose._fields)), Lengths()))
"""The points of a body, by their names."""

FARTHEST = 1_000
"""The largest number of a figure, in cm or degrees: ten meters, or nearly three turns."""

_read_number = read_number(-FARTHEST, FARTHEST)


class Entry:
    """One table of the file, by its name. Each of its methods raises DataError for what cannot be."""

    def __init__(self, name: str, table: object) -> None:
        self.name = name
        if not isinstance(table, dict):
            self.refuse("(all)", "is not a table", f"write [{name}] and its fields below it")
        self.table: dict[str, Any] = table

    def refuse(self, field: str, problem: str, remedy: str) -> NoReturn:
        """Say what is wrong with a field, and what to write instead."""
        raise DataError(FILE, self.name, field, problem, remedy)

    def known(self, given: object, names: list[str], where: str = "") -> None:
        """Refuse what is no table, and every field not among these names; ``where`` stands before each."""
        for name in self.fields(given, where.rstrip(": .") or "(all)"):
            if name not in names:
                self.refuse(f"{where}{name}", "is unknown", f"use one of: {', '.join(names)}")

    def fields(self, value: object, field: str) -> Mapping[str, Any]:
        """A field that is a table."""
        if not isinstance(value, dict):
            self.refuse(field, f"cannot be {value!r}", "write a table: {…}")
        return value

    def number(self, value: object, field: str) -> float:
        """A field that is a number: degrees, cm, or a share of a whole."""
        try:
            return float(_read_number(value))
        except ValueError:
            remedy = f"write a number from {-FARTHEST} to {FARTHEST}"
            self.refuse(field, f"cannot be {value!r}", remedy)

    def numbers(self, value: object, field: str, fewest: int, most: int) -> tuple[float, ...]:
        """A field that is a list of numbers, so few or so many."""
        if not isinstance(value, list) or not fewest <= len(value) <= most:
            self.refuse(field, f"cannot be {value!r}", f"write {fewest} to {most} numbers")
        return tuple(self.number(one, field) for one in value)

    def point(self, value: object, field: str) -> Point:
        """A field that is a point: how far to the right and how high above the floor, in cm."""
        x, height = self.numbers(value, field, 2, 2)
        return (x, -height)

    def bodily(self, value: object, field: str) -> str:
        """A field that names a point of a body."""
        if value not in POINTS:
            self.refuse(field, f"cannot be {value!r}", f"name one of: {', '.join(POINTS)}")
        return str(value)
