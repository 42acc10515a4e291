"""Playing one response on the clock: when each sound begins, when the microphone is open.

All times are ms on the device's clock. Source of the 8 s, the one reprompt and the 30 s of a
screen: Amazon: Manage Skill Session and Session Attributes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from skill.echo.performance import Performance, SpokenPart
from skill.echo.timeline import SoundKind, Soundtrack

LISTENING_MS = 8_000
QUIET_SCREEN_MS = 30_000

Source = Literal["speech", "apla", "reprompt", "stream"]
SpeakerState = Literal["idle", "thinking", "speaking", "listening", "playing"]


@dataclass(frozen=True, slots=True)
class Playing:
    """A sound that will be, is or was heard, from `at_ms` to `end_ms`."""

    at_ms: int
    end_ms: int
    text: str
    kind: SoundKind
    source: Source


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, its end not included."""

    start_ms: int
    end_ms: int

    def __contains__(self, ms: int) -> bool:
        return self.start_ms <= ms < self.end_ms


@dataclass(frozen=True, slots=True)
class Playback:
    """The whole course of one response, or of an audio stream (`streams`), if nobody interrupts."""

    sounds: tuple[Playing, ...]
    microphone: tuple[Span, ...]
    documents: tuple[tuple[str, Span], ...]
    speaking: tuple[Span, ...]
    begins_ms: int
    ends_ms: int
    streams: bool = False

    @classmethod
    def of(
        cls, performance: Performance, begins_ms: int, listening_ms: int = LISTENING_MS
    ) -> "Playback":
        """Lay a performance on the clock; the microphone is open for `listening_ms` at a time."""
        laid = list(_laid(performance.output, begins_ms))
        output_ends = laid[-1][1].end_ms if laid else begins_ms
        speaking = [Span(begins_ms, output_ends)]
        microphone: list[Span] = []
        ends = output_ends
        if performance.session == "listening":
            microphone.append(Span(output_ends, output_ends + listening_ms))
            reprompt = list(_laid(performance.reprompt, microphone[0].end_ms))
            speaking.append(Span(microphone[0].end_ms, reprompt[-1][1].end_ms))
            microphone.append(Span(speaking[1].end_ms, speaking[1].end_ms + listening_ms))
            ends = microphone[1].end_ms
        else:
            reprompt = []
            ends += QUIET_SCREEN_MS if performance.session == "quiet" else 0
        return cls(
            sounds=(*_sounds(laid), *_sounds(reprompt, "reprompt")),
            microphone=tuple(microphone),
            documents=tuple(
                (track.token, span) for track, span in laid + reprompt if track.is_apla
            ),
            speaking=tuple(speaking),
            begins_ms=begins_ms,
            ends_ms=ends,
        )

    @classmethod
    def of_stream(cls, timeline: Soundtrack, offset_ms: int, begins_ms: int) -> "Playback":
        """Lay a stream on the clock, from an offset on; what began before it is not heard once more."""
        lead_ms = begins_ms - offset_ms
        sounds = tuple(
            Playing(sound.at_ms + lead_ms, sound.end_ms + lead_ms, sound.text, sound.kind, "stream")
            for sound in timeline.sounds
            if sound.at_ms >= offset_ms
        )
        ends = max(begins_ms, timeline.duration_ms + lead_ms)
        return cls(sounds, (), (), (Span(begins_ms, ends),), begins_ms, ends, streams=True)

    def state_at(self, ms: int) -> SpeakerState:
        """Tell what the device does at a moment."""
        if ms < self.begins_ms:
            return "thinking"
        if any(ms in span for span in self.microphone):
            return "listening"
        if not any(ms in span for span in self.speaking):
            return "idle"
        return "playing" if self.streams else "speaking"

    def document_at(self, ms: int) -> str | None:
        """Name the APLA document that plays at a moment, by its token."""
        return next((token for token, span in self.documents if ms in span), None)


def _laid(tracks: Iterable[SpokenPart], start_ms: int) -> Iterator[tuple[SpokenPart, Span]]:
    for track in tracks:
        span = Span(start_ms, start_ms + track.timeline.duration_ms)
        yield track, span
        start_ms = span.end_ms


def _sounds(
    laid: Iterable[tuple[SpokenPart, Span]], source: Source | None = None
) -> Iterator[Playing]:
    for track, span in laid:
        where = source or ("apla" if track.is_apla else "speech")
        for sound in track.timeline.later(span.start_ms):
            yield Playing(sound.at_ms, sound.end_ms, sound.text, sound.kind, where)
