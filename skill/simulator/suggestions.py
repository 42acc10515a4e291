"""What could be said now: the runner's words for the simulator, from a data file.

``choices`` are preferences to choose from, each with its id, its name for the eye, what is said to have it and,
where several can be had, what is said to have it no longer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skill.loaders import read_words
from skill.training.fields import FieldsOf, at_least_one, read_some_names
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


def read_suggestions(file: str, data: object) -> Suggestions:
    """The suggestions of a parsed file; ``file`` is what an error calls it.

    Raises:
        DataError: an entry is wrong, missing or unknown.
    """
    fields = FieldsOf(file, "(file)", data)
    states, asked, choices = map(fields.within, ("states", "asked", "choices"))
    found = Suggestions(
        _said(fields, "closed"),
        _said(fields, "playing"),
        _said(fields, "talking"),
        {state: _said(states, state.value) for state in ACTIVE},
        {question: _said(asked, question.value) for question in Question},
        {name: _choices(choices, name) for name in PREFERENCES},
    )
    for one in (fields, states, asked, choices):
        one.finish()
    return found


def _said(fields: FieldsOf, field: str) -> tuple[str, ...]:
    return fields.take(field, read_some_names, 'write ["yes", "no"]')


def _choices(fields: FieldsOf, name: str) -> tuple[Mapping[str, str], ...]:
    if name not in fields.unread:
        return ()  # nothing of it can be said in this language
    return fields.take(name, _read_choices, f"write [[choices.{name}]] with id, name and say")


@at_least_one
def _read_choices(value: Any) -> tuple[Mapping[str, str], ...]:
    if not isinstance(value, list) or not all(map(_is_choice, value)):
        raise TypeError
    return tuple(value)


def _is_choice(entry: object) -> bool:
    if not isinstance(entry, Mapping) or set(entry) - {"unsay"} != {"id", "name", "say"}:
        return False
    return all(isinstance(text, str) and text for text in entry.values())
