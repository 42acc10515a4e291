"""The runner's own word on what was done: "I did twelve", "way too easy"."""

from skill.athlete.athlete import Athlete
from skill.athlete.workout import Said, Workout, units_of
from skill.speed.value import Value
from skill.training.exercise import Side
from skill.training.plan import WorkSet
from skill.training.record import Effort, Record, joined
from skill.workout.states import State


class Amended(Value):
    """The athlete with a corrected record, and the exercise that it is of."""

    athlete: Athlete
    exercise_id: str


def correct(
    athlete: Athlete, amount: int, exercise_id: str | None = None, side: Side | None = None
) -> Amended | None:
    """The athlete once the last set of an exercise did ``amount``, on one side or on every side.

    The last set of the workout in progress is meant, of the named exercise if one is named; otherwise the last
    record. None where there is no such set, or where the last workout had several exercises and none is named.
    """
    workout = athlete.workout
    work = workout and last_set(workout, exercise_id)
    if workout and work:
        units = [u for u, s in zip(units_of(work), work.sides, strict=True) if side in (None, s)]
        own = {**dict(workout.corrections), **dict.fromkeys(units, amount)}
        fixed = workout._replace(corrections=tuple(sorted(own.items())))
        return Amended(athlete._replace(workout=fixed), work.exercise.id)
    record = last_record(athlete, exercise_id)
    if record is None:
        return None
    last = max(i for i, done in enumerate(record.sets_done) if any(done))
    sides = record.sets_done[last]
    if side is None or len(sides) == 1:
        put = (amount,) * len(sides)
    else:
        put = (amount, sides[1]) if side is Side.LEFT else (sides[0], amount)
    sets_done = (*record.sets_done[:last], put, *record.sets_done[last + 1 :])
    corrected = tuple(sorted({*record.corrected, last}))
    amended = record._replace(sets_done=sets_done, corrected=corrected)
    return Amended(_with(athlete, amended), record.exercise_id)


def rate(
    athlete: Athlete, effort: Effort, spare: int | None = None, exercise_id: str | None = None
) -> Amended | None:
    """The athlete once an exercise was called easy, right or hard, with ``spare`` repetitions left if said.

    Which exercise is meant is found as for ``correct``.
    """
    workout = athlete.workout
    work = workout and last_set(workout, exercise_id)
    if workout and work:
        id_ = work.exercise.id
        others = (said for said in workout.efforts if said.exercise_id != id_)
        rated = workout._replace(efforts=(*others, Said(id_, effort, spare)))
        return Amended(athlete._replace(workout=rated), id_)
    record = last_record(athlete, exercise_id)
    if record is None:
        return None
    amended = record._replace(effort=effort, spare=spare)
    return Amended(_with(athlete, amended), record.exercise_id)


def last_set(workout: Workout, exercise_id: str | None = None) -> WorkSet | None:
    """The last set of which something was done up to where the runner is, of one exercise if it is named."""
    done = workout.done
    sets = [
        work
        for work in workout.plan.sets
        if exercise_id in (None, work.exercise.id) and any(done[unit] for unit in units_of(work))
    ]
    if workout.place.active not in (State.STRETCHING, State.FINISHED):
        sets = [work for work in sets if work.at <= workout.place.at] or sets
    return sets[-1] if sets else None


def last_record(athlete: Athlete, exercise_id: str | None = None) -> Record | None:
    """The last record with a set in it, of one exercise if it is named; None where several could be meant."""
    found = [r for r in athlete.history if r.sets and exercise_id in (None, r.exercise_id)]
    last = [r for r in found if (r.day, r.workout) == (found[-1].day, found[-1].workout)]
    return last[0] if len(last) == 1 else None


def _with(athlete: Athlete, amended: Record) -> Athlete:
    others = (record for record in athlete.history if record.key != amended.key)
    return athlete._replace(history=joined(others, (amended,)))
