"""Records of what was done, as short to write as a test needs them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from skill.training.exercise import Exercise
from skill.training.record import Record


def trained(
    day: date,
    exercise: Exercise,
    asked: int | None = None,
    *,
    sets: int = 3,
    done: Sequence[int] = (),
    extra_sets: int = 0,
    **fields: Any,
) -> Record:
    """A record of an exercise: so many sets with all that was asked, or ``done`` in each set.

    ``fields`` are further ones of the record, such as ``effort``. Its workout has the number 1 if they name none.
    """
    asked = exercise.lowest if asked is None else asked
    sides = len(exercise.sides.order)
    amounts = done or (asked,) * (sets + extra_sets)
    return Record(
        day=day,
        workout=fields.pop("workout", 1),
        exercise_id=exercise.id,
        base_id=exercise.base_id,
        measure=exercise.measure,
        asked=asked,
        sets_done=tuple((amount,) * sides for amount in amounts),
        extra_sets=extra_sets,
        **fields,
    )
