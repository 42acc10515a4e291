"""Training without being asked, and what else a runner may say about what is played."""

from skill.coach.commands import Loop, NonStop, Shuffle, StartTicks, StopTicks
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.preferences import Pacing


def play_non_stop(turn: Turn, _command: NonStop) -> Outcome:
    """Play the workout through. Where this speaker or this coach cannot, ask as few questions as possible."""
    pacing = Pacing.NON_STOP if turn.audio else Pacing.KEEP_GOING
    preferences = turn.athlete.preferences._replace(pacing=pacing)
    turn = turn.with_preferences(preferences)
    if turn.athlete.workout is not None:  # who asks again gets another try
        turn = turn.with_workout(turn.athlete.workout._replace(spoken=False))
    return turn.go_on([turn.phrase("non_stop.set" if turn.can_play else "non_stop.cannot")])


def start_ticks(turn: Turn, _command: StartTicks) -> Outcome:
    """A metronome, at once where the workout is played; speech has no room for one."""
    turn = turn.with_preferences(turn.athlete.preferences._replace(ticks=True))
    return turn.go_on([turn.phrase("non_stop.ticks" if turn.non_stop else "non_stop.ticks_later")])


def stop_ticks(turn: Turn, _command: StopTicks) -> Outcome:
    """No metronome."""
    turn = turn.with_preferences(turn.athlete.preferences._replace(ticks=False))
    return turn.go_on([turn.phrase("non_stop.no_ticks")])


def no_loop(turn: Turn, _command: Loop) -> Outcome:
    """Nothing is played over and over."""
    return turn.go_on([turn.phrase("non_stop.no_loop")])


def no_shuffle(turn: Turn, _command: Shuffle) -> Outcome:
    """The order of the exercises has its reasons."""
    return turn.go_on([turn.phrase("non_stop.no_shuffle")])
