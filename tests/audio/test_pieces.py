"""A track is put together from pieces; what was encoded before is not encoded again."""

from collections.abc import Iterator
from unittest.mock import Mock, patch

import numpy as np
import pytest
from audio_scenes import ToneVoice, tone, track_of, workout
from hypothesis import given
from hypothesis import strategies as st
from support.listening import decoded, onsets_ms

from skill.audio import studio as room
from skill.audio.clip import LEAD, PER_MS, make_clip
from skill.audio.cues import CueClips
from skill.audio.mp3 import FRAME, FRAME_BYTES, encode, silent_frame
from skill.audio.pieces import EARLY, pieces
from skill.audio.rate import FRAME_MS
from skill.audio.studio import Studio
from skill.workout.track import STEP_MS, Signal, SignalKind, Track, joined

CLIPS = {"one": make_clip(tone(24_000, 400), 24_000), "nothing": np.zeros(0, np.int16)}


@pytest.fixture
def encoded() -> Iterator[Mock]:
    """How often something was encoded."""
    with patch.object(room, "encode", wraps=encode) as counted:
        yield counted


def test_a_piece_is_encoded_once_wherever_it_stands_again(encoded: Mock) -> None:
    studio = Studio(CueClips(ToneVoice()))
    track = track_of([(1_000, "one"), (4_000, "one"), (7_000, "one")], 9_000)
    first = studio.render(track)
    assert encoded.call_count == 1
    assert studio.render(track) == first
    assert encoded.call_count == 1


def test_another_place_within_a_frame_is_another_piece(encoded: Mock) -> None:
    track = track_of([(1_000, "one"), (4_001, "one")], 9_000)
    heard = onsets_ms(decoded(Studio(CueClips(ToneVoice())).render(track)))
    assert encoded.call_count == 2
    assert heard == pytest.approx([1_000, 4_001], abs=2)


def test_a_track_and_its_scenes_begin_with_a_frame() -> None:
    assert STEP_MS == FRAME_MS


def test_what_two_sets_say_alike_is_the_same_pieces() -> None:
    """They stand at one place within a frame in both: numbers, and the end of the countdown."""
    one, other = workout()[:2]
    clips = CueClips(ToneVoice()).of(cue.line.text for cue in (*one.cues, *other.cues))
    both = {piece for _, piece in pieces(one, clips)} & {piece for _, piece in pieces(other, clips)}
    said = {part.text for piece in both for part in piece.parts}
    assert said >= {"One.", "Go.", "Four.", "Nine.", "Twelve."}


@pytest.mark.slow
def test_a_workout_in_one_file_is_made_of_the_pieces_of_its_tracks(encoded: Mock) -> None:
    studio = Studio(CueClips(ToneVoice()))
    tracks = workout()[:4]
    for track in tracks:
        studio.render(track)
    known = encoded.call_count
    for lead_ms in (0, 1_111):
        studio.render(joined(tracks, lead_ms))
    # Where a sound ends one track and another begins the next, they are near enough to be one piece.
    assert encoded.call_count - known < known / 20


def test_neighbours_are_encoded_together_and_others_apart() -> None:
    ends = LEAD + CLIPS["one"].size / PER_MS
    for apart_ms, expected in ((int(ends) + 24, 1), (int(ends) + 24 * (EARLY + 3), 2)):
        track = track_of([(1_000, "one"), (1_000 + apart_ms, "one")], 9_000)
        assert len([*pieces(track, CLIPS)]) == expected


def test_silence_is_one_frame_again_and_again() -> None:
    file = Studio(CueClips(ToneVoice())).render(track_of([], 10_000))
    frames = {file[at : at + FRAME_BYTES] for at in range(0, len(file), FRAME_BYTES)}
    assert frames == {silent_frame()}
    assert not decoded(file).any()


def test_every_piece_needs_nothing_of_what_was_before() -> None:
    """The first 8 bits of the side information, after a header of 4 bytes: how far back the sound begins."""
    sound = np.concatenate([np.zeros(EARLY * FRAME, np.int16), CLIPS["one"]])
    assert encode(sound)[4] == silent_frame()[4] == 0


@given(st.integers(2, 200))
def test_whole_frames_become_one_frame_more(frames: int) -> None:
    assert len(encode(np.zeros(frames * FRAME, np.int16))) == (frames + 1) * FRAME_BYTES


MOMENTS = st.lists(st.integers(100, 20_000), max_size=12, unique=True).map(sorted)


@given(
    MOMENTS, st.lists(st.tuples(st.integers(0, 20_499), st.sampled_from(SignalKind)), max_size=6)
)
def test_pieces_never_cover_one_another_and_hold_every_sound_once(
    cues: list[int], sounds: list[tuple[int, SignalKind]]
) -> None:
    texts = [(at, ("one", "nothing")[at % 2]) for at in cues]
    track: Track = track_of(texts, 20_500, [Signal(*sound) for sound in sorted(sounds)])
    found = [*pieces(track, CLIPS)]
    over = 0
    for begins, piece in found:
        assert begins >= over
        over = begins + piece.frames
        for part in piece.parts:
            assert part.at >= (EARLY * FRAME if begins else 0)
            assert part.at + part.size <= (piece.frames - 1) * FRAME
    laid = sorted(begins * FRAME + part.at for begins, piece in found for part in piece.parts)
    spoken = [at * PER_MS - LEAD for at, text in texts if text == "one"]
    assert laid == sorted([*spoken, *(at * PER_MS for at, _ in sounds)])
