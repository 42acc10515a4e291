"""Two versions of one athlete made into one: two devices of a household, or a store that came back.

See decision 30.
"""

from skill.athlete.athlete import Athlete
from skill.athlete.changing import next_set, sets_ahead, without
from skill.athlete.three_way import each_field, fresher
from skill.athlete.timing import combined_times
from skill.athlete.workout import Said, Workout, records_of
from skill.training.past import Past, compacted
from skill.training.plan import Plan, WorkSet
from skill.training.preferences import Preferences
from skill.training.record import History, Key, Record, combined, joined
from skill.training.times import Times, joined_times
from skill.workout.cursor import SIDES, Tally
from skill.workout.machine import PlanUnderWay
from skill.workout.place import Place
from skill.workout.states import State, Trigger

Records = dict[Key, Record]

_BESIDE_THE_SETS = (State.WARMING_UP, State.STRETCHING)
"""In these states a place counts moves or stretches, not sets."""


def merge(base: Athlete, mine: Athlete, theirs: Athlete) -> Athlete:
    """``theirs`` with what ``mine`` changed since ``base``, on which both were built.

    Nothing that was said on either device is undone. Preferences are merged one by one, each joint and each load
    on its own, and what I left alone never replaces theirs. Finished sets are never lost, and none is counted
    twice: the records of both are kept, and where both have a record of the same workout, each set keeps the
    better count. A workout that both went on with keeps the better counts too, and what both changed in its
    plan. A workout that is not kept, since the other device has ended or replaced it, is recorded. Where both
    changed the same thing, mine counts as the newer.
    """
    preferences = each_field(base.preferences, mine.preferences, theirs.preferences)
    history, past = _histories(base, mine, theirs)
    workout = _workout(base, mine, theirs, preferences)
    for one in (theirs, mine):
        # Who ended or replaced a workout has recorded it. Here is recorded what the other did of it besides.
        other = one.workout
        if other is None or not other.number or other == base.workout:
            continue
        if not _asks_the_same(workout, other):
            history = joined(history, records_of(other, one.preferences))
    return each_field(base, mine, theirs)._replace(
        preferences=preferences,
        history=history,
        past=past,
        workout=workout,
        times=_times(base, mine, theirs, history),
    )


# Histories.


def _histories(base: Athlete, mine: Athlete, theirs: Athlete) -> tuple[History, Past]:
    """The records of both, and the past of the device that has folded more of them."""
    known, here, there = ((a.history, a.past) for a in (base, mine, theirs))
    if known in (here, there):
        return fresher(known, here, there)
    past = fresher(base.past, mine.past, theirs.past)
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
            record = fresher(base, one, other)
        else:
            record = combined(other, one)
        if record is not None:
            found.append(record)
    return tuple(found)


def _by_key(history: History) -> Records:
    return {record.key: record for record in history}


def _times(base: Athlete, mine: Athlete, theirs: Athlete, history: History) -> tuple[Times, ...]:
    """The times of both, as far as their workouts are still in the history."""
    if base.times in (mine.times, theirs.times):
        return fresher(base.times, mine.times, theirs.times)
    kept = {(record.day, record.workout) for record in history}
    joined_ones = joined_times(theirs.times, mine.times)
    return tuple(times for times in joined_ones if (times.day, times.workout) in kept)


# The workout.


def _workout(
    base: Athlete, mine: Athlete, theirs: Athlete, preferences: Preferences
) -> Workout | None:
    """The workout as both have it: of two devices that went on with one, or the one that is kept."""
    here, there = mine.workout, theirs.workout
    if here == base.workout or here == there:
        kept, other, own = there, None, theirs.preferences
    elif there == base.workout:
        kept, other, own = here, None, mine.preferences
    elif not _is_begun(base.workout) and not _is_begun(here) and _is_begun(there):
        kept, other, own = there, None, theirs.preferences
    else:
        kept, other, own = here, there, mine.preferences
    if kept is None or kept.finished:
        return _with_best_counts(kept, other)
    # It was planned for the preferences of one; for those of both it is planned when it is next needed.
    if not _is_begun(kept):
        return kept if preferences == own else None
    known = base.workout
    if other is not None and _is_the_same(kept, other):
        before = known.plan if known is not None and _is_the_same(known, kept) else None
        kept = _left_out(before, kept._replace(plan=_with_changes(before, kept, other)), other)
    return _with_best_counts(_led_by(kept, own, preferences), other)


def _is_begun(workout: Workout | None) -> bool:
    return workout is not None and workout.number != 0


def _is_the_same(one: Workout, other: Workout) -> bool:
    """Whether two are versions of one workout, whatever was changed in it on the way."""
    mine, theirs = one.plan, other.plan
    return (
        one.number == other.number
        and mine.day == theirs.day
        and (mine.rounds, mine.growing) == (theirs.rounds, theirs.growing)
        and _as_planned(mine) == _as_planned(theirs)
        and mine.moves == theirs.moves
    )


def _as_planned(plan: Plan) -> list[tuple[str, int]]:
    """The exercises and their extra sets, as they were before anything was changed or left out."""
    return [(item.exercise.id, item.extra_sets) for item in plan.prescriptions]


def _last_led(workout: Workout) -> int:
    """The index of the last set that was led or is being led: what was said of it cannot be taken back."""
    marks = (*workout.marks, *(workout.stream.marks if workout.stream is not None else ()))
    sets = (mark.place.at for mark in marks if mark.place.state not in _BESIDE_THE_SETS)
    return max(sets, default=next_set(workout) - 1)


def _left_out(base: Plan | None, kept: Workout, other: Workout) -> Workout:
    """The kept workout without the sets that the other device has left out, as far as they were not yet led.

    Where everything that was still to come has been left out by one or the other, the work is over.
    """
    first_gone = _first_gone(base, kept, other.plan)
    if not first_gone or not kept.under_way or not sets_ahead(kept):
        return kept
    less = without(kept, first_gone)
    if sets_ahead(less):
        return less
    # What is being led is a move or a rest: its marks would lead back to what was left out.
    return kept._replace(place=_after_the_work(kept), marks=(), began_at=None, stream=None)


def _first_gone(base: Plan | None, kept: Workout, other: Plan) -> dict[int, int]:
    """The index of the first set that goes, of each entry of which the other device has left fewer sets.

    A light day leaves out the last one of each entry, and not all that are still to come.
    """
    later = _last_led(kept) + 1
    here, there = _sets_by_entry(kept.plan), _sets_by_entry(other)
    before = here if base is None else _sets_by_entry(base)
    gone = {}
    for entry, indices in here.items():
        left = len(there.get(entry, ()))
        if left < min(len(indices), len(before.get(entry, ()))) and indices[-1] >= later:
            gone[entry] = max(indices[left], later)
    return gone


def _sets_by_entry(plan: Plan) -> dict[int, list[int]]:
    """The indices of the sets of each entry."""
    found: dict[int, list[int]] = {}
    for work in plan.sets:
        found.setdefault(work.entry, []).append(work.at)
    return found


def _after_the_work(workout: Workout) -> Place:
    """The place of the workout after its work, running or stopped as it was."""
    under_way = PlanUnderWay(workout.plan, workout.place)
    stopped = under_way.state is State.IDLE
    if stopped:
        under_way.trigger(Trigger.RESUME)
    under_way.trigger(Trigger.FINISH)
    if stopped and under_way.may(Trigger.STOP):
        under_way.trigger(Trigger.STOP)
    return under_way.place


def _with_changes(base: Plan | None, kept: Workout, other: Workout) -> Plan:
    """The kept workout's plan, with what the other device has changed of the sets that are not yet led."""
    plan = kept.plan
    known = base.changes if base is not None else ()
    own = {change.entry for change in plan.changes if change not in known}
    led = _last_led(kept)
    for change in other.plan.changes:
        later = [
            work.at
            for work in plan.sets
            if work.entry == change.entry and work.at >= max(change.since, led + 1)
        ]
        if change not in known and change.entry not in own and later:
            plan = plan.changed(later[0], change.prescription)
    return plan


def _led_by(workout: Workout, preferences: Preferences, both: Preferences) -> Workout:
    """The workout with the rests and the beats that the runner has asked for on the other device alone."""
    if (preferences.rest_percent, preferences.beats) == (both.rest_percent, both.beats):
        return workout
    plan = workout.plan.led_by(both)
    # The rests may have been chosen for today's number of minutes.
    if preferences.rest_percent == both.rest_percent:
        plan = plan._replace(rest_percent=workout.plan.rest_percent)
    return workout._replace(plan=plan)


def _asks_the_same(workout: Workout | None, other: Workout) -> bool:
    """Whether everything that was counted in a workout is counted in the one that is kept as well."""
    return (
        workout is not None
        and workout.number == other.number
        and workout.plan.day == other.plan.day
        and len(workout.plan.sets) == len(other.plan.sets)
        and workout.plan.moves == other.plan.moves
        and all(map(_is_of, workout.plan.sets, other.plan.sets))
    )


def _is_of(one: WorkSet, other: WorkSet) -> bool:
    return one.exercise is other.exercise


def _with_best_counts(workout: Workout | None, other: Workout | None) -> Workout | None:
    """The workout with the better count of each set, as far as both ask for the same in it."""
    if workout is None or other is None or workout.number != other.number:
        return workout
    if workout.plan.day != other.plan.day or len(workout.plan.sets) != len(other.plan.sets):
        return workout
    if workout.plan.moves != other.plan.moves:
        return workout
    same = [*map(_is_of, workout.plan.sets, other.plan.sets)]
    efforts: dict[str, Said] = {
        said.exercise_id: said for said in (*other.efforts, *workout.efforts)
    }
    own = dict(workout.corrections)
    corrections = {unit: n for unit, n in other.corrections if same[unit // SIDES]} | own
    return workout._replace(
        tally=_best(workout.tally, other.tally, same),
        plays=max(workout.plays, other.plays),
        broken_off=other.broken_off if workout.broken_off is None else workout.broken_off,
        pains=(*workout.pains, *(joint for joint in other.pains if joint not in workout.pains)),
        efforts=tuple(efforts.values()),
        times=combined_times(workout.times, (t for t in other.times if same[t.unit // SIDES])),
        corrections=tuple(sorted(corrections.items())),
    )


def _best(tally: Tally, other: Tally, same: list[bool]) -> Tally:
    sets = len(same) * SIDES  # behind them stand the moves of the warm-up
    return tuple(
        max(one, two) if unit >= sets or same[unit // SIDES] else one
        for unit, (one, two) in enumerate(zip(tally, other, strict=True))
    )
