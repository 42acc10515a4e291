"""What a page shows of a workout: the agenda, what is done of it, and what can be seen at each moment."""

from collections.abc import Collection, Sequence
from typing import Any

from skill.athlete.workout import Workout, units_of
from skill.coach.telling.display import shot_at
from skill.coach.telling.frames import Frame, current_marks, frames_of, work_units
from skill.coach.telling.history import chronicle_of
from skill.loaders import load_figure
from skill.simulator.desk import Desk
from skill.simulator.figures import moved_view
from skill.training.exercise import Side
from skill.training.plan import Plan, WorkSet
from skill.training.preferences import Preferences
from skill.training.week import APART
from skill.workout.cue import Phrase, Voice, phrase
from skill.workout.cursor import Mark
from skill.workout.names import (
    dose_phrase,
    exercise_name,
    hold_phrase,
    need_name,
    side_name,
    stretch_name,
)
from skill.workout.place import Place

Json = dict[str, Any]


def workout_view(workout: Workout, preferences: Preferences, desk: Desk) -> Json:
    """Its units with what is done of each, its exercises and stretches, and the frames to come."""
    plan, voice = workout.plan, desk.voice
    frames = frames_of(workout, desk.cut_ms)
    shots = [
        shot_at(workout, mark, preferences, voice) for mark in current_marks(workout, desk.cut_ms)
    ]
    led = _led(workout, frames[0].unit)
    held = [0.0 if unit in desk.left_out.units else 1.0 for unit in _stretch_units(plan)]
    return {
        "rounds": plan.last_round,
        "units": work_units(plan),
        "stretch_units": len(plan.holds),
        "led": [*led, *held],
        "exercises": _exercises(plan, led, voice),
        "stretches": _stretches(plan, desk.left_out.units, voice),
        "frames": [
            {**_frame(frame, desk.began_ms, voice), "moved": moved_view(shot, load_figure)}
            for frame, shot in zip(frames, shots, strict=True)
        ],
    }


def opening_view(desk: Desk) -> Json | None:
    """What today's workout begins with, and what it needs; None where nothing can or may be done today."""
    voice = desk.voice
    workout = desk.known.planned(voice, desk.now)
    if not workout.plan.sets or desk.known.remembered.may_not_train:
        return None
    first = workout.plan.sets[0]
    shot = shot_at(workout, Mark(0, Place()), desk.known.remembered.preferences, voice)
    return {
        "title": voice(exercise_name(first.exercise.id)).text,
        "dose": voice(dose_phrase(first)).text,
        "needs": [voice(need_name(need)).text for need in workout.plan.needs],
        "moved": moved_view(shot, load_figure),
    }


def finish_view(desk: Desk) -> Json | None:
    """What the workout of today came to; None while there is one to do, where none was done, and in danger.

    There is no day for the next one while something hurts, and no row of weeks before the second.
    """
    athlete = desk.athlete
    if athlete is None or athlete.may_not_train:
        return None
    if athlete.workout is not None and not athlete.workout.finished:
        return None
    chronicle = chronicle_of(athlete, desk.now)
    if not chronicle.sessions or chronicle.sessions[0].first != chronicle.day:
        return None
    today, streak = chronicle.sessions[0], chronicle.streak.weeks
    best = max(chronicle.sessions, key=lambda one: one.repetitions)
    return {
        "exercises": today.exercises,
        "sets": today.sets,
        "repetitions": today.repetitions,
        "seconds": today.seconds,
        "best": best.repetitions,
        "first": len(chronicle.sessions) == 1,
        "streak": desk.voice(phrase("history.streak", n=streak)).text if streak > 1 else "",
        "next_day": None if athlete.preferences.hurting else (chronicle.day + APART).isoformat(),
    }


def _led(workout: Workout, begun: int) -> list[float]:
    """Which share of each unit was done; for the unit ``begun`` and those after it, what will be done."""
    plan, done = workout.plan, workout.done
    shares = [
        min(1.0, round(done[unit] / work.dose.amount, 2))
        for work in plan.sets
        for unit in units_of(work)
    ]
    return [share if unit < begun else 1.0 for unit, share in enumerate(shares)]


def _exercises(plan: Plan, led: Sequence[float], voice: Voice) -> list[Json]:
    """Each exercise as it is done last: the unit with which each of its sets ends, and how much was led."""
    last: dict[int, WorkSet] = {}
    ends: dict[int, list[int]] = {}
    shares: dict[int, list[float]] = {}
    unit = 0
    for work in plan.sets:
        sides = led[unit : unit + len(work.sides)]
        shares.setdefault(work.entry, []).append(round(sum(sides) / len(sides), 2))
        unit += len(work.sides)
        last[work.entry] = work
        ends.setdefault(work.entry, []).append(unit)
    return [
        {
            "name": voice(exercise_name(work.exercise.id)).text,
            "dose": voice(dose_phrase(work)).text,
            "sides": work.exercise.sides,
            "ends": ends[entry],
            "led": shares[entry],
        }
        for entry, work in sorted(last.items())
    ]


def _stretch_units(plan: Plan) -> range:
    return range(work_units(plan), work_units(plan) + len(plan.holds))


def _stretches(plan: Plan, left_out: Collection[int], voice: Voice) -> list[Json]:
    """Each stretch: the unit with which it ends on all its sides, and which share of them was done."""
    units: dict[str, list[int]] = {}
    for unit, hold in zip(_stretch_units(plan), plan.holds, strict=True):
        units.setdefault(hold.stretch.id, []).append(unit)
    return [
        {
            "name": voice(stretch_name(stretch.id)).text,
            "dose": voice(hold_phrase(stretch)).text,
            "sides": stretch.sides,
            "ends": [units[stretch.id][-1] + 1],
            "led": [_share(units[stretch.id], left_out)],
        }
        for stretch in plan.stretches
    ]


def _share(units: Sequence[int], left_out: Collection[int]) -> float:
    return round(sum(unit not in left_out for unit in units) / len(units), 2)


def _side(frame: Frame) -> Phrase | None:
    return None if frame.side is Side.BOTH else side_name(frame.side, frame.joints)


def _frame(frame: Frame, began_ms: int, voice: Voice) -> Json:
    def words(what: Phrase | None) -> str:
        return "" if what is None else voice(what).text

    return {
        "from_ms": began_ms + frame.from_ms,
        "state": frame.state,
        "paused": frame.stands,
        "title": words(frame.title),
        "side": words(_side(frame)),
        "round": frame.round,
        "exercise": frame.entry,
        "unit": frame.unit,
        "measure": frame.amount,
        "done": frame.done,
        "total": frame.total,
        "every_ms": frame.every_ms,
        "next": words(frame.coming),
        "next_dose": words(frame.coming_dose),
    }
