"""Audio without sound: a shelf that keeps what is said in each track, for a device that only reads it."""

from skill.echo import Sound, Soundtrack, StreamUnplayable
from skill.errors import AudioUnavailable
from skill.workout.cue import Cue
from skill.workout.cursor import SIDES, locate
from skill.workout.states import State
from skill.workout.track import Track


class PaperShelf:
    """Publishes tracks and lets a device fetch them. It can be out of order, and lose its files.

    ``labelled`` writes the count of a repetition as "unit 4, 7": which unit of the workout's tally, and how many
    of it.
    """

    def __init__(self, *, labelled: bool = False) -> None:
        self.labelled = labelled
        self.failing = False
        self.tracks: list[Track] = []
        self.gone: set[str] = set()

    def publish(self, track: Track, _locale: str = "") -> str:
        """The address of a track; a lost one is put under a new one."""
        if self.failing:
            raise AudioUnavailable("the shelf", "is full", "make room")
        for n, known in enumerate(self.tracks):
            if known == track and _url(n) not in self.gone:
                return _url(n)
        self.tracks.append(track)
        return _url(len(self.tracks) - 1)

    def fetch(self, url: str) -> Soundtrack:
        """What is heard in the file at an address."""
        if url in self.gone:
            raise StreamUnplayable(f"{url} is gone")
        track = self.tracks[int(url.rpartition("/")[2].partition(".")[0])]
        return Soundtrack(
            tuple(
                Sound(cue.at_ms, cue.line.duration_ms, self._words(track, cue))
                for cue in track.cues
            ),
            track.duration_ms,
        )

    def _words(self, track: Track, cue: Cue) -> str:
        before, here = locate(track.marks, cue.at_ms - 1), locate(track.marks, cue.at_ms)
        done = here.state is before.state is State.COUNTING and here.done > before.done
        if not (self.labelled and done):
            return cue.line.text
        return f"unit {here.at * SIDES + here.side}, {here.done}"

    def lose(self) -> None:
        """Let every file expire that was put here so far."""
        self.gone.update(_url(n) for n in range(len(self.tracks)))


def _url(n: int) -> str:
    return f"https://audio.example/{n}.mp3"
