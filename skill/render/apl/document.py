"""The document: how a display looks on any screen, and what it does by itself.

Its data come from ``datasource.py``. The clock is a value bound to the engine's ``elapsedTime``. It needs no
tick: the engine computes it for each frame that it draws, and it neither drifts nor runs late. Numbers follow
``now``, which changes with every frame; the figure follows ``t``, in steps of 40 ms, 25 times a second.

Whatever reads a bound value stands on the root component, since a handler of the document itself sees none of
them. Nothing scrolls: in what scrolls, speech begins late. The version stays "1.9": engines compare versions as
text, and take "1.10" for older. All this was seen on Amazon's engine, apl-core 1.9.1 and 2024.3.
"""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

VERSION = "1.9"

LEAST_RUNTIME = (1, 9)
"""From here on a screen moves the parameters of a graphic and keeps named sequencers."""

STEP_MS = 40
PING_MS = 15_000
"""How often a running screen tells that it is there, so that the session is not taken for forgotten."""

_DARK, _LIGHT, _DIM, _ACCENT = "#10151c", "#e9edf2", "#8b9bb0", "#ffb65c"

WIDE = "${viewport.width > viewport.height}"


def _way(stops: int) -> str:
    """How far along its poses the figure is: eased from stop to stop, as a swinging weight."""
    steps = " + ".join(
        f"(m.number[{n + 1}] - m.number[{n}]) * "
        f"(1 - Math.cos(Math.PI * Math.clamp(0, (u - m.at[{n}]) / m.lasts[{n}], 1))) / 2"
        for n in range(stops - 1)
    )
    return f"${{m.number[0] + {steps}}}"


def _bound(stops: int) -> list[dict[str, Any]]:
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


def _commands(froms: list[int]) -> list[dict[str, Any]]:
    """What a screen does by itself: the sound, the shots at their moments, and word when all is over.

    Word is sent when the time is over and the sound is, too, whichever is later; another sound that takes its
    place does not shorten it. A sound that never came ends at 0.
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


_PING = {
    "minimumDelay": PING_MS,
    "when": "${s.runs && pausedAt < 0}",
    "commands": [{"type": "SendEvent", "sequencer": "ping", "arguments": ["ping", "${s.id}"]}],
}


def _text(text: str, size: str, color: str = _LIGHT, **more: Any) -> dict[str, Any]:
    return {
        "type": "Text",
        "text": text,
        "fontSize": size,
        "color": color,
        "textAlign": "center",
        **more,
    }


def _button(data: str) -> dict[str, Any]:
    """A row of buttons; a touch stops sound, clock and shots at once, and tells the very moment."""
    touched = [
        {
            "type": "SetValue",
            "componentId": "touch_${data.wish}",
            "property": "disabled",
            "value": True,
        },
        {"type": "Idle", "sequencer": "workout"},
        {"type": "SetValue", "componentId": "root", "property": "pausedAt", "value": "${now}"},
        {
            "type": "SendEvent",
            "sequencer": "touch",
            "arguments": ["touch", "${s.id}", "${now}", "${data.wish}"],
        },
    ]
    label = _text(
        "${data.label}", "${unit * 4}", _DARK, fontWeight="700", textAlignVertical="center"
    )
    frame = {
        "type": "Frame",
        "backgroundColor": _ACCENT,
        "borderRadius": "${unit * 3}",
        "paddingLeft": "${unit * (round ? 4 : 2)}",
        "paddingRight": "${unit * (round ? 4 : 2)}",
        "height": "${Math.max(96, unit * 12)}",
        "item": {**label, "height": "100%"},
    }
    wrapper = {
        "type": "TouchWrapper",
        "id": "touch_${data.wish}",
        "role": "button",
        "accessibilityLabel": "${data.label}",
        "spacing": "${unit * 2}",
        # A round screen is narrow where its buttons are.
        "display": "${round && index > 1 && data.wish != 'hard' ? 'none' : 'normal'}",
        "onPress": touched,
        "item": frame,
    }
    return {
        "type": "Container",
        "direction": "row",
        "justifyContent": "center",
        "width": "100%",
        "data": f"${{s.{data}}}",
        "item": wrapper,
    }


def _graphics(kind: str, source: str, **parameters: str) -> dict[str, Any]:
    """One graphic for each figure of the data; only that of the shot is seen."""
    return {
        "type": "Container",
        "position": "absolute",
        "width": "100%",
        "height": "100%",
        "data": "${s.figures}",
        "item": {
            "type": "VectorGraphic",
            "id": f"{kind}_${{index}}",
            "source": source,
            "position": "absolute",
            "width": "100%",
            "height": "100%",
            "scale": "best-fit",
            "align": "center",
            "display": "${index == f.figure ? 'normal' : 'none'}",
            "m": "${f.mirror}",
            **parameters,
        },
    }


RING: dict[str, Any] = {
    "type": "AVG",
    "version": "1.2",
    "width": 100,
    "height": 100,
    "parameters": [{"name": "share", "type": "number", "default": 0}],
    "items": [
        {
            "type": "path",
            "pathData": "M50,6A44,44,0,1,1,49.9,6",
            "stroke": color,
            "strokeWidth": 5,
            **more,
        }
        for color, more in (
            ("#2a3441", {}),
            (_ACCENT, {"pathLength": 1, "strokeDashArray": ["${share}", 1]}),
        )
    ],
}


def _stage(*, figures: bool) -> dict[str, Any]:
    """Where the figures stand; without any it is empty, so that the document names no graphic it lacks."""
    scenery = _graphics("scenery", "scenery", floor="${data.floor}", props="${data.props}")
    figure = _graphics(
        "figure",
        "${data.rig}",
        a="${data.poses[step]}",
        b="${data.poses[step + 1]}",
        w="${w}",
    )
    return {
        "type": "Container",
        "width": "${wide ? '46vw' : '100vw'}",
        "height": "${wide ? '100vh' : round ? '36vh' : '44vh'}",
        "items": [scenery, figure] if figures else [],
    }


def _counter() -> dict[str, Any]:
    ring = {
        "type": "VectorGraphic",
        "source": "ring",
        "position": "absolute",
        "width": "100%",
        "height": "100%",
        "scale": "best-fit",
        "align": "center",
        "share": "${left}",
        "display": "${f.until > 0 ? 'normal' : 'none'}",
    }
    number = _text(
        "${count}",
        "${unit * (f.asks ? 9 : round ? 14 : f.until > 0 ? 18 : 22)}",
        fontWeight="700",
        id="count",
        width="100%",
    )
    of = _text(
        "${f.until == 0 && f.of > 0 ? '/ ' + f.of : ''}", "${unit * 4}", _DIM, id="of", width="100%"
    )
    return {
        "type": "Container",
        "width": "100%",
        "height": "${unit * (f.asks ? 20 : round ? 24 : 38)}",
        "justifyContent": "center",
        "alignItems": "center",
        "items": [ring, number, of],
    }


def _progress() -> dict[str, Any]:
    bar = {
        "type": "Frame",
        "id": "progress",
        "width": "${f.share}%",
        "height": "100%",
        "backgroundColor": _ACCENT,
        "borderRadius": "${unit}",
    }
    return {
        "type": "Frame",
        "width": "80%",
        "height": "${unit * 1.5}",
        "backgroundColor": "#2a3441",
        "borderRadius": "${unit}",
        "item": bar,
    }


def _words(*, efforts: bool) -> dict[str, Any]:
    row = {**_button("efforts"), "display": "${f.asks ? 'normal' : 'none'}", "id": "efforts"}
    wide: dict[str, Any] = {"width": "100%", "maxLines": 2}
    return {
        "type": "Container",
        "width": "${wide ? '50vw' : '100vw'}",
        "height": "${wide ? '100vh' : round ? '64vh' : '56vh'}",
        "paddingTop": "${round ? 0 : unit * 2}",
        "paddingBottom": "${unit * (round ? 8 : 2)}",
        "alignItems": "center",
        "justifyContent": "spaceAround",
        "items": [
            _text("${said.title}", "${unit * 7}", fontWeight="700", id="title", **wide),
            _text("${round ? '' : said.caption}", "${unit * 4}", _DIM, id="caption", **wide),
            _counter(),
            _text("${said.coming}", "${unit * 4}", _DIM, id="coming", **{**wide, "maxLines": 1}),
            _progress(),
            *([row] if efforts else []),
            # A round screen has room for one row.
            {**_button("buttons"), "display": "${round && f.asks ? 'none' : 'normal'}"},
        ],
    }


def document(
    froms: list[int], stops: int, graphics: Mapping[str, Any], *, efforts: bool
) -> dict[str, Any]:
    """The document whose shots begin at ``froms``, with the graphics of the figures that its data name.

    ``stops`` is at how many moments each of its movements turns, halts or ends. ``efforts`` is whether a shot
    has buttons for how hard it was: a row that is never seen would be a twentieth of the answer.
    """
    voice = {
        "type": "Text",
        "id": "voice",
        "text": "",
        "position": "absolute",
        "width": 1,
        "height": 1,
        "speech": "${s.speech.url ? s.speech.url : s.speech}",
    }
    root = {
        "type": "Container",
        "id": "root",
        "bind": [
            {"name": "wide", "type": "boolean", "value": WIDE},
            {"name": "round", "type": "boolean", "value": "${viewport.shape == 'round'}"},
            {
                # A hundredth of the shorter side, less on round screens, whose corners are cut.
                "name": "unit",
                "type": "number",
                "value": "${Math.min(viewport.width, viewport.height * 1.1) / (round ? 130 : 100)}",
            },
            *_bound(stops),
        ],
        "onMount": _commands(froms),
        "handleTick": [_PING],
        "direction": "${wide ? 'row' : 'column'}",
        "width": "100vw",
        "height": "100vh",
        "items": [_stage(figures=bool(graphics)), _words(efforts=efforts), voice],
    }
    return {
        "type": "APL",
        "version": VERSION,
        "theme": "dark",
        "settings": {"idleTimeout": 240_000},
        "graphics": {"ring": RING, **graphics},
        "mainTemplate": {
            "parameters": ["payload"],
            "item": {
                "type": "Frame",
                "width": "100vw",
                "height": "100vh",
                "backgroundColor": _DARK,
                "item": root,
            },
        },
    }
