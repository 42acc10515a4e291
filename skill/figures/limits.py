"""What no body can do: joints that turn too far, feet below the floor, and feet that slip."""

from collections.abc import Mapping

from skill.figures.body import View, distance, joints
from skill.figures.entry import Entry
from skill.figures.figure import TURNED, Figure, Stance, blend, lengths_of

STILL_CM = 1.0
"""How far a point that stays still may wander: less than the width of a line in the picture."""

STEPS = 21
"""At so many moments of a movement it is checked."""

RANGES: Mapping[View, Mapping[str, tuple[float, float]]] = {
    # Degrees that joints of a healthy adult turn, as clinics list them, with a little to spare for drawing.
    # Clockwise: in the side view, which looks to the right, knees bend by a plus and hips and elbows by a minus.
    View.SIDE: {
        "chest": (-25, 60),
        "head": (-50, 55),
        "arm": (-190, 65),
        "forearm": (-155, 5),
        "thigh": (-135, 35),
        "shin": (-5, 158),
        "foot": (-42, 60),
        "toes": (-75, 35),
    },
    # From the front a joint may turn towards the viewer, so that its angle in the picture says less.
    View.FRONT: {
        "chest": (-40, 40),
        "head": (-45, 45),
        "arm": (-200, 200),
        "forearm": (-160, 160),
        "thigh": (-120, 120),
        "shin": (-180, 180),
        "foot": (-120, 120),
        "toes": (-120, 120),
    },
}


def check(entry: Entry, figure: Figure, stances: list[Stance]) -> None:
    """Raise DataError, with the pose and a remedy, for what a body cannot do on the way through its poses."""
    usual = lengths_of(figure.view, {})
    for number, pose in enumerate(figure.path):
        where = f"pose {-(-number // figure.stops[1]) + 1}"
        for part in TURNED[1:]:
            side, _, limb = part.partition("_")
            # A leg that is drawn shorter points at the viewer.
            thigh = f"{side}_thigh"
            turned = limb and getattr(figure.lengths, thigh) < getattr(usual, thigh)
            lowest, highest = RANGES[View.FRONT if turned else figure.view][limb or side]
            turn = getattr(pose, part)
            if not lowest <= turn <= highest:
                entry.refuse(
                    f"{where}: {part}",
                    f"turns by {turn:.0f} degrees",
                    f"a body turns it by {lowest:g} to {highest:g}",
                )
    for step in range(STEPS):
        _check_moment(entry, figure, stances, step / (STEPS - 1))


def _check_moment(entry: Entry, figure: Figure, stances: list[Stance], share: float) -> None:
    """Nothing is below the floor, and what stays still is where it was."""
    onward = share * (len(figure.path) - 1)
    before = min(int(onward), len(figure.path) - 2)
    pose = blend(figure.path[before], figure.path[before + 1], onward - before)
    found = joints(pose, figure.lengths)
    number = min(before // figure.stops[1], len(stances) - 2)
    where = f"pose {number + 2}"
    for name, (_, y) in found.items():
        if y > STILL_CM and not figure.above:
            entry.refuse(where, f"puts the {name} {y:.0f} cm below the floor", "lift it")
    one, other = (
        joints(figure.path[figure.stops[at]], figure.lengths) for at in (number, number + 1)
    )
    stance = stances[number + 1]
    for name in (stance.anchor, *stance.still):
        if distance(one[name], other[name]) > STILL_CM:
            continue  # it is meant to move here, such as in a jump
        wandered = distance(found[name], one[name])
        if wandered > STILL_CM:
            entry.refuse(where, f"moves the {name} by {wandered:.1f} cm", "add a pose between")
