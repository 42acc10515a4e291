"""The studio: from a track to its MP3."""

from collections.abc import Mapping

from skill.audio.clip import PER_MS, Samples
from skill.audio.cues import CueClips
from skill.audio.mix import lay
from skill.audio.mp3 import FRAME, FRAME_BYTES, encode, silent_frame
from skill.audio.pieces import Piece, pieces
from skill.recent import Recent
from skill.workout.track import Track

MOST_FRAMES = 16 * 1024 * 1024
"""Bytes of pieces kept in memory; a whole workout's are some 3 MB."""


class Studio:
    """Renders tracks with one voice. It holds the clips and the pieces that it keeps, and one track at a time."""

    def __init__(self, clips: CueClips) -> None:
        self._clips = clips
        self._frames: Recent[Piece, bytes] = Recent(MOST_FRAMES, len)

    def render(self, track: Track) -> bytes:
        """The track as an MP3 file.

        Raises:
            AudioUnavailable: the voice cannot speak.
        """
        clips = self._clips.of(cue.line.text for cue in track.cues)
        frames = track.duration_ms * PER_MS // FRAME + 1
        file = bytearray(silent_frame() * frames)
        for begins, piece in pieces(track, clips):
            at, room = begins * FRAME_BYTES, (frames - begins) * FRAME_BYTES
            encoded = self._encoded(piece, clips)[:room]
            file[at : at + len(encoded)] = encoded
        return bytes(file)

    def _encoded(self, piece: Piece, clips: Mapping[str, Samples]) -> bytes:
        """The frames of a piece; encoded, unless they are still kept."""
        frames = self._frames.get(piece)
        if frames is None:
            # The encoder makes one frame more than it is given.
            frames = encode(lay(piece, clips)[:-FRAME])
            self._frames.put(piece, frames)
        return frames
