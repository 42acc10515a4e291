"""What is felt and is no injury, or may be none: soreness, a stitch, sweat, work where it belongs."""

from skill.coach.commands import (
    FeelSore,
    FeelStitch,
    FeelSweat,
    LightDay,
    MeantToFeel,
    WhichMuscles,
)
from skill.coach.decisions.flow.questions import which_muscles
from skill.coach.decisions.runner.felt_in import FELT_IN
from skill.coach.decisions.runner.half_heard import ask_whether_it_hurts
from skill.coach.decisions.runner.pain import NEAR_THE_HEART, danger, pain
from skill.coach.decisions.runner.week import light_day
from skill.coach.turn.naming import exercise_meant
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.cue import phrase
from skill.workout.question import Question
from skill.workout.states import State


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


def meant_to_feel(turn: Turn, command: MeantToFeel) -> Outcome:
    """Where the muscles of now are felt in that part, name them; anywhere else it may hurt, which is asked.

    Where a heart in need may be felt, that is asked instead, as of a pain.
    """
    if FELT_IN.get(command.part.id or "", frozenset()) & _muscles_of_now(turn):
        return which_muscles(turn, WhichMuscles())
    if command.feared.part in NEAR_THE_HEART:
        return pain(turn, command.feared)
    return ask_whether_it_hurts(turn, command.feared)


def _muscles_of_now(turn: Turn) -> frozenset[str]:
    """The muscles of the exercise or stretch at hand; the warm-up has none of its own."""
    place = turn.workout.place
    if place.active is State.WARMING_UP:
        return frozenset()
    if place.active is State.STRETCHING:
        return frozenset(turn.workout.hold_here.stretch.muscles)
    return frozenset(turn.catalog.exercises[exercise_meant(turn, None)].muscles)
