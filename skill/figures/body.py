"""The skeleton: how long its parts are, where its joints are in a pose, and how a limb reaches a point.

Lengths are in centimetres of a person 173 cm tall. A picture's x grows to the right and its y down; the floor is
y = 0. Angles are degrees, clockwise as seen. A pose of zeros stands upright with its arms hanging, in the side
view looking to the right, in the front view at the viewer.

The right side is the one that is near in the side view and on the picture's left in the front view. A figure that
works on the left is the picture mirrored.
"""

from collections.abc import Mapping
from enum import StrEnum
from math import acos, atan2, cos, degrees, hypot, radians, sin
from types import MappingProxyType
from typing import NamedTuple

Point = tuple[float, float]


class View(StrEnum):
    """From where a figure is seen."""

    SIDE = "side"
    FRONT = "front"


class Pose(NamedTuple):
    """A posture: where the pelvis is, and by how much each part is turned against the part that it hangs on.

    The pelvis is turned against the picture. ``x`` and ``y`` are centimetres, all others degrees.
    """

    x: float
    y: float
    pelvis: float
    chest: float
    head: float
    right_arm: float
    right_forearm: float
    left_arm: float
    left_forearm: float
    right_thigh: float
    right_shin: float
    right_foot: float
    right_toes: float
    left_thigh: float
    left_shin: float
    left_foot: float
    left_toes: float


class Lengths(NamedTuple):
    """How long each part is drawn: shorter than it is where it points at the viewer."""

    pelvis: float = 24
    chest: float = 27
    neck: float = 7
    arm: float = 29
    forearm: float = 33
    right_thigh: float = 43
    right_shin: float = 42
    left_thigh: float = 43
    left_shin: float = 42
    ankle: float = 7
    heel: float = 5
    foot: float = 13
    toes: float = 7
    hips: float = 0
    shoulders: float = 0


HEAD_RADIUS = 10.5

LENGTHS: Mapping[View, Lengths] = MappingProxyType(
    {
        View.SIDE: Lengths(),
        # Seen from the front a foot points at the viewer, and hips and shoulders have a width.
        View.FRONT: Lengths(ankle=9, heel=0, foot=0, toes=0, hips=8, shoulders=16),
    }
)

SIDES = ("right", "left")


def turned(point: Point, angle: float) -> Point:
    """A point turned about the origin, clockwise."""
    turn = radians(angle)
    x, y = point
    return (x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn))


def plus(one: Point, other: Point) -> Point:
    """The sum of two points."""
    return (one[0] + other[0], one[1] + other[1])


def minus(one: Point, other: Point) -> Point:
    """The way from the other point to the one."""
    return (one[0] - other[0], one[1] - other[1])


def distance(one: Point, other: Point) -> float:
    """How far two points are from each other."""
    return hypot(*minus(one, other))


def between(one: Point, other: Point, share: float = 0.5) -> Point:
    """The point at a share of the way from one to the other."""
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)


def joints(pose: Pose, lengths: Lengths) -> dict[str, Point]:
    """Where every named point of the body is in a pose.

    Beside the joints there are the points that can be held or stood on: "right_ball" under the front of the foot,
    "right_heel", "right_toes" at their tip, "right_hand", "right_thigh" a hand above the knee,
    "right_shin" at its middle, "seat", "shoulders", "head".
    """
    seat = (pose.x, pose.y)
    turn = pose.pelvis
    found = {"seat": seat}
    found["waist"] = waist = plus(seat, turned((0, -lengths.pelvis), turn))
    turn += pose.chest
    found["shoulders"] = neck = plus(waist, turned((0, -lengths.chest), turn))
    found["head"] = plus(neck, turned((0, -lengths.neck - HEAD_RADIUS), turn + pose.head))
    for side, outward in zip(SIDES, (-1, 1), strict=True):
        arm = turn + getattr(pose, f"{side}_arm")
        forearm = arm + getattr(pose, f"{side}_forearm")
        shoulder = plus(neck, turned((outward * lengths.shoulders, 0), turn))
        elbow = plus(shoulder, turned((0, lengths.arm), arm))
        found |= {
            f"{side}_shoulder": shoulder,
            f"{side}_elbow": elbow,
            f"{side}_hand": plus(elbow, turned((0, lengths.forearm), forearm)),
        }
        found |= _leg(pose, lengths, side, outward)
    return found


def _leg(pose: Pose, lengths: Lengths, side: str, outward: int) -> dict[str, Point]:
    hip = plus((pose.x, pose.y), turned((outward * lengths.hips, 0), pose.pelvis))
    turn = pose.pelvis + getattr(pose, f"{side}_thigh")
    knee = plus(hip, turned((0, getattr(lengths, f"{side}_thigh")), turn))
    turn += getattr(pose, f"{side}_shin")
    ankle = plus(knee, turned((0, getattr(lengths, f"{side}_shin")), turn))
    turn += getattr(pose, f"{side}_foot")
    heel = plus(ankle, turned((-lengths.heel, lengths.ankle), turn))
    ball = plus(ankle, turned((lengths.foot, lengths.ankle), turn))
    toes = plus(ball, turned((lengths.toes, 0), turn + getattr(pose, f"{side}_toes")))
    return {
        f"{side}_hip": hip,
        f"{side}_knee": knee,
        f"{side}_thigh": between(hip, knee, 0.75),
        f"{side}_ankle": ankle,
        f"{side}_shin": between(knee, ankle),
        f"{side}_heel": heel,
        f"{side}_ball": ball,
        f"{side}_toes": toes,
    }


class Unreachable(Exception):
    """A limb is too short for what it should reach, by so many cm; with a minus it is too long."""

    def __init__(self, by_cm: float) -> None:
        super().__init__(by_cm)
        self.by_cm = by_cm


def bent_to_reach(
    root: Point, target: Point, upper: float, lower: float, like: float
) -> tuple[float, float]:
    """The angles against the picture of a limb's two parts, so that its end is at ``target``.

    Of the two ways to bend it takes the one whose upper part is nearest to the angle ``like``.

    Raises:
        Unreachable: the target is further away than the limb is long, or too near.
    """
    x, y = minus(target, root)
    away = hypot(x, y)
    if not abs(upper - lower) < away <= upper + lower:
        raise Unreachable(away - upper - lower if away > upper else away - abs(upper - lower))
    straight = degrees(atan2(-x, y))
    bend = degrees(acos((upper**2 + away**2 - lower**2) / (2 * upper * away)))
    first = min((straight - bend, straight + bend), key=lambda angle: abs(_least(angle - like)))
    elbow = plus(root, turned((0, upper), first))
    x, y = minus(target, elbow)
    return first, degrees(atan2(-x, y))


def _least(angle: float) -> float:
    """The same angle between -180 and 180."""
    return (angle + 180) % 360 - 180


def nearest(angle: float, like: float) -> float:
    """The same angle in the turn that is nearest to ``like``."""
    return like + _least(angle - like)
