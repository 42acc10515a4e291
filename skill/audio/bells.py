"""The sounds that are no voice: bells and ticks, made of sines that die away.

Nothing but Python makes them, so that a simulator rings without the packages that rendering needs.
"""

from array import array
from cmath import exp
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, repeat
from math import log, pi, sqrt
from operator import mul

from skill.audio.rate import RATE_HZ
from skill.workout.track import SignalKind


@dataclass(frozen=True, slots=True)
class _Strike:
    """Something struck: its tones in Hz, how fast it dies away, how loud it is against the loudest sample."""

    tones: tuple[float, ...]
    half_ms: float
    length_ms: int
    loudness: float


_STRIKES: Mapping[SignalKind, _Strike] = {
    SignalKind.START: _Strike((880.0, 1_760.0, 2_637.0), 90, 700, 0.10),
    SignalKind.END: _Strike((587.3, 1_174.7, 1_760.0), 140, 1_000, 0.10),
    SignalKind.TICK: _Strike((1_320.0,), 6, 50, 0.06),
}
"""A bell's upper tones each sound half as loud as the one below and die away twice as fast."""


def length_ms(kind: SignalKind) -> int:
    """How long a sound lasts."""
    return _STRIKES[kind].length_ms


@cache
def sound_of(kind: SignalKind) -> bytes:
    """The samples of a sound, 16 bits each, from its first one on."""
    strike = _STRIKES[kind]
    last = strike.length_ms * RATE_HZ // 1_000 - 1
    wave = [
        sample * sqrt(1 - i / last)  # to silence at its very end
        for i, sample in enumerate(_struck(strike, last + 1))
    ]
    full = strike.loudness * 32_767 / max(map(abs, wave))
    return array("h", (round(sample * full) for sample in wave)).tobytes()


def _struck(strike: _Strike, samples: int) -> Iterator[float]:
    """What sounds from the stroke on.

    Each tone is a complex number that a sample turns and shrinks: a tenth of the time of a sine for each.
    """
    tones = []
    for i, tone in enumerate(strike.tones):
        dies = log(2) * 2**i / strike.half_ms * 1_000
        step = exp(complex(-dies, 2 * pi * tone) / RATE_HZ)
        tones.append(accumulate(repeat(step, samples - 1), mul, initial=complex(0.5**i)))
    return (sum(sounding).imag for sounding in zip(*tones, strict=True))
