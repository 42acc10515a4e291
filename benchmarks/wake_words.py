"""How often each wake word is heard: in quiet, and over a coach who is as loud as the runner or 6 dB softer.

The runner calls at any moment of a workout, in the middle of a sentence as well as between two counts.
"""

from collections.abc import Iterator

import numpy as np
from support.speech import speech

from benchmarks.coach_heard import coach_speaking
from benchmarks.figures import Measured
from benchmarks.voices_heard import FLITE, spoken
from skill.ears.sound import RATE_HZ, bytes_in
from skill.ears.wake import WAKE_NAMES, MicroWakeWord, WakeName, WakeWord

FLITE_VOICES = ("rms", "slt", "awb", "kal16") if FLITE else ()
ESPEAK_VOICES = ("en-us", "en", "en-gb-scotland", "en-us+m3")
CALLS = 12
"""Moments of the workout at which each voice calls."""

SOFTER_DB = {"over a coach as loud": 0, "over a coach 6 dB softer": 6}
_BEFORE_S, _AFTER_S = 1.0, 0.5
_AROUND_S = 10
"""So long before and after the call tells how loud the coach is."""


def measure_wake_words(coach: bytes) -> Iterator[Measured]:
    """The share of calls that are heard, by wake word, over a workout as it sounds."""
    workout = np.frombuffer(coach, "<i2").astype(float)
    margin = RATE_HZ * 60
    moments = np.random.default_rng(33).integers(margin, len(workout) - margin, CALLS)
    for name in WAKE_NAMES:
        calls = list(_calls(name))
        quiet = [_is_heard(name, call) for call in calls]
        what = f"{name!r} heard in quiet, of {len(quiet)}"
        yield Measured(what, 100 * float(np.mean(quiet)), "%", more_is_better=True)
        for scene, softer_db in SOFTER_DB.items():
            heard = [
                _is_heard(name, _over(call, workout, at, softer_db))
                for call in calls
                for at in moments
            ]
            least = 85.0 if (name, softer_db) == ("okay nabu", 6) else None
            what = f"{name!r} heard {scene}, of {len(heard)}"
            yield Measured(what, 100 * float(np.mean(heard)), "%", least=least, more_is_better=True)


def _calls(name: str) -> Iterator["np.ndarray"]:
    """The word in each voice, with some quiet about it."""
    for voice in FLITE_VOICES:
        yield _with_quiet(spoken(name, voice))
    for voice in ESPEAK_VOICES:
        yield _with_quiet(speech(300, name, 700, voice=voice))


def _with_quiet(pcm: bytes) -> "np.ndarray":
    samples = np.frombuffer(pcm, "<i2").astype(float)
    before, after = np.zeros(int(_BEFORE_S * RATE_HZ)), np.zeros(int(_AFTER_S * RATE_HZ))
    return np.concatenate([before, samples, after])


def _over(near: "np.ndarray", workout: "np.ndarray", at: int, softer_db: int) -> "np.ndarray":
    """A call at a moment of the workout, over the coach's voice."""
    around = workout[at - _AROUND_S * RATE_HZ : at + _AROUND_S * RATE_HZ]
    far = workout[at : at + len(near)]
    return near + far * _loudness(near) / _loudness(around) / 10 ** (softer_db / 20)


def _loudness(samples: "np.ndarray") -> float:
    """The level of what is no pause."""
    return float(np.sqrt(np.mean(samples[np.abs(samples) > 200] ** 2)))


def _is_heard(name: WakeName, samples: "np.ndarray") -> bool:
    pcm = np.clip(samples, -32_768, 32_767).astype("<i2").tobytes()
    wake, step = WakeWord(MicroWakeWord(name)), bytes_in(100)
    return any(wake.heard(pcm[at : at + step]) is not None for at in range(0, len(pcm), step))


if __name__ == "__main__":
    for figure in measure_wake_words(coach_speaking()):
        print(figure, flush=True)
