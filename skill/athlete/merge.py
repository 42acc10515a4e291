"""Two versions of one athlete made into one: two devices of a household, or a store that came back."""

from dataclasses import replace
from typing import TypeVar

from skill.athlete.athlete import Athlete, Workout, records_of
from skill.training.record import History
from skill.workout.cursor import empty_tally

T = TypeVar("T")


def merge(base: Athlete, mine: Athlete, theirs: Athlete) -> Athlete:
    """``theirs`` with what ``mine`` changed since ``base``, on which both were built.

    Finished sets are never lost: new records of both are kept, a workout that both went on with keeps
    the better count of each set, and one of theirs that mine has ended or replaced is recorded. Where
    both changed a thing otherwise, mine is the fresher word.
    """
    workout = _fresher(base.workout, mine.workout, theirs.workout)
    return Athlete(
        preferences=_fresher(base.preferences, mine.preferences, theirs.preferences),
        history=theirs.history
        + mine.history[len(base.history) :]
        + _left_behind(base.workout, workout, theirs.workout),
        workout=_with_best_counts(workout, theirs.workout),
        question=_fresher(base.question, mine.question, theirs.question),
        greeted=mine.greeted or theirs.greeted,
        simple_devices=_fresher(base.simple_devices, mine.simple_devices, theirs.simple_devices),
        zone=_fresher(base.zone, mine.zone, theirs.zone),
    )


def _fresher(base: T, mine: T, theirs: T) -> T:
    """Mine where I changed it, else theirs."""
    return theirs if mine == base else mine


def _with_best_counts(workout: Workout | None, other: Workout | None) -> Workout | None:
    if workout is None or other is None or workout.plan != other.plan:
        return workout
    return replace(workout, tally=tuple(map(max, workout.tally, other.tally)))


def _left_behind(base: Workout | None, kept: Workout | None, theirs: Workout | None) -> History:
    """What they did since ``base`` in a workout that is not kept."""
    if theirs is None or (kept is not None and kept.plan == theirs.plan):
        return ()
    known = empty_tally(theirs.plan)
    if base is not None and base.plan == theirs.plan:
        known = base.tally
    since = tuple(max(0, now - before) for now, before in zip(theirs.tally, known, strict=True))
    return records_of(replace(theirs, tally=since))
