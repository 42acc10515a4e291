"""How much a session may grow at once: the steps of its exercises, a few at a time.

Where all exercises of a session were easy, all of them may go one rung up; together that would be another
session. So at most two rise, not two of one pattern and none together with a jump, at most one of them by a set
more, and the session never grows by more than a tenth (ours; ACSM's 2009 position stand changes one variable at
a time). What has to wait is asked for as before, and goes first the next time: its evidence has grown by then.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from skill.training.catalog import Catalog
from skill.training.exercise import Exercise
from skill.training.ladder import harder
from skill.training.plan import MOST_EXTRA_SETS, Plan, Prescription
from skill.training.preferences import Preferences
from skill.training.progression import prescribed, target
from skill.training.record import History, Record
from skill.training.rung import Reason, Why
from skill.training.standing import Standing

MOST_RISING = 2
"""Exercises that go up in one session."""

MOST_GROWTH_PERCENT = 10
"""By how much a session may grow."""

LATEST_WORKOUTS = 5
"""The workouts that show how long a runner is used to train: those of both groups of exercises."""

USED_TO = 2
"""Workouts after which a runner is used to any length."""

LONGER_PERCENT = 15
"""So much longer than all of them is worth a word: more than a session grows by itself (ours)."""

_UP = (Why.SPARE, Why.ESTABLISHED)


def paced(
    catalog: Catalog,
    items: Sequence[Prescription],
    rounds: int,
    standings: Mapping[str, Standing],
    preferences: Preferences,
    day: date,
) -> tuple[Prescription, ...]:
    """The prescriptions of a session, in their order, with no more steps up than it may take at once."""
    rising = {i: item for i, item in enumerate(items) if item.reason.why in _UP}
    before = [
        _waiting(catalog, item, standings, preferences, day) if i in rising else item
        for i, item in enumerate(items)
    ]
    room_ms = sum(length_ms(item, rounds) for item in before) * MOST_GROWTH_PERCENT // 100
    whole_ms = room_ms
    asked = list(before)
    risen: list[Prescription] = []
    for i in sorted(rising, key=lambda i: (-items[i].reason.times, i)):
        for up in _steps(catalog, rising[i], before[i], preferences, rounds, whole_ms):
            growth_ms = length_ms(up, rounds) - length_ms(before[i], rounds)
            if growth_ms <= room_ms and _goes_with(up, risen):
                asked[i] = up
                risen.append(up)
                room_ms -= max(0, growth_ms)
                break
    return tuple(asked)


def length_ms(item: Prescription, rounds: int) -> int:
    """How long all sets of an exercise and the rests after them take, in ms, at the exercise's own tempo."""
    return set_ms(item) * (rounds + item.extra_sets)


def set_ms(item: Prescription) -> int:
    """How long one set of an exercise and the rest after it take, in ms, at the exercise's own tempo."""
    return _set_ms(item.exercise, item.dose.amount)


def shortest_set_ms(exercise: Exercise) -> int:
    """How long a set of an exercise at its lowest dose and the rest after it take, in ms."""
    return _set_ms(exercise, exercise.lowest)


def _set_ms(exercise: Exercise, amount: int) -> int:
    sides = len(exercise.sides.order)
    return amount * sides * _each_ms(exercise) + exercise.rest_seconds * 1000


def _each_ms(exercise: Exercise) -> int:
    """A repetition, or a second of a hold, in ms."""
    return exercise.tempo.repetition_ms if exercise.tempo else 1000


def _waiting(
    catalog: Catalog,
    item: Prescription,
    standings: Mapping[str, Standing],
    preferences: Preferences,
    day: date,
) -> Prescription:
    """What is asked of an exercise that has to wait for its step."""
    base = catalog.family(item.exercise)[0]
    steady = preferences._replace(frozen=(*preferences.frozen, base.id))
    same = target(catalog, base, standings, steady, day)
    reason = item.reason
    return same._replace(reason=Reason(Why.WAITS, reason.was, reason.times, reason.spare))


def _steps(
    catalog: Catalog,
    up: Prescription,
    before: Prescription,
    preferences: Preferences,
    rounds: int,
    room_ms: int,
) -> list[Prescription]:
    """The step up; in a session so small that it never has room for a set more, the step after that as well."""
    growth_ms = length_ms(up, rounds) - length_ms(before, rounds)
    if up.extra_sets <= before.extra_sets or growth_ms <= room_ms:
        return [up]
    beyond = harder(catalog, before.rung._replace(extra_sets=MOST_EXTRA_SETS), preferences)
    return [up] if beyond is None else [up, prescribed(catalog, beyond, up.reason, preferences)]


def _goes_with(up: Prescription, risen: Sequence[Prescription]) -> bool:
    """Whether one more may go up beside those that do."""
    if len(risen) >= MOST_RISING:
        return False
    jumps = [item.exercise.impact for item in (up, *risen)]
    more_sets = [_is_set_more(item) for item in (up, *risen)]
    patterns = [item.exercise.pattern for item in risen]
    return not (up.exercise.pattern in patterns or (risen and any(jumps)) or sum(more_sets) > 1)


def _is_set_more(item: Prescription) -> bool:
    was = item.reason.was
    return (
        was is not None and was.exercise_id == item.exercise.id and item.extra_sets > was.extra_sets
    )


def is_unusually_long(catalog: Catalog, history: History, plan: Plan) -> bool:
    """Whether a plan has clearly more work, with its rests, than each of the last workouts had.

    The first two workouts are never too long: after a single one, which may have been broken off, nobody is used
    to any length.
    """
    ahead_ms = sum(set_ms(work.prescription) for work in plan.sets)
    shown = 0
    for _, records in groupby(reversed(history), key=lambda record: record.key[:2]):
        done_ms = sum(_done_ms(catalog, record) for record in records)
        if not done_ms:
            continue
        if ahead_ms * 100 <= done_ms * (100 + LONGER_PERCENT):
            return False
        shown += 1
        if shown == LATEST_WORKOUTS:
            break
    return shown >= USED_TO


def _done_ms(catalog: Catalog, record: Record) -> int:
    """How long what was done and the rests after it took, in ms; 0 of an exercise that is gone."""
    exercise = catalog.exercises.get(record.exercise_id)
    if exercise is None:
        return 0
    return record.amount * _each_ms(exercise) + record.sets * exercise.rest_seconds * 1000
