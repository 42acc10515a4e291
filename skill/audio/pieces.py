"""A track as pieces that sound, each of whole frames, with nothing but silence between them.

Three quarters of a track are silent, and most of its cues were rendered before. So only the pieces are encoded,
each once as a stream of its own, and laid over silent frames (decision 44).
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from skill.audio.bells import length_ms
from skill.audio.clip import LEAD, PER_MS, Samples
from skill.audio.mp3 import FRAME
from skill.workout.track import SignalKind, Track

EARLY = 4
"""So many frames a piece begins before its first sound. Two are taken by the encoder, which begins 46 ms early
(``skill.audio.mp3``). The others are heard by it as silence, which shapes the sound: with one less an onset is
up to 5 ms early, with two less 7 ms, with more no better than now."""


class Part(NamedTuple):
    """One sound of a piece: a cue by its text, or a struck sound by its kind, whose text is "".

    ``at`` is when it begins, counted from the begin of the piece, ``size`` how much of it there is room for; both
    in samples.
    """

    text: str
    kind: SignalKind | None
    at: int
    size: int


class Piece(NamedTuple):
    """Sounds so near to each other that they are encoded together: its parts, and how many frames it takes.

    Two pieces that are equal are the same bytes, wherever they stand.
    """

    parts: tuple[Part, ...]
    frames: int


def pieces(track: Track, clips: Mapping[str, Samples]) -> Iterator[tuple[int, Piece]]:
    """Every piece of a track after the number of the frame at which it begins.

    If a voice is slower than the estimate, a cue is cut off where the next one begins: a count is never covered.
    """
    near: list[Part] = []
    begins, ends = 0, 0  # frames
    for part in _parts(track, clips):
        first = max(0, part.at // FRAME - EARLY)
        if near and first < ends:
            ends = max(ends, _after(part))
        else:
            if near:
                yield _piece(begins, ends, near)
            near, begins, ends = [], first, _after(part)
        near.append(part)
    if near:
        yield _piece(begins, ends, near)


def _after(part: Part) -> int:
    """The first frame after a part: a sound goes on into the frame after its last one."""
    return -(-(part.at + part.size) // FRAME) + 1


def _parts(track: Track, clips: Mapping[str, Samples]) -> list[Part]:
    """All sounds of a track, counted from its begin, in their order."""
    length = track.duration_ms * PER_MS
    starts = [cue.at_ms * PER_MS - LEAD for cue in track.cues]
    spoken = [
        Part(cue.line.text, None, start, min(clips[cue.line.text].size, until - start))
        for cue, (start, until) in zip(track.cues, pairwise([*starts, length]), strict=True)
    ]
    struck = [
        Part("", kind, at_ms * PER_MS, min(length_ms(kind) * PER_MS, length - at_ms * PER_MS))
        for at_ms, kind in track.sounds
    ]
    sounding = [part for part in (*spoken, *struck) if part.size > 0]
    return sorted(sounding, key=lambda part: part.at)


def _piece(begins: int, ends: int, parts: list[Part]) -> tuple[int, Piece]:
    own = tuple(part._replace(at=part.at - begins * FRAME) for part in parts)
    return begins, Piece(own, ends - begins)
