"""The document: how a display looks on any screen, and what it does by itself.

Its data come from ``datasource.py``, what moves it is in ``clock.py``, what stands on it in ``layout.py``.

All that reads a bound value stands on the root component, since a handler of the document itself sees no bound
values. Nothing scrolls: in a part that scrolls, speech begins late. The version stays "1.9": engines compare
versions as text, and take "1.10" for older. All this was seen on Amazon's engine, apl-core 1.9.1 and 2024.3.
"""

from collections.abc import Mapping
from typing import Any

from skill.render.apl.clock import PING, bound, commands
from skill.render.apl.layout import DARK, RING, WIDE, stage, words

VERSION = "1.9"

LEAST_RUNTIME = (1, 9)
"""From here on a screen moves the parameters of a graphic and keeps named sequencers."""


def document(
    froms: list[int], stops: int, graphics: Mapping[str, Any], *, efforts: bool
) -> dict[str, Any]:
    """The document whose shots begin at ``froms``, with the graphics of the figures that its data name.

    ``stops`` is at how many moments each of its movements turns, halts or ends; ``efforts`` is whether a shot
    asks how hard it was.
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
            *bound(stops),
            {
                # Labels are as large as lets their row fit; a round screen shows only some of the buttons.
                "name": "label",
                "type": "number",
                "value": "${Math.min(unit * 4, round ? unit * 4 : "
                "viewport.width * (wide ? 0.5 : 1) / s.breadth)}",
            },
        ],
        "onMount": commands(froms),
        "handleTick": [PING],
        "direction": "${wide ? 'row' : 'column'}",
        "width": "100vw",
        "height": "100vh",
        "items": [stage(figures=bool(graphics)), words(efforts=efforts), voice],
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
                "backgroundColor": DARK,
                "item": root,
            },
        },
    }
