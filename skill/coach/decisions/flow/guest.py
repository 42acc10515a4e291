"""A guest: somebody else who trains at the account's speaker, and of whom the account keeps nothing.

A guest has a record of their own for the day (decision 61), with a first workout, whatever the account's runner
has come to.
"""

from datetime import timedelta

from skill.athlete.athlete import Athlete
from skill.coach.commands import OpenCoach, TrainAsGuest
from skill.coach.decisions.flow.starting import open_coach
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import tell_plan
from skill.coach.turn.turn import Turn
from skill.workout.cue import phrase
from skill.workout.question import Question

ONE_SITTING = timedelta(hours=1)
"""What runs and was begun within this time was begun by whoever speaks now (ours)."""

_ANSWERED_FIRST = frozenset({Question.HURT, Question.HALF_HEARD})
"""What is asked about somebody who may be hurt, whoever it is."""


def train_as_guest(turn: Turn, _command: TrainAsGuest) -> Outcome:
    """Welcome a guest to a workout of their own; the runner's waits, but for what the guest has begun in it."""
    if turn.visit.is_guest:
        return _welcome(turn)
    if turn.athlete.question in _ANSWERED_FIRST:
        return turn.ask_aside([], turn.athlete.question)
    if turn.unsaved:  # nobody would have what the session alone knows of the runner
        return turn.go_on([phrase("guest.not_now")])
    return _without_the_guests(turn).leave()._replace(for_guest=True)


def _without_the_guests(turn: Turn) -> Turn:
    """The runner's turn without the workout that the guest has just begun; any other one keeps its place."""
    if turn.workout.running and turn.since_begun < ONE_SITTING:
        return turn.with_athlete(turn.athlete._replace(workout=None, question=None))
    return turn.stopped()


def _welcome(turn: Turn) -> Outcome:
    """To the guest's workout of today, or to a first one."""
    workout = turn.athlete.workout
    if turn.athlete.alarmed:  # whoever it was: a doctor's word first
        return turn.ask_aside([phrase("launch.after_alarm")], Question.CLEARED)
    if workout is not None and workout.under_way and workout.plan.day == turn.today:
        return (
            turn.go_on([phrase("guest.already")])
            if workout.running
            else open_coach(turn, OpenCoach())
        )
    turn = turn.with_athlete(Athlete(zone=turn.athlete.zone))
    return tell_plan(turn, [phrase("guest.welcome"), phrase("launch.safety")])
