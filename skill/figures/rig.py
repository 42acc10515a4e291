"""The rig: the body as parts that hang on one another, each a few strokes. SVG and AVG are both written from it.

A limb turns about the point at which it hangs, by one number of a pose. So nothing but these numbers moves, and a
limb keeps its length between two poses.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from skill.figures.body import HEAD_RADIUS, Lengths, Point, Pose, View, plus, turned
from skill.figures.figure import Figure


class Tone(StrEnum):
    """What a stroke belongs to, so that a renderer can give it a colour."""

    NEAR = "near"
    FAR = "far"
    TRUNK = "trunk"
    FACE = "face"
    PROP = "prop"


COLOURS: Mapping[Tone, str] = MappingProxyType(
    {
        Tone.NEAR: "#ffb65c",
        Tone.FAR: "#a86f33",
        Tone.TRUNK: "#e9edf2",
        Tone.FACE: "#10151c",
        Tone.PROP: "#66768a",
    }
)


class Stroke(NamedTuple):
    """A line through points, with round ends; ``closed`` where it comes back to its first point."""

    points: tuple[Point, ...]
    width: float
    tone: Tone
    closed: bool = False

    @property
    def path(self) -> str:
        """The line as SVG and AVG write paths, to the tenth of a cm."""
        drawn = "L".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in self.points)
        return f"M{drawn}Z" if self.closed else f"M{drawn}"


class Limb(NamedTuple):
    """What turns together: hung at ``at`` on the limb before, turned by the pose's ``turn``; drawn in order."""

    at: Point
    turn: str
    drawn: tuple["Stroke | Limb", ...]


def lines(figure: Figure, pose: Pose) -> Iterator[Stroke]:
    """The body in a pose as lines of a picture, from the back to the front."""
    yield from _laid(body(figure), pose, (pose.x, pose.y), 0)


def _laid(limb: Limb, pose: Pose, origin: Point, turn: float) -> Iterator[Stroke]:
    at = plus(origin, turned(limb.at, turn))
    turn += getattr(pose, limb.turn)
    for one in limb.drawn:
        if isinstance(one, Stroke):
            yield one._replace(points=tuple(plus(at, turned(p, turn)) for p in one.points))
        else:
            yield from _laid(one, pose, at, turn)


def body(figure: Figure) -> Limb:
    """The whole body of a figure, hung on the pelvis."""
    view, lengths = figure.view, figure.lengths
    chest = (0.0, -lengths.pelvis)
    other = Tone.FAR if figure.has_a_far_side else Tone.NEAR
    legs = [_leg(lengths, "left", other), _leg(lengths, "right", Tone.NEAR)]
    if lengths.left_thigh < lengths.right_thigh:
        legs.reverse()  # the left one points at the viewer, so it is in front
    behind, before = (legs, []) if view is View.FRONT else (legs[:1], legs[1:])
    return Limb(
        (0, 0),
        "pelvis",
        (
            *behind,
            Limb(
                chest,
                "chest",
                (_arm(lengths, "left", other), *_upper(view, lengths), _head(figure)),
            ),
            *_lower(view, lengths),
            *before,
            # Once more, so that the near arm is in front of all.
            Limb(chest, "chest", (_arm(lengths, "right", Tone.NEAR),)),
        ),
    )


def _upper(view: View, lengths: Lengths) -> list[Stroke]:
    strokes = [_upright(4 - lengths.chest, 21, Tone.TRUNK)]
    if view is View.FRONT:
        wide, high = lengths.shoulders - 5, 5 - lengths.chest
        strokes.append(Stroke(((-wide, high), (wide, high), (0, 0)), 12, Tone.TRUNK, closed=True))
    return strokes


def _lower(view: View, lengths: Lengths) -> list[Stroke]:
    strokes = [_upright(-lengths.pelvis, 20, Tone.TRUNK)]
    if view is View.FRONT:
        wide = lengths.hips - 2
        strokes.append(Stroke(((-wide, 0), (wide, 0)), 16, Tone.TRUNK))
    return strokes


def _upright(to: float, width: float, tone: Tone) -> Stroke:
    return Stroke(((0, 0), (0, to)), width, tone)


def _arm(lengths: Lengths, side: str, tone: Tone) -> Limb:
    out = lengths.shoulders if side == "left" else -lengths.shoulders
    lower = Limb((0, lengths.arm), f"{side}_forearm", (_upright(lengths.forearm - 3, 8, tone),))
    return Limb((out, -lengths.chest), f"{side}_arm", (_upright(lengths.arm, 9, tone), lower))


def _leg(lengths: Lengths, side: str, tone: Tone) -> Limb:
    out = lengths.hips if side == "left" else -lengths.hips
    thigh, shin = getattr(lengths, f"{side}_thigh"), getattr(lengths, f"{side}_shin")
    heel, sole, ball = min(0, 2 - lengths.heel), lengths.ankle - 3, lengths.foot
    tip = max(0, lengths.toes - 2)
    toes = Limb((ball, lengths.ankle), f"{side}_toes", (Stroke(((0, -3), (tip, -3)), 6, tone),))
    outline = ((0.0, 0.0), (heel, sole), (ball, sole))
    foot = Limb((0, shin), f"{side}_foot", (Stroke(outline, 6, tone, closed=True), toes))
    lower = Limb((0, thigh), f"{side}_shin", (_upright(shin, 10, tone), foot))
    return Limb((out, 0), f"{side}_thigh", (_upright(thigh, 13, tone), lower))


def _head(figure: Figure) -> Limb:
    middle = -figure.lengths.neck - HEAD_RADIUS
    skull = Stroke(((0, middle - 1), (0, middle + 1)), 2 * HEAD_RADIUS - 2, Tone.NEAR)
    if figure.view is View.SIDE:
        nose = Stroke(((HEAD_RADIUS - 1, middle + 1), (HEAD_RADIUS + 1, middle + 1)), 4, Tone.NEAR)
        face = [nose, _eye(5, middle - 2, closed=figure.eyes_closed)]
    else:
        face = [_eye(x, middle - 1, closed=figure.eyes_closed) for x in (-5, 4)]
    return Limb((0, -figure.lengths.chest), "head", (_upright(middle, 8, Tone.NEAR), skull, *face))


def _eye(x: float, y: float, *, closed: bool) -> Stroke:
    return Stroke(((x - closed, y), (x + (2 if closed else 0.1), y)), 2 if closed else 3, Tone.FACE)
