"""Where the runner is, in a phrase."""

from skill.athlete.workout import Workout
from skill.training.exercise import Side
from skill.workout.course import counted
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, move_name, side_name, stretch_name
from skill.workout.states import AT_WORK, State


def side_of(workout: Workout) -> Side:
    """The side at work; the one that comes next while changing sides."""
    place = workout.place
    changing = place.active is State.CHANGING_SIDES
    return workout.set_here.sides[place.side + changing]


def not_under_way(workout: Workout) -> Phrase:
    """That there is no place in a workout: none has begun, or today's is over."""
    return phrase("answer.over" if workout.finished else "answer.no_workout")


def where(workout: Workout) -> Phrase:
    """The place of a workout under way: "round two, step-ups, left leg, repetition seven"."""
    plan, place = workout.plan, workout.place
    state = place.active
    if state is State.WARMING_UP:
        return phrase("warm_up.where", move=move_name(workout.move_here.id))
    if state is State.STRETCHING:
        return phrase("where.stretching", stretch=stretch_name(workout.hold_here.stretch.id))
    work = workout.set_here
    if state is State.RESTING:
        coming = plan.sets[place.at + 1]
        name = exercise_name(coming.exercise.id)
        return phrase("where.resting", round=coming.round, exercise=name)
    name = exercise_name(work.exercise.id)
    side = side_of(workout)
    done = counted(place)
    if state in AT_WORK and not done:
        state = State.ANNOUNCING
    sided = state in AT_WORK and side is not Side.BOTH
    key = f"where.{state}_side" if sided else f"where.{state}"
    words = side_name(side, work.exercise.joints)
    return phrase(key, round=work.round, exercise=name, side=words, n=done)
