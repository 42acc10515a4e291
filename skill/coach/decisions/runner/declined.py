"""No to what was offered in place of an exercise."""

from skill.athlete.changing import changed, next_set, sets_ahead, without
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import ask_into, ask_to_stretch
from skill.coach.turn.turn import Turn
from skill.training.ladder import is_allowed
from skill.training.plan import Prescription, WorkSet
from skill.training.rung import Why
from skill.workout.cue import phrase
from skill.workout.names import exercise_name


def declined(turn: Turn) -> Outcome:
    """Back to what was planned, where the runner only wished it easier or harder; else without it as well."""
    coming = sets_ahead(turn.workout)[:1]
    planned = _as_planned(turn, coming[0]) if coming else None
    if planned is None:
        return _leave_out(turn)
    turn = turn.with_athlete(changed(turn.athlete, coming[0].at, planned))
    return turn.lead([phrase("instead.stays", exercise=exercise_name(planned.exercise.id))])


def _as_planned(turn: Turn, work: WorkSet) -> Prescription | None:
    """What a set was planned as, where another exercise was offered for it on a wish and nothing forbids it.

    Who has asked for something else wants neither, and what hurts comes no more.
    """
    planned, preferences = turn.workout.plan.prescriptions[work.entry], turn.preferences
    offered = work.prescription.reason.why is Why.WISH and work.exercise is not planned.exercise
    swapped = planned.exercise.base_id in dict(preferences.swaps)
    return (
        planned if offered and not swapped and is_allowed(planned.exercise, preferences) else None
    )


def _leave_out(turn: Turn) -> Outcome:
    """Not that one either, nor in a later round: offer what comes instead, or the stretch where nothing does."""
    workout, index = turn.workout, next_set(turn.workout)
    said = [turn.phrase("instead.left_out")]
    declined = {work.entry for work in workout.plan.sets[index : index + 1]}
    if all(work.entry in declined for work in workout.plan.sets[index:]):
        return ask_to_stretch(turn, said)
    turn = turn.with_workout(without(workout, dict.fromkeys(declined, index)))
    begun = turn.workout.plan.sets[index].entry in declined  # what was done of it stays
    return ask_into(turn, index + begun, said)
