"""A desk as JSON: all that a page needs to be its loudspeaker, its microphone and its screen."""

from collections.abc import Collection, Iterable, Sequence
from datetime import timedelta
from typing import Any, Literal

from skill.athlete.workout import Workout, units_of
from skill.bootstrap import load_figure
from skill.coach.telling.display import shot_at
from skill.coach.telling.frames import Frame, current_marks, frames_of, work_units
from skill.coach.telling.history import chronicle_of
from skill.echo import Playback, Playing, Screen, Span
from skill.language.phrasebook import Phrasebook
from skill.simulator.desk import Desk
from skill.simulator.devices import DEVICES, Device
from skill.simulator.exchange import LIMITS, Exchange
from skill.simulator.figures import moved_view
from skill.simulator.suggestions import Suggestions
from skill.training.exercise import Side
from skill.training.plan import Plan, WorkSet
from skill.training.preferences import Preferences
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
from skill.workout.question import Question

Json = dict[str, Any]

SPEEDS = (1, 4, 20)
"""How much faster than life a desk's clock may run."""

USUAL = 100
"""Percent of the rests that the coach takes by itself."""

NEEDED = frozenset({"step", "wall"})
"""What a runner is taken to have, unless told otherwise."""

REST = timedelta(days=2)
"""From one workout to the next: a day between them, as the coach advises."""

BUTTONS = ("Previous", "Pause", "Play", "Next")
"""The buttons for playing."""


def view_of(
    desk: Desk, voice: Phrasebook, suggestions: Suggestions, exchanges: Sequence[Exchange]
) -> Json:
    """The view of a desk, with these of its exchanges. Moments are ms on the desk's clock."""
    athlete = desk.athlete
    workout = athlete.workout if athlete else None
    preferences = athlete.preferences if athlete else Preferences()
    return {
        "desk": desk.id,
        "runner": desk.runner,
        "device": _device(desk.device),
        "devices": [{"id": one.id, "name": one.name} for one in DEVICES.values()],
        "screen": _screen(desk.screen),
        "speeds": SPEEDS,
        "now_ms": desk.now_ms,
        "begun": bool(desk.exchanges),
        "in_session": desk.in_session,
        "next_ms": desk.next_ms,
        "buttons": BUTTONS if desk.has_stream else (),
        "playback": _playback(desk.playback),
        "workout": workout and _workout(workout, preferences, desk, voice),
        "preferences": _chosen(preferences),
        "store_failing": desk.store_fails,
        "suggestions": _suggestions(suggestions, athlete.question if athlete else None),
        "choices": suggestions.choices,
        "turns": [_turn(exchange) for exchange in exchanges],
        "limits": LIMITS,
        "fault": next((_fault(e) for e in exchanges if e.fault), None),
        "note": "not_for_us" if desk.not_for_us else None,
        "broken_off": desk.broken_off,
        "finish": _finish(desk, voice),
        "opening": None if desk.exchanges else _opening(desk, voice),
    }


def heard_at(desk: Desk) -> list[Json]:
    """All that was said so far."""
    return [
        {"at_ms": at_ms, "text": heard.text}
        for at_ms, heard in desk.heard()
        if heard.kind == "speech"
    ]


def _chosen(preferences: Preferences) -> Json:
    """The ids of what was chosen, by what there is to choose from."""
    rests = preferences.rest_percent
    return {
        "pacing": [preferences.pacing],
        "rests": ["shorter" if rests < USUAL else "longer" if rests > USUAL else "usual"],
        "talk": [preferences.talk],
        "side": [preferences.first_side],
        "tools": [*preferences.equipment, *(NEEDED - {*preferences.avoided_tools})],
        "hurts": preferences.avoided_joints,
        "speech": ["simple" if preferences.simple_speech else "precise"],
    }


def _device(device: Device) -> Json:
    width, height = device.size_dp or (0, 0)
    return {"id": device.id, "width": width, "height": height, "round": device.is_round}


def _screen(screen: Screen | None) -> Json | None:
    """What a page needs to draw a document: itself, what is given to it, and what has become of it so far."""
    if screen is None:
        return None
    return {
        "token": screen.token,
        "begins_ms": screen.begins_ms,
        "sound_ms": screen.sound_ms,
        "document": screen.document,
        "given": screen.given,
        "changed": screen.changed,
        "disabled": screen.disabled,
        "hushed": screen.hushed,
    }


def _playback(playback: Playback | None) -> Json | None:
    if playback is None:
        return None
    return {
        "begins_ms": playback.begins_ms,
        "ends_ms": playback.ends_ms,
        "streams": playback.streams,
        "speaking": _spans(playback.speaking),
        "listening": _spans(playback.microphone),
        "sounds": [_sound(sound) for sound in playback.sounds],
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start_ms, span.end_ms] for span in spans]


def _sound(sound: Playing) -> Json:
    return {
        "at_ms": sound.at_ms,
        "end_ms": sound.end_ms,
        "text": sound.text,
        "source": sound.source,
        "kind": sound.kind,
        "role": _role(sound),
    }


def _role(sound: Playing) -> Literal["bell", "talk", "count"]:
    if sound.kind == "audio":
        return "bell"
    # A word on its own is on the beat: a number, "go", "hold".
    return "talk" if " " in sound.text.strip() else "count"


def _workout(workout: Workout, preferences: Preferences, desk: Desk, voice: Phrasebook) -> Json:
    plan = workout.plan
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


def _opening(desk: Desk, voice: Phrasebook) -> Json | None:
    """What the workout that waits begins with, and what it needs; None where nothing can be done today."""
    workout = desk.planned
    if not workout.plan.sets:
        return None
    first = workout.plan.sets[0]
    shot = shot_at(workout, Mark(0, Place()), desk.remembered.preferences, voice)
    return {
        "title": voice(exercise_name(first.exercise.id)).text,
        "dose": voice(dose_phrase(first)).text,
        "needs": [voice(need_name(need)).text for need in workout.plan.needs],
        "moved": moved_view(shot, load_figure),
    }


def _finish(desk: Desk, voice: Voice) -> Json | None:
    """What the workout of today came to; None while there is one to do, and where none was done."""
    athlete = desk.athlete
    if athlete is None or (athlete.workout is not None and not athlete.workout.finished):
        return None
    told = chronicle_of(athlete, desk.now)
    if not told.sessions or told.sessions[0].first != told.day:
        return None
    today, streak = told.sessions[0], told.streak.weeks
    best = max(told.sessions, key=lambda one: one.repetitions)
    return {
        "exercises": today.exercises,
        "sets": today.sets,
        "repetitions": today.repetitions,
        "seconds": today.seconds,
        "best": best.repetitions,
        "first": len(told.sessions) == 1,
        "streak": voice(phrase("history.streak", n=streak)).text if streak else "",
        "next_day": (told.day + REST).isoformat(),
    }


def _led(workout: Workout, begun: int) -> list[float]:
    """Which share of each unit was done: for the unit ``begun`` and those after it, what will be."""
    plan, done = workout.plan, workout.done
    shares = [
        min(1.0, round(done[unit] / work.dose.amount, 2))
        for work in plan.sets
        for unit in units_of(work)
    ]
    return [share if unit < begun else 1.0 for unit, share in enumerate(shares)]


def _exercises(plan: Plan, led: Sequence[float], voice: Voice) -> list[Json]:
    """Each exercise as it is done last, the units by whose end each of its sets is over, and what was led."""
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
    """Each stretch, the unit by whose end it is over on all its sides, and on which share of them it was done."""
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


def _frame(frame: Frame, began_ms: int, voice: Voice) -> Json:
    def words(what: Phrase | None) -> str:
        return "" if what is None else voice(what).text

    return {
        "from_ms": began_ms + frame.from_ms,
        "state": frame.state,
        "paused": frame.stands,
        "title": words(frame.title),
        "side": "" if frame.side is Side.BOTH else words(side_name(frame.side)),
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


def _suggestions(suggestions: Suggestions, question: Question | None) -> Json:
    return {
        "closed": suggestions.closed,
        "playing": suggestions.playing,
        "talking": suggestions.talking,
        "states": suggestions.states,
        "listening": suggestions.asked.get(question, ()) if question else (),
    }


def _turn(exchange: Exchange) -> Json:
    request, match = exchange.request["request"], exchange.match
    return {
        "number": exchange.number,
        "at_ms": exchange.at_ms,
        "said": exchange.said,
        "kind": request["type"],
        "intent": request.get("intent", {}).get("name", ""),
        "slots": [
            {
                "name": slot.slot,
                "value": slot.value,
                "resolved": slot.name if slot.resolved else None,
            }
            for slot in (match.slots.values() if match else ())
        ],
        "confidence": match.confidence if match else None,
        "how": match.how if match else "",
        "request": exchange.request,
        "response": exchange.response,
        "heard": [sound.text for sound in exchange.sounds],
        "bytes": exchange.bytes,
        "audio_ms": exchange.audio_ms,
        "speech_characters": exchange.speech_characters,
        "fault": _fault(exchange),
    }


def _fault(exchange: Exchange) -> Json | None:
    fault = exchange.fault
    return None if fault is None else {"rule": fault.rule, "message": fault.message}
