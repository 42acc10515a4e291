"""An ear: a file decoded, and when its sounds begin. It knows nothing of how the file was made."""

from typing import TYPE_CHECKING

import miniaudio
import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from array import array

RATE_HZ = 24_000
QUIET_MS = 120
"""A sound begins after at least so much quiet."""

LOUD = 400
"""Quiet is below this, of 32 767: some -38 dBFS."""


def decoded(mp3: bytes) -> npt.NDArray[np.int16]:
    """The samples of a file, all that a decoder makes of it."""
    sound = miniaudio.decode(mp3, nchannels=1, sample_rate=RATE_HZ)
    return np.frombuffer(sound.samples, np.int16)


def onsets_ms(
    samples: "npt.NDArray[np.int16] | bytes | array[int]",
    rate_hz: int = RATE_HZ,
    *,
    loud: int = LOUD,
    quiet_ms: int = QUIET_MS,
) -> list[float]:
    """When each sound begins that follows at least ``quiet_ms`` of near silence, in ms."""
    values = np.frombuffer(samples, np.int16).astype(np.int32)
    sounding = np.flatnonzero(np.abs(values) >= loud)
    before = np.diff(sounding, prepend=-rate_hz * quiet_ms // 1000 - 1)
    found: list[float] = (sounding[before > rate_hz * quiet_ms / 1000] / rate_hz * 1000).tolist()
    return found
