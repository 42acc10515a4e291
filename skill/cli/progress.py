"""Where the workout is, for the eye: read from the store, by the coach's own cursor."""

from datetime import datetime

from skill.athlete.athlete import Athlete, Workout, settle
from skill.coach.coach import Answer, Coach, Visit
from skill.coach.where import side_of, stretch_name
from skill.training.exercise import Side
from skill.workout.commands import Command
from skill.workout.cue import Phrase, Voice
from skill.workout.names import exercise_name, side_name
from skill.workout.script import rest_ms
from skill.workout.states import State


class WatchedCoach(Coach):
    """A coach whose runner can be looked at between turns; meant for one runner.

    ``athlete`` is the runner as stored after the last turn, ``ended`` whether a workout was led to its end.
    """

    athlete: Athlete | None = None
    ended = False

    def answer(self, visit: Visit, command: Command) -> Answer:
        """Answer as every coach does, and look at the runner before and after."""
        before = self.peek(visit.athlete_id)
        answer = super().answer(visit, command)
        self.athlete = after = self.peek(visit.athlete_id)
        if before is not None and after is not None and after.workout is None:
            self.ended = self.ended or len(after.history) > len(before.history)
        return answer


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
        return " · ".join([*stands, *self._parts(workout)])

    def _parts(self, workout: Workout) -> list[str]:
        plan, place = workout.plan, workout.place
        if place.active is State.STRETCHING:
            hold = plan.holds[place.index]
            parts = ["stretch", self._words(stretch_name(hold.stretch.id)), *self._side(hold.side)]
            return [*parts, _seconds_left(hold.hold_ms - place.done)]
        work = plan.sets[place.index]
        parts = [
            f"round {work.round} of {plan.rounds}",
            self._words(exercise_name(work.exercise.id)),
        ]
        match place.active:
            case State.RESTING:
                coming = self._words(exercise_name(plan.sets[place.index + 1].exercise.id))
                left = _seconds_left(rest_ms(plan, place) - place.done)
                return [parts[0], f"rest, {left}", f"next: {coming}"]
            case State.COUNTING if place.done:
                amount = f"repetition {place.done} of {work.dose.amount}"
            case State.HOLDING:
                amount = _seconds_left(work.dose.amount * 1000 - place.done)
            case _:
                amount = "get ready"
        return [*parts, *self._side(side_of(workout)), amount]

    def _side(self, side: Side) -> list[str]:
        return [] if side is Side.BOTH else [self._words(side_name(side))]

    def _words(self, what: Phrase) -> str:
        return self._voice(what).text.lower()


def _seconds_left(ms: int) -> str:
    return f"{max(0, -(-ms // 1000))} s left"
