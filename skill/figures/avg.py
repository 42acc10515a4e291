"""A figure as AVG, the vector graphic of a screen: the same rig and numbers as the SVG.

A graphic takes two poses as lists, ``a`` and ``b``, and the share ``w`` of the way between them: so a screen has
one expression to compute, and each limb turns by its own. ``m`` is -1 where the picture is mirrored.
"""

from collections.abc import Iterable
from typing import Any

from skill.figures.body import LENGTHS, Pose, View
from skill.figures.figure import Figure
from skill.figures.rig import COLOURS, Limb, Stroke, Tone, body
from skill.figures.stage import HEIGHT, WIDTH, place_of, things

VERSION = "1.2"


def rig_name(figure: Figure) -> str:
    """The name of the graphic that draws a figure: most share one for each view."""
    usual = figure.lengths == LENGTHS[figure.view] and not figure.eyes_closed
    if usual and figure.has_a_far_side == (figure.view is View.SIDE):
        return f"rig_{figure.view}"
    return f"rig_{figure.id}"


def graphic(figure: Figure) -> dict[str, Any]:
    """The rig of a figure, moved by its parameters."""
    moved: dict[str, Any] = {
        "type": "group",
        "translateX": _between(0),
        "translateY": _between(1),
        "items": [_group(body(figure))],
    }
    return _avg(
        [
            {"name": "a", "type": "any"},
            {"name": "b", "type": "any"},
            {"name": "w", "type": "number", "default": 0},
        ],
        [moved],
    )


def scenery() -> dict[str, Any]:
    """The floor and the things around a figure, as paths that are its parameters."""
    return _avg(
        [
            {"name": "floor", "type": "string", "default": ""},
            {"name": "props", "type": "string", "default": ""},
        ],
        [_path("${floor}", 2, Tone.PROP), _path("${props}", 5, Tone.PROP)],
    )


def _avg(parameters: list[dict[str, Any]], items: list[dict[str, Any]]) -> dict[str, Any]:
    """A graphic of the stage's size that can be mirrored."""
    return {
        "type": "AVG",
        "version": VERSION,
        "width": WIDTH,
        "height": HEIGHT,
        "parameters": [*parameters, {"name": "m", "type": "number", "default": 1}],
        "items": [_mirrored(items)],
    }


def scenery_of(figure: Figure) -> tuple[str, str]:
    """The paths of a figure's floor, and of its props, where they are in the picture."""
    x, y = place_of(figure)
    floor, *props = (
        one._replace(points=tuple((px + x, py + y) for px, py in one.points))
        for one in things(figure)
    )
    return floor.path, "".join(one.path for one in props) or "M0,0"


def placed(figure: Figure, poses: Iterable[Pose]) -> list[list[float]]:
    """Poses as a screen takes them: where the body is in the picture, to the tenth of a cm or of a degree."""
    x, y = place_of(figure)
    return [[_short(pose.x + x), _short(pose.y + y), *map(_short, pose[2:])] for pose in poses]


def _short(number: float) -> float:
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def _mirrored(items: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "group",
        "translateX": f"${{m < 0 ? {WIDTH} : 0}}",
        "scaleX": "${m}",
        "items": items,
    }


def _between(number: int) -> str:
    return f"${{a[{number}]+(b[{number}]-a[{number}])*w}}"


def _group(limb: Limb) -> dict[str, Any]:
    at = {}
    for name, value in zip(("translateX", "translateY"), limb.at, strict=True):
        if value:
            at[name] = _short(value)
    return {
        "type": "group",
        **at,
        "rotation": _between(Pose._fields.index(limb.turn)),
        "items": [
            _path(one.path, one.width, one.tone) if isinstance(one, Stroke) else _group(one)
            for one in limb.drawn
        ],
    }


def _path(path: str, width: float, tone: Tone) -> dict[str, Any]:
    drawn = {
        "type": "path",
        "pathData": path,
        "stroke": COLOURS[tone],
        "strokeWidth": _short(width),
        "strokeLineCap": "round",
    }
    return {**drawn, "strokeLineJoin": "round"} if path.count("L") > 1 else drawn
