"""Audio without sound: a shelf that keeps what is said in each track, for a device that only reads it."""

from skill.echo import Sound, StreamUnplayable, Timeline
from skill.errors import AudioUnavailable
from skill.workout.track import Track


class PaperShelf:
    """Publishes tracks and lets a device fetch them. It can be out of order, and lose its files."""

    def __init__(self) -> None:
        self.failing = False
        self.tracks: list[Track] = []
        self.gone: set[str] = set()

    def publish(self, track: Track) -> str:
        """The address of a track; a lost one is put anew under another."""
        if self.failing:
            raise AudioUnavailable("the shelf", "is full", "make room")
        for n, known in enumerate(self.tracks):
            if known == track and _url(n) not in self.gone:
                return _url(n)
        self.tracks.append(track)
        return _url(len(self.tracks) - 1)

    def fetch(self, url: str) -> Timeline:
        """What is heard in the file at an address."""
        if url in self.gone:
            raise StreamUnplayable(f"{url} is gone")
        track = self.tracks[int(url.rpartition("/")[2].partition(".")[0])]
        cues = (Sound(cue.at_ms, cue.line.duration_ms, cue.line.text) for cue in track.cues)
        return Timeline(tuple(cues), track.duration_ms)

    def lose(self) -> None:
        """Let every file expire that was put here so far."""
        self.gone.update(_url(n) for n in range(len(self.tracks)))


def _url(n: int) -> str:
    return f"https://audio.example/{n}.mp3"
