"""A figure: a movement as the poses that it passes, with what stays still and what it is done with.

See decision 32.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from skill.figures.body import (
    LENGTHS,
    Lengths,
    Point,
    Pose,
    Unreachable,
    View,
    bent_to_reach,
    distance,
    joints,
    minus,
    nearest,
    plus,
)
from skill.speed.value import Value

BETWEEN = 6
"""Steps from one pose of the data to the next. Between two steps a joint turns at an even speed, so what stands
still wanders: by under a centimetre with six steps, whatever the movement."""

STRAIGHT = 0.05
"""Degrees or cm that are not seen, and not written: a way that strays by less needs no steps."""

NEAR_CM = 0.5
"""Nearer than this a foot is where it should be."""

TURNED = Pose._fields[2:]
"""The parts of a pose that are angles."""


class Prop(NamedTuple):
    """A thing beside the body: its kind, and where it stands, in cm to the right of the picture's middle."""

    kind: str
    at: float


class Stance(Value):
    """One pose of the data before it is put in its place; ``number`` counts them from 1.

    ``pose`` has its angles alone. ``anchor`` is the point of the body that is at ``place``. The feet in
    ``still`` are at their points, with None where they were in the pose before. ``holds`` says where hands are:
    at a point of the body, or at one of the picture.
    ``at`` is when it is reached, as a share of a repetition; None where the exercise's tempo decides.
    """

    number: int
    pose: Pose
    anchor: str
    place: Point
    still: Mapping[str, Point | None]
    holds: Mapping[str, str | Point]
    at: float | None


class Strained(Exception):
    """In a pose, counted from 1, a limb cannot be where it should be: it is so many cm too short."""

    def __init__(self, pose: int, limb: str, by_cm: float) -> None:
        super().__init__(pose, limb, by_cm)
        self.pose = pose
        self.limb = limb
        self.by_cm = by_cm


class Figure(Value):
    """A movement that can be drawn.

    ``path`` is the way from the first pose to the last in equal steps, as few as show it; ``stops`` are the
    numbers on it of the poses of the data, and ``times`` when each is reached, as shares of a repetition, where
    the tempo does not decide. ``beat_ms`` is how long one movement takes where seconds are counted; None where it
    is done once and held. ``above`` is true where it is seen from above. ``changes_sides`` is true where every
    other repetition is done by the other side.
    """

    id: str
    view: View
    lengths: Lengths
    props: tuple[Prop, ...]
    path: tuple[Pose, ...]
    stops: tuple[int, ...]
    times: tuple[float, ...] | None
    beat_ms: int | None
    changes_sides: bool
    eyes_closed: bool
    above: bool

    @cached_property
    def has_a_far_side(self) -> bool:
        """Whether one side is farther away and drawn darker: not where a body that is up shows its front."""
        return self.view is View.SIDE or abs(self.path[0].pelvis) > 45


def path_of(stances: Sequence[Stance], lengths: Lengths) -> tuple[Pose, ...]:
    """The way through poses, each put where its anchor is: in equal steps, one where a way is straight.

    Raises:
        Strained: a hand or a foot cannot be where it should be.
    """
    before = stances[0]
    poses = [_placed(before.pose, before, before.place, before.still, before.holds, lengths)]
    for stance in stances[1:]:
        begun = poses[-1]
        start = joints(begun, lengths)
        still = {foot: point or start[foot] for foot, point in stance.still.items()}
        # A foot that is not there yet is on its way until the pose is reached.
        there = {foot: at for foot, at in still.items() if distance(at, start[foot]) < NEAR_CM}
        ended = _placed(stance.pose, stance, stance.place, still, stance.holds, lengths)
        left, way = start[stance.anchor], minus(stance.place, start[stance.anchor])
        holds = {hand: at for hand, at in stance.holds.items() if before.holds.get(hand) == at}
        for step in range(1, BETWEEN):
            share = step / BETWEEN
            place = plus(left, (way[0] * share, way[1] * share))
            poses.append(_placed(blend(begun, ended, share), stance, place, there, holds, lengths))
        poses.append(ended)
        before = stance
    return tuple(poses[::BETWEEN] if _is_straight(poses) else poses)


def _is_straight(poses: Sequence[Pose]) -> bool:
    """Whether every joint turns evenly from each pose of the data to the next."""
    return all(
        abs(even - turned) < STRAIGHT
        for begun in range(0, len(poses) - 1, BETWEEN)
        for step in range(1, BETWEEN)
        for even, turned in zip(
            blend(poses[begun], poses[begun + BETWEEN], step / BETWEEN),
            poses[begun + step],
            strict=True,
        )
    )


def blend(one: Pose, other: Pose, share: float) -> Pose:
    """The pose at a share of the way from one to the other."""
    return Pose(*(a + (b - a) * share for a, b in zip(one, other, strict=True)))


def _placed(
    pose: Pose,
    stance: Stance,
    place: Point,
    still: Mapping[str, Point | None],
    holds: Mapping[str, str | Point],
    lengths: Lengths,
) -> Pose:
    """A pose with the stance's anchor at ``place``, its feet where they stay, its hands where they hold."""
    wander = joints(pose._replace(x=0, y=0), lengths)[stance.anchor]
    x, y = minus(place, wander)
    pose = pose._replace(x=x, y=y)
    for foot, point in still.items():
        if point is not None:
            pose = _stepping(pose, stance, foot, point, lengths)
    for hand, target in holds.items():
        point = joints(pose, lengths)[target] if isinstance(target, str) else target
        pose = _holding(pose, stance, hand, point, lengths)
    return pose


def _stepping(pose: Pose, stance: Stance, foot: str, point: Point, lengths: Lengths) -> Pose:
    side = foot.partition("_")[0]
    found = joints(pose, lengths)
    ankle = plus(found[f"{side}_ankle"], minus(point, found[foot]))
    thigh, shin, sole, _ = _leg_angles(pose, side)
    hip = found[f"{side}_hip"]
    try:
        upper, lower = bent_to_reach(
            hip,
            ankle,
            getattr(lengths, f"{side}_thigh"),
            getattr(lengths, f"{side}_shin"),
            pose.pelvis + thigh,
        )
    except Unreachable as error:
        raise Strained(stance.number, f"{side} foot", error.by_cm) from None
    turn = pose.pelvis + thigh + shin + sole
    new_thigh = nearest(upper - pose.pelvis, thigh)
    new_shin = nearest(lower - upper, shin)
    changed = {
        f"{side}_thigh": new_thigh,
        f"{side}_shin": new_shin,
        f"{side}_foot": nearest(turn - pose.pelvis - new_thigh - new_shin, sole),
    }
    return pose._replace(**changed)


def _leg_angles(pose: Pose, side: str) -> tuple[float, float, float, float]:
    start = Pose._fields.index(f"{side}_thigh")
    return pose[start], pose[start + 1], pose[start + 2], pose[start + 3]


def _holding(pose: Pose, stance: Stance, hand: str, point: Point, lengths: Lengths) -> Pose:
    side = hand.partition("_")[0]
    turn = pose.pelvis + pose.chest
    arm, forearm = getattr(pose, f"{side}_arm"), getattr(pose, f"{side}_forearm")
    shoulder = joints(pose, lengths)[f"{side}_shoulder"]
    try:
        upper, lower = bent_to_reach(shoulder, point, lengths.arm, lengths.forearm, turn + arm)
    except Unreachable as error:
        raise Strained(stance.number, f"{side} hand", error.by_cm) from None
    changed = {
        f"{side}_arm": nearest(upper - turn, arm),
        f"{side}_forearm": nearest(lower - upper, forearm),
    }
    return pose._replace(**changed)


def swapped(pose: Pose) -> Pose:
    """The same pose in the side view with its right and left limbs exchanged."""
    arms, legs = pose[5:9], pose[9:]
    return Pose(*pose[:5], *arms[2:], *arms[:2], *legs[4:], *legs[:4])


def lengths_of(view: View, changed: Mapping[str, float]) -> Lengths:
    """The lengths of a view, some of them foreshortened."""
    return LENGTHS[view]._replace(**changed)
