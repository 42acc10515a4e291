"""Laying a track on the sample clock."""

from collections.abc import Mapping

import numpy as np
import pytest
from audio_scenes import tone, track_of

from skill.audio.bells import sound_of
from skill.audio.clip import LEAD, PER_MS, Samples, make_clip
from skill.audio.mix import lay as lay_piece
from skill.audio.mp3 import FRAME
from skill.audio.pieces import pieces
from skill.workout.track import Signal, SignalKind, Track

CLIP = make_clip(tone(24_000, 400), 24_000)


def lay(track: Track, clips: Mapping[str, Samples]) -> Samples:
    """The sound of a whole track, laid piece by piece."""
    length = track.duration_ms * PER_MS
    laid = np.zeros(length + 2 * FRAME, np.int16)
    for begins, piece in pieces(track, clips):
        sound = lay_piece(piece, clips)
        span = laid[begins * FRAME :][: sound.size]
        assert not span.any(), "a piece covers another"
        span[:] = sound[: span.size]
    assert not laid[length:].any()
    return laid[:length]


CLIPS = {"one": CLIP, "two": CLIP, "nothing": CLIP[:0]}


def test_a_cue_stands_at_its_offset_to_the_sample() -> None:
    laid = lay(track_of([(1_000, "one"), (2_500, "two")], 4_000), CLIPS)
    assert laid.size == 4_000 * PER_MS
    for at_ms in (1_000, 2_500):
        start = at_ms * PER_MS - LEAD
        assert np.array_equal(laid[start : start + CLIP.size], CLIP)


def test_a_cue_that_is_too_long_ends_where_the_next_one_begins_without_a_click() -> None:
    laid = lay(track_of([(1_000, "one"), (1_200, "two")], 3_000), CLIPS)
    start = 1_200 * PER_MS - LEAD
    assert np.array_equal(laid[start : start + CLIP.size], CLIP)
    assert laid[start - 1] == 0


def test_the_last_cue_ends_with_the_track() -> None:
    laid = lay(track_of([(1_000, "one")], 1_100), CLIPS)
    assert laid.size == 1_100 * PER_MS
    assert laid[-1] == 0


def test_a_cue_without_a_sound_and_a_track_without_cues_are_silent() -> None:
    for cues in ([], [(500, "nothing")]):
        assert not lay(track_of(cues, 1_000), CLIPS).any()


@pytest.mark.parametrize("kind", SignalKind)
def test_a_sound_stands_at_its_offset_beside_the_voice(kind: SignalKind) -> None:
    cues = [(1_000, "one")]
    plain, rung = (
        lay(track_of(cues, 3_000, sounds), CLIPS).astype(int)
        for sounds in ([], [Signal(1_000, kind)])
    )
    added = (rung - plain)[1_000 * PER_MS :]
    struck = np.frombuffer(sound_of(kind), np.int16)
    assert np.array_equal(added[: struck.size], struck)
    assert not (rung - plain)[: 1_000 * PER_MS].any()


def test_a_bell_at_the_end_is_cut_with_the_track() -> None:
    assert lay(track_of([], 1_000, [Signal(999, SignalKind.END)]), {}).size == 1_000 * PER_MS


def test_voice_and_bell_together_never_wrap_around() -> None:
    loud = {"one": np.full(PER_MS * 900, 32_767, np.int16)}
    laid = lay(track_of([(100, "one")], 1_100, [Signal(200, SignalKind.START)]), loud)
    assert laid[100 * PER_MS : 900 * PER_MS].min() > 0


@pytest.mark.parametrize("kind", SignalKind)
def test_a_sound_is_soft_and_dies_away(kind: SignalKind) -> None:
    sound = np.abs(np.frombuffer(sound_of(kind), np.int16).astype(int))
    assert 1_000 < sound.max() < 4_000
    assert sound[-PER_MS:].max() < 60
    assert sound[0] < 100
