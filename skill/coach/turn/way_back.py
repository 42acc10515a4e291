"""The way back from an order that was misheard: what it changed, as it was before."""

from datetime import datetime

from skill.athlete.workout import Workout
from skill.speed.value import Value
from skill.training.preferences import Preferences
from skill.workout.question import Question


class WayBack(Value):
    """How things stood when an order came, at the moment ``at``; the session keeps it for one word.

    ``question`` is what was open then, ``moved`` whether the order led the workout elsewhere or changed its plan:
    otherwise the place of the meantime stays.
    """

    at: datetime
    preferences: Preferences
    workout: Workout | None
    question: Question | None = None
    moved: bool = False
