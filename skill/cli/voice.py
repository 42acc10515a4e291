"""The coach aloud: a screen that also speaks, with espeak-ng and the machine's own loudspeaker."""

from array import array
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Lock

from skill.audio.voices import Synthesis
from skill.audio.voices.espeak import Synthesizer
from skill.cli.speaker import Viewer

_BYTES_A_SAMPLE = 2


class NoVoice(Exception):  # noqa: N818 - named from what is found
    """This machine cannot speak: there is no voice or no loudspeaker."""


class AloudScreen:
    """Speaks what the coach says and passes everything on to another screen.

    ``softly`` it speaks at half the amplitude, 6 dB softer, so that a wake word is heard over it more often.
    """

    def __init__(self, screen: Viewer, synthesis: Synthesis, *, softly: bool = False) -> None:
        self._screen = screen
        self._softly = softly
        self._synthesis = synthesis
        self._lock = Lock()
        self._samples = b""

    def day(self, moment: datetime) -> None:
        """See ``Viewer``."""
        self._screen.day(moment)

    def coach(self, at_ms: int, text: str) -> None:
        """See ``Viewer``."""
        samples = self._synthesis.speak(text)
        if self._softly:
            samples = array("h", (value // 2 for value in array("h", samples))).tobytes()
        with self._lock:
            self._samples = samples
        self._screen.coach(at_ms, text)

    def runner(self, at_ms: int, text: str) -> None:
        """See ``Viewer``."""
        with self._lock:
            self._samples = b""
        self._screen.runner(at_ms, text)

    def progress(self, where: Callable[[], str]) -> None:
        """See ``Viewer``."""
        self._screen.progress(where)

    @property
    def sounds(self) -> bool:
        """Whether the coach is still to be heard."""
        with self._lock:
            return bool(self._samples)

    def stream(self) -> Generator[bytes, int, None]:
        """What the loudspeaker plays: send it a number of samples, get as many; silence between words."""
        wanted = yield b""
        while True:
            size = wanted * _BYTES_A_SAMPLE
            with self._lock:
                chunk, self._samples = self._samples[:size], self._samples[size:]
            wanted = yield chunk.ljust(size, b"\0")


@contextmanager
def speaking_aloud(screen: Viewer, voice: str, *, softly: bool = False) -> Iterator[AloudScreen]:
    """The screen with a voice of espeak-ng's, as long as the context lasts.

    Raises:
        ModuleNotFoundError: the voice is not installed.
        NoVoice: this machine has none that works.
    """
    import miniaudio

    try:
        synthesizer = Synthesizer(voice)
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=synthesizer.rate_hz,
        )
    except (OSError, miniaudio.MiniaudioError) as error:
        raise NoVoice(
            f"No voice on this machine: {error.args[0]}. Talk without --voice."
        ) from error
    aloud = AloudScreen(screen, synthesizer, softly=softly)
    stream = aloud.stream()
    next(stream)
    with device:
        device.start(stream)
        yield aloud
