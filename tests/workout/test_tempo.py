from hypothesis import given
from hypothesis import strategies as st

from skill.training.exercise import Exercise, Measure, Position, Sides, Tempo
from skill.training.preferences import FASTEST_PERCENT, SLOWEST_PERCENT
from skill.workout.tempo import (
    FASTEST_MS,
    SLOWEST_MS,
    faster,
    repetition_ms,
    slower,
    turns_ms,
)

BEATS = st.integers(FASTEST_PERCENT, SLOWEST_PERCENT)


def at_tempo(tempo: Tempo | None) -> Exercise:
    return Exercise(
        id="squat",
        measure=Measure.REPETITIONS,
        lowest=15,
        highest=15,
        sides=Sides.BOTH,
        pattern="squat",
        position=Position.STANDING,
        muscles=("glutes",),
        needs=(),
        tempo=tempo,
        rest_seconds=45,
    )


def test_a_repetition_lasts_as_long_as_its_four_parts() -> None:
    assert repetition_ms(at_tempo(Tempo(1.5, 0, 1, 0.5)), 100) == 3_000
    assert repetition_ms(at_tempo(Tempo(2, 0, 1, 0)), 120) == 3_600


def test_without_a_tempo_a_repetition_lasts_three_seconds() -> None:
    assert repetition_ms(at_tempo(None), 100) == 3_000


@given(st.floats(0, 10), BEATS)
def test_no_beat_is_too_fast_to_speak_or_too_slow_to_train(down: float, beat: int) -> None:
    length_ms = repetition_ms(at_tempo(Tempo(down, 0, 0, 0)), beat)
    assert FASTEST_MS <= length_ms <= SLOWEST_MS
    assert length_ms % 100 == 0


@given(BEATS)
def test_slower_and_faster_move_one_step_and_stop_at_the_end(beat: int) -> None:
    assert slower(beat) == min(beat + 20, SLOWEST_PERCENT)
    assert faster(beat) == max(beat - 20, FASTEST_PERCENT)


def test_the_turns_of_a_repetition_are_the_ends_of_its_phases_but_for_the_last() -> None:
    assert turns_ms(at_tempo(Tempo(2, 0, 1, 0)), 100) == (2000,)
    assert turns_ms(at_tempo(Tempo(2, 1, 1, 0.5)), 100) == (2000, 3000, 4000)
    assert turns_ms(at_tempo(Tempo(2, 0, 1, 0)), 150) == (3000,)


def test_what_has_no_tempo_has_no_turns() -> None:
    assert turns_ms(at_tempo(None), 100) == ()


@given(BEATS)
def test_every_turn_lies_within_the_repetition(beat: int) -> None:
    squat = at_tempo(Tempo(2, 1, 1, 1))
    assert all(0 < turn < repetition_ms(squat, beat) for turn in turns_ms(squat, beat))
