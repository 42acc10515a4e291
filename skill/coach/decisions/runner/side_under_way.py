"""A number that is said in the midst of a set: of how much of its current side is done."""

from skill.athlete.corrections import Amended, correct
from skill.athlete.workout import units_of
from skill.coach.turn.aside import Unsure
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.exercise import Dose, Measure
from skill.training.plan import WorkSet
from skill.workout.course import whole
from skill.workout.cue import Phrase
from skill.workout.question import Question
from skill.workout.states import AT_WORK, Trigger


def is_of_the_count(turn: Turn, said: Unsure) -> bool:
    """Whether a number says how far the count of the set under way has come."""
    work = _of_the_side(turn, said)
    return work is not None and 0 < said.amount < work.dose.amount


def counted_on(turn: Turn, said: Unsure) -> Outcome:
    """The count goes on from the number that was said, as if it had been counted so far."""
    turn = with_count(turn, said)
    measure = turn.workout.set_here.exercise.measure
    if measure is Measure.REPETITIONS and turn.is_led_on:
        return turn.go_on([])  # the count says the number as it begins again
    return turn.go_on([turn.phrase(f"effort.did_{measure}", n=said.amount)])


def with_count(turn: Turn, said: Unsure) -> Turn:
    """The turn in which as much of the side under way is done as was said."""
    workout = turn.workout
    measure = workout.set_here.exercise.measure
    place = workout.place._replace(done=whole(Dose(measure, said.amount)))
    unit = units_of(workout.set_here)[place.side]
    tally = (*workout.tally[:unit], said.amount, *workout.tally[unit + 1 :])
    corrections = tuple(own for own in workout.corrections if own[0] != unit)
    return turn.with_workout(workout._replace(place=place, tally=tally, corrections=corrections))


def all_of_the_side(turn: Turn, said: Unsure) -> Amended | None:
    """A number noted for the side under way, if it says that all of it is done; None where it does not.

    The runner was faster than the count. The other side is still to come, or has its own number.
    """
    work = _of_the_side(turn, said)
    if work is None or said.amount < work.dose.amount:
        return None
    side = work.sides[turn.workout.place.side]
    return correct(turn.athlete, said.amount, work.exercise.id, side)


def side_ended(turn: Turn, said: list[Phrase]) -> Outcome:
    """On with what comes after the side of the set under way; a pause stays one."""
    turn, paused = turn._replace(aside=None), not turn.workout.running
    turn = turn.move(Trigger.RESUME) if paused else turn
    turn = turn.move(Trigger.ADVANCE)
    if paused and not turn.workout.finished:
        return turn.held().talk(said, Question.GO_ON)
    return turn.lead_on(said)


def _of_the_side(turn: Turn, said: Unsure) -> WorkSet | None:
    """The set under way, if a number that was said is of its current side, and some of that is done."""
    workout = turn.athlete.workout
    if workout is None or said.spare or workout.place.active not in AT_WORK:
        return None
    place, work = workout.place, workout.set_here
    meant = said.exercise_id in (None, work.exercise.id)
    meant = meant and said.side in (None, work.sides[place.side])
    counts = work.exercise.measure is Measure.REPETITIONS
    return work if meant and place.done > 0 and not (said.seconds and counts) else None
