"""Whether something is good for the runner, or for a joint: what loads it, and what would stand in for it."""

from skill.coach.commands import IsItSafe
from skill.coach.decisions.runner.sparing import joint_of
from skill.coach.turn.naming import exercise_meant
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.preferences import Preferences
from skill.training.swaps import swap
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, joint_names
from skill.workout.states import State


def is_it_safe(turn: Turn, command: IsItSafe) -> Outcome:
    """Nobody can tell from here: say who can, and what is done where something hurts.

    Of an exercise and a joint more can be told: whether the one loads the other, and what the coach would do
    instead. Only asking spares nothing, and takes no place: a question is no pain.
    """
    joint = joint_of(turn, command.joint)
    about = [] if joint is None else _about(turn, command, joint)
    return turn.go_on([*about, phrase("safe.ask" if about else "answer.is_it_safe")])


def _about(turn: Turn, command: IsItSafe, joint: str) -> list[Phrase]:
    """What is known of a joint and of the exercise that is meant; nothing where none is."""
    name, preferences = joint_names([joint])[0], turn.preferences
    if joint in preferences.avoided_joints:
        return [phrase("safe.spared", joint=name)]
    if command.exercise is None and not _at_an_exercise(turn):
        return []
    exercise = turn.catalog.exercises[exercise_meant(turn, command.exercise)]
    said = exercise_name(exercise.id)
    if joint not in exercise.joints:
        return [phrase("safe.easy", exercise=said, joint=name)]
    other = swap(turn.catalog, exercise, _sparing(preferences, joint))
    if other is None:
        return [phrase("safe.nothing_instead", exercise=said, joint=name)]
    return [phrase("safe.instead", exercise=said, joint=name, other=exercise_name(other.id))]


def _at_an_exercise(turn: Turn) -> bool:
    """Whether the workout is at an exercise, which "this" means; not in the warm-up, nor at the stretches."""
    workout = turn.workout
    apart = (State.WARMING_UP, State.STRETCHING)
    return workout.under_way and workout.place.active not in apart


def _sparing(preferences: Preferences, joint: str) -> Preferences:
    return preferences._replace(avoided_joints=(*preferences.avoided_joints, joint))
