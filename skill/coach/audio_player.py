"""A speaker's player of audio files: what a request reports of it, and what an answer may order it to do."""

from skill.errors import AudioUnavailable
from skill.speed.value import Value
from skill.workout.track import Track


def publish_nothing(_track: Track) -> str:
    """Where no place for audio is set."""
    raise AudioUnavailable("audio", "is not set up", "set STRIDE_AUDIO")


class Player(Value):
    """What a request reports: ``heard_ms`` of the track with this token were played; the token is "" for none.

    ``sounding`` is whether the track sounds, or would sound if the runner did not speak.
    """

    token: str = ""
    heard_ms: int = 0
    sounding: bool = False


class Play(Value):
    """Play the track at this address: after the one with the token ``after``, or at once where that is ""."""

    url: str
    token: str
    after: str = ""


class Stop(Value):
    """Stop playing."""
