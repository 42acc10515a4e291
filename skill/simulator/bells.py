"""The bells and ticks of a played workout as sound files: what is no voice, and so no clip."""

from functools import cache

from skill.audio.bells import sound_of
from skill.audio.rate import RATE_HZ
from skill.simulator.wav import wav_file
from skill.workout.track import SignalKind


def bell_address(kind: SignalKind) -> str:
    """Where the simulator's page finds a sound."""
    return f"/bells/{kind}.wav"


@cache
def bell_wav(kind: SignalKind) -> bytes:
    """A sound as a WAV file, its first sample the stroke."""
    return wav_file(sound_of(kind), RATE_HZ)
