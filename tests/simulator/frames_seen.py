"""Workouts as they are stored with each segment, and the frames that an eye sees of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from random_workouts import BEGAN, CATALOG, begun, led

from skill.athlete.workout import Workout
from skill.coach.telling.frames import Frame
from skill.training.exercise import Side
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.manner import Delivery
from skill.workout.place import Place
from skill.workout.states import State

TIMED = (State.COUNTING, State.HOLDING, State.RESTING, State.STRETCHING)
"""The states of which something is done as time goes by."""

SMALL = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences(exercises=2, rounds=1))
FULL = plan_workout(CATALOG, (), date(2026, 3, 2), Preferences())
TWO_SIDED_SET = next(work.at for work in FULL.sets if len(work.sides) == 2)
"""A set of the full plan that changes sides."""


def segments(plan: Plan, delivery: Delivery) -> Iterator[Workout]:
    """The workout as it is stored with each of its segments."""
    workout = begun(plan)
    for place, segment, _ in led(workout, delivery):
        yield workout._replace(place=place, marks=segment.marks, began_at=BEGAN)


def shown(frames: Sequence[Frame], ms: int) -> Frame:
    """The frame as an eye sees it at a moment: the last one that has begun, grown by itself."""
    frame = [frame for frame in frames if frame.from_ms <= ms][-1]
    if not frame.every_ms:
        return frame
    return replace(
        frame, done=min(frame.total, frame.done + (ms - frame.from_ms) // frame.every_ms)
    )


def agrees(frame: Frame, plan: Plan, place: Place) -> bool:
    """Whether a frame shows this place: state, how much is done, side, round and which exercise."""
    state = place.active
    seen = (frame.state, frame.done, frame.side, frame.round, frame.entry)
    done = place.done if state in TIMED else 0
    if state is State.FINISHED:
        return seen == (state, 0, Side.BOTH, 0, 0)
    if state is State.STRETCHING:
        hold = plan.holds[place.at]
        return seen == (state, done, hold.side, plan.last_round, plan.stretches.index(hold.stretch))
    work = plan.sets[place.at]
    if state is State.RESTING:
        coming = plan.sets[place.at + 1]
        return seen == (state, done, Side.BOTH, work.round, coming.entry)
    side = work.sides[place.side + 1 if state is State.CHANGING_SIDES else place.side]
    return seen == (state, done, side, work.round, work.entry)


def finished_units(plan: Plan, place: Place) -> int:
    """How many sides of sets, and then of stretches, are behind the runner at a place."""
    sides = [len(work.exercise.sides.order) for work in plan.sets]
    match place.active:
        case State.FINISHED:
            return sum(sides) + len(plan.holds)
        case State.STRETCHING:
            return sum(sides) + place.at
        case State.RESTING:
            return sum(sides[: place.at + 1])
        case State.CHANGING_SIDES:
            return sum(sides[: place.at]) + 1
        case _:
            return sum(sides[: place.at]) + place.side


def turning_points(workout: Workout) -> set[int]:
    """The moments at and around which something changes."""
    moments = {mark.at_ms + ms for mark in workout.marks for ms in (-1, 0, 1, mark.every_ms)}
    return {ms for ms in moments if ms >= 0}
