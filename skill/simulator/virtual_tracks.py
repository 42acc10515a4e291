"""Tracks without files: what is heard in each, for a pretend Echo whose page has the voice and the bells."""

from collections.abc import Callable
from itertools import count

from skill.audio.bells import length_ms
from skill.echo import Sound, Soundtrack, StreamUnplayable
from skill.simulator.bells import bell_address
from skill.workout.track import Track

MOST_TAPES = 64
"""Tracks kept: two workouts of them. An older one is made again when it is asked for."""


class Tapes:
    """Publishes tracks and lets a device fetch them; ``speech_ms`` gives how long the voice takes for words."""

    def __init__(self, speech_ms: Callable[[str], int]) -> None:
        self._speech_ms = speech_ms
        self._tracks: dict[str, Track] = {}
        self._numbers = count(1)

    def publish(self, track: Track, _locale: str = "") -> str:
        """The address of a track."""
        for url, known in self._tracks.items():
            if known == track:
                return url
        url = f"http://localhost/tapes/{next(self._numbers)}"
        self._tracks[url] = track
        while len(self._tracks) > MOST_TAPES:
            del self._tracks[next(iter(self._tracks))]
        return url

    def fetch(self, url: str) -> Soundtrack:
        """What is heard at an address.

        Raises:
            StreamUnplayable: nothing is.
        """
        track = self._tracks.get(url)
        if track is None:
            raise StreamUnplayable(f"nothing lies at {url}")
        cues = ((cue.at_ms, cue.line.text) for cue in track.cues)
        said = [Sound(at_ms, self._speech_ms(text), text) for at_ms, text in cues]
        struck = [
            Sound(at_ms, length_ms(kind), bell_address(kind), "audio")
            for at_ms, kind in track.sounds
        ]
        sounds = sorted(said + struck, key=lambda sound: sound.at_ms)
        return Soundtrack(tuple(sounds), track.duration_ms)
