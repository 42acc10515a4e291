"""The stage of a figure: the picture's size, where the body stands in it, and the floor and things around it."""

from collections.abc import Iterator

from skill.figures.body import joints
from skill.figures.figure import Figure
from skill.figures.props import KINDS, MAT_FROM_ABOVE
from skill.figures.rig import Stroke, Tone

WIDTH, HEIGHT = 240, 240
"""The size of a picture, in cm of the body: room for a jump with both arms up, and for a body that lies."""

FLOOR = 228
"""The floor, in cm below the picture's top."""

FLOOR_FROM_ABOVE = 160
"""Where the lower edge of a mat is that is seen from above."""


def place_of(figure: Figure) -> tuple[float, float]:
    """Where the figure's origin is in the picture, so that all that it covers is in the middle."""
    xs = [point[0] for pose in figure.path for point in joints(pose, figure.lengths).values()]
    xs += [prop.at for prop in figure.props if prop.kind != "mat"]
    middle = (min(xs) + max(xs)) / 2
    return round(WIDTH / 2 - middle, 1), FLOOR_FROM_ABOVE if figure.above else FLOOR


def things(figure: Figure) -> Iterator[Stroke]:
    """The floor or the mat, and the props, as lines in the figure's own place."""
    if figure.above:
        yield Stroke(MAT_FROM_ABOVE, 2, Tone.PROP, closed=True)
    else:
        left = 15 - place_of(figure)[0]
        yield Stroke(((left, 2), (left + WIDTH - 30, 2)), 2, Tone.PROP)
    for prop in figure.props:
        for line in KINDS[prop.kind]:
            yield Stroke(tuple((x + prop.at, y) for x, y in line), 5, Tone.PROP)
