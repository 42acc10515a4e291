"""Amazon's own intents, as far as the device itself treats them in a way of its own."""

from collections.abc import Mapping
from types import MappingProxyType

WITHOUT_A_NAME: Mapping[str, str] = MappingProxyType(
    {
        **{
            f"AMAZON.{name}Intent": f"AMAZON.{name}Intent"
            for name in (
                *("Pause", "Resume", "Cancel", "Next", "Previous", "Repeat", "StartOver"),
                *("LoopOn", "LoopOff", "ShuffleOn", "ShuffleOff"),
            )
        },
        "AMAZON.StopIntent": "AMAZON.PauseIntent",
    }
)
"""What reaches the skill whose audio was played last without its name, and as which intent.

(Amazon: AudioPlayer Interface Reference. "Stop" arrives as a pause: johnwheeler/flask-ask, issue 133.)
"""
