"""Speech for tests, made by espeak-ng as it would come out of a microphone."""

from array import array
from random import Random

import numpy as np
import soxr

from skill.audio.voices.espeak import Synthesizer
from skill.ears.sound import RATE_HZ, bytes_in

ROOM = 20
"""The noise of a quiet room, in steps of the microphone: no microphone brings pure silence."""


def speech(*parts: str | int, voice: str = "en-us", seed: int = 1) -> bytes:
    """Sound: texts are spoken, numbers are ms of silence; all of it in a quiet room."""
    synthesizer = Synthesizer(voice)
    spoken = []
    for part in parts:
        if isinstance(part, int):
            spoken.append(np.zeros(RATE_HZ * part // 1000))
        else:
            samples = np.frombuffer(synthesizer.speak(part), "<i2").astype(float)
            spoken.append(soxr.resample(samples, synthesizer.rate_hz, RATE_HZ))
    whole = np.concatenate(spoken)
    noisy = whole + np.random.default_rng(seed).normal(0, ROOM, len(whole))
    return bytes(np.clip(noisy, -32_768, 32_767).astype("<i2").tobytes())


def pieces(pcm: bytes, ms: int = 100) -> list[bytes]:
    """Sound as a microphone brings it."""
    return [pcm[at : at + bytes_in(ms)] for at in range(0, len(pcm), bytes_in(ms))]


def hiss(ms: int, seed: int = 1) -> bytes:
    """A room in which nothing happens."""
    noise = Random(seed)  # noqa: S311 - nothing secret
    return array("h", (noise.randint(-ROOM, ROOM) for _ in range(RATE_HZ * ms // 1000))).tobytes()
