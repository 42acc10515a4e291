"""A publisher that counts failures, in front of the publisher that renders."""

from collections.abc import Callable

from skill.errors import AudioUnavailable
from skill.telemetry.events import Event, note
from skill.workout.track import Track


def counted(publish: Callable[[Track, str], str]) -> Callable[[Track, str], str]:
    """Does what ``publish`` does, and counts its failures for the turn's record."""

    def url(track: Track, locale: str) -> str:
        try:
            return publish(track, locale)
        except AudioUnavailable:
            note(Event.AUDIO_UNAVAILABLE)
            raise

    return url
