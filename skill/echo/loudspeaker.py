"""The device's clock and loudspeaker: moves time on and keeps what was heard."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from skill.echo.performance import Performance
from skill.echo.playback import LISTENING_MS, Playback, Playing, Source, SpeakerState
from skill.echo.timeline import SoundKind


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that was heard: when it began, what it was, where it came from, and whether it was cut short.

    For an audio file `text` is its address.
    """

    at: datetime
    text: str
    source: Source
    kind: SoundKind = "speech"
    cut: bool = False


def saying(words: str) -> Callable[[Heard], bool]:
    """Make the condition that something heard has these words, whole, in any case."""
    pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)
    return lambda heard: pattern.search(heard.text) is not None


class Loudspeaker:
    """Plays one response at a time; `heard` grows as time moves on."""

    def __init__(self, clock: datetime, listening_ms: int = LISTENING_MS) -> None:
        if clock.tzinfo is None:
            raise ValueError("the clock needs a time zone")
        self.heard: list[Heard] = []
        self.now_ms = 0
        self._started, self._listening_ms = clock, listening_ms
        self.playback: Playback | None = None
        self._begun = 0  # how many of the playback's sounds have begun

    @property
    def now(self) -> datetime:
        """The moment on the virtual clock."""
        return self._moment(self.now_ms)

    def _moment(self, ms: int) -> datetime:
        return self._started + timedelta(milliseconds=ms)

    @property
    def state(self) -> SpeakerState:
        """What the device does now."""
        return self.playback.state_at(self.now_ms) if self.playback else "idle"

    @property
    def ends_ms(self) -> int | None:
        """When the response is over, microphone included; None when nothing is played."""
        return self.playback.ends_ms if self.playback else None

    @property
    def document(self) -> str | None:
        """The token of the APLA document that is playing."""
        return self.playback.document_at(self.now_ms) if self.playback else None

    @property
    def sounding(self) -> tuple[Playing, ...]:
        """The sounds in the air."""
        begun = self.playback.sounds[: self._begun] if self.playback else ()
        return tuple(sound for sound in begun if sound.end_ms > self.now_ms)

    @property
    def coming(self) -> tuple[Playing, ...]:
        """The sounds that will begin if nobody interrupts."""
        return self.playback.sounds[self._begun :] if self.playback else ()

    @property
    def busy(self) -> bool:
        """Whether something is in the air or to come."""
        return bool(self.sounding or self.coming)

    def listens_ms(self) -> int | None:
        """Tell when the microphone is open: now, or later, or never (None)."""
        spans = self.playback.microphone if self.playback else ()
        opens = (max(span.start_ms, self.now_ms) for span in spans if span.end_ms > self.now_ms)
        return next(opens, None)

    def as_heard(self, sound: Playing) -> Heard:
        """Tell how a sound is heard by somebody who does not interrupt it."""
        return Heard(self._moment(sound.at_ms), sound.text, sound.source, sound.kind)

    def play(self, performance: Performance, delay_ms: int) -> None:
        """Play a response after a delay, in place of anything else."""
        self.hush()
        begins_ms = self.now_ms + delay_ms
        self.playback = Playback.of(performance, begins_ms, self._listening_ms)

    def stream(self, playback: Playback) -> None:
        """Play a stream, in place of anything else."""
        self.hush()
        self.playback = playback

    def hush(self) -> None:
        """Stop playing; what is in the air is cut."""
        begun = self.playback.sounds[: self._begun] if self.playback else ()
        first = len(self.heard) - len(begun)
        for index, sound in enumerate(begun, first):
            if sound.end_ms > self.now_ms:
                self.heard[index] = replace(self.heard[index], cut=True)
        self.playback, self._begun = None, 0

    def move_to(self, ms: int) -> None:
        """Move the clock on; sounds that begin until then are heard."""
        for sound in self.coming:
            if sound.at_ms > ms:
                break
            self.heard.append(self.as_heard(sound))
            self._begun += 1
        self.now_ms = ms
