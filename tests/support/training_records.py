"""Records of what was done, as short to write as a test needs them."""

from collections.abc import Sequence
from datetime import date

from skill.training.exercise import Exercise
from skill.training.record import Effort, Record


def trained(
    day: date,
    exercise: Exercise,
    asked: int | None = None,
    *,
    sets: int = 3,
    done: Sequence[int] = (),
    effort: Effort | None = None,
    spare: int | None = None,
    workout: int = 1,
    extra_sets: int = 0,
    tool: str | None = None,
    load_grams: int = 0,
) -> Record:
    """A record of an exercise: so many sets with all that was asked, or ``done`` in each set."""
    asked = exercise.lowest if asked is None else asked
    sides = len(exercise.sides.order)
    amounts = done or (asked,) * (sets + extra_sets)
    return Record(
        day,
        workout,
        exercise.id,
        exercise.base_id,
        exercise.measure,
        asked,
        tuple((amount,) * sides for amount in amounts),
        extra_sets,
        tool,
        load_grams,
        effort=effort,
        spare=spare,
    )
