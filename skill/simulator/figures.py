"""Figures for the page: the lines of a body once, and which pose of it is seen at which moment of a frame."""

from typing import Any

from skill.figures.avg import placed, scenery_of
from skill.figures.body import Pose
from skill.figures.figure import Figure, swapped
from skill.figures.rig import Limb, Stroke, body
from skill.figures.stage import HEIGHT, WIDTH
from skill.render.apl.datasource import Figures, movement_of
from skill.workout.display import Moves, Shot

Json = dict[str, Any]


def figure_view(figure: Figure) -> Json:
    """A figure as numbers: what is around it, its parts as strokes that turn, and the poses of its path.

    A pose is where the body is, in cm of the picture, then the turn of each part in degrees, at the place that
    the part names. Where every other repetition is the other side's, that side's poses follow.
    """
    floor, props = scenery_of(figure)
    other = [swapped(pose) for pose in figure.path] if figure.changes_sides else []
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "floor": floor,
        "props": props,
        "body": _limb(body(figure)),
        "poses": placed(figure, [*figure.path, *other]),
    }


def _limb(limb: Limb) -> Json:
    return {
        "at": limb.at,
        "turn": Pose._fields.index(limb.turn),
        "drawn": [_stroke(one) if isinstance(one, Stroke) else _limb(one) for one in limb.drawn],
    }


def _stroke(stroke: Stroke) -> Json:
    return {"path": stroke.path, "width": stroke.width, "tone": stroke.tone}


def moved_view(shot: Shot, figures: Figures) -> Json | None:
    """Which figure a shot shows, and how it moves; None where it shows none."""
    try:
        movement = movement_of(shot, figures)
    except KeyError:  # somebody's own exercise
        return None
    if movement is None:
        return None
    ahead_ms = shot.done * sum(shot.phases_ms) if shot.moves is Moves.REPEATED else 0.0
    return {
        "id": shot.figure,
        "mirrored": shot.mirrored,
        "at": movement.at_ms,
        "number": movement.number,
        "every_ms": movement.every_ms,
        "ahead_ms": ahead_ms,
    }
