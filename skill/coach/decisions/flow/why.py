"""Why an exercise is asked for as it is, at any time."""

from skill.athlete.changing import next_set
from skill.coach.commands import WhyThis
from skill.coach.turn.naming import exercise_meant
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.plan import WorkSet
from skill.workout.cue import phrase
from skill.workout.names import dose_phrase, exercise_name
from skill.workout.reasons import reason_phrase
from skill.workout.script import gives_reason


def why_this(turn: Turn, command: WhyThis) -> Outcome:
    """The reason of the current exercise, or of the named one where it is in the plan.

    Where its announcement, which goes on behind the answer, gives the reason, it is said once.
    """
    work = _meant(turn, command)
    if work is None:
        plan = turn.workout.plan
        names = tuple(exercise_name(exercise.id) for exercise in plan.all_exercises)
        name = exercise_name(exercise_meant(turn, command.exercise))
        return turn.go_on([turn.phrase("done.not_today", exercise=name, exercises=names)])
    workout = turn.workout
    grows = work.entry in workout.plan.growing
    announced = turn.is_led_on and gives_reason(workout.plan, workout.place)
    if announced and not grows and work.at == workout.place.at:
        return turn.lead(resumed=True)
    said = [reason_phrase(work.prescription, turn.variation, turn.units)]
    if not work.prescription.reason.changed:
        dose = dose_phrase(work, turn.units)
        name = exercise_name(work.exercise.id)
        it_is = phrase("why.it_is", exercise=name, dose=dose)
        said = [it_is] if grows else [it_is, *said]
    if grows:
        said.append(turn.phrase("why.growing"))
    return turn.go_on(said)


def _meant(turn: Turn, command: WhyThis) -> WorkSet | None:
    """The set that is meant: the current one or the next; otherwise the last one of the exercise."""
    plan = turn.workout.plan
    base = turn.catalog.exercises[exercise_meant(turn, command.exercise)].base_id
    sets = [work for work in plan.sets if work.exercise.base_id == base]
    ahead = [work for work in sets if work.at >= next_set(turn.workout)]
    return next(iter(ahead or sets[-1:]), None)
