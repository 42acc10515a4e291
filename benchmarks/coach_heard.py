"""The coach as a microphone hears him: what is measured of the ears is measured over him."""

import miniaudio

from benchmarks.rendering import DAY, tracks_of
from skill.bootstrap import build_studio
from skill.ears.sound import RATE_HZ
from skill.loaders import load_catalog
from skill.settings import Settings
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences


def coach_speaking() -> bytes:
    """A whole workout as it sounds, 16-bit PCM at the ears' rate.

    Raises:
        AudioUnavailable: there is no voice to speak with.
    """
    studio = build_studio(Settings())
    tracks = tracks_of(plan_workout(load_catalog(), (), DAY, Preferences()))
    mono = {"nchannels": 1, "sample_rate": RATE_HZ}
    return b"".join(
        miniaudio.decode(studio.render(track), **mono).samples.tobytes() for track in tracks
    )
