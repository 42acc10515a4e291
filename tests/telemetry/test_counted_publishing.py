"""What cannot be published is counted in the turn, and told on."""

import pytest

from skill.errors import AudioUnavailable
from skill.telemetry.audio import counted
from skill.telemetry.events import Event, counting
from skill.workout.cursor import Mark
from skill.workout.place import Place
from skill.workout.track import Track

TRACK = Track((), (), (Mark(0, Place()),), 1_000)


def refuse(_track: Track, _locale: str) -> str:
    raise AudioUnavailable("the shelf", "is full", "make room")


def test_a_track_that_cannot_be_published_is_counted_and_the_coach_hears_why() -> None:
    with counting() as counts, pytest.raises(AudioUnavailable, match="is full"):
        counted(refuse)(TRACK, "en-US")
    assert counts[Event.AUDIO_UNAVAILABLE] == 1


def test_a_track_that_is_published_is_not_counted() -> None:
    with counting() as counts:
        publish = counted(lambda _track, locale: f"https://audio.example/{locale}.mp3")
        assert publish(TRACK, "de-DE").endswith("de-DE.mp3")
    assert counts[Event.AUDIO_UNAVAILABLE] == 0
