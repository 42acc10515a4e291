"""Which stretches of a workout were left out. The coach keeps no tally of them, so a desk watches."""

from typing import NamedTuple

from skill.athlete.workout import Workout
from skill.coach.telling.frames import current_marks, frame_at
from skill.workout.cursor import locate
from skill.workout.states import State


class Reached(NamedTuple):
    """Where a workout is among its sides of sets and stretches, and whether what is done there is over."""

    unit: int
    over: bool


class LeftOut:
    """The units of stretches, counted as in ``Frame.unit``, that the workout left before their time was over."""

    def __init__(self) -> None:
        self.units: set[int] = set()

    def pass_on(self, before: Reached | None, after: Reached | None) -> None:
        """Note a turn that began at one moment of the stretch and led on to another."""
        if after is None or before is None:
            if after is None:
                self.units.clear()
            return
        passed = range(before.unit + before.over, after.unit)
        self.units = {unit for unit in self.units if unit < after.unit} | {*passed}


def reached(workout: Workout | None, ms: int) -> Reached | None:
    """Where a workout is in its stretch, ``ms`` after its segment began; None before the stretch."""
    if workout is None:
        return None
    place = locate(current_marks(workout), ms)
    if place.active not in (State.STRETCHING, State.FINISHED):
        return None
    frame = frame_at(workout.plan, place)
    return Reached(frame.unit, frame.total > 0 and frame.done >= frame.total)
