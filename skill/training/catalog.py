"""The catalog: every exercise and stretch that the coach knows, validated when it is read."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from skill.errors import DataError
from skill.training.exercise import (
    Begins,
    Dose,
    Exercise,
    Instead,
    Measure,
    Move,
    Position,
    Sides,
    Stretch,
    Tempo,
)
from skill.training.programme import Programme, SpokenNames

LONGEST_DOSE = {Measure.REPETITIONS: 20, Measure.SECONDS: 90}
"""The largest dose whose set still fits one spoken response at the slowest tempo, after a breather."""

T = TypeVar("T")
Entry = TypeVar("Entry", Exercise, Stretch, Move)


class Catalog:
    """Exercises, stretches, moves and programmes by id, in the order of the data files. Equal only to itself.

    ``basics`` are the exercises that are planned on their own. The others are harder variations of them, easier
    forms that stand in for them, and what takes turns with one of them.

    ``unmodelled`` are names that no interaction model has: those of one's own files.
    """

    def __init__(
        self,
        exercises: Mapping[str, Exercise],
        stretches: Mapping[str, Stretch],
        moves: Mapping[str, Move] = MappingProxyType({}),
    ) -> None:
        self.exercises = exercises
        self.stretches = stretches
        self.moves = moves
        self.basics = tuple(
            e
            for e in exercises.values()
            if e.variation_of is None and e.turns_with is None and not e.stand_in
        )
        self.programmes: Mapping[str, Programme] = {}
        self.unmodelled = SpokenNames()
        self._own: frozenset[str] = frozenset()
        self._families: dict[str, tuple[Exercise, ...]] = {}
        for exercise in exercises.values():
            family = self._families.get(exercise.base_id, ())
            self._families[exercise.base_id] = (*family, exercise)

    @property
    def own(self) -> frozenset[str]:
        """The ids of exercises and stretches that files of workouts have added."""
        return self._own

    def extended(
        self,
        exercises: Mapping[str, Exercise],
        stretches: Mapping[str, Stretch],
        programmes: Mapping[str, Programme],
    ) -> "Catalog":
        """This catalog with more entries; what is planned without a programme stays as it is."""
        larger = Catalog(
            {**self.exercises, **exercises}, {**self.stretches, **stretches}, self.moves
        )
        larger.basics = self.basics
        larger.programmes = {**self.programmes, **programmes}
        larger._own = self._own | {*exercises, *stretches}
        return larger

    def family(self, exercise: Exercise) -> tuple[Exercise, ...]:
        """An exercise and its harder variations, easiest first, whichever of them is given."""
        return self._families[exercise.base_id]

    def taking_turns(self, exercise: Exercise) -> tuple[Exercise, ...]:
        """An exercise of the basics and what takes turns with it."""
        return (exercise, *(e for e in self.exercises.values() if e.turns_with == exercise.id))


class FieldsOf:
    """One table of a data file, read field by field."""

    def __init__(self, file: str, name: str, table: object) -> None:
        self.file = file
        self.name = name
        if not isinstance(table, dict):
            raise self.error("(all)", "is not a table", f"write [{name}] and its fields below it")
        self.unread: dict[str, Any] = dict(table)

    def error(self, field: str, problem: str, remedy: str) -> DataError:
        """What is wrong with a field of this table, and how it is put right."""
        return DataError(self.file, self.name, field, problem, remedy)

    def take(self, field: str, read: Callable[[Any], T], remedy: str) -> T:
        """Read a field; ``read`` raises ValueError, TypeError or AttributeError on a wrong value."""
        if field not in self.unread:
            raise self.error(field, "is missing", remedy)
        value = self.unread.pop(field)
        try:
            return read(value)
        except (ValueError, TypeError, AttributeError):
            raise self.error(field, f"cannot be {value!r}", remedy) from None

    def finish(self) -> None:
        """Make sure that every field was read.

        Raises:
            DataError: one is unknown.
        """
        for name in self.unread:
            raise self.error(name, "is unknown", "correct its spelling or remove it")


def _name(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def _name_or_none(value: Any) -> str | None:
    return None if value is None else _name(value)


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(_name, value))


NOTHING = "nothing"
"""What stands in a data file for a sore joint that nothing spares."""


def _instead(value: Any) -> Instead:
    pairs = ((_name(joint), _name(other)) for joint, other in value.items())
    return tuple((joint, None if other == NOTHING else other) for joint, other in pairs)


def _tools(value: Any) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((_name(tool), _names(joints)) for tool, joints in value.items())


def _some_names(value: Any) -> tuple[str, ...]:
    names = _names(value)
    if not names:
        raise ValueError
    return names


def _seconds(lowest: int, highest: int) -> Callable[[Any], int]:
    def read(value: Any) -> int:
        if type(value) is not int or not lowest <= value <= highest:
            raise ValueError
        return value

    return read


def _tempo(value: Any) -> Tempo:
    tempo = Tempo(*value)
    if not all(0 <= part <= 10 for part in value):
        raise ValueError
    # Beyond 10 s a repetition no longer builds strength (Schoenfeld 2015); under 1.5 s the number
    # just said would run into the next.
    if not 1500 <= tempo.repetition_ms <= 10_000:
        raise ValueError
    return tempo


def _dose(value: Any) -> tuple[Measure, int, int]:
    ((unit, (lowest, highest)),) = value.items()
    measure = Measure(unit)
    if not type(lowest) is type(highest) is int:
        raise TypeError
    if not 1 <= lowest <= highest <= LONGEST_DOSE[measure]:
        raise ValueError
    return measure, lowest, highest


_USUAL: tuple[tuple[str, Any], ...] = (
    ("impact", False),
    ("variation_of", None),
    ("begins", "high"),
    ("instead", {}),
    ("turns_with", None),
    ("stand_in", False),
    ("variation_first", False),
    ("eyes_closed", False),
)
"""What an exercise has where its entry does not say."""

_INSTEAD = 'write { joint = "what spares it" }, or { joint = "nothing" }'


def read_exercise(entry: FieldsOf) -> Exercise:
    """The exercise of a table.

    Raises:
        DataError: a field is missing or out of range.
    """
    measure, lowest, highest = entry.take(
        "dose",
        _dose,
        "write { repetitions = [lowest, highest] } up to 20, or { seconds = [lowest, highest] } "
        "up to 90",
    )
    for name, usual in _USUAL:
        entry.unread.setdefault(name, usual)
    tempo = None
    if measure is Measure.REPETITIONS:
        remedy = "write four numbers of seconds: [there, pause, back, pause], 1.5 to 10 in all"
        tempo = entry.take("tempo", _tempo, remedy)
    tools = entry.take("tools", _tools, "write { tool = [joints that the load adds] }, or {}")
    return Exercise(
        id=entry.name,
        measure=measure,
        lowest=lowest,
        highest=highest,
        sides=entry.take("sides", Sides, "write both, each or alternating"),
        pattern=entry.take("pattern", _name, "name the movement pattern, such as squat or hinge"),
        position=entry.take("position", Position, "write standing or floor"),
        muscles=entry.take("muscles", _some_names, "list at least one muscle"),
        needs=entry.take("needs", _names, "list what must be at hand, or []"),
        tempo=tempo,
        rest_seconds=entry.take("rest_seconds", _seconds(15, 120), "write seconds, 15 to 120"),
        joints=entry.take("joints", _some_names, "list at least one joint that it loads"),
        tools=tuple(tool for tool, _ in tools),
        impact=entry.take("impact", _yes_or_no, "write true or false"),
        variation_of=entry.take("variation_of", _name_or_none, "name the easier exercise"),
        begins=entry.take("begins", Begins, "write high or low"),
        tool_joints=tools,
        instead=entry.take("instead", _instead, _INSTEAD),
        turns_with=entry.take("turns_with", _name_or_none, "name the exercise it takes turns with"),
        stand_in=entry.take("stand_in", _yes_or_no, "write true or false"),
        variation_first=entry.take("variation_first", _yes_or_no, "write true or false"),
        eyes_closed=entry.take("eyes_closed", _yes_or_no, "write true or false"),
    )


def _sides_of_stretch(value: Any) -> Sides:
    sides = Sides(value)
    if sides is Sides.ALTERNATING:
        raise ValueError
    return sides


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def read_stretch(entry: FieldsOf) -> Stretch:
    """The stretch of a table.

    Raises:
        DataError: a field is missing or out of range.
    """
    for name, usual in (("always", False), ("stand_in", False)):
        entry.unread.setdefault(name, usual)
    return Stretch(
        id=entry.name,
        muscles=entry.take("muscles", _some_names, "list at least one muscle"),
        sides=entry.take("sides", _sides_of_stretch, "write both or each"),
        hold_seconds=entry.take("hold_seconds", _seconds(10, 60), "write seconds, 10 to 60"),
        always=entry.take("always", _yes_or_no, "write true or false"),
        position=entry.take("position", Position, "write standing or floor"),
        joints=entry.take("joints", _names, "list the joints that it bends or loads, or []"),
        needs=entry.take("needs", _names, "list what must be at hand, or []"),
        instead=entry.take("instead", _instead, _INSTEAD),
        stand_in=entry.take("stand_in", _yes_or_no, "write true or false"),
    )


MOST_SECONDS_A_MOVE, MOST_REPETITIONS_A_MOVE = 60, 20
"""The longest move of a warm-up, which is short."""


def _move(entry: FieldsOf) -> Move:
    entry.unread.setdefault("stand_in", False)
    if "repetitions" in entry.unread:
        read = _seconds(1, MOST_REPETITIONS_A_MOVE)
        dose = Dose(Measure.REPETITIONS, entry.take("repetitions", read, "write 1 to 20"))
    else:
        read = _seconds(10, MOST_SECONDS_A_MOVE)
        dose = Dose(Measure.SECONDS, entry.take("seconds", read, "write seconds, 10 to 60"))
    return Move(
        id=entry.name,
        dose=dose,
        beat_ms=entry.take(
            "beat", _beat_ms, "write seconds, 0.5 to 5; 1.5 or more for repetitions"
        ),
        sides=entry.take("sides", Sides, "write both, each or alternating"),
        joints=entry.take("joints", _names, "list the joints that it loads, or []"),
        needs=entry.take("needs", _names, "list what must be at hand, or []"),
        instead=entry.take("instead", _instead, _INSTEAD),
        stand_in=entry.take("stand_in", _yes_or_no, "write true or false"),
    )


def _beat_ms(value: Any) -> int:
    if isinstance(value, bool) or not 0.5 <= value <= 5:
        raise ValueError
    return int(value * 1000)


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


def _check_instead(file: str, entries: Mapping[str, Entry]) -> None:
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
        {} if moves is None else _read_all("warm_up.toml", moves, _move),
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
