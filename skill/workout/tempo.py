"""The beat: how long one repetition lasts for this runner."""

from itertools import accumulate

from skill.training.exercise import Exercise, Move
from skill.training.preferences import FASTEST_PERCENT, SLOWEST_PERCENT

STEP_PERCENT = 20
"""What "slower" or "faster" changes: big enough to feel at once."""

FASTEST_MS, SLOWEST_MS = 1_500, 6_000
"""A repetition of less than 1.5 s leaves no room to say a number; 6 s is far inside the 10 s after which
slower stops building strength (Schoenfeld 2015), and a set of it still fits one response."""

DEFAULT_MS = 3_000
"""A repetition where the exercise names no tempo: ACSM's 1-2 s each way."""


def repetition_ms(exercise: Exercise, beat_percent: int, own_percent: int = 100) -> int:
    """The length of one repetition in ms, to the tenth of a second.

    ``beat_percent`` is a runner's beat for all exercises, ``own_percent`` the one of this exercise on top.
    """
    own_ms = exercise.tempo.repetition_ms if exercise.tempo else DEFAULT_MS
    wanted = round(own_ms * beat_percent * own_percent / 10_000, -2)
    return int(min(SLOWEST_MS, max(FASTEST_MS, wanted)))


def move_beat_ms(move: Move, beat_percent: int) -> int:
    """The length of one repetition of a move of the warm-up in ms, to the tenth of a second."""
    wanted = round(move.beat_ms * beat_percent / 100, -2)
    return int(min(SLOWEST_MS, max(FASTEST_MS, wanted)))


def turns_ms(exercise: Exercise, beat_percent: int, own_percent: int = 100) -> tuple[int, ...]:
    """When the movement turns or halts within one repetition, in ms since it began; empty without a tempo."""
    tempo = exercise.tempo
    if tempo is None:
        return ()
    whole_ms = repetition_ms(exercise, beat_percent, own_percent)
    scale = whole_ms / tempo.repetition_ms
    ends = (round(end * 1000 * scale) for end in accumulate(tempo))
    return tuple(sorted({*ends} - {0, whole_ms}))


def slower(beat_percent: int) -> int:
    """The next slower beat, in percent; the same one at the end of the range."""
    return min(SLOWEST_PERCENT, beat_percent + STEP_PERCENT)


def faster(beat_percent: int) -> int:
    """The next faster beat, in percent; the same one at the end of the range."""
    return max(FASTEST_PERCENT, beat_percent - STEP_PERCENT)
