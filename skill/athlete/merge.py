"""Two versions of one athlete made into one: two devices of a household, or a store that came back."""

from dataclasses import replace
from typing import TypeVar

from skill.athlete.athlete import Athlete, Workout

T = TypeVar("T")


def merge(base: Athlete, mine: Athlete, theirs: Athlete) -> Athlete:
    """``theirs`` with what ``mine`` changed since ``base``, on which both were built.

    Finished sets are never lost: new records of both are kept, and a workout that both went on with
    keeps the better count of each set. Where both changed a thing otherwise, mine is the fresher word.
    """
    return Athlete(
        preferences=_fresher(base.preferences, mine.preferences, theirs.preferences),
        history=theirs.history + mine.history[len(base.history) :],
        workout=_with_best_counts(
            _fresher(base.workout, mine.workout, theirs.workout), theirs.workout
        ),
        question=_fresher(base.question, mine.question, theirs.question),
        greeted=mine.greeted or theirs.greeted,
        simple_devices=_fresher(base.simple_devices, mine.simple_devices, theirs.simple_devices),
    )


def _fresher(base: T, mine: T, theirs: T) -> T:
    """Mine where I changed it, else theirs."""
    return theirs if mine == base else mine


def _with_best_counts(workout: Workout | None, other: Workout | None) -> Workout | None:
    if workout is None or other is None or workout.plan != other.plan:
        return workout
    return replace(workout, tally=tuple(map(max, workout.tally, other.tally)))
