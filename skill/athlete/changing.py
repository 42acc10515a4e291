"""A workout changed under way: another exercise in place of one, another load, without losing what was done."""

from collections.abc import Iterable, Mapping

from skill.athlete.athlete import Athlete
from skill.athlete.workout import Workout, records_of, units_of
from skill.training.plan import WorkSet
from skill.training.prescription import Prescription
from skill.training.record import joined
from skill.workout.cursor import SIDES
from skill.workout.place import Place
from skill.workout.states import WORKING, State


def next_set(workout: Workout) -> int:
    """The index of the current set, or of the one that a rest leads to; past the last one while stretching."""
    if workout.place.active is State.WARMING_UP:
        return 0
    if workout.place.active in (State.STRETCHING, State.FINISHED):
        return len(workout.plan.sets)
    return workout.place.at + (workout.place.active is State.RESTING)


def sets_ahead(workout: Workout, since: int = 0) -> tuple[WorkSet, ...]:
    """Of each exercise of the plan the first set that is still to come, the current one included.

    Sets before the one of index ``since`` are passed over. In the order in which they come.
    """
    sets = workout.plan.sets
    return tuple(sets[index] for index in first_of(sets[max(next_set(workout), since) :]).values())


def first_of(sets: Iterable[WorkSet]) -> dict[int, int]:
    """The index of the first set of each entry among these sets, in their order."""
    firsts: dict[int, int] = {}
    for work in sets:
        firsts.setdefault(work.entry, work.at)
    return firsts


def changed(athlete: Athlete, index: int, item: Prescription) -> Athlete:
    """The athlete with a set of the workout, and all later ones of its exercise, done as ``item`` says.

    What was done of them as another exercise is recorded as that, and the new one begins at nothing: the current
    set with its announcement.
    """
    workout = athlete.workout
    if workout is None:
        return athlete
    plan = workout.plan.changed(index, item)
    gone = [
        old
        for old, new in zip(workout.plan.sets, plan.sets, strict=True)
        if old.exercise is not new.exercise
    ]
    ids = {work.exercise.id for work in gone}
    units = {unit for work in gone for unit in units_of(work)}
    history = athlete.history
    if workout.number and any(workout.done[unit] for unit in units):
        records = records_of(workout, athlete.preferences)
        history = joined(history, (r for r in records if r.exercise_id in ids))
    return athlete._replace(
        history=history,
        workout=workout._replace(
            plan=plan,
            place=_begun_again(workout.place, gone),
            tally=tuple(0 if unit in units else n for unit, n in enumerate(workout.tally)),
            corrections=tuple(own for own in workout.corrections if own[0] not in units),
        ),
    )


def _begun_again(place: Place, sets: Iterable[WorkSet]) -> Place:
    """The place; where it is in one of these sets, and not in the rest behind it, the beginning of that set."""
    in_a_set = place.active in WORKING and place.active is not State.RESTING
    if not in_a_set or place.at not in {work.at for work in sets}:
        return place
    place = place._replace(side=0, done=0)
    if place.left is None:
        return place._replace(state=State.ANNOUNCING)
    return place._replace(left=State.ANNOUNCING)


def without(workout: Workout, beginnings: Mapping[int, int]) -> Workout:
    """The workout without some entries, each from the set of the given index on; what was done of them stays.

    What lies before the current set stays as well. If the current set goes, the place moves to the set that
    follows. At least one set has to be left: to leave out the last one ends the work instead.
    """
    begins = {}
    for entry, since in beginnings.items():
        begun = [
            work.at + 1
            for work in workout.plan.sets
            if work.entry == entry and any(workout.done[unit] for unit in units_of(work))
        ]
        begins[entry] = max([next_set(workout), since, *begun])
    kept = [
        work.at
        for work in workout.plan.sets
        if work.at < begins.get(work.entry, len(workout.plan.sets))
    ]
    units = [unit for index in kept for unit in range(index * SIDES, (index + 1) * SIDES)]
    moved = {unit: at for at, unit in enumerate(units)}
    return workout._replace(
        plan=workout.plan.without(begins),
        tally=(
            *(workout.tally[unit] for unit in units),
            *workout.tally[len(workout.plan.sets) * SIDES :],  # the warm-up
        ),
        corrections=tuple((moved[unit], own) for unit, own in workout.corrections if unit in moved),
        times=tuple(
            time._replace(unit=moved[time.unit]) for time in workout.times if time.unit in moved
        ),
        broken_off=kept.index(workout.broken_off) if workout.broken_off in kept else None,
    )
