"""How far the workout is: what is done, and what is left of it."""

from datetime import timedelta

from skill.athlete.workout import Workout, units_of
from skill.coach.commands import HowFar, HowLong, HowManyLeft
from skill.coach.telling.position import not_under_way
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.course import counted, rest_ms
from skill.workout.cue import Phrase, phrase
from skill.workout.length import minutes_left
from skill.workout.names import side_name
from skill.workout.place import Place
from skill.workout.states import AT_WORK, State


def how_many_left(turn: Turn, _command: HowManyLeft) -> Outcome:
    """Repetitions, seconds and sets that are left; in a rest also what was done before it."""
    workout = turn.workout
    plan, place = workout.plan, workout.place
    if early := _before_the_sets(workout):
        return turn.go_on([early])
    if place.active is State.STRETCHING:
        later = len(plan.holds) - 1 - place.at
        return turn.go_on([_so_many(later, "answer.stretches_left", "answer.last_stretch")])
    sets = len(plan.sets) - 1 - place.at
    # A rest that goes on says itself how long it still is.
    if place.active is State.RESTING and (turn.is_led_on or not _rest_left(workout)):
        return turn.go_on([*_done_in_set(workout), phrase("answer.sets_to_come", n=sets)])
    said = [*_done_in_set(workout)]
    # So does a hold that goes on.
    if not (place.active is State.HOLDING and place.done and turn.is_led_on):
        said += _left_of_set(workout)
    side, work = place.side, workout.set_here
    sides = work.sides
    if place.active in (State.ANNOUNCING, *AT_WORK) and side + 1 < len(sides):
        other = side_name(sides[side + 1], work.exercise.joints)
        said.append(phrase("answer.other_side_too", side=other))
    said.append(_so_many(sets, "answer.sets_left", "answer.no_sets_left"))
    return turn.go_on(said)


def how_far(turn: Turn, _command: HowFar) -> Outcome:
    """Which round and which exercise of how many."""
    return turn.go_on([far(turn.workout)])


def far(workout: Workout) -> Phrase:
    """The round and the exercise of how many, or the warm-up or the stretch."""
    plan, place = workout.plan, workout.place
    if early := _before_the_sets(workout):
        return early
    if place.active is State.STRETCHING:
        return phrase("answer.far_stretching", n=place.at + 1, count=len(plan.holds))
    work = workout.set_here
    if work.round > plan.rounds:
        return phrase("answer.far_extra", n=work.nth, count=work.of)
    return phrase("answer.far", round=work.round, rounds=plan.rounds, n=work.nth, count=work.of)


def how_long(turn: Turn, _command: HowLong) -> Outcome:
    """About how many minutes so far and still.

    What was skipped takes none, so no more have gone by than since the workout began. The last stretch is
    called so, and goes on by its seconds: it is less than a minute.
    """
    workout, left = turn.workout, turn.minutes_left
    if workout.finished:
        return turn.go_on([not_under_way(workout)])
    if not workout.under_way:
        return turn.go_on([phrase("answer.minutes_whole", n=left)])
    passed = round(turn.since_begun / timedelta(minutes=1))
    behind = min(minutes_left(workout.plan, Place(), turn.delivery) - left, passed)
    said = [phrase("answer.minutes_done", n=behind)] if behind > 0 else []
    place = workout.place
    if place.active is State.STRETCHING and place.at == len(workout.plan.holds) - 1:
        return turn.go_on([*said, phrase("answer.last_stretch")])
    return turn.go_on([*said, phrase("answer.minutes_left", n=left)])


def _before_the_sets(workout: Workout) -> Phrase | None:
    """How far a workout is that has not come to its sets; None once it has."""
    if not workout.under_way:
        return not_under_way(workout)
    if workout.place.active is State.WARMING_UP:
        later = len(workout.plan.moves) - 1 - workout.place.at
        return _so_many(later, "warm_up.left", "warm_up.last_move")
    return None


def _so_many(later: int, some: str, none: str) -> Phrase:
    """How many are still to come, by the phrase ``some``; by ``none`` where this is the last."""
    return phrase(some, n=later) if later else phrase(none)


def _left_of_set(workout: Workout) -> list[Phrase]:
    """What is left of a rest, or of the side of a set; nothing where that is just over."""
    place, work = workout.place, workout.set_here
    if place.active is State.RESTING:
        return [phrase("answer.rest_left", n=_rest_left(workout))]
    left = work.dose.amount - (counted(place) if place.active in AT_WORK else 0)
    return [phrase(f"answer.{work.exercise.measure}_left", n=left)] if left else []


def _done_in_set(workout: Workout) -> list[Phrase]:
    """What was done in the set before a rest; nothing elsewhere, where the count itself tells it."""
    work = workout.set_here
    done = max(workout.done[unit] for unit in units_of(work))
    if workout.place.active is not State.RESTING or not done:
        return []
    return [phrase(f"answer.did_{work.exercise.measure}", n=done)]


def _rest_left(workout: Workout) -> int:
    """The seconds that are left of a rest, begun ones counted as whole."""
    return -(-max(0, rest_ms(workout.plan, workout.place) - workout.place.done) // 1000)
