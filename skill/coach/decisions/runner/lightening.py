"""A light day that is named under way: what is still to come gets as light as it would have been at the start."""

from skill.athlete.changing import first_of, next_set, sets_ahead, without
from skill.athlete.workout import Workout
from skill.coach.turn.turn import Turn
from skill.training.past import known_standings
from skill.training.plan import Plan
from skill.training.planner import lighter_rounds
from skill.training.substitutes import lighter
from skill.workout.states import State


def lightened(turn: Turn) -> Turn:
    """The turn without jumps, deep ways down, weights and the last sets, as far as that is not begun."""
    workout = turn.workout
    if workout.place.active is State.STRETCHING:
        return turn
    changed = workout._replace(plan=_plan_of_light_exercises(turn))
    fewer = _beyond_the_rounds(changed)
    return turn.with_workout(without(changed, fewer) if fewer else changed)


def _plan_of_light_exercises(turn: Turn) -> Plan:
    """The plan in which every set that tires the legs, and is not begun, is another exercise's."""
    workout = turn.workout
    plan, place = workout.plan, workout.place
    begun = 0 if place.active is State.WARMING_UP else place.index + 1
    standings = known_standings(turn.athlete.history, turn.athlete.past)
    for work in sets_ahead(workout, begun):
        item, besides = work.prescription, {exercise.id for exercise in plan.all_exercises}
        other = lighter(turn.catalog, item, standings, turn.preferences, plan.day, besides)
        if other is not None:
            plan = plan.changed(work.index, other._replace(extra_sets=item.extra_sets))
    return plan


def _beyond_the_rounds(workout: Workout) -> dict[int, int]:
    """The index of the first set too many, of each exercise that has one; never the set at hand."""
    plan, rounds = workout.plan, lighter_rounds(workout.plan)
    return first_of(
        work
        for work in plan.sets[next_set(workout) + 1 :]
        if work.round > rounds + plan.prescriptions[work.entry].extra_sets
    )
