"""Wake word, end of speech and words put together: sound in, events out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from skill.ears.ending import Ending, Judge, State
from skill.ears.sound import bytes_in
from skill.ears.wake import WakeWord

KEPT_MS = 150
"""What is kept of the sound before the wake word was noticed: that is late, and a command may follow in one breath."""

Reads = Callable[[bytes], str]
"""The words of some speech; empty where there are none."""


@dataclass(frozen=True, slots=True)
class Woke:
    """The wake word was heard; the microphone is open."""


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody spoke into the open microphone, which is shut now. ``text`` is empty for speech without words."""

    text: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Nobody spoke into the open microphone, which is shut now."""


Event = Woke | Said | Nothing


class Ears:
    """Listens to a stream of sound in pieces of any size (see ``skill/ears/sound.py``), and keeps none of it."""

    def __init__(self, wake: WakeWord, judge: Judge, reads: Reads) -> None:
        self._wake, self._judge, self._reads = wake, judge, reads
        self._kept = b""
        self._opening: Ending | None = None

    @property
    def is_open(self) -> bool:
        """Whether the microphone is open: words are listened to."""
        return self._opening is not None

    def open(self) -> None:
        """Open the microphone without a wake word: the coach has asked something."""
        self._opening = Ending(self._judge)

    def shut(self) -> None:
        """Shut the microphone: only the wake word is listened for."""
        self._opening = None

    def feed(self, pcm: bytes) -> Iterator[Event]:
        """What happens in the next piece of the stream.

        The microphone may be opened or shut between two events: the rest of the piece is heard accordingly.
        """
        while pcm:
            if self._opening is None:
                at = self._wake.heard(pcm)
                heard, pcm = (pcm, b"") if at is None else (pcm[:at], pcm[at:])
                self._kept = (self._kept + heard)[-bytes_in(KEPT_MS) :]
                if at is not None:
                    self._opening = Ending(self._judge)
                    self._opening.feed(self._kept)
                    self._kept = b""
                    yield Woke()
                continue
            opening, before = self._opening, len(self._opening.pcm)
            state = opening.feed(pcm)
            pcm = pcm[len(opening.pcm) - before :]
            if state is not State.OPEN:
                self._opening = None
                yield Nothing() if state is State.SILENCE else Said(self._reads(opening.pcm))
