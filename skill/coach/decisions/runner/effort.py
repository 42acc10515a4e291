"""How hard an exercise was, in the runner's own word (decision 25)."""

from skill.athlete.corrections import last_set, rate
from skill.coach.commands import RateExercise
from skill.coach.decisions.runner.record_meant import amended_record, go_on_noted, nothing_done
from skill.coach.turn.naming import id_of
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.record import Effort
from skill.workout.cue import phrase
from skill.workout.names import exercise_name


def rate_exercise(turn: Turn, command: RateExercise) -> Outcome:
    """How hard an exercise was; of the whole last workout, if none is named and none is under way."""
    effort, id_ = command.effort, id_of(command.exercise)
    if effort is None:
        return turn.go_on([phrase("effort.not_heard")])
    if id_ is None and _stands_alone(turn):
        return _rate_last_workout(turn, effort)
    amended = amended_record(turn, id_, lambda athlete, known: rate(athlete, effort, None, known))
    if amended is None:
        return turn.go_on([nothing_done(turn, id_)])
    if id_ is not None:
        name = exercise_name(amended.exercise_id)
        said = turn.phrase(f"effort.named_{effort}", exercise=name)
    else:
        said = turn.phrase(f"effort.{effort}")
    return go_on_noted(turn.with_athlete(amended.athlete), said)


def _stands_alone(turn: Turn) -> bool:
    """Whether nothing of the current workout was done: then the last one is meant."""
    workout = turn.athlete.workout
    return workout is None or last_set(workout) is None


def _rate_last_workout(turn: Turn, effort: Effort) -> Outcome:
    """Rate every exercise of the last workout that has no rating yet; all of them, where all have one."""
    history = [record for record in turn.athlete.history if record.sets]
    if not history:
        return turn.go_on([phrase("effort.nothing_done")])
    newest = (history[-1].day, history[-1].workout)
    last = [record for record in history if (record.day, record.workout) == newest]
    for record in [r for r in last if r.effort is None] or last:
        amended = rate(turn.athlete, effort, None, record.exercise_id)
        if amended is not None:
            turn = turn.with_athlete(amended.athlete)
    return go_on_noted(turn, turn.phrase(f"effort.workout_{effort}"))
