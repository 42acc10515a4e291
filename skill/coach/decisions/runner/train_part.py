"""Something for a part of the body: what trains its muscles, today or in place of something else."""

from skill.coach.commands import TrainPart
from skill.coach.decisions.runner.felt_in import FELT_IN
from skill.coach.turn.naming import exercise_meant
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.exercise import Exercise
from skill.training.ladder import is_allowed
from skill.workout.cue import phrase
from skill.workout.names import exercise_name

MAIN_MUSCLES = 2
"""So many of an exercise's muscles are what it is done for: squats are for no calves (ours)."""


def train_part(turn: Turn, command: TrainPart) -> Outcome:
    """Name what is trained for it today, or else what could be, and how to ask for it. Nothing is changed."""
    wanted, said = FELT_IN.get(command.part.id or "", frozenset()), command.part.said
    planned = dict.fromkeys(item.exercise for item in turn.workout.plan.latest)
    today = [exercise for exercise in planned if _is_for(exercise, wanted)]
    if today and not turn.workout.finished:
        names = tuple(exercise_name(exercise.id) for exercise in today)
        return turn.go_on([phrase("part.today", said=said, exercises=names)])
    fitting = [exercise for exercise in turn.catalog.basics if _trains(turn, exercise, wanted)]
    if not fitting:
        return turn.go_on([phrase("part.nothing", said=said)])
    other = exercise_name(fitting[0].id)
    if turn.workout.finished:
        return turn.go_on([phrase("part.another_day", said=said, other=other)])
    instead_of = exercise_name(exercise_meant(turn, None))
    return turn.go_on([phrase("part.instead", said=said, other=other, exercise=instead_of)])


def _trains(turn: Turn, exercise: Exercise, wanted: frozenset[str]) -> bool:
    """Whether an exercise may be done in place of another, and is there for these muscles."""
    if exercise.impact or not _is_for(exercise, wanted):
        return False
    return is_allowed(exercise, turn.preferences)


def _is_for(exercise: Exercise, wanted: frozenset[str]) -> bool:
    """Whether an exercise has one of the muscles among those it trains most, which come first."""
    return not wanted.isdisjoint(exercise.muscles[:MAIN_MUSCLES])
