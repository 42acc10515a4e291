"""Where the workout is, in a line of text."""

from datetime import datetime

from skill.athlete.athlete import Athlete, settle
from skill.coach.telling.frames import Frame, frame_at
from skill.training.exercise import Side
from skill.workout.cue import Phrase, Voice, phrase
from skill.workout.names import side_name
from skill.workout.states import State


class Progress:
    """Puts the place of a workout into words, to be read."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice

    def __call__(self, athlete: Athlete | None, now: datetime) -> str:
        """Exercise, round, side, and repetition or seconds left at ``now``; empty where nothing is under way."""
        workout = athlete and settle(athlete, now).workout
        if not workout or not workout.under_way:
            return ""
        stands = None if workout.running else phrase("screen.paused")
        frame = frame_at(workout.plan, workout.place)
        parts = (stands, *_parts(frame, workout.plan.last_round))
        return " · ".join(self._voice(part).text for part in parts if part is not None)


def _parts(frame: Frame, rounds: int) -> tuple[Phrase | None, ...]:
    side = None if frame.side is Side.BOTH else side_name(frame.side, frame.joints)
    # Digits, since a number is found sooner with the eye than a word.
    round_ = phrase("screen.round", round=str(frame.round), rounds=str(rounds))
    match frame.state:
        case State.WARMING_UP:
            return phrase("screen.warm_up"), frame.title, side, _amount(frame)
        case State.STRETCHING:
            return phrase("screen.stretch"), frame.title, side, _amount(frame)
        case State.RESTING:
            coming = frame.coming and phrase("screen.next", coming=frame.coming)
            return round_, phrase("screen.rest"), _amount(frame), coming
        case State.COUNTING if frame.done:
            return round_, frame.title, side, _amount(frame)
        case State.HOLDING:
            return round_, frame.title, side, _amount(frame)
        case _:
            return round_, frame.title, side, phrase("screen.ready")


def _amount(frame: Frame) -> Phrase:
    if frame.amount == "repetitions":
        return phrase("screen.repetition", done=str(frame.done), total=str(frame.total))
    seconds = max(0, -(-(frame.total - frame.done) // 1000))
    return phrase("screen.left", seconds=str(seconds))
