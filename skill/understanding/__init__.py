"""What is meant by what is said, by the samples of an interaction model and what is known of a language."""

from skill.understanding.hearing import Hearing
from skill.understanding.interaction_model import (
    FALLBACK,
    InteractionModel,
    InteractionModelFault,
)
from skill.understanding.pace import Pace
from skill.understanding.slots import SlotValue
from skill.understanding.understanding import Match, Understanding, understanding_of

__all__ = [
    "FALLBACK",
    "Hearing",
    "InteractionModel",
    "InteractionModelFault",
    "Match",
    "Pace",
    "SlotValue",
    "Understanding",
    "understanding_of",
]
