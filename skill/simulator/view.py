"""A desk as JSON: all that a page needs to be its loudspeaker, its microphone and its screen."""

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from skill.echo import Playback, Playing, Screen, Span
from skill.simulator.agenda import finish_view, opening_view, workout_view
from skill.simulator.desk import Desk
from skill.simulator.devices import DEVICES, Device
from skill.simulator.exchange import LIMITS, Exchange
from skill.simulator.suggestions import Suggestions
from skill.training.preferences import Preferences
from skill.workout.question import Question

Json = dict[str, Any]

SPEEDS = (1, 4, 20)
"""How much faster than life a desk's clock may run."""

USUAL = 100
"""Percent of the rests that the coach takes by itself."""

NEEDED = frozenset({"step", "wall"})
"""What a runner is taken to have, unless the runner says otherwise."""

BUTTONS = ("Previous", "Pause", "Play", "Next")
"""The buttons for playing."""


def view_of(desk: Desk, suggestions: Suggestions, exchanges: Sequence[Exchange]) -> Json:
    """The view of a desk, with these of its exchanges. Moments are ms on the desk's clock."""
    athlete = desk.athlete
    workout = athlete.workout if athlete else None
    preferences = athlete.preferences if athlete else Preferences()
    return {
        "desk": desk.id,
        "runner": desk.runner,
        "device": _device(desk.device),
        "devices": [
            {"id": one.id, "name": one.name, "upright": one.is_upright} for one in DEVICES.values()
        ],
        "screen": _screen(desk.screen),
        "speeds": SPEEDS,
        "now_ms": desk.now_ms,
        "begun": bool(desk.exchanges),
        "in_session": desk.in_session,
        "next_ms": desk.next_ms,
        "buttons": BUTTONS if desk.has_stream else (),
        "playback": _playback(desk.playback),
        "workout": workout and workout_view(workout, preferences, desk),
        "preferences": _chosen(preferences),
        "store_failing": desk.store_fails,
        "suggestions": _suggestions(suggestions, athlete.question if athlete else None),
        "choices": suggestions.choices,
        "turns": [_turn(exchange) for exchange in exchanges],
        "limits": LIMITS,
        "fault": next((_fault(e) for e in exchanges if e.fault), None),
        "note": "not_for_us" if desk.not_for_us else None,
        "broken_off": desk.broken_off,
        "waits": athlete is not None and athlete.may_not_train,
        "finish": finish_view(desk),
        "opening": None if desk.exchanges else opening_view(desk),
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
