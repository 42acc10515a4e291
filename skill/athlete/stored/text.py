"""The athlete as text, written once a turn: whole for the store, and the present alone for the session.

Most of what is stored of a runner stays as it is from turn to turn: past, preferences, today's plan. Their texts
are kept, and put beside what has changed.
"""

import json
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from skill.athlete.athlete import Athlete
from skill.athlete.stored.document import write_history, write_past, write_present, write_recent
from skill.athlete.stored.plan import write_plan
from skill.athlete.stored.preferences import write_preferences
from skill.athlete.stored.workout import write_course
from skill.athlete.workout import Workout
from skill.recent import forgotten_with_runners
from skill.training.past import NO_PAST, Past
from skill.training.plan import Plan
from skill.training.preferences import Preferences
from skill.training.record import History

T = TypeVar("T")
R = TypeVar("R")

MOST_KEPT = 200
"""Texts kept in memory, a few kB each."""

_as_json = json.JSONEncoder(check_circular=False, allow_nan=False, separators=(",", ":")).encode
"""In ASCII, so that no half of a surrogate pair is refused."""


class Texts(NamedTuple):
    """An athlete as JSON: ``whole``, and the ``present`` alone, without history, past, times and runs."""

    whole: str
    present: str


def _kept(write: Callable[[T], R]) -> Callable[[T], R]:
    """``write``, its texts kept for the very same values.

    An equal value costs as much to compare as to write; what was read in this process is the same one.
    """
    kept: dict[int, tuple[T, R]] = {}

    def written(value: T) -> R:
        found = kept.get(id(value))
        if found is not None and found[0] is value:
            return found[1]
        text = write(value)
        if len(kept) >= MOST_KEPT:
            kept.clear()
        kept[id(value)] = value, text
        return text

    forgotten_with_runners(kept.clear)
    return written


@_kept
def _history(history: History) -> str:
    return _as_json(write_history(history))


@_kept
def _past(past: Past) -> str:
    return _as_json(write_past(past))


@_kept
def _preferences(preferences: Preferences) -> str:
    return _as_json(write_preferences(preferences))


@_kept
def _plan(plan: Plan) -> str:
    return _as_json(write_plan(plan))


def _workout(workout: Workout | None) -> str:
    if workout is None:
        return "null"
    return f'{{"plan":{_plan(workout.plan)},{_as_json(write_course(workout))[1:]}'


@_kept
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
