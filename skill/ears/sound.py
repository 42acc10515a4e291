"""Sound as all of this room takes it: one channel, 16,000 samples a second, little-endian, 16 bits each."""

import math
import sys
from array import array

RATE_HZ = 16_000
BYTES_A_SAMPLE = 2

_FULL = 32_768
_CLIPPED = 32_700
_HIGH_WHERE_CLIPPED = (_CLIPPED >> 8, -_CLIPPED >> 8 & 0xFF)
"""The second byte of a sample that is as loud, or louder."""

QUIETEST_DB = -96.0
"""The level of no sound at all, in decibels below the loudest."""


def samples_of(pcm: bytes) -> "array[int]":
    """The samples of some sound.

    Raises:
        ValueError: half a sample is missing.
    """
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def bytes_in(ms: int) -> int:
    """How many bytes so many ms of sound have."""
    return RATE_HZ * ms // 1000 * BYTES_A_SAMPLE


def level_db(pcm: bytes) -> float:
    """How loud some sound is on average, in decibels: 0 is as loud as can be, -96 is silence."""
    samples = samples_of(pcm)
    power = sum(sample * sample for sample in samples) / max(1, len(samples))
    return 10 * math.log10(power / _FULL**2) if power else QUIETEST_DB


def clipped_share(pcm: bytes) -> float:
    """The share of samples, from 0 to 1, at which the microphone was too loud to tell how loud it was."""
    high = pcm[1::BYTES_A_SAMPLE]
    if not any(byte in high for byte in _HIGH_WHERE_CLIPPED):
        return 0.0  # as nearly always, and found in a hundredth of the time
    return sum(abs(sample) >= _CLIPPED for sample in samples_of(pcm)) / len(high)
