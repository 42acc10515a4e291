"""What a page gets to see of a desk, turn by turn."""

import json
from collections.abc import Iterator
from typing import Any

from at_the_desk import AtTheDesk

from skill.loaders import LOCALE
from skill.simulator.suggestions import PREFERENCES, load_suggestions
from skill.simulator.view import view_of

Json = dict[str, Any]

KEYS = {
    "view": {
        *(
            "desk",
            "runner",
            "device",
            "devices",
            "screen",
            "speeds",
            "now_ms",
            "begun",
            "in_session",
            "next_ms",
            "buttons",
            "playback",
        ),
        *("workout", "preferences", "store_failing", "suggestions", "choices", "turns"),
        *("limits", "fault", "note", "broken_off", "waits", "finish", "opening"),
    },
    "device": {"id", "width", "height", "round"},
    "offered device": {"id", "name", "upright"},
    "screen": {
        *("token", "begins_ms", "sound_ms", "document", "given", "changed", "disabled", "hushed"),
    },
    "playback": {"begins_ms", "ends_ms", "streams", "speaking", "listening", "sounds"},
    "sound": {"at_ms", "end_ms", "text", "source", "kind", "role"},
    "workout": {"rounds", "units", "stretch_units", "led", "exercises", "stretches", "frames"},
    "exercise": {"name", "dose", "sides", "ends", "led"},
    "frame": {
        *("from_ms", "state", "paused", "title", "side", "round", "exercise", "unit", "measure"),
        *("done", "total", "every_ms", "next", "next_dose", "moved"),
    },
    "preferences": {*PREFERENCES},
    "suggestions": {"closed", "playing", "talking", "states", "listening"},
    "choices": {*PREFERENCES},
    "choice": {"id", "name", "say", "unsay"},
    "turn": {
        *("number", "at_ms", "said", "kind", "intent", "slots", "confidence", "how", "request"),
        *("response", "heard", "bytes", "audio_ms", "speech_characters", "fault"),
    },
    "slot": {"name", "value", "resolved"},
    "limits": {"bytes", "audio_ms", "speech_characters"},
}
"""The keys of each object in a view. The page reads them by these names."""

LEDS = [
    ("keep going between sets", "use precise speech"),
    ("keep going between sets", "use simple speech"),
    ("wait for me", "use precise speech"),
    ("wait for me", "use simple speech"),
]
"""The ways to be led: who sets the pace, and how the coach speaks."""


def seen(runner: AtTheDesk, known: int = 0) -> Json:
    """The view with the exchanges since, as it arrives at a page."""
    desk = runner.desk
    view = view_of(desk, load_suggestions(LOCALE), desk.exchanges[known:])
    arrived: Json = json.loads(json.dumps(view, allow_nan=False))
    return arrived


def views(runner: AtTheDesk, preferences: tuple[str, ...]) -> Iterator[Json]:
    """The view after each turn of a whole workout."""
    yield seen(runner)
    for wish in preferences:
        runner.says(f"ask strong stride to {wish}")
        yield seen(runner, len(runner.desk.exchanges) - 1)
    for _ in runner.trains():
        yield seen(runner, len(runner.desk.exchanges) - 1)


def objects(view: Json) -> Iterator[tuple[str, Json]]:
    """Every object of a view, with its name in the table of keys."""
    yield "view", view
    for name in ("playback", "workout", "screen"):
        if view[name] is not None:
            yield name, view[name]
    for name in ("preferences", "suggestions", "choices", "limits"):
        yield name, view[name]
    for choices in view["choices"].values():
        yield from (("choice", {**choice, "unsay": choice.get("unsay")}) for choice in choices)
    yield "device", view["device"]
    yield from (("offered device", device) for device in view["devices"])
    yield from (("sound", sound) for sound in (view["playback"] or {"sounds": []})["sounds"])
    for turn in view["turns"]:
        yield "turn", turn
        yield from (("slot", slot) for slot in turn["slots"])
    workout = view["workout"] or {"exercises": [], "stretches": [], "frames": []}
    yield from (("exercise", entry) for entry in workout["exercises"] + workout["stretches"])
    yield from (("frame", frame) for frame in workout["frames"])
