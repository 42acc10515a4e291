"""One cue's sound, ready to be laid."""

from array import array

import numpy as np
import pytest
from audio_scenes import tone
from support.tables import with_each

from skill.audio.clip import LEAD, PER_MS, make_clip

RATES = [8_000, 16_000, 22_050, 24_000]


@with_each("rate_hz", RATES)
@with_each("before_ms", [0, 1, 300])
def test_its_first_sound_comes_after_two_ms_whatever_silence_and_rate_the_voice_has(
    rate_hz: int, before_ms: int
) -> None:
    clip = make_clip(tone(rate_hz, 200, before_ms=before_ms), rate_hz)
    loud = np.flatnonzero(np.abs(clip) > 1_000)
    assert abs(loud[0] - LEAD) < PER_MS
    assert abs(loud[-1] - loud[0] - 200 * PER_MS) < 2 * PER_MS


@pytest.mark.parametrize("peak", [100, 1_000, 30_000])
def test_a_whisper_and_a_shout_come_out_alike(peak: int) -> None:
    usual, other = (make_clip(tone(24_000, 300, peak=p), 24_000) for p in (9_000, peak))
    assert abs(np.abs(usual).max() / np.abs(other).max() - 1) < 0.05


def test_the_engines_breath_before_a_word_is_no_sound() -> None:
    breath = array("h", [60, -60] * 2_400).tobytes()
    assert (
        make_clip(breath + tone(24_000, 200), 24_000).size
        == make_clip(tone(24_000, 200), 24_000).size
    )


def test_a_clip_begins_and_ends_with_nothing_so_that_it_does_not_click() -> None:
    clip = make_clip(tone(24_000, 200, before_ms=0, after_ms=0), 24_000).astype(int)
    assert clip[0] == clip[-1] == 0


def test_no_clip_is_louder_than_minus_two_db() -> None:
    clicks = np.zeros(24_000, np.int16)
    clicks[5_000:19_000] = 40
    clicks[10_000] = 20_000
    assert np.abs(make_clip(clicks.tobytes(), 24_000).astype(int)).max() <= 26_100


@with_each("spoken", [b"", bytes(2), bytes(48_000), array("h", [20] * 999).tobytes()])
def test_silence_is_an_empty_clip(spoken: bytes) -> None:
    assert make_clip(spoken, 24_000).size == 0
