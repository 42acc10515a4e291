"""Files of one's own workouts: exercises, stretches and a programme of them, with their words (decision 38).

What a file says is checked before anything of it is used: the same rules for those that come with the coach and
for those that a runner has written, or was given by a friend. A file holds names, numbers and sentences; nothing
in it is run, and nothing in it names a file.
"""

import re
from collections.abc import Iterable, Mapping
from string import ascii_lowercase, digits
from typing import Any, NamedTuple

from skill.errors import DataError
from skill.training.catalog import Catalog
from skill.training.catalog_entries import read_exercise, read_stretch
from skill.training.exercise import Exercise, Stretch
from skill.training.fields import LONGEST_ID, FieldsOf, WrongPart, is_id, read_yes_or_no
from skill.training.own_words import (
    LONGEST_CUE,
    LONGEST_HOW_TO,
    LONGEST_NAME,
    MOST_CUES,
    read_calls,
    read_cues,
    read_how_to,
    read_own_name,
    read_own_names,
)
from skill.training.programme import LEGS, Programme

MOST_EXERCISES_IN_ALL = 250
"""Exercises of all files together: a model of Alexa's takes thousands of values, and nobody remembers as many."""

FEWEST_OF_A_PROGRAMME, MOST_OF_A_PROGRAMME = 2, 8
"""Exercises of one round."""

MOST_ROUNDS_OF_A_PROGRAMME = 5

MOST_STRETCHES_OF_A_PROGRAMME = 8

LONGEST_FIT = 60
"""Characters of a name of the FIT profile."""

_IN_FIT = frozenset(f"{ascii_lowercase}{digits}_")

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

KNOWN = {"muscle": "muscles", "joint": "joints", "need": "needs"}
"""The tables of a phrase file that have a word for each part of a field."""

WordTables = dict[str, Any]
"""Phrases by their keys, nested as in a phrase file."""


class Collection(NamedTuple):
    """A catalog with everything that the files add to it, and their words.

    ``words`` is laid over the phrases of every locale. ``exercise_names`` and ``programme_names`` are all names
    by which those of the files are called, by their ids; ``fit`` is what a watch calls an exercise, where its
    file says so.
    """

    catalog: Catalog
    words: WordTables
    exercise_names: Mapping[str, tuple[str, ...]]
    programme_names: Mapping[str, tuple[str, ...]]
    fit: Mapping[str, str]


def read_collection(
    catalog: Catalog,
    files: Mapping[str, Mapping[str, Any]],
    known_words: Mapping[str, Any] | None,
) -> Collection:
    """The catalog with the exercises, stretches and programmes of these files, by the names of the files.

    ``known_words`` has the tables of a phrase file that ``KNOWN`` names: no other muscle, joint or need may be
    named. Without it that is not checked, as for files that were checked before.

    Raises:
        DataError: a field is missing, unknown or out of range; names file, entry and remedy.
    """
    reader = _Reader(catalog, known_words)
    for file, tables in files.items():
        reader.read_entries(file, tables)
    for file, tables in files.items():
        reader.read_programme(file, tables)
    return reader.collection()


class _Reader:
    """Reads file after file; exercises first, so that a programme may name those of another file."""

    def __init__(self, catalog: Catalog, known_words: Mapping[str, Any] | None) -> None:
        self._catalog = catalog
        self._known = {
            field: frozenset(known_words[kind])
            for kind, field in KNOWN.items()
            if known_words is not None
        }
        self._exercises: dict[str, Exercise] = {}
        self._stretches: dict[str, Stretch] = {}
        self._programmes: dict[str, Programme] = {}
        self._words: WordTables = {"exercise": {}, "stretch": {}, "programme": {}}
        self._exercise_names: dict[str, tuple[str, ...]] = {}
        self._programme_names: dict[str, tuple[str, ...]] = {}
        self._fit: dict[str, str] = {}

    def collection(self) -> Collection:
        return Collection(
            self._catalog.extended(self._exercises, self._stretches, self._programmes),
            self._words,
            self._exercise_names,
            self._programme_names,
            self._fit,
        )

    def read_entries(self, file: str, tables: Mapping[str, Any]) -> None:
        for kind in tables:
            if kind not in ("programme", "exercise", "stretch"):
                remedy = "write [programme], [exercise.name] or [stretch.name]"
                raise DataError(file, kind, "(all)", "is unknown", remedy)
        for id_, table in _tables(file, tables, "exercise"):
            self._read_exercise(FieldsOf(file, id_, table))
        for id_, table in _tables(file, tables, "stretch"):
            self._read_stretch(FieldsOf(file, id_, table))
        for id_, _ in _tables(file, tables, "exercise"):
            self._check_variation(file, self._exercises[id_])

    def _read_exercise(self, entry: FieldsOf) -> None:
        if len(self._exercises) >= MOST_EXERCISES_IN_ALL:
            problem, remedy = f"is one more than {MOST_EXERCISES_IN_ALL}", "remove some exercises"
            raise entry.error("(all)", problem, remedy)
        _check_new(entry, self._catalog.exercises, self._exercises)
        name = entry.take("name", read_own_name, _NAME_REMEDY)
        for field in ("also", "calls", "needs"):
            entry.unread.setdefault(field, [])
        also = entry.take("also", read_own_names, _NAME_REMEDY)
        cues = entry.take("cues", read_cues, _CUES_REMEDY)
        words = {
            "name": name,
            "how_to": entry.take("how_to", read_how_to, _HOW_TO_REMEDY),
            "cues": list(cues),
            "calls": list(entry.take("calls", read_calls, _CUES_REMEDY) or cues),
        }
        if "fit" in entry.unread:
            self._fit[entry.name] = entry.take("fit", _fit, _FIT_REMEDY)
        self._check_known(entry)
        if "tools" in entry.unread:
            raise entry.error("tools", "is unknown", "remove it: these exercises take no load")
        entry.unread["tools"] = {}
        self._exercises[entry.name] = read_exercise(entry)
        entry.finish()
        self._words["exercise"][entry.name] = words
        self._exercise_names[entry.name] = tuple(dict.fromkeys((name, *also)))

    def _read_stretch(self, entry: FieldsOf) -> None:
        _check_new(entry, self._catalog.stretches, self._stretches)
        self._words["stretch"][entry.name] = {
            "name": entry.take("name", read_own_name, _NAME_REMEDY),
            "what": entry.take(
                "what", read_own_name, "name what is stretched, such as your calves"
            ),
            "how_to": entry.take("how_to", read_how_to, _HOW_TO_REMEDY),
        }
        self._check_known(entry)
        # Of no muscles, so that it is never chosen for a workout that does not name it.
        entry.unread["muscles"] = ["(its programme)"]
        for field, usual in (
            ("position", "standing"),
            ("joints", []),
            ("needs", []),
            ("instead", {}),
        ):
            entry.unread.setdefault(field, usual)
        self._stretches[entry.name] = read_stretch(entry)._replace(muscles=())
        entry.finish()

    def _check_known(self, entry: FieldsOf) -> None:
        """Nothing is named for which the coach has no words."""
        for field, known in self._known.items():
            value = entry.unread.get(field, [])
            named = value if isinstance(value, list) else []
            if unknown := [one for one in named if isinstance(one, str) and one not in known]:
                remedy = f"choose among {', '.join(sorted(known))}"
                raise entry.error(field, f"cannot have {unknown[0]!r}", remedy)

    def _check_variation(self, file: str, exercise: Exercise) -> None:
        if exercise.variation_of is None:
            return
        base = self._exercises.get(exercise.variation_of)
        if base is None or base.variation_of is not None:
            problem = f"cannot be {exercise.variation_of!r}"
            remedy = "name an exercise of these files that is no variation itself"
            raise DataError(file, exercise.id, "variation_of", problem, remedy)
        if list(self._exercises).index(base.id) > list(self._exercises).index(exercise.id):
            remedy = f"write it below [exercise.{base.id}]"
            raise DataError(file, exercise.id, "variation_of", "comes before its exercise", remedy)

    def read_programme(self, file: str, tables: Mapping[str, Any]) -> None:
        if "programme" not in tables:
            return
        id_ = re.sub(r"[^a-z0-9]+", "_", file.rpartition("/")[2].removesuffix(".toml").lower())
        entry = FieldsOf(file, "programme", tables["programme"])
        if not is_id(id_) or id_ == LEGS or id_ in self._programmes:
            remedy = "begin its name with a letter, and give no two files the same one"
            raise entry.error("(all)", f"cannot have the id {id_!r} of its file", remedy)
        entry.unread = {"also": [], "weekdays": [], "rounds": 2, "warm_up": False} | entry.unread
        name = entry.take("name", read_own_name, _NAME_REMEDY)
        also = entry.take("also", read_own_names, _NAME_REMEDY)
        exercises = {**self._catalog.exercises, **self._exercises}
        stretches = {**self._catalog.stretches, **self._stretches}
        self._programmes[id_] = Programme(
            id_,
            entry.take(
                "exercises",
                lambda v: _ids(v, exercises, FEWEST_OF_A_PROGRAMME, MOST_OF_A_PROGRAMME),
                f"list {FEWEST_OF_A_PROGRAMME} to {MOST_OF_A_PROGRAMME}, each once, of: "
                f"{', '.join(sorted(exercises))}",
            ),
            entry.take("rounds", _rounds, f"write a number from 1 to {MOST_ROUNDS_OF_A_PROGRAMME}"),
            entry.take(
                "stretches",
                lambda v: _ids(v, stretches, 1, MOST_STRETCHES_OF_A_PROGRAMME),
                f"list 1 to {MOST_STRETCHES_OF_A_PROGRAMME}, each once, of: "
                f"{', '.join(sorted(stretches))}",
            ),
            entry.take("weekdays", _weekdays, "list days in English, such as monday"),
            entry.take("warm_up", read_yes_or_no, "write true or false"),
        )
        entry.finish()
        self._words["programme"][id_] = {"name": name}
        self._programme_names[id_] = tuple(dict.fromkeys((name, *also)))


_NAME_REMEDY = (
    f"write up to {LONGEST_NAME} letters, digits, blanks, hyphens and apostrophes, as it is spoken"
)

_HOW_TO_REMEDY = f"write sentences of up to {LONGEST_HOW_TO} characters, without brackets"

_CUES_REMEDY = f"list 1 to {MOST_CUES} sentences of up to {LONGEST_CUE} characters"

_FIT_REMEDY = "write a category of the FIT profile and a name in it, such as plank/side_plank"


def _tables(file: str, tables: Mapping[str, Any], kind: str) -> Iterable[tuple[str, Any]]:
    found = tables.get(kind, {})
    if not isinstance(found, dict):
        raise DataError(file, kind, "(all)", "is not a table", f"write [{kind}.name]")
    return tuple(found.items())


def _check_new(entry: FieldsOf, *known: Mapping[str, object]) -> None:
    if not is_id(entry.name):
        remedy = "write small letters, digits and underscores, at most 40, a letter first"
        raise entry.error("(its name)", "cannot be an id", remedy)
    if any(entry.name in others for others in known):
        raise entry.error("(its name)", "is there already", "choose another name")


def _fit(value: Any) -> str:
    category, slash, name = value.partition("/")
    lengths = 0 < len(category) <= LONGEST_ID and (not slash or 0 < len(name) <= LONGEST_FIT)
    if not lengths or not _IN_FIT.issuperset(category + name):
        raise ValueError
    text: str = value
    return text


def _ids(value: Any, known: Mapping[str, object], fewest: int, most: int) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(id_, str) for id_ in value):
        raise TypeError
    if not fewest <= len(value) <= most or len(set(value)) < len(value):
        raise ValueError
    for id_ in value:
        if id_ not in known:
            raise WrongPart(id_)
    return tuple(value)


def _rounds(value: Any) -> int:
    if type(value) is not int or not 1 <= value <= MOST_ROUNDS_OF_A_PROGRAMME:
        raise ValueError
    return value


def _weekdays(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list):
        raise TypeError
    for day in value:
        if str(day).lower() not in WEEKDAYS:
            raise WrongPart(day)
    return tuple(sorted({WEEKDAYS.index(str(day).lower()) for day in value}))
