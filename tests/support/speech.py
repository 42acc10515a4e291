"""Speech for tests, made by espeak-ng as it would come out of a microphone."""

import shutil
from array import array
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from unittest.mock import patch

import espeakng_loader
import numpy as np
import soxr

from skill.audio.voices import espeak
from skill.ears.sound import RATE_HZ, bytes_in

ROOM = 20
"""The noise of a quiet room, in steps of the microphone: no microphone brings pure silence."""


def speech(*parts: str | int, voice: str = "en-us", seed: int = 1) -> bytes:
    """Sound: texts are spoken, numbers are ms of silence; all of it in a quiet room."""
    spoken = []
    for part in parts:
        if isinstance(part, int):
            spoken.append(np.zeros(RATE_HZ * part // 1000))
        else:
            pcm, rate_hz = _spoken(part, voice)
            samples = np.frombuffer(pcm, "<i2").astype(float)
            spoken.append(soxr.resample(samples, rate_hz, RATE_HZ))
    whole = np.concatenate(spoken)
    noisy = whole + np.random.default_rng(seed).normal(0, ROOM, len(whole))
    return bytes(np.clip(noisy, -32_768, 32_767).astype("<i2").tobytes())


@cache
def _spoken(text: str, voice: str) -> tuple[bytes, int]:
    """The samples of a text, and how many there are a second: the same ones in whatever order tests run.

    What espeak-ng says sounds a little different after each thing that it has said before, so a recogniser may
    hear another word. A copy of its library has said nothing yet.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder, "espeak-ng.so")
        shutil.copyfile(espeakng_loader.get_library_path(), copy)
        library, rate_hz = espeak.loaded(str(copy))
        with patch.object(espeak, "_engine", lambda: (library, rate_hz)):
            synthesizer = espeak.Synthesizer(voice)
        pcm = synthesizer.speak(text)
        library.espeak_Terminate()
    return pcm, rate_hz


def pieces(pcm: bytes, ms: int = 100) -> list[bytes]:
    """Sound as a microphone brings it."""
    return [pcm[at : at + bytes_in(ms)] for at in range(0, len(pcm), bytes_in(ms))]


def hiss(ms: int, seed: int = 1) -> bytes:
    """A room in which nothing happens."""
    noise = Random(seed)  # noqa: S311 - nothing secret
    return array("h", noise.choices(range(-ROOM, ROOM + 1), k=RATE_HZ * ms // 1000)).tobytes()
