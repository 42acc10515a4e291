"""What is felt and is no injury: soreness after training, a stitch, sweat. Nothing is spared for it."""

from skill.coach.commands import FeelSore, FeelStitch, FeelSweat, LightDay
from skill.coach.decisions.runner.pain import danger
from skill.coach.decisions.runner.week import light_day
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.cue import phrase
from skill.workout.question import Question


def feel_sore(turn: Turn, _command: FeelSore) -> Outcome:
    """Muscles that training has left sore: say so, and take it easy today; a joint would be another matter.

    The workout is held: where it is sore can be told only while the microphone is open.
    """
    turn = turn if turn.athlete.waiting else turn.held()
    return light_day(turn, LightDay(), [turn.phrase("sore.easy")])


def feel_stitch(turn: Turn, _command: FeelStitch) -> Outcome:
    """Hold, say what helps, and go on when the runner says so."""
    return turn.held().go_on([phrase("stitch.breathe")])


def feel_sweat(turn: Turn, _command: FeelSweat) -> Outcome:
    """From the work it comes, unless it was asked about: then it may be the heart."""
    if turn.athlete.question is Question.DANGER:
        return danger(turn)
    return turn.go_on([turn.phrase("sweat.drink")])
