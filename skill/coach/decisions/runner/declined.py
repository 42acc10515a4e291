"""No to what was offered in place of an exercise."""

from skill.athlete.changing import changed, next_set, sets_ahead, without
from skill.coach.decisions.runner.difficulty import one_harder
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import as_planned, ask_into, ask_to_stretch
from skill.coach.turn.turn import Turn
from skill.training.plan import WorkSet
from skill.training.prescription import Prescription
from skill.training.rung import Why
from skill.workout.cue import phrase
from skill.workout.names import exercise_name, joint_names
from skill.workout.question import Question


def declined(turn: Turn) -> Outcome:
    """Back to what was planned, where the runner only wished it easier or harder; else without it as well."""
    coming = sets_ahead(turn.workout)[:1]
    stays = _before_the_offer(turn, coming[0]) if coming else None
    if stays is None:
        return _leave_out(turn)
    turn = turn.with_athlete(changed(turn.athlete, coming[0].at, stays))
    return turn.lead([phrase("instead.stays", exercise=exercise_name(stays.exercise.id))])


def never_meant(turn: Turn) -> Outcome:
    """Another exercise was offered, and the runner never meant what it was offered for.

    What hurts stays spared all the same: the runner hears how that ends, and is asked again. Else the offer is
    declined.
    """
    coming = sets_ahead(turn.workout)[:1]
    joint = coming[0].prescription.reason.without if coming else None
    if joint is None or joint not in turn.athlete.preferences.avoided_joints:
        return declined(turn)
    return turn.talk([phrase("pain.spare", joint=joint_names([joint]))], Question.INSTEAD)


def _before_the_offer(turn: Turn, offered: WorkSet) -> Prescription | None:
    """What a set was before something easier or harder was offered for it; None where it was something else.

    Where the plan itself was offered, it was to be easier than the harder one that the runner had taken.
    """
    planned = turn.workout.plan.prescriptions[offered.entry]
    eased = offered.prescription.reason.why is Why.WISH and offered.exercise is planned.exercise
    return one_harder(turn, planned) if eased else as_planned(turn, offered)


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
