"""The coach aloud: a screen that also speaks, with a voice and the loudspeaker of this machine."""

from array import array
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import Lock
from typing import Any

from skill.audio.voices import Synthesis, open_voice
from skill.cli.devices import SoundCard, chosen, hushed, not_this_one, playbacks, real_backends
from skill.cli.speaker import Viewer
from skill.recent import Recent

_BYTES_A_SAMPLE = 2

MOST_IN_MEMORY = 16 * 1024 * 1024
"""Bytes of speech that are kept: a neural voice takes its time for words, and a count must come at its moment."""


class NoVoice(Exception):
    """This machine cannot speak: there is no voice or no loudspeaker."""


class AloudScreen:
    """Speaks what the coach says, and passes everything on to another screen.

    With ``softly`` it speaks at half the amplitude, 6 dB softer, so that a wake word is heard over it more
    often.
    """

    def __init__(self, screen: Viewer, synthesis: Synthesis, *, softly: bool = False) -> None:
        self._screen = screen
        self._softly = softly
        self._synthesis = synthesis
        self._lock = Lock()
        self._samples = b""
        self._spoken: Recent[str, bytes] = Recent(MOST_IN_MEMORY, len)

    def day(self, moment: datetime) -> None:
        """See ``Viewer``."""
        self._screen.day(moment)

    def coach(self, at_ms: int, text: str) -> None:
        """See ``Viewer``."""
        samples = self._spoken.get(text)
        if samples is None:
            samples = self._synthesis.speak(text)
            self._spoken.put(text, samples)
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


def _chosen(loudspeaker: str | None, found: Sequence[SoundCard]) -> object:
    """The id of the loudspeaker with this part of a name, None for the usual one; raises NoVoice without one."""
    if not found:
        raise NoVoice("No loudspeaker on this machine: plug one in, or talk without --voice.")
    try:
        return chosen(loudspeaker, found, "loudspeaker")
    except LookupError as error:
        raise NoVoice(*error.args) from None


@contextmanager
def speaking_aloud(
    screen: Viewer, voice: str, loudspeaker: str | None = None, *, softly: bool = False
) -> Iterator[AloudScreen]:
    """The screen with a voice, named as for ``open_voice``, as long as the context lasts.

    ``loudspeaker`` is a part of its name, or None for the usual one.

    Raises:
        AudioUnavailable: the voice is not there.
        NoVoice: this machine has no such loudspeaker, or it cannot be used.
    """
    import miniaudio

    synthesis = open_voice(voice)

    def opens(id_: object) -> Any:
        with hushed():
            return miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=synthesis.rate_hz,
                device_id=id_,
                backends=real_backends(),
            )

    aloud = AloudScreen(screen, synthesis, softly=softly)
    stream = aloud.stream()
    next(stream)
    found: list[SoundCard] = []
    try:
        found = playbacks()
        device = opens(_chosen(loudspeaker, found))
        device.start(stream)
    except miniaudio.MiniaudioError as error:
        remedy = not_this_one(found, opens, "--loudspeaker")
        problem = f"The loudspeaker cannot be used ({error.args[0]})"
        raise NoVoice(f"{problem}: {remedy}, or talk without --voice.") from error
    with device:
        yield aloud
