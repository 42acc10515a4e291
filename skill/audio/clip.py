"""A clip: one cue's sound, ready to be laid so that its first sound is heard at the cue's offset."""

import numpy as np
import numpy.typing as npt
import soxr

from skill.audio.rate import RATE_HZ

Samples = npt.NDArray[np.int16]
"""Mono sound."""

PER_MS = RATE_HZ // 1_000

LEAD = 2 * PER_MS
"""How many samples of a clip come before its first sound: they fade in, so that nothing clicks."""

_ONSET = 10 ** (-30 / 20)
"""A clip's first sound is the first sample within 30 dB of its loudest: an engine's breath before it is less."""

_END = 10 ** (-45 / 20)
_TAIL = 60 * PER_MS
_FADE_OUT = 20 * PER_MS
_FRAME = 10 * PER_MS

_LOUDNESS = 10 ** (-18 / 20) * 32_767
"""The power every clip is brought to, as the root of the mean square of its sounding parts: as loud as speech
gets whose peaks stay whole. Tracks come to -21 LUFS (FFmpeg, ebur128)."""

_LOUDEST = 10 ** (-2 / 20) * 32_767
_SILENT = 33
"""Samples of less than -60 dBFS are no sound."""


def make_clip(spoken: bytes, rate_hz: int) -> Samples:
    """What a voice spoke, at our rate and loudness, without the silence before and after it.

    Empty where nothing was spoken.
    """
    raw = np.frombuffer(spoken, "<i2").astype(np.float32)
    sound: npt.NDArray[np.float32] = soxr.resample(raw, rate_hz, RATE_HZ) if raw.size else raw
    level = np.abs(sound)
    peak = level.max(initial=0)
    if peak < _SILENT:
        return np.zeros(0, np.int16)
    first = int(np.argmax(level >= peak * _ONSET))
    last = sound.size - 1 - int(np.argmax(level[::-1] >= peak * _END))
    sound = np.concatenate([np.zeros(LEAD, np.float32), sound])[first : last + LEAD + _TAIL]
    sound *= min(_LOUDNESS / _power(sound), _LOUDEST / peak)
    sound[:LEAD] *= np.linspace(0, 1, LEAD, endpoint=False, dtype=np.float32)
    fade_out(sound, _FADE_OUT)
    return np.rint(sound).astype(np.int16)


def fade_out(sound: npt.NDArray[np.float32], samples: int) -> None:
    """Let the end of a sound fade over as many samples."""
    samples = min(samples, sound.size)
    sound[sound.size - samples :] *= np.linspace(1, 0, samples, dtype=np.float32)


def _power(sound: npt.NDArray[np.float32]) -> float:
    """The root of the mean square over the frames within 30 dB of the loudest one."""
    frames = np.zeros((-(-sound.size // _FRAME), _FRAME), np.float32)
    frames.reshape(-1)[: sound.size] = sound
    squares = np.einsum("ij,ij->i", frames, frames) / _FRAME
    return float(np.sqrt(np.mean(squares[squares >= squares.max() * _ONSET**2])))
