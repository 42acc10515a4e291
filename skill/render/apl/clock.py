"""What a screen does by itself: the values that follow its clock, its commands, and the sign of life.

The clock is a value bound to the engine's ``elapsedTime``. It needs no tick: the engine computes it for each
frame that it draws, and it neither drifts nor runs late. Numbers follow ``now``, which changes with every frame;
the figure follows ``t``, in steps of 40 ms, 25 times a second.
"""

from itertools import pairwise
from typing import Any

STEP_MS = 40

PING_MS = 15_000
"""How often a running screen reports that it is there, so that the session is not taken for forgotten."""


def _way(stops: int) -> str:
    """How far along its poses the figure is: slow near each stop, fast between, like a swinging weight."""
    steps = " + ".join(
        f"(m.number[{n + 1}] - m.number[{n}]) * "
        f"(1 - Math.cos(Math.PI * Math.clamp(0, (u - m.at[{n}]) / m.lasts[{n}], 1))) / 2"
        for n in range(stops - 1)
    )
    return f"${{m.number[0] + {steps}}}"


def bound(stops: int) -> list[dict[str, Any]]:
    """The values that follow the clock, each made from those above it."""
    return [
        {"name": "s", "type": "any", "value": "${payload.segment.properties}"},
        {"name": "began", "type": "number", "value": 0},
        {"name": "soundEnded", "type": "number", "value": 0},
        {"name": "pausedAt", "type": "number", "value": -1},
        {"name": "frame", "type": "number", "value": 0},
        {
            "name": "now",
            "type": "number",
            "value": "${pausedAt >= 0 ? pausedAt : Math.max(0, elapsedTime - began)}",
        },
        {"name": "t", "type": "number", "value": f"${{Math.floor(now / {STEP_MS}) * {STEP_MS}}}"},
        {"name": "f", "type": "any", "value": "${s.frames[frame]}"},
        {"name": "said", "type": "any", "value": "${s.words[f.words]}"},
        {"name": "m", "type": "any", "value": "${s.moves[f.move]}"},
        {
            "name": "u",
            "type": "number",
            "value": "${(Math.max(0, t - f.from) + f.ahead) % m.every}",
        },
        {"name": "way", "type": "number", "value": _way(stops)},
        {
            "name": "step",
            "type": "number",
            "value": "${Math.min(s.figures[f.figure].poses.length - 2, Math.floor(way))}",
        },
        {"name": "w", "type": "number", "value": "${way - step}"},
        {
            "name": "count",
            "type": "string",
            "value": "${f.of == 0 ? '' : f.until > 0 ? Math.max(0, Math.ceil((f.until - now) / 1000)) : "
            "Math.max(0, Math.min(f.of, f.done + Math.floor((now - f.from) / f.every)))}",
        },
        {
            "name": "left",
            "type": "number",
            "value": "${f.until > 0 ? Math.clamp(0, (f.until - now) / f.of, 1) : 0}",
        },
    ]


_RUN: dict[str, Any] = {
    "type": "Parallel",
    "when": "${s.runs}",
    "sequencer": "workout",
    "screenLock": True,
    "commands": [],
}


def commands(froms: list[int]) -> list[dict[str, Any]]:
    """What a screen does by itself: the sound, the shots at their moments, and a report at the end.

    The report is sent when both the time and the sound are over. Another sound that takes the place of this one
    does not make the report earlier. A sound that never came ends at 0.
    """
    steps = [
        {
            "type": "SetValue",
            "componentId": "root",
            "property": "frame",
            "value": number,
            "delay": later - earlier,
        }
        for number, (earlier, later) in enumerate(pairwise(froms), 1)
    ]
    sound = [
        {"type": "SpeakItem", "componentId": "voice"},
        {
            "type": "SetValue",
            "componentId": "root",
            "property": "soundEnded",
            "value": "${elapsedTime}",
        },
    ]
    both = [
        {"type": "Sequential", "commands": sound},
        {"type": "Idle", "delay": "${s.durationMs}"},
    ]
    over = {
        "type": "SendEvent",
        "arguments": [
            "done",
            "${s.id}",
            "${elapsedTime - began}",
            "${soundEnded - began}",
            "${s.unheard}",
        ],
    }
    begin = {
        "type": "SetValue",
        "componentId": "root",
        "property": "began",
        "value": "${elapsedTime}",
    }
    return [
        {
            **_RUN,
            "commands": [
                begin,
                {"type": "Sequential", "commands": steps},
                {"type": "Sequential", "commands": [{"type": "Parallel", "commands": both}, over]},
            ],
        }
    ]


PING = {
    "minimumDelay": PING_MS,
    "when": "${s.runs && pausedAt < 0}",
    "commands": [{"type": "SendEvent", "sequencer": "ping", "arguments": ["ping", "${s.id}"]}],
}
