"""Where the workout is, in a line of text."""

from datetime import datetime

from skill.athlete.athlete import Athlete, settle
from skill.coach.telling.frames import Frame, frame_at
from skill.training.exercise import Side
from skill.workout.cue import Phrase, Voice
from skill.workout.names import side_name
from skill.workout.states import State


class Progress:
    """Words the place of a workout, for the eye."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def __call__(self, athlete: Athlete | None, now: datetime) -> str:
        """Exercise, round, side, and repetition or seconds left at ``now``; empty where nothing is under way."""
        workout = athlete and settle(athlete, now).workout
        if not workout or not workout.under_way:
            return ""
        stands = () if workout.running else ("paused",)
        frame = frame_at(workout.plan, workout.place)
        return " · ".join([*stands, *self._parts(frame, workout.plan.last_round)])

    def _parts(self, frame: Frame, rounds: int) -> list[str]:
        if frame.state is State.WARMING_UP:
            return ["warm-up", *self._who(frame), _amount_of(frame)]
        if frame.state is State.STRETCHING:
            return ["stretch", *self._who(frame), _seconds_left(frame)]
        round_ = f"round {frame.round} of {rounds}"
        match frame.state:
            case State.RESTING:
                coming = " ".join(self._words(frame.coming))
                return [round_, f"rest, {_seconds_left(frame)}", f"next: {coming}"]
            case State.COUNTING if frame.done:
                amount = f"repetition {frame.done} of {frame.total}"
            case State.HOLDING:
                amount = _seconds_left(frame)
            case _:
                amount = "get ready"
        return [round_, *self._who(frame), amount]

    def _who(self, frame: Frame) -> list[str]:
        """What is done and on which side."""
        side = () if frame.side is Side.BOTH else self._words(side_name(frame.side))
        return [*self._words(frame.title), *side]

    def _words(self, what: Phrase | None) -> list[str]:
        return [] if what is None else [self._voice(what).text]


def _amount_of(frame: Frame) -> str:
    counted = frame.amount == "repetitions"
    return f"{frame.done} of {frame.total}" if counted else _seconds_left(frame)


def _seconds_left(frame: Frame) -> str:
    return f"{max(0, -(-(frame.total - frame.done) // 1000))} s left"
