"""Laying a track on the sample clock."""

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

from skill.audio.bells import sound_of
from skill.audio.clip import LEAD, PER_MS, Samples, faded_out
from skill.workout.track import Track

_CUT_FADE = 5 * PER_MS


def lay(track: Track, clips: Mapping[str, Samples]) -> Samples:
    """A track's sound, exactly as long as the track; ``clips`` are found by the text of a cue.

    The first sound of every cue stands at its offset. If a voice is slower than the estimate, a cue
    is cut off where the next one begins: a count is never covered.
    """
    length = track.duration_ms * PER_MS
    laid = np.zeros(length, np.int16)
    starts = [cue.at_ms * PER_MS - LEAD for cue in track.cues]
    for cue, (start, until) in zip(track.cues, pairwise([*starts, length]), strict=True):
        clip = _cut(clips[cue.line.text], until - start)
        laid[start : start + clip.size] = clip
    for sound in track.sounds:
        struck = np.frombuffer(sound_of(sound.kind), np.int16)
        span = laid[sound.at_ms * PER_MS :][: struck.size]
        both = span.astype(np.int32) + struck[: span.size]
        span[:] = np.clip(both, -32_768, 32_767)
    return laid


def _cut(clip: Samples, room: int) -> Samples:
    if clip.size <= room:
        return clip
    return np.rint(faded_out(clip[:room].astype(np.float32), _CUT_FADE)).astype(np.int16)
