"""The stream: what a speaker plays of a workout, track after track, without a word of the runner's."""

import re
from datetime import datetime
from typing import NamedTuple

from skill.speed.value import Value
from skill.workout.cursor import Mark

_WRITTEN = r"([0-9a-f]{1,12})\.([0-9]{1,6})\.([0-9]{1,4})"


class TrackId(Value):
    """What tells a track apart from all others of a runner: the ``nth`` one, from 0, of a play of a workout.

    A new play of the workout begins whenever the runner has said something.
    """

    workout: int
    play: int
    nth: int

    @property
    def token(self) -> str:
        """The id as a speaker keeps it. It says nothing of the runner."""
        return f"{self.workout:x}.{self.play}.{self.nth}"


def read_token(token: str) -> TrackId | None:
    """The id of a token; None where the token is not ours."""
    match = re.fullmatch(_WRITTEN, token) if token else None
    return None if match is None else TrackId(int(match[1], 16), int(match[2]), int(match[3]))


class Stream(NamedTuple):
    """The current track of a played workout, and what its speaker has reported of it.

    ``device`` is the speaker, as a hash; ``nth`` and ``marks`` are the track's. At ``reported_at``, ``heard_ms``
    of the track had been played. It is ``silent`` before the speaker reports that it plays, and after the
    speaker reports that it does not. ``retried`` is whether the track was sent again after a failure.
    """

    device: str
    nth: int
    marks: tuple[Mark, ...]
    heard_ms: int
    reported_at: datetime
    silent: bool
    retried: bool = False

    @property
    def end_ms(self) -> int:
        """When everything that the track leads is done, in ms since it began."""
        return self.marks[-1].at_ms
