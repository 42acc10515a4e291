"""What rings on of a wake word is not read, and nothing that is said is taken for it."""

import numpy as np
from support.tables import with_each

from skill.ears.ending import FRAME_BYTES, Ending
from skill.ears.ringing import LEAD_FRAMES

CALL = (6_000,) * 5
"""What is kept of the call: its frames, by how loud they are."""

SPEECH = (5_000,) * 20
FADING = (3_000, 1_500, 700, 300, 120)
SOFT, SILENT = 90, 20
"""What is fainter than a voice is no speech for the judge of these tests, as for a real one."""


def frames(*loudness: int) -> bytes:
    """Frames of these loudnesses, each with its number in its first sample."""
    samples = np.repeat(np.array(loudness, "<i2"), FRAME_BYTES // 2)
    samples[:: FRAME_BYTES // 2] = range(len(loudness))
    return samples.tobytes()


def left_out(*loudness: int) -> int:
    """How many frames of what follows on the call are not read; less than none where some of the call is."""
    ending = Ending(lambda frame: float(np.frombuffer(frame, "<i2")[1] >= 1_000), frames(*CALL))
    ending.feed(frames(*CALL, *loudness, *[SILENT] * 30)[len(CALL) * FRAME_BYTES :])
    return int(np.frombuffer(ending.said, "<i2")[0]) - len(CALL)


def pause(count: int) -> tuple[int, ...]:
    return (SILENT,) * count


def test_what_fades_away_before_a_pause_is_not_read() -> None:
    for paused in (6, 10, 15):
        before = len(FADING) + paused
        assert left_out(*FADING, *pause(paused), *SPEECH) == before - LEAD_FRAMES


def test_a_knock_behind_what_rings_on_takes_nothing_away() -> None:
    assert left_out(*FADING, *pause(10), 900, *pause(8)) == -len(CALL)


def test_the_soft_beginning_of_a_word_is_read() -> None:
    assert left_out(*FADING, *pause(10), SOFT, SOFT, *SPEECH) == len(FADING) + 10 - LEAD_FRAMES


@with_each("gap", range(12))
def test_a_word_in_one_breath_with_the_call_is_read_whatever_pause_follows(gap: int) -> None:
    dont, ringing = (400, 4_000, 4_000, 2_000), (*FADING[:3], *pause(gap))
    assert left_out(*ringing, *dont, *pause(15), *SPEECH) <= max(0, len(ringing) - LEAD_FRAMES)


def test_a_call_without_a_pause_behind_it_is_read_as_it_is() -> None:
    assert left_out(*FADING, *SPEECH) == -len(CALL)


def test_what_sounds_for_longer_than_a_call_rings_on_is_read() -> None:
    assert left_out(*[5_000] * 20, *pause(15), *SPEECH) == -len(CALL)


def test_what_is_said_after_a_question_is_read_from_its_beginning() -> None:
    ending = Ending(lambda frame: float(np.frombuffer(frame, "<i2")[1] >= 1_000))
    ending.feed(frames(*FADING, *pause(10), *SPEECH, *pause(30)))
    assert ending.said.startswith(frames(*FADING))
