"""A frame: where a workout is, for the eye, and how it changes by itself until the next one."""

from dataclasses import dataclass, replace
from typing import Literal

from skill.athlete.workout import Workout
from skill.training.exercise import Dose, Measure, Side
from skill.training.plan import Plan
from skill.workout.course import rest_ms
from skill.workout.cue import Phrase
from skill.workout.cursor import Mark, locate
from skill.workout.names import dose_phrase, exercise_name, move_name, stretch_name
from skill.workout.place import Place
from skill.workout.states import AT_WORK, State

Amount = Literal["repetitions", "seconds", ""]
"""What ``done`` and ``total`` of a frame count: repetitions, ms of a hold or a rest, or nothing."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a workout is from ``from_ms`` on, in ms since its segment or track began.

    ``done`` of ``total`` grows by one every ``every_ms`` (0: it stands). ``entry`` is the exercise's or the
    stretch's place in its list, from 0; ``unit`` counts the finished sides of sets, then of stretches.
    ``joints`` are the ones that are loaded: without one of a leg the side is no leg.
    ``stands`` is whether the workout is paused or stopped in this state. ``coming`` is what is done next.
    """

    state: State
    title: Phrase | None = None
    side: Side = Side.BOTH
    joints: tuple[str, ...] = ()
    round: int = 0
    entry: int = 0
    unit: int = 0
    amount: Amount = ""
    done: int = 0
    total: int = 0
    coming: Phrase | None = None
    coming_dose: Phrase | None = None
    stands: bool = False
    from_ms: int = 0
    every_ms: int = 0


def frames_of(workout: Workout, cut_ms: int | None = None) -> list[Frame]:
    """The frames of the current segment or track: one for each of ``current_marks``."""
    return [
        replace(frame_at(workout.plan, mark.place), from_ms=mark.at_ms, every_ms=mark.every_ms)
        for mark in current_marks(workout, cut_ms)
    ]


def current_marks(workout: Workout, cut_ms: int | None = None) -> tuple[Mark, ...]:
    """The marks of the current segment or track; one where none is, or where it was cut off after ``cut_ms``."""
    marks = workout.stream.marks if workout.stream else workout.marks
    if not marks:
        return (Mark(0, workout.place),)
    return marks if cut_ms is None else (Mark(0, locate(marks, cut_ms)),)


def work_units(plan: Plan) -> int:
    """How many sides of sets a plan has: a set that trains both sides at once is one."""
    return plan.sides_before[-1]


def frame_at(plan: Plan, place: Place) -> Frame:
    """The frame of a place."""
    stands = place.left is not None
    match place.active:
        case State.WARMING_UP:
            return replace(_move(plan, place), stands=stands)
        case State.STRETCHING:
            return replace(_stretch(plan, place), stands=stands)
        case State.IDLE | State.FINISHED as state:
            done = state is State.FINISHED
            return Frame(state, unit=work_units(plan) + len(plan.holds) if done else 0)
        case State.RESTING:
            return replace(_rest(plan, place), stands=stands)
        case _:
            return replace(_work(plan, place), stands=stands)


def _work(plan: Plan, place: Place) -> Frame:
    work = plan.sets[place.at]
    changing = place.active is State.CHANGING_SIDES
    amount, done, total = _amount(work.dose, place)
    coming, coming_dose = _after(plan, place.at)
    return Frame(
        place.active,
        exercise_name(work.exercise.id),
        work.sides[place.side + changing],
        work.exercise.joints,
        work.round,
        work.entry,
        plan.sides_before[place.at] + place.side + changing,
        amount,
        done,
        total,
        coming,
        coming_dose,
    )


_LED = (State.WARMING_UP, *AT_WORK)


def _amount(dose: Dose, place: Place) -> tuple[Amount, int, int]:
    """What is counted, how much of it is done, and of how much: both in the unit of the first."""
    done = place.done if place.active in _LED else 0
    if dose.measure is Measure.REPETITIONS:
        return "repetitions", done, dose.amount
    return "seconds", done, dose.amount * 1000


def _rest(plan: Plan, place: Place) -> Frame:
    coming = plan.sets[place.at + 1]
    return Frame(
        State.RESTING,
        round=plan.sets[place.at].round,
        entry=coming.entry,
        unit=plan.sides_before[coming.at],
        amount="seconds",
        done=place.done,
        total=rest_ms(plan, place),
        coming=exercise_name(coming.exercise.id),
        coming_dose=dose_phrase(coming),
    )


def _move(plan: Plan, place: Place) -> Frame:
    at_hand = plan.moves[place.at]
    later = [other for other in plan.moves[place.at + 1 :] if other.move is not at_hand.move]
    amount, done, total = _amount(at_hand.move.dose, place)
    first = plan.sets[0]
    return Frame(
        State.WARMING_UP,
        move_name(at_hand.move.id),
        at_hand.side,
        at_hand.move.joints,
        entry=plan.warm_up.index(at_hand.move),
        amount=amount,
        done=done,
        total=total,
        coming=move_name(later[0].move.id) if later else exercise_name(first.exercise.id),
        coming_dose=None if later else dose_phrase(first),
    )


def _stretch(plan: Plan, place: Place) -> Frame:
    hold = plan.holds[place.at]
    later = [other for other in plan.holds[place.at + 1 :] if other.stretch is not hold.stretch]
    return Frame(
        State.STRETCHING,
        stretch_name(hold.stretch.id),
        hold.side,
        hold.stretch.joints,
        plan.last_round,
        plan.stretches.index(hold.stretch),
        work_units(plan) + place.at,
        "seconds",
        place.done,
        hold.hold_ms,
        stretch_name(later[0].stretch.id) if later else None,
    )


def _after(plan: Plan, index: int) -> tuple[Phrase | None, Phrase | None]:
    """What comes after a set, and its dose: the next set, or the first stretch."""
    if index + 1 < len(plan.sets):
        coming = plan.sets[index + 1]
        return exercise_name(coming.exercise.id), dose_phrase(coming)
    return (stretch_name(plan.stretches[0].id), None) if plan.stretches else (None, None)
