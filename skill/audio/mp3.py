"""MP3 by LAME: MPEG-2 layer III, 24 kHz, 48 kbps, mono, no tags."""

from functools import cache

import lameenc
import numpy as np

from skill.audio.clip import Samples
from skill.audio.rate import FRAME_MS, RATE_HZ

KBPS = 48

FRAME = RATE_HZ * FRAME_MS // 1_000
"""Samples of a frame: 576."""

FRAME_BYTES = KBPS * 1_000 // 8 * FRAME // RATE_HZ
"""144, without a remainder: every frame is as long as the others, and none is padded."""

QUALITY = 4
"""LAME's quality, from 0, the best, to 9. At 3 it takes an eighth longer for a tenth of a decibel less noise; 7
takes half as long, but what is faint is further off (decision 44)."""

DELAY = 576 + 529
"""By how many samples a sound comes late out of a decoder: LAME begins 576 samples early, and a layer III decoder
needs 529 (LAME's technical FAQ). A player could know it from a tag; ours carries none, so all players are
alike, and what is encoded starts that much earlier instead."""


def encode(sound: Samples, quality: int = QUALITY) -> bytes:
    """The sound as frames of which every decoder makes the same samples at the same times.

    Samples of whole frames become one frame more than they fill. Their first 46 ms (``DELAY``) are left out: they
    must be silence. The first frame needs nothing of what was before, so it may follow another sound's last one.
    ``quality`` is LAME's, as ``QUALITY`` is.
    """
    encoder = lameenc.Encoder()
    encoder.silence()  # of its log
    encoder.set_bit_rate(KBPS)
    encoder.set_in_sample_rate(RATE_HZ)
    encoder.set_channels(1)
    encoder.set_quality(quality)
    return bytes(encoder.encode(sound[DELAY:].tobytes()) + encoder.flush())


@cache
def silent_frame() -> bytes:
    """A frame of silence, which needs nothing of what was before either."""
    return encode(np.zeros(2 * DELAY, np.int16))[:FRAME_BYTES]
