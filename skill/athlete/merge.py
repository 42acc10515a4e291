"""Two versions of one athlete made into one: two devices of a household, or a store that came back."""

from typing import TypeVar

from skill.athlete.athlete import Athlete, Said, Workout, records_of
from skill.training.past import Past, compacted
from skill.training.record import History, Key, Record, combined, joined

T = TypeVar("T")
Records = dict[Key, Record]


def merge(base: Athlete, mine: Athlete, theirs: Athlete) -> Athlete:
    """``theirs`` with what ``mine`` changed since ``base``, on which both were built.

    Finished sets are never lost, and none is counted twice: records of both are kept, and a record of one
    workout that both have keeps the better count of each set. A workout that both went on with keeps the
    better counts too; one that is not kept, since the other device has ended or replaced it, is recorded. Where
    both changed a thing otherwise, mine is the fresher word.
    """
    workout = _fresher(base.workout, mine.workout, theirs.workout)
    history, past = _histories(base, mine, theirs)
    if theirs.workout is not None and not _same_sets(workout, theirs.workout):
        history = joined(history, records_of(theirs.workout, theirs.preferences))
    return Athlete(
        preferences=_fresher(base.preferences, mine.preferences, theirs.preferences),
        history=history,
        workout=_with_best_counts(workout, theirs.workout),
        question=_fresher(base.question, mine.question, theirs.question),
        greeted=mine.greeted or theirs.greeted,
        simple_devices=_fresher(base.simple_devices, mine.simple_devices, theirs.simple_devices),
        zone=_fresher(base.zone, mine.zone, theirs.zone),
        past=past,
        offered_non_stop=_fresher(
            base.offered_non_stop, mine.offered_non_stop, theirs.offered_non_stop
        ),
        unasked=_fresher(base.unasked, mine.unasked, theirs.unasked),
    )


def _fresher(base: T, mine: T, theirs: T) -> T:
    """Mine where I changed it, else theirs."""
    return theirs if mine == base else mine


def _histories(base: Athlete, mine: Athlete, theirs: Athlete) -> tuple[History, Past]:
    """The records of both, and the past of the device that has folded more of them."""
    known, here, there = ((a.history, a.past) for a in (base, mine, theirs))
    if known in (here, there):
        return _fresher(known, here, there)
    past = _fresher(base.past, mine.past, theirs.past)
    for other in (mine.past, theirs.past):
        if other.until is not None and (past.until is None or other.until > past.until):
            past = other
    before = _by_key(base.history)
    records = _records(before, _by_key(mine.history), _by_key(theirs.history))
    until = past.until
    if until is None:
        return records, past
    open_ones = (record for record in records if record.day >= until or record.key not in before)
    return compacted(tuple(open_ones), past, until)


def _records(before: Records, mine: Records, theirs: Records) -> History:
    """The records of both, without what one has dropped (forgotten or folded) and the other left alone."""
    found = []
    for key in sorted(mine.keys() | theirs.keys()):
        one, other, base = mine.get(key), theirs.get(key), before.get(key)
        if one is None or other is None:
            record = one or other
            record = None if record == base else record
        elif base in (one, other):
            record = _fresher(base, one, other)
        else:
            record = combined(other, one)
        if record is not None:
            found.append(record)
    return tuple(found)


def _by_key(history: History) -> Records:
    return {record.key: record for record in history}


def _same_sets(one: Workout | None, other: Workout) -> bool:
    """Whether two are versions of one workout that ask for the same in each set."""
    if one is None or one.number != other.number or one.plan.day != other.plan.day:
        return False
    sets = zip(one.plan.sets, other.plan.sets, strict=False)
    same = all(mine.exercise is theirs.exercise for mine, theirs in sets)
    same = same and one.plan.moves == other.plan.moves
    return same and len(one.plan.sets) == len(other.plan.sets)


def _with_best_counts(workout: Workout | None, other: Workout | None) -> Workout | None:
    if workout is None or other is None or not _same_sets(workout, other):
        return workout
    efforts: dict[str, Said] = {
        said.exercise_id: said for said in (*other.efforts, *workout.efforts)
    }
    corrections = {**dict(other.corrections), **dict(workout.corrections)}
    return workout._replace(
        tally=tuple(map(max, workout.tally, other.tally)),
        plays=max(workout.plays, other.plays),
        efforts=tuple(efforts.values()),
        corrections=tuple(sorted(corrections.items())),
    )
