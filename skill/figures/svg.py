"""A figure as SVG: still, or moving by itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from skill.figures.body import Pose
from skill.figures.figure import Figure
from skill.figures.movement import Movement
from skill.figures.rig import COLOURS, Limb, Stroke, body, lines
from skill.figures.stage import HEIGHT, WIDTH, place_of, things

BACKGROUND = "#10151c"

FRAMES_A_SECOND = 10
"""Moments that are written into a moving picture; between two of them parts turn evenly."""


def still(figure: Figure, pose: Pose, *, mirrored: bool = False) -> str:
    """A pose as one SVG picture; mirrored where the left side works."""
    return picture(WIDTH, HEIGHT, still_scene(figure, pose, mirrored=mirrored))


def moving(figure: Figure, movement: Movement, *, mirrored: bool = False) -> str:
    """A picture that moves by itself, again and again."""
    return picture(WIDTH, HEIGHT, moving_scene(figure, movement, mirrored=mirrored))


def still_scene(figure: Figure, pose: Pose, *, mirrored: bool = False) -> str:
    """What a still picture holds, without its frame."""
    return _scene(figure, _written(lines(figure, pose)), mirrored=mirrored)


def moving_scene(figure: Figure, movement: Movement, *, mirrored: bool = False) -> str:
    """What a moving picture holds, without its frame."""
    return filmed(figure, movement.pose_at, movement.every_ms, mirrored=mirrored)


def filmed(
    figure: Figure, pose_at: Callable[[float], Pose], long_ms: float, *, mirrored: bool = False
) -> str:
    """A figure that is in the pose ``pose_at(ms)`` and begins again after ``long_ms``."""
    count = round(FRAMES_A_SECOND * long_ms / 1000)
    poses = [pose_at(long_ms * n / count) for n in range(count)]
    poses.append(poses[0])
    return _scene(figure, _animated(figure, poses, long_ms), mirrored=mirrored)


def picture(width: float, height: float, drawn: str) -> str:
    """A whole SVG document."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        'fill="none" stroke-linecap="round" stroke-linejoin="round">'
        f'<rect width="{width:g}" height="{height:g}" rx="12" fill="{BACKGROUND}"/>{drawn}</svg>\n'
    )


def moved(x: float, y: float, drawn: str) -> str:
    """Something drawn, at another place."""
    return f'<g transform="translate({x:g},{y:g})">{drawn}</g>'


def _scene(figure: Figure, drawn: str, *, mirrored: bool) -> str:
    """The body with its floor and its props, in the middle of a picture."""
    scene = moved(*place_of(figure), _written(things(figure)) + drawn)
    return f'<g transform="translate({WIDTH},0) scale(-1,1)">{scene}</g>' if mirrored else scene


def _written(strokes: Iterable[Stroke]) -> str:
    return "".join(
        f'<path d="{one.path}" stroke="{COLOURS[one.tone]}" stroke-width="{one.width:g}"/>'
        for one in strokes
    )


def _animated(figure: Figure, poses: Sequence[Pose], every_ms: float) -> str:
    def turning(kind: str, values: Sequence[str]) -> str:
        if len(set(values)) == 1:
            return ""
        return (
            f'<animateTransform attributeName="transform" type="{kind}" dur="{every_ms / 1000:g}s" '
            f'repeatCount="indefinite" values="{";".join(values)}"/>'
        )

    def written(limb: Limb) -> str:
        turns = [f"{getattr(pose, limb.turn):.1f}" for pose in poses]
        inner = "".join(_drawn(limb, written))
        turned = f'<g transform="rotate({turns[0]})">{turning("rotate", turns)}{inner}</g>'
        return moved(*limb.at, turned)

    places = [f"{pose.x:.1f},{pose.y:.1f}" for pose in poses]
    whole = turning("translate", places) + written(body(figure))
    return f'<g transform="translate({places[0]})">{whole}</g>'


def _drawn(limb: Limb, written: Callable[[Limb], str]) -> Iterator[str]:
    for one in limb.drawn:
        yield _written([one]) if isinstance(one, Stroke) else written(one)
