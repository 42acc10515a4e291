"""The athlete as text, written once a turn: whole for the store, and the present alone for the session.

Most of what is stored of a runner stays as it is from turn to turn: past, preferences, today's plan. Their texts
are kept, and put beside what has changed.
"""

from collections.abc import Callable
from json import JSONEncoder
from typing import Generic, NamedTuple, TypeVar

from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import (
    SCHEMA,
    write_history,
    write_past,
    write_present,
    write_recent,
)
from skill.athlete.stored.migrations import Document
from skill.athlete.stored.plan import write_plan
from skill.athlete.stored.preferences import write_preferences
from skill.athlete.stored.workout import write_course
from skill.athlete.workout import Workout
from skill.recent import forgotten_with_runners
from skill.speed.json_text import ready
from skill.training.past import NO_PAST, Past
from skill.training.plan import Plan
from skill.training.preferences import Preferences
from skill.training.record import History

T = TypeVar("T")
R = TypeVar("R")

MOST_KEPT = 8
"""Texts kept in memory, a few kB each."""

_as_json = ready(JSONEncoder(check_circular=False, allow_nan=False, separators=(",", ":")))
"""In ASCII, so that no half of a surrogate pair is refused."""


class Texts(NamedTuple):
    """An athlete as JSON: ``whole``, and the ``present`` alone, without history, past, times and runs."""

    whole: str
    present: str


class _Kept(Generic[T, R]):
    """A function that writes, with its texts kept for the very same values.

    To compare an equal value costs as much as to write it, and a value that was read in this process is the same
    one.
    """

    def __init__(self, write: Callable[[T], R]) -> None:
        self._write = write
        self._texts: dict[int, tuple[T, R]] = {}
        forgotten_with_runners(self._texts.clear)

    def __call__(self, value: T) -> R:
        found = self._texts.get(id(value))
        if found is not None and found[0] is value:
            return found[1]
        text = self._write(value)
        self.keep(value, text)
        return text

    def keep(self, value: T, text: R) -> None:
        """Keep a text that is known without writing it."""
        if len(self._texts) >= MOST_KEPT:
            self._texts.clear()
        self._texts[id(value)] = value, text


@_Kept
def _history(history: History) -> str:
    return _as_json(write_history(history))


@_Kept
def _past(past: Past) -> str:
    return _as_json(write_past(past))


@_Kept
def _preferences(preferences: Preferences) -> str:
    return _as_json(write_preferences(preferences))


@_Kept
def _plan(plan: Plan) -> str:
    return _as_json(write_plan(plan))


def _workout(workout: Workout | None) -> str:
    if workout is None:
        return "null"
    return f'{{"plan":{_plan(workout.plan)},{_as_json(write_course(workout))[1:]}'


@_Kept
def write_text(athlete: Athlete) -> Texts:
    """The athlete as ``write_document`` gives it, as text."""
    present = (
        f'{_as_json(write_present(athlete))[:-1]},"preferences":{_preferences(athlete.preferences)}'
        f',"workout":{_workout(athlete.workout)}'
    )
    recent = write_recent(athlete)
    more = f",{_as_json(recent)[1:-1]}" if recent else ""
    history, past = _history(athlete.history), _past(athlete.past)
    return Texts(
        f'{present},"history":{history},"past":{past}{more}}}',
        f'{present},"history":[],"past":{_past(NO_PAST)}}}',
    )


def keep_as_read(athlete: Athlete, document: Document) -> None:
    """Keep the text of the history and the past from which an athlete was read, for when the athlete is written.

    So a long history is read line by line, and not written line by line as well.
    """
    if document["schema"] == SCHEMA:
        _history.keep(athlete.history, _as_json(document["history"]))
        _past.keep(athlete.past, _as_json(document["past"]))
