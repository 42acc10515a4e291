"""The manner in which a workout is led, and how it is delivered to a speaker or a screen."""

from typing import NamedTuple

from skill.training.preferences import Pacing, Talk, Units
from skill.workout.cue import Voice

LONGEST_MS = 230_000
"""Alexa plays at most 240 s of audio a response (Amazon: Request and Response JSON Reference, APL for Audio
Reference). Every cue stands at its own moment and has a third more room than our voice takes; the rest is for the
question, which takes less than six seconds in every language."""

LONGEST_PLAIN_MS = 210_000
"""In plain speech the pauses stand between the words: each word that takes longer than estimated adds to it."""


class Manner(NamedTuple):
    """How a workout sounds to one runner: what each of its scenes depends on, besides the plan and the place.

    ``voice`` gives the lines; ``beat_percent`` is the length of a repetition in percent of each exercise's own;
    ``talk`` is how much is said; ``units`` are those in which loads are said. Who sets the pace is not part of
    it: scenes are kept in memory by their manner, and they are the same at either pace.
    """

    voice: Voice
    beat_percent: int
    talk: Talk = Talk.FULL
    units: Units = Units.KILOGRAMS


class Delivery(NamedTuple):
    """How a workout is led: in which manner, and who sets the pace.

    Without ``asks_aloud`` a segment ends without its question being said: a screen leads on by itself.
    ``longest_ms`` is the most that a segment may last, its question not among it.
    """

    manner: Manner
    pacing: Pacing
    asks_aloud: bool = True
    longest_ms: int = LONGEST_MS
