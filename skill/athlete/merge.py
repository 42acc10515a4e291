"""Two versions of one athlete made into one: two devices of a household, or a store that came back."""

from dataclasses import replace

from skill.athlete.athlete import Athlete, Workout


def merge(base: Athlete, mine: Athlete, theirs: Athlete) -> Athlete:
    """``theirs`` with what ``mine`` changed since ``base``, on which both were built.

    Finished sets are never lost: new records of both are kept, and a workout that both went on with
    keeps the better count of each set. Where both changed a thing otherwise, mine is the fresher word.
    """

    def chosen(name: str) -> object:
        changed = getattr(mine, name) != getattr(base, name)
        return getattr(mine if changed else theirs, name)

    fields = ("preferences", "workout", "question", "greeted", "simple_devices")
    merged = replace(theirs, **{name: chosen(name) for name in fields})
    new_records = mine.history[len(base.history) :]
    return replace(
        merged,
        history=theirs.history + new_records,
        workout=_with_best_counts(merged.workout, theirs.workout),
    )


def _with_best_counts(workout: Workout | None, other: Workout | None) -> Workout | None:
    if workout is None or other is None or workout.plan != other.plan:
        return workout
    return replace(workout, tally=tuple(map(max, workout.tally, other.tally)))
