"""Publishing that counts, in front of the one that renders."""

from collections.abc import Callable

from skill.errors import AudioUnavailable
from skill.telemetry.tally import Event, note
from skill.workout.track import Track


def counted(publish: Callable[[Track], str]) -> Callable[[Track], str]:
    """Does what ``publish`` does, and counts its failures for the turn's record."""

    def url(track: Track) -> str:
        try:
            return publish(track)
        except AudioUnavailable:
            note(Event.AUDIO_UNAVAILABLE)
            raise

    return url
