"""What could be said now: the runner's words for the simulator, from a data file.

``choices`` are preferences to choose from, each with its id, its name for the eye, what is said to have it and,
where several can be had, what is said to have it no longer.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from skill.errors import DataError
from skill.loaders import read_words
from skill.workout.question import Question
from skill.workout.states import ACTIVE, State

PREFERENCES = ("pacing", "rests", "talk", "side", "tools", "hurts", "speech")
"""What there is to choose from."""


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Utterances by what the speaker does: no session, or a stream; talk; a workout's state; an open question."""

    closed: tuple[str, ...]
    playing: tuple[str, ...]
    talking: tuple[str, ...]
    states: Mapping[State, tuple[str, ...]]
    asked: Mapping[Question, tuple[str, ...]]
    choices: Mapping[str, tuple[Mapping[str, str], ...]]


def load_suggestions(locale: str) -> Suggestions:
    """The suggestions of a locale.

    Raises:
        DataError: there is no file, or an entry of it is wrong or missing.
    """
    return read_suggestions(f"suggestions/{locale}.toml", read_words("suggestions", locale))


def read_suggestions(file: str, data: Mapping[str, object]) -> Suggestions:
    """The suggestions of a parsed file; ``file`` is what an error calls it.

    Raises:
        DataError: an entry is wrong or missing.
    """
    return Suggestions(
        _said(file, data, "closed"),
        _said(file, data, "playing"),
        _said(file, data, "talking"),
        {state: _said(file, data, f"states.{state}") for state in ACTIVE},
        {question: _said(file, data, f"asked.{question}") for question in Question},
        {name: _choices(file, data, name) for name in PREFERENCES},
    )


def _said(file: str, data: Mapping[str, object], field: str) -> tuple[str, ...]:
    found: object = data
    for part in field.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    if not isinstance(found, list) or not found or not all(isinstance(s, str) for s in found):
        raise DataError(file, "(file)", field, "is no list of utterances", 'write ["yes", "no"]')
    return tuple(found)


def _choices(file: str, data: Mapping[str, object], name: str) -> tuple[Mapping[str, str], ...]:
    choices = data.get("choices")
    if isinstance(choices, Mapping) and name not in choices:
        return ()  # nothing of it can be said in this language
    found = choices.get(name) if isinstance(choices, Mapping) else None
    if not isinstance(found, list) or not found or not all(map(_is_choice, found)):
        remedy = "write [[choices.pacing]] with id, name and say"
        raise DataError(file, "(file)", f"choices.{name}", "is no list of choices", remedy)
    return tuple(found)


def _is_choice(entry: object) -> bool:
    if not isinstance(entry, Mapping) or set(entry) - {"unsay"} != {"id", "name", "say"}:
        return False
    return all(isinstance(text, str) for text in entry.values())
