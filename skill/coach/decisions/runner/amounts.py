"""How many a set asks for, in the runner's own words: fewer, more, so many, or no more than were done."""

from skill.athlete.changing import changed, next_set
from skill.athlete.corrections import correct
from skill.coach.commands import DidRepetitions, Fewer, NamedExercise, OnlyDid, SetDone, SoMany
from skill.coach.decisions.flow.moving import set_done
from skill.coach.decisions.runner.own_count import did_repetitions
from skill.coach.decisions.runner.side_under_way import side_ended
from skill.coach.turn.naming import next_set_of
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import ask_to_stretch, lead_into
from skill.coach.turn.turn import Turn
from skill.training.catalog_entries import LONGEST_DOSE
from skill.training.exercise import Measure
from skill.training.plan import WorkSet
from skill.training.prescription import Prescription
from skill.workout.course import counted
from skill.workout.cue import Phrase, phrase
from skill.workout.names import dose_phrase, exercise_name
from skill.workout.question import Question
from skill.workout.states import AT_WORK, State, Trigger

FEWER = 2 / 3
"""The share of a dose that is left when a runner wants fewer (ours): less enough to be felt, and still a set."""

FEWEST = {Measure.REPETITIONS: 3, Measure.SECONDS: 5}
"""The least that is asked of a set (ours)."""


def fewer(turn: Turn, command: Fewer) -> Outcome:
    """Less in each set that is still to come, today; a set that was begun ends where it is.

    Where a number was said it is so many, in the set under way too. After a set such a number says how many were
    done.
    """
    if command.amount is not None:
        return _no_more_than(turn, command)
    if counted_by := command.off or command.left:
        return _so_many_fewer(turn, command, counted_by.value or 0)
    named = command.exercise
    work = set_meant(turn, named)
    if work is None:
        return turn.go_on([_no_set(turn, command.exercise)])
    item = work.prescription
    amount = max(FEWEST[item.dose.measure], round(item.dose.amount * FEWER))
    if amount >= item.dose.amount:
        return turn.go_on([phrase("too_hard.fewest")])
    item = item._replace(dose=item.dose._replace(amount=amount))
    begun = work.at == turn.workout.place.at and turn.workout.place.done > 0
    begun = begun and turn.workout.place.active is not State.RESTING
    first = max(next_set(turn.workout), work.at + begun)
    later = _changed_from(turn, work, first, item)
    said = [told(turn, work, item)] if later else []
    turn = later or turn
    if not begun:
        at_hand = work.at == next_set(turn.workout) and later is not None
        resting = turn.workout.place.active is State.RESTING
        said = said or [_no_set(turn, named)]
        return lead_into(turn, work.at, said) if at_hand and not resting else turn.go_on(said)
    said = [turn.phrase("too_hard.enough"), *said]
    if work.at + 1 >= len(turn.workout.plan.sets):
        return ask_to_stretch(turn, said)
    return turn.move(Trigger.GO_TO, work.at + 1).move(Trigger.PAUSE).talk(said, Question.GO_ON)


def _no_more_than(turn: Turn, command: Fewer) -> Outcome:
    """Only so many, today: in the current set and in those to come. A number that is no lower is a report."""
    named, amount = command.exercise, command.amount and command.amount.value
    work = set_meant(turn, named)
    place = turn.workout.place
    reports = work is None or (named is None and place.active is State.RESTING)
    if work is None or reports or amount is None or not 0 < amount < work.dose.amount:
        return did_repetitions(turn, DidRepetitions(command.amount, exercise=named))
    return _cut_to(turn, work, amount)


def _so_many_fewer(turn: Turn, command: Fewer, number: int) -> Outcome:
    """So many less than a set asks for, in a rest the next one; or so many from here on in the set under way."""
    place = turn.workout.place
    work = set_meant(turn, command.exercise, later=place.active is State.RESTING)
    under_way = work is not None and work.at == place.at and place.active in AT_WORK
    if work is None:
        return turn.go_on([_no_set(turn, command.exercise)])
    if command.left and not under_way:
        return turn.go_on([turn.phrase("done.misheard")])
    if number <= 0:
        return turn.go_on([phrase("effort.number_not_heard")])
    wanted = work.dose.amount - number if command.off else counted(place) + number
    return _cut_to(turn, work, wanted) if wanted < work.dose.amount else turn.go_on([])


def _no_set(turn: Turn, named: NamedExercise | None) -> Phrase:
    """That no set is meant: none is still to come, or it is a move of the warm-up, which stays as it is."""
    of_a_move = named is None and turn.workout.place.active is State.WARMING_UP
    return phrase("warm_up.stays" if of_a_move else "too_hard.no_set")


def _cut_to(turn: Turn, work: WorkSet, amount: int) -> Outcome:
    """So many in a set and in those of its exercise that follow; never less than is asked of any set."""
    place = turn.workout.place
    item = work.prescription
    fewest = min(FEWEST[item.dose.measure], item.dose.amount)
    item = item._replace(dose=item.dose._replace(amount=max(fewest, amount)))
    under_way = work.at == place.at and place.active in AT_WORK
    if under_way and counted(place) >= item.dose.amount:
        # That many are done already: it holds from the next set on.
        return set_done(_changed_from(turn, work, work.at + 1, item) or turn, SetDone())
    turn = turn.with_athlete(changed(turn.athlete, work.at, item))
    return turn.go_on([told(turn, work, item)])


def _changed_from(turn: Turn, work: WorkSet, since: int, item: Prescription) -> Turn | None:
    """The turn with a set's exercise done as ``item`` says from index ``since`` on; None where none is left."""
    sets = turn.workout.plan.sets
    later = next((w.at for w in sets[since:] if w.entry == work.entry), None)
    return None if later is None else turn.with_athlete(changed(turn.athlete, later, item))


def told(turn: Turn, work: WorkSet, item: Prescription) -> Phrase:
    """What is said about how much of an exercise comes from now on."""
    dose = dose_phrase(work._replace(prescription=item), turn.units)
    return turn.phrase("too_hard.fewer", exercise=exercise_name(work.exercise.id), dose=dose)


def so_many(turn: Turn, command: SoMany) -> Outcome:
    """So many, today: in the set under way, or in a rest in the next one; with ``more`` in that set alone.

    Never more than the longest set that is planned at all.
    """
    amount = command.amount.value if command.amount else None
    resting = turn.workout.place.active is State.RESTING
    work = set_meant(turn, command.exercise, later=resting)
    if work is None or amount is None or amount <= 0:
        return turn.go_on(
            [phrase("effort.number_not_heard") if work else _no_set(turn, command.exercise)]
        )
    item = work.prescription
    wanted = amount + item.dose.amount * command.more
    if wanted < item.dose.amount:
        return _no_more_than(turn, Fewer(command.exercise, command.amount))
    most = LONGEST_DOSE[item.dose.measure]
    said = [phrase("amount.most", n=most)] if wanted > most else []
    more = item._replace(dose=item.dose._replace(amount=min(wanted, most)))
    turn = turn.with_athlete(changed(turn.athlete, work.at, more))
    if not command.more:
        return turn.go_on([*said, told(turn, work, more)])
    turn = _changed_from(turn, work, work.at + 1, item) or turn
    dose = dose_phrase(work._replace(prescription=more), turn.units)
    return turn.go_on([*said, turn.phrase("amount.more", dose=dose)])


def only_did(turn: Turn, command: OnlyDid) -> Outcome:
    """No more than so many: in the middle of a side this ends the side, and afterwards the number is noted.

    A number above what the set asked for was probably misheard: it is treated as a number to note.
    """
    amount = command.repetitions.value if command.repetitions else None
    workout, place = turn.workout, turn.workout.place
    under_way = workout.under_way and place.active in AT_WORK and counted(place)
    work = workout.set_here if under_way else None
    if work is None or amount is None or not 0 < amount <= work.dose.amount:
        return did_repetitions(turn, DidRepetitions(command.repetitions))
    amended = correct(turn.athlete, amount, work.exercise.id, work.sides[place.side])
    if amended is None:
        return did_repetitions(turn, DidRepetitions(command.repetitions))
    said = turn.phrase(f"effort.did_{work.exercise.measure}", n=amount)
    return side_ended(turn.with_athlete(amended.athlete), [said])


def set_meant(turn: Turn, named: NamedExercise | None, *, later: bool = False) -> WorkSet | None:
    """The next set of the exercise that was named, or the current one; None where no set of it is still to come.

    With ``later``, and no name, the set that comes after the current one.
    """
    workout = turn.workout
    if not workout.under_way or workout.place.active is State.STRETCHING:
        return None
    if named is None:
        # In the warm-up the place counts moves, none of which is a set.
        warms_up = workout.place.active is State.WARMING_UP
        index = 0 if warms_up else workout.place.at + later
        if warms_up and not later:
            return None
        return workout.plan.sets[min(index, len(workout.plan.sets) - 1)]
    return next_set_of(turn, str(named.id))
