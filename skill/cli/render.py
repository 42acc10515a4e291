"""A whole workout as audio files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from skill.audio.files import write_whole
from skill.audio.studio import Studio
from skill.errors import AudioUnavailable
from skill.render.text import clock
from skill.training.plan import Plan
from skill.workout.states import State
from skill.workout.track import Track

PLAYLIST = "workout.m3u8"


@dataclass(frozen=True, slots=True)
class Written:
    """A track that was written to a file of so many bytes."""

    track: Track
    file: str
    size: int

    def __str__(self) -> str:
        return f"{self.file:<36}{clock(self.track.duration_ms)} {self.size / 1024:6.0f} KB"


def write_workout(
    plan: Plan, tracks: Iterable[Track], studio: Studio, folder: Path
) -> Iterator[Written]:
    """Write every track, one by one as they are taken, and then a playlist of all.

    Raises:
        AudioUnavailable: a track cannot be rendered, or the folder takes no file.
    """
    written: list[Written] = []
    for number, track in enumerate(tracks, 1):
        mp3 = studio.render(track)
        one = Written(track, f"{number:02}-{_title(plan, track)}.mp3", len(mp3))
        _write(folder, one.file, mp3)
        written.append(one)
        yield one
    _write(folder, PLAYLIST, _playlist(written).encode())


def _title(plan: Plan, track: Track) -> str:
    """What a track is, as a part of a file's name: "squat-round-2", "calf-stretch-left"."""
    place = track.place
    if place.state is State.STRETCHING:
        hold = plan.holds[place.at]
        title = f"{hold.stretch.id}-stretch-{hold.side}"
    elif place.state is State.WARMING_UP:
        move = plan.moves[place.at]
        title = f"warm-up-{move.move.id}-{move.side}"
    else:
        work = plan.sets[place.at]
        title = f"{work.exercise.id}-round-{work.round}"
    return title.replace("_", "-")


def _playlist(written: Iterable[Written]) -> str:
    lines = ["#EXTM3U"]
    for one in written:
        seconds = round(one.track.duration_ms / 1000)
        lines += [f"#EXTINF:{seconds},{Path(one.file).stem}", one.file]
    return "\n".join(lines) + "\n"


def _write(folder: Path, name: str, content: bytes) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / name, content, published=True)
    except OSError as error:
        problem = error.strerror or type(error).__name__
        raise AudioUnavailable(
            f"the folder {folder}", problem, "free some space, or name another folder with --out"
        ) from error
