"""What things are called when they are spoken of: exercises, doses, sides."""

from skill.training.exercise import Side
from skill.training.plan import WorkSet
from skill.workout.cue import Phrase, phrase


def exercise_name(id_: str) -> Phrase:
    """An exercise as it is spoken within a sentence."""
    return phrase(f"exercise.{id_}.name")


def dose_phrase(work: WorkSet) -> Phrase:
    """What a set asks for: "fifteen on each leg", "thirty seconds"."""
    return phrase(f"dose.{work.dose.measure}.{work.exercise.sides}", n=work.dose.amount)


def side_name(side: Side) -> Phrase:
    """A side as it is spoken: "left leg"."""
    return phrase(f"side.{side}")
