"""Too hard, or too easy: noted, and what a trainer would offer for it."""

from skill.athlete.changing import changed, next_set, sets_ahead
from skill.athlete.corrections import rate
from skill.coach.commands import (
    DidRepetitions,
    FeelBurn,
    Fewer,
    Harder,
    LongRunTomorrow,
    MoreTime,
    NamedExercise,
    RateExercise,
    SetDone,
    TooEasy,
    TooHard,
)
from skill.coach.decisions.flow.moving import more_time, set_done
from skill.coach.decisions.runner.effort import did_repetitions, rate_exercise
from skill.coach.decisions.runner.week import long_run_tomorrow
from skill.coach.turn.naming import origin
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import ask_into, ask_to_stretch, easier, lead_into
from skill.coach.turn.turn import Turn
from skill.training.exercise import Dose, Measure
from skill.training.ladder import harder as next_rung
from skill.training.plan import MOST_EXTRA_SETS, Prescription, WorkSet
from skill.training.record import Effort
from skill.training.rung import Reason, Why
from skill.workout.course import counted
from skill.workout.cue import Phrase, phrase
from skill.workout.cursor import AT_WORK
from skill.workout.names import dose_phrase, exercise_name
from skill.workout.question import Question
from skill.workout.states import State, Trigger

FEWER = 2 / 3
"""What is left of a dose when fewer are wished for (ours): enough less to be felt, and still a set."""

FEWEST = {Measure.REPETITIONS: 3, Measure.SECONDS: 5}
"""The least that is asked of a set (ours)."""


def too_hard(turn: Turn, command: TooHard) -> Outcome:
    """Hold the count, note it, and ask what would help; once asked, the easier exercise."""
    named = command.exercise
    work = _meant(turn, named)
    if work is None:
        return rate_exercise(turn, RateExercise(Effort.HARD, named))
    if turn.athlete.question is Question.TOO_HARD:
        return make_easier(turn)
    noted = rate(turn.athlete, Effort.HARD, None, work.exercise.id)
    if noted is not None and noted.exercise_id == work.exercise.id:
        turn = turn.with_athlete(noted.athlete)
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
    work = _meant(turn, None)
    if work is None:
        return turn.go_on([])
    other = easier(turn, work.prescription)
    if other is None:
        return fewer(turn, Fewer())
    turn = turn.with_athlete(changed(turn.athlete, work.index, other))
    said = [turn.phrase("too_hard.easier", exercise=exercise_name(other.exercise.id))]
    return ask_into(turn, work.index, said)


def fewer(turn: Turn, command: Fewer) -> Outcome:
    """Less in each set that is still to come, today; a set that was begun ends where it is.

    Where a number was said it is so many, in the set under way too. After a set such a number says how many were
    done.
    """
    if command.amount is not None:
        return _so_many(turn, command)
    named = command.exercise
    work = _meant(turn, named)
    if work is None:
        return turn.go_on([phrase("too_hard.no_set")])
    item = work.prescription
    amount = max(FEWEST[item.dose.measure], round(item.dose.amount * FEWER))
    if amount >= item.dose.amount:
        return turn.go_on([phrase("too_hard.fewest")])
    item = item._replace(dose=item.dose._replace(amount=amount))
    begun = work.index == turn.workout.place.index and turn.workout.place.done > 0
    begun = begun and turn.workout.place.active is not State.RESTING
    first = max(next_set(turn.workout), work.index + begun)
    later = [
        other.index
        for other in turn.workout.plan.sets
        if other.entry == work.entry and other.index >= first
    ]
    said = [_told(turn, work, item)] if later else []
    if later:
        turn = turn.with_athlete(changed(turn.athlete, later[0], item))
    if not begun:
        at_hand = work.index == next_set(turn.workout) and bool(later)
        resting = turn.workout.place.active is State.RESTING
        said = said or [phrase("too_hard.no_set")]
        return lead_into(turn, work.index, said) if at_hand and not resting else turn.go_on(said)
    said = [turn.phrase("too_hard.enough"), *said]
    if work.index + 1 >= len(turn.workout.plan.sets):
        return ask_to_stretch(turn, said)
    return turn.move(Trigger.GO_TO, work.index + 1).move(Trigger.PAUSE).talk(said, Question.GO_ON)


def _so_many(turn: Turn, command: Fewer) -> Outcome:
    """Only so many, today: in the set under way and in those to come; what is no fewer is a report."""
    named, amount = command.exercise, command.amount and command.amount.value
    work = _meant(turn, named)
    place = turn.workout.place
    reports = work is None or (named is None and place.active is State.RESTING)
    if work is None or reports or amount is None or not 0 < amount < work.dose.amount:
        return did_repetitions(turn, DidRepetitions(command.amount, exercise=named))
    item = work.prescription
    fewest = min(FEWEST[item.dose.measure], item.dose.amount)
    item = item._replace(dose=item.dose._replace(amount=max(fewest, amount)))
    at_hand = work.index == place.index and place.active in AT_WORK
    if (
        at_hand and counted(place) >= item.dose.amount
    ):  # there already: it holds from the next set on
        later = [w for w in turn.workout.plan.sets[work.index + 1 :] if w.entry == work.entry]
        if later:
            turn = turn.with_athlete(changed(turn.athlete, later[0].index, item))
        return set_done(turn, SetDone())
    turn = turn.with_athlete(changed(turn.athlete, work.index, item))
    return turn.go_on([_told(turn, work, item)])


def _told(turn: Turn, work: WorkSet, item: Prescription) -> Phrase:
    """The word on how much of an exercise it is from now on."""
    dose = dose_phrase(work._replace(prescription=item), turn.units)
    return turn.phrase("too_hard.fewer", exercise=exercise_name(work.exercise.id), dose=dose)


def harder(turn: Turn, command: Harder) -> Outcome:
    """One rung more, now: some repetitions, more weight, or a harder exercise, which is offered first."""
    named = command.exercise
    work = _meant(turn, named)
    if work is None:
        return rate_exercise(turn, RateExercise(Effort.EASY, named))
    resting = turn.workout.place.active is State.RESTING
    if named is None and resting:  # what comes, not what is done
        work = turn.workout.plan.sets[min(work.index + 1, len(turn.workout.plan.sets) - 1)]
    other = _harder(turn, work.prescription)
    if other is None:
        return turn.go_on([turn.phrase("too_easy.most")])
    turn = turn.with_athlete(changed(turn.athlete, work.index, other))
    if other.exercise is work.exercise:
        return turn.go_on([_told(turn, work, other)])
    said = [turn.phrase("too_easy.harder", exercise=exercise_name(other.exercise.id))]
    at_hand = work.index == next_set(turn.workout)
    return ask_into(turn, work.index, said) if at_hand and not resting else turn.go_on(said)


def _harder(turn: Turn, item: Prescription) -> Prescription | None:
    """What the next rung asks, beside another set: the number of sets is settled."""
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
    work = _meant(turn, named)
    if work is None:
        return rate_exercise(turn, RateExercise(Effort.EASY, named))
    noted = rate(turn.athlete, Effort.EASY, None, work.exercise.id)
    if noted is not None and noted.exercise_id == work.exercise.id:
        turn = turn.with_athlete(noted.athlete)
    return turn.go_on([turn.phrase("too_easy.noted")])


def _meant(turn: Turn, named: NamedExercise | None) -> WorkSet | None:
    """The next set of the exercise that was named, or the current one; None where nothing is to come of it."""
    workout = turn.workout
    if not workout.under_way or workout.place.active is State.STRETCHING:
        return None
    if named is None:
        # In the warm-up the place counts moves, none of which is a set.
        warms_up = workout.place.active is State.WARMING_UP
        return None if warms_up else workout.plan.sets[workout.place.index]
    base_id = turn.catalog.exercises[str(named.id)].base_id
    return next((w for w in sets_ahead(workout) if w.exercise.base_id == base_id), None)
