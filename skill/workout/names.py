"""What things are called when they are spoken of: exercises, doses, sides."""

from skill.training.exercise import Dose, Measure, Side, Sides, Stretch
from skill.training.plan import WorkSet
from skill.workout.cue import Phrase, phrase


def exercise_name(id_: str) -> Phrase:
    """An exercise as it is spoken within a sentence."""
    return phrase(f"exercise.{id_}.name")


def dose_phrase(work: WorkSet) -> Phrase:
    """What a set asks for: "fifteen on each leg", "thirty seconds"."""
    return _dose(work.dose, work.exercise.sides)


def hold_phrase(stretch: Stretch) -> Phrase:
    """What a stretch asks for: "twenty-five seconds on each side"."""
    return _dose(Dose(Measure.SECONDS, stretch.hold_seconds), stretch.sides)


def _dose(dose: Dose, sides: Sides) -> Phrase:
    return phrase(f"dose.{dose.measure}.{sides}", n=dose.amount)


def side_name(side: Side) -> Phrase:
    """A side as it is spoken: "left leg"."""
    return phrase(f"side.{side}")
