"""Sounds on a clock: what is heard from when to when, counted from the beginning of playing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal

SpeechMs = Callable[[str], int]
"""How many milliseconds a voice takes for these words."""
AudioMs = Callable[[str], int]
"""How many milliseconds the audio file at this address lasts."""

SoundKind = Literal["speech", "audio"]

_END_OF_SPEECH_MS, _SPOKEN_WORD_MS = 1_100, 350


@dataclass(frozen=True, slots=True)
class Sound:
    """One thing heard: begins at `at_ms`, lasts `duration_ms`, says `text` (or is that file)."""

    at_ms: int
    duration_ms: int
    text: str
    kind: SoundKind = "speech"

    @property
    def end_ms(self) -> int:
        """When it is over, in ms."""
        return self.at_ms + self.duration_ms


@dataclass(frozen=True, slots=True)
class Soundtrack:
    """Sounds in order of their beginning, and how long the whole lasts in ms, silence included."""

    sounds: tuple[Sound, ...] = ()
    duration_ms: int = 0

    def spoken(self) -> list[Sound]:
        """List the sounds that are speech."""
        return [sound for sound in self.sounds if sound.kind == "speech"]

    def later(self, ms: int) -> tuple[Sound, ...]:
        """Give its sounds, begun some milliseconds later."""
        if ms == 0:
            return self.sounds
        # Not ``replace``, which takes five times as long: a workout is thousands of sounds.
        return tuple(
            Sound(sound.at_ms + ms, sound.duration_ms, sound.text, sound.kind)
            for sound in self.sounds
        )

    def cut(self, start_ms: int, end_ms: int) -> "Soundtrack":
        """Keep what lies between two moments, counted from the first of them."""
        end_ms = max(start_ms, end_ms)
        kept = [
            replace(
                sound,
                at_ms=max(sound.at_ms, start_ms) - start_ms,
                duration_ms=min(sound.end_ms, end_ms) - max(sound.at_ms, start_ms),
            )
            for sound in self.sounds
            if sound.end_ms > start_ms and sound.at_ms < end_ms
        ]
        return Soundtrack(tuple(kept), max(0, min(self.duration_ms, end_ms) - start_ms))


def after_one_another(timelines: Iterable[Soundtrack]) -> Soundtrack:
    """Play several timelines, each when the one before is over."""
    sounds: list[Sound] = []
    now = 0
    for timeline in timelines:
        sounds += timeline.later(now)
        now += timeline.duration_ms
    return Soundtrack(tuple(sounds), now)


def together(timelines: Iterable[Soundtrack], duration_ms: int) -> Soundtrack:
    """Play several timelines at once for a length of time."""
    sounds = sorted(
        (sound for timeline in timelines for sound in timeline.sounds),
        key=lambda sound: sound.at_ms,
    )
    return Soundtrack(tuple(sounds), duration_ms)


def spoken_ms(utterance: str) -> int:
    """Estimate how long a user speaks: some 170 words a minute, and the silence by which a speaker knows the end.

    An own estimate; Amazon publishes none.
    """
    return _END_OF_SPEECH_MS + _SPOKEN_WORD_MS * len(utterance.split())


def short_clip_ms(_source: str) -> int:
    """Take every audio file for one second: Amazon does not list its sound library's lengths."""
    return 1000
