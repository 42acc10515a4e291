"""The sound of one utterance, as it comes in events of the Wyoming protocol."""

from wyoming.audio import AudioChunk, AudioChunkConverter, AudioFormat

from skill.ears.sound import BYTES_A_SAMPLE, RATE_HZ, bytes_in

LONGEST_MS = 30_000
"""The longest utterance. A voice satellite ends one after a pause, and Home Assistant after 15 s."""

_RATES_HZ = range(8_000, 96_001)
_WIDTHS = (1, 2, 3, 4)
_CHANNELS = (1, 2)


class Refused(Exception):  # noqa: N818 - named from what becomes of it
    """What a peer sent cannot be. ``code`` is for its program, the text for whoever looks after it."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__(code, text)
        self.code, self.text = code, text


class Utterance:
    """Sound in any usual form, turned into what the recogniser takes (see ``skill/ears/sound.py``).

    Raises:
        Refused: the form is none that can be turned.
    """

    def __init__(self, form: AudioFormat) -> None:
        if (
            form.rate not in _RATES_HZ
            or form.width not in _WIDTHS
            or form.channels not in _CHANNELS
        ):
            raise Refused(
                "unsupported-audio",
                f"{form.rate} Hz, {form.width} bytes a sample and {form.channels} channels cannot be read: send"
                f" {RATE_HZ} Hz, {BYTES_A_SAMPLE} bytes and one channel.",
            )
        self._form = form.rate, form.width, form.channels
        self._converter = AudioChunkConverter(rate=RATE_HZ, width=BYTES_A_SAMPLE, channels=1)
        self.pcm = b""

    def add(self, chunk: AudioChunk) -> None:
        """Add the sound that comes next.

        Raises:
            Refused: it has another form than was told, half a sample, or makes the utterance too long.
        """
        if (chunk.rate, chunk.width, chunk.channels) != self._form:
            raise Refused("audio-changed", "The form of the sound changed within one utterance.")
        if len(chunk.audio) % (chunk.width * chunk.channels):
            raise Refused("half-a-sample", "A piece of sound ends within a sample.")
        self.pcm += self._converter.convert(chunk).audio
        if len(self.pcm) > bytes_in(LONGEST_MS):
            raise Refused("too-long", f"An utterance lasts {LONGEST_MS // 1000} s at most.")
