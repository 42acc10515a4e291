"""What a runner likes: remembered from one workout to the next."""

from dataclasses import dataclass
from enum import StrEnum


class Pacing(StrEnum):
    """Who sets the pace between two sets."""

    KEEP_GOING = "keep_going"
    WAIT_FOR_ME = "wait_for_me"


@dataclass(frozen=True, slots=True)
class Preferences:
    """A runner's wishes.

    ``exercises`` and ``rounds`` are the size of a session; ``beat_percent`` stretches every
    exercise's tempo (100 is as in the catalog, more is slower); ``simple_speech`` asks for plain
    speech with pauses where the timed kind does not sound right.
    """

    exercises: int = 5
    rounds: int = 3
    pacing: Pacing = Pacing.KEEP_GOING
    beat_percent: int = 100
    simple_speech: bool = False
