"""What a track sounds like, as one short word: alike tracks of all runners share one file."""

import json
from hashlib import sha256

from skill.workout.track import Track

RENDERING = 3
"""The version of how tracks are rendered: raise it when the same track comes to sound different."""


def fingerprint(track: Track, voice_name: str) -> str:
    """64 hexadecimal digits; the same for the same words and sounds at the same moments in the same voice.

    Nothing of a runner goes into it: neither who it is, nor the place in the workout.
    """
    cues = [(cue.at_ms, cue.line.text) for cue in track.cues]
    heard = [RENDERING, voice_name, track.duration_ms, cues, track.sounds]
    return sha256(json.dumps(heard).encode()).hexdigest()
