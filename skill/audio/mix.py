"""Laying a piece of a track on the sample clock."""

from collections.abc import Mapping

import numpy as np

from skill.audio.bells import sound_of
from skill.audio.clip import PER_MS, Samples, fade_out
from skill.audio.mp3 import FRAME
from skill.audio.pieces import Part, Piece

_CUT_FADE = 5 * PER_MS


def lay(piece: Piece, clips: Mapping[str, Samples]) -> Samples:
    """The sound of a piece, in all of its frames; ``clips`` are found by the text of a cue."""
    laid = np.zeros(piece.frames * FRAME, np.int16)
    sounds_until = 0
    for part in piece.parts:
        span, sound = laid[part.at : part.at + part.size], _sound(part, clips)
        if part.at >= sounds_until:
            span[:] = sound
        else:
            span[:] = np.clip(span.astype(np.int32) + sound, -32_768, 32_767)
        sounds_until = max(sounds_until, part.at + part.size)
    return laid


def _sound(part: Part, clips: Mapping[str, Samples]) -> Samples:
    """As much of a part's sound as there is room for. A cue that is cut off fades quickly."""
    if part.kind is not None:
        return np.frombuffer(sound_of(part.kind), np.int16)[: part.size]
    clip = clips[part.text]
    if clip.size <= part.size:
        return clip
    cut = clip[: part.size].astype(np.float32)
    fade_out(cut, _CUT_FADE)
    return np.rint(cut).astype(np.int16)
