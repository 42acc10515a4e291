"""The sound of one utterance, as it comes in events of the Wyoming protocol."""

import miniaudio
from wyoming.audio import AudioChunk, AudioFormat

from skill.ears.sound import BYTES_A_SAMPLE, RATE_HZ

LONGEST_MS = 30_000
"""The longest utterance. A voice satellite ends one after a pause, and Home Assistant after 15 s."""

_RATES_HZ = range(8_000, 96_001)
_WIDTHS = {
    1: miniaudio.SampleFormat.UNSIGNED8,
    2: miniaudio.SampleFormat.SIGNED16,
    3: miniaudio.SampleFormat.SIGNED24,
    4: miniaudio.SampleFormat.SIGNED32,
}
_CHANNELS = (1, 2)


class EventRefused(Exception):
    """What a peer sent is not accepted. ``code`` is for its program, ``text`` for its owner."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code, self.text = code, text


class SpokenUtterance:
    """Sound in any usual form, turned into what the recogniser takes (see ``skill/ears/sound.py``).

    miniaudio does it: it takes out the tones that a lower rate cannot hold. The protocol's own converter makes
    other tones of them, and misreads sound of more than two channels.

    Raises:
        EventRefused: sound of this form cannot be turned.
    """

    def __init__(self, form: AudioFormat) -> None:
        if not (form.rate in _RATES_HZ and form.width in _WIDTHS and form.channels in _CHANNELS):
            raise EventRefused(
                "unsupported-audio",
                f"{form.rate} Hz, {form.width} bytes a sample and {form.channels} channels cannot be read: send"
                f" {RATE_HZ} Hz, {BYTES_A_SAMPLE} bytes and one channel.",
            )
        self._form = form.rate, form.width, form.channels
        self._frame = form.width * form.channels
        self._most = form.rate * LONGEST_MS // 1000 * self._frame
        self._sound = bytearray()

    def add(self, chunk: AudioChunk) -> None:
        """Add the sound that comes next.

        Raises:
            EventRefused: its form is not the one announced, it ends within a sample, or the utterance is
                too long now.
        """
        if (chunk.rate, chunk.width, chunk.channels) != self._form:
            raise EventRefused(
                "audio-changed", "The form of the sound changed within one utterance."
            )
        if len(chunk.audio) % self._frame:
            raise EventRefused("half-a-sample", "A piece of sound ends within a sample.")
        self._sound += chunk.audio
        if len(self._sound) > self._most:
            raise EventRefused("too-long", f"An utterance lasts {LONGEST_MS // 1000} s at most.")

    @property
    def pcm(self) -> bytes:
        """All of it."""
        rate, width, channels = self._form
        if self._form == (RATE_HZ, BYTES_A_SAMPLE, 1) or not self._sound:
            return bytes(self._sound)
        ours = miniaudio.SampleFormat.SIGNED16, 1, RATE_HZ
        sound = bytes(self._sound)
        return bytes(miniaudio.convert_frames(_WIDTHS[width], channels, rate, sound, *ours))
