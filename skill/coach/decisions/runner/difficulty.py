"""Too hard, or too easy: noted, and what a trainer would offer for it."""

from skill.athlete.changing import changed, next_set
from skill.athlete.corrections import rate
from skill.coach.commands import (
    FeelBurn,
    Fewer,
    Harder,
    LongRunTomorrow,
    MoreTime,
    RateExercise,
    TooEasy,
    TooHard,
)
from skill.coach.decisions.flow.moving import more_time
from skill.coach.decisions.runner.amounts import fewer, set_meant, told
from skill.coach.decisions.runner.effort import rate_exercise
from skill.coach.decisions.runner.week import long_run_tomorrow
from skill.coach.turn.naming import origin
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import ask_into, easier
from skill.coach.turn.turn import Turn
from skill.training.exercise import Dose
from skill.training.ladder import harder as next_rung
from skill.training.plan import MOST_EXTRA_SETS, WorkSet
from skill.training.prescription import Prescription
from skill.training.record import Effort
from skill.training.rung import Reason, Why
from skill.workout.names import exercise_name
from skill.workout.question import Question
from skill.workout.states import AT_WORK, State


def too_hard(turn: Turn, command: TooHard) -> Outcome:
    """Hold the count, note it, and ask what would help; once asked, the easier exercise."""
    named = command.exercise
    work = set_meant(turn, named)
    if work is None:
        return rate_exercise(turn, RateExercise(Effort.HARD, named))
    if turn.athlete.question is Question.TOO_HARD:
        return make_easier(turn)
    turn = _rated(turn, work, Effort.HARD)
    if named is not None or turn.workout.place.active is State.RESTING:
        return turn.go_on([turn.phrase("too_hard.later", exercise=exercise_name(work.exercise.id))])
    turn = turn.held()
    return turn.talk([turn.phrase("too_hard.noted")], Question.TOO_HARD)


def feel_burn(turn: Turn, _command: FeelBurn) -> Outcome:
    """Muscles that burn are tired: hold the count, and offer a rest or less; before a workout, a lighter one."""
    workout = turn.workout
    if not workout.under_way:
        return long_run_tomorrow(turn, LongRunTomorrow())
    if workout.running and workout.place.state is State.RESTING:
        return more_time(turn, MoreTime())
    turn = turn.held()
    easier_helps = workout.place.active in AT_WORK
    question = Question.TOO_HARD if easier_helps else Question.GO_ON
    return turn.talk([turn.phrase("too_hard.burns")], question)


def make_easier(turn: Turn) -> Outcome:
    """The easier exercise in place of the current one, today."""
    work = set_meant(turn, None)
    if work is None:
        return turn.go_on([])
    other = easier(turn, work.prescription)
    if other is None:
        return fewer(turn, Fewer())
    turn = turn.with_athlete(changed(turn.athlete, work.at, other))
    return ask_into(turn, work.at, [])


def harder(turn: Turn, command: Harder) -> Outcome:
    """One rung more, now: some repetitions, more weight, or a harder exercise, which is offered first."""
    named = command.exercise
    # In a rest the set that comes is meant, not the one that is done.
    resting = turn.workout.place.active is State.RESTING
    work = set_meant(turn, named, later=command.later or resting)
    if work is None:
        return rate_exercise(turn, RateExercise(Effort.EASY, named))
    other = one_harder(turn, work.prescription)
    if other is None:
        return turn.go_on([turn.phrase("too_easy.most")])
    turn = turn.with_athlete(changed(turn.athlete, work.at, other))
    if other.exercise is work.exercise:
        return turn.go_on([told(turn, work, other)])
    if work.at == next_set(turn.workout) and not resting:
        return ask_into(turn, work.at, [])
    return turn.go_on([turn.phrase("too_easy.harder", exercise=exercise_name(other.exercise.id))])


def one_harder(turn: Turn, item: Prescription) -> Prescription | None:
    """What the next rung asks, unless that is one more set: the number of sets stays as it is."""
    rung = next_rung(turn.catalog, item.rung, turn.preferences)
    if rung is not None and rung.extra_sets != item.extra_sets:
        rung = next_rung(
            turn.catalog, item.rung._replace(extra_sets=MOST_EXTRA_SETS), turn.preferences
        )
    if rung is None or rung._replace(extra_sets=item.extra_sets) == item.rung:
        return None
    exercise, reason = turn.catalog.exercises[rung.exercise_id], item.reason
    if exercise is not item.exercise:
        reason = Reason(Why.WISH, reason.was, instead_of=origin(turn, item))
    return item._replace(
        exercise=exercise,
        dose=Dose(exercise.measure, rung.amount),
        tool=rung.tool,
        load_grams=rung.load_grams,
        reason=reason,
    )


def too_easy(turn: Turn, command: TooEasy) -> Outcome:
    """Note it, and say when more is asked and what can be done now."""
    named = command.exercise
    work = set_meant(turn, named)
    if work is None:
        return rate_exercise(turn, RateExercise(Effort.EASY, named))
    return _rated(turn, work, Effort.EASY).go_on([turn.phrase("too_easy.noted")])


def _rated(turn: Turn, work: WorkSet, effort: Effort) -> Turn:
    """The turn with it noted how hard the exercise of a set is, if any of it was done."""
    noted = rate(turn.athlete, effort, None, work.exercise.id)
    if noted is None or noted.exercise_id != work.exercise.id:
        return turn
    return turn.with_athlete(noted.athlete)
