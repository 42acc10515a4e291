"""The studio: from a track to its MP3."""

from skill.audio.cues import CueClips
from skill.audio.mix import lay
from skill.audio.mp3 import encode
from skill.workout.track import Track


class Studio:
    """Renders tracks with one voice. It holds the samples of one track at a time, and the clips it keeps."""

    def __init__(self, clips: CueClips) -> None:
        self._clips = clips

    def render(self, track: Track) -> bytes:
        """The track as an MP3 file.

        Raises:
            AudioUnavailable: the voice cannot speak.
        """
        clips = self._clips.of(cue.line.text for cue in track.cues)
        return encode(lay(track, clips))
