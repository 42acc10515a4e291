"""The sounds that are no voice: bells and ticks, made of sines that die away."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from skill.audio.clip import RATE_HZ, Samples
from skill.workout.track import SoundKind


@dataclass(frozen=True, slots=True)
class _Strike:
    """Something struck: its tones in Hz, how fast it dies away, how loud it is against the loudest sample."""

    tones: tuple[float, ...]
    half_ms: float
    length_ms: int
    loudness: float


_STRIKES: Mapping[SoundKind, _Strike] = {
    SoundKind.START: _Strike((880.0, 1_760.0, 2_637.0), 90, 700, 0.10),
    SoundKind.END: _Strike((587.3, 1_174.7, 1_760.0), 140, 1_000, 0.10),
    SoundKind.TICK: _Strike((1_320.0,), 6, 50, 0.06),
}
"""A bell's upper tones each sound half as loud as the one below and die away twice as fast."""


@cache
def sound_of(kind: SoundKind) -> Samples:
    """The samples of a sound, from its first one on. Shared: not to be changed."""
    strike = _STRIKES[kind]
    seconds = np.arange(strike.length_ms * RATE_HZ // 1_000) / RATE_HZ
    wave = np.zeros_like(seconds)
    for i, tone in enumerate(strike.tones):
        dying = 2.0 ** (-seconds * 1_000 / strike.half_ms * 2**i)
        wave += 0.5**i * dying * np.sin(2 * np.pi * tone * seconds)
    wave *= np.linspace(1, 0, wave.size) ** 0.5  # to silence at its very end
    struck: Samples = np.rint(wave / np.abs(wave).max() * strike.loudness * 32_767).astype(np.int16)
    return struck
