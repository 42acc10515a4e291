"""A light day that is named under way: what is still to come gets as light as it would have been at the start."""

from skill.athlete.changing import changed, first_of, next_set, sets_ahead, without
from skill.athlete.workout import Workout
from skill.coach.turn.turn import Turn
from skill.training.planner import lighter_rounds
from skill.training.substitutes import lighter
from skill.workout.states import State


def lightened(turn: Turn) -> Turn:
    """The turn without jumps, deep ways down, weights and the last sets, as far as that is not begun."""
    if turn.workout.place.active is State.STRETCHING:
        return turn
    turn = _with_light_exercises(turn)
    fewer = _beyond_the_rounds(turn.workout)
    return turn.with_workout(without(turn.workout, fewer)) if fewer else turn


def _with_light_exercises(turn: Turn) -> Turn:
    """The turn in which every set that tires the legs, and is not begun, is another exercise's."""
    place = turn.workout.place
    begun = 0 if place.active is State.WARMING_UP else place.at + 1
    grounds = turn.grounds
    for work in sets_ahead(turn.workout, begun):
        item = work.prescription
        besides = {exercise.id for exercise in turn.workout.plan.all_exercises}
        other = lighter(grounds, item, besides)
        if other is not None:
            other = other._replace(extra_sets=item.extra_sets)
            turn = turn.with_athlete(changed(turn.athlete, work.at, other))
    return turn


def _beyond_the_rounds(workout: Workout) -> dict[int, int]:
    """The index of the first set too many, of each exercise that has one; the next set stays."""
    plan, rounds = workout.plan, lighter_rounds(workout.plan)
    return first_of(
        work
        for work in plan.sets[next_set(workout) + 1 :]
        if work.round > rounds + plan.prescriptions[work.entry].extra_sets
    )
