"""On with what is left of a workout, once something in it would load what hurts, or needs what is missing."""

from skill.athlete.changing import first_of, next_set, sets_ahead, without
from skill.athlete.workout import Workout
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import ask_instead, ask_to_stretch, can_be_done
from skill.coach.turn.turn import Turn
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name
from skill.workout.question import Question
from skill.workout.states import Trigger


def ask_into_what_is_left(turn: Turn, before: Workout, index: int, said: list[Phrase]) -> Outcome:
    """On with the first set from ``index`` on that may be done, without those that may not.

    What was in the workout ``before`` and is there no longer is named. Where no set is left, lead kindly to the
    end.
    """
    left = first_left(turn, index)
    if left is None:
        said = [*said, phrase("pain.nothing_left")]
        return ask_to_stretch(turn, said, Question.STRETCH_KINDLY)
    turn = without_barred(turn.move(Trigger.GO_TO, left))
    return ask_instead(turn, [*said, *left_out(before, turn)])


def held_with_what_is_left(turn: Turn, before: Workout, said: list[Phrase]) -> Outcome:
    """Hold the workout where it is, without the sets that may not be done; name what it had ``before``."""
    turn = without_barred(turn).held()
    return turn.talk([*said, *left_out(before, turn)], Question.GO_ON)


def first_left(turn: Turn, index: int) -> int | None:
    """The index of the first set from ``index`` on that may be done; None where there is none."""
    sets = range(index, len(turn.workout.plan.sets))
    return next((at for at in sets if can_be_done(turn, at)), None)


def left_out(before: Workout, turn: Turn) -> list[Phrase]:
    """What is said about exercises that are left out, since nothing can take their place."""
    still = {work.entry for work in sets_ahead(turn.workout)}
    gone = (work.exercise.id for work in sets_ahead(before) if work.entry not in still)
    names = tuple(map(exercise_name, dict.fromkeys(gone)))
    return [turn.phrase("left_out.done", exercises=names)] if names else []


def without_barred(turn: Turn) -> Turn:
    """The turn without the sets to come that may not be done, and for which there is nothing else."""
    ahead = turn.workout.plan.sets[next_set(turn.workout) :]
    barred = first_of(work for work in ahead if not can_be_done(turn, work.at))
    return turn.with_workout(without(turn.workout, barred)) if barred else turn
