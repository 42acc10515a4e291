"""The manner in which a workout is led: what each of its scenes depends on, besides the plan and the place."""

from typing import NamedTuple

from skill.training.preferences import Talk, Units
from skill.workout.cue import Voice


class Manner(NamedTuple):
    """How a workout sounds to one runner.

    ``voice`` gives the lines; ``beat_percent`` is the length of a repetition in percent of each exercise's own;
    ``talk`` is how much is said; ``units`` are those in which loads are said. Who sets the pace is not part of
    it: scenes are kept in memory by their manner, and they are the same at either pace.
    """

    voice: Voice
    beat_percent: int
    talk: Talk = Talk.FULL
    units: Units = Units.KILOGRAMS
