"""The coach's voice as sound files: one clip for each thing said, kept once it was made."""

from array import array
from threading import Lock

from skill.audio.voices import Synthesis
from skill.recent import Recent
from skill.simulator.wav import wav_file

MOST_CLIPS_BYTES = 48 * 1024 * 1024
"""What the kept clips may weigh together; a whole workout's are some 30 MB."""

_QUIET = 250
"""Samples below this are silence, of 32 767."""

_TAIL_MS = 60
"""What is kept after the last sound, so that it does not break off."""


class Clips:
    """Clips by their text, from a voice that says one thing at a time. May be used from any thread."""

    def __init__(self, voice: Synthesis) -> None:
        self._voice = voice
        self._lock = Lock()
        self._kept: Recent[str, bytes] = Recent(MOST_CLIPS_BYTES, len)

    def samples(self, text: str) -> bytes:
        """What is heard of ``text``, from its first sound on: a clip that starts on a beat sounds on it."""
        with self._lock:
            samples = self._kept.get(text)
            if samples is None:
                samples = _trimmed(self._voice.speak(text), self._voice.rate_hz)
                self._kept.put(text, samples)
            return samples

    def duration_ms(self, text: str) -> int:
        """How long the clip of ``text`` lasts, in ms."""
        return round(len(self.samples(text)) / 2 / self._voice.rate_hz * 1000)

    def wav(self, text: str) -> bytes:
        """The clip of ``text`` as a WAV file."""
        return wav_file(self.samples(text), self._voice.rate_hz)


def _trimmed(samples: bytes, rate_hz: int) -> bytes:
    """The samples without the silence that the engine adds before and after."""
    values = array("h", samples)
    first = next((i for i, value in enumerate(values) if abs(value) >= _QUIET), None)
    if first is None:
        return b""
    last = next(i for i in range(len(values) - 1, -1, -1) if abs(values[i]) >= _QUIET)
    return values[first : last + 1 + rate_hz * _TAIL_MS // 1000].tobytes()
