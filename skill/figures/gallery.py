"""Pictures of many figures, and of one at work: what documents show."""

from collections.abc import Iterable

from skill.figures.body import Pose
from skill.figures.figure import Figure
from skill.figures.movement import Movement, held, repeated, shown
from skill.figures.rig import COLOURS, Tone
from skill.figures.stage import HEIGHT, WIDTH
from skill.figures.svg import filmed, moved, picture, still_scene
from skill.training.exercise import Exercise

MOMENTS = (0.0, 0.25, 0.5, 0.75)
"""The shares of a movement at which a strip shows it."""

COLUMNS = 3

_TITLE = 30


def movement_of(figure: Figure, exercise: Exercise | None = None) -> Movement:
    """How a figure moves in a picture of its own: on its exercise's tempo where there is one."""
    if exercise is not None and exercise.tempo is not None:
        return repeated(figure, (1000 * seconds for seconds in exercise.tempo))
    if figure.beat_ms is not None:
        return held(figure)
    return shown(figure)


def sheet(figures: Iterable[tuple[str, Figure, Movement]]) -> str:
    """All figures on one sheet: each with a title, and a strip of moments of its movement."""
    strips = [_strip(*one) for one in figures]
    wide, high = WIDTH * len(MOMENTS), HEIGHT + _TITLE
    drawn = "".join(
        moved(number % COLUMNS * wide, number // COLUMNS * high, strip)
        for number, strip in enumerate(strips)
    )
    return picture(COLUMNS * wide, -(-len(strips) // COLUMNS) * high, drawn)


def _strip(title: str, figure: Figure, movement: Movement) -> str:
    # Where every other repetition is the other side's, a strip shows the first.
    every_ms = movement.every_ms / (2 if figure.changes_sides else 1)
    scenes = "".join(
        moved(WIDTH * n, _TITLE, still_scene(figure, movement.pose_at(every_ms * share)))
        for n, share in enumerate(MOMENTS)
    )
    return _words(20, 28, 24, "start", Tone.TRUNK, title) + scenes


def counted_set(figure: Figure, movement: Movement, every_ms: float, counts: int) -> str:
    """A picture of a set that moves: the figure on its beat, the count, and how much is done.

    ``every_ms`` is the length of a repetition. After the last count it rests for as long, and begins again.
    """

    def pose_at(ms: float) -> Pose:
        return movement.pose_at(ms if ms < counts * every_ms else 0)

    whole_s = every_ms * (counts + 1) / 1000
    wide = WIDTH * 2
    numbers = "".join(_count(n, counts, whole_s) for n in range(counts + 1))
    of = _words(wide * 0.72, 186, 22, "middle", Tone.PROP, f"/ {counts}")
    left, right = WIDTH + 20, wide - 30
    done = (
        f'<path d="M{left},212H{right}" stroke="#2a3441" stroke-width="8"/>'
        f'<path d="M{left},212H{right}" stroke="{COLOURS[Tone.NEAR]}" stroke-width="8" '
        f'pathLength="1" stroke-dasharray="1 2" stroke-dashoffset="1">'
        f'<animate attributeName="stroke-dashoffset" dur="{whole_s:g}s" repeatCount="indefinite" '
        f'values="1;0;0" keyTimes="0;{counts / (counts + 1):.5f};1"/></path>'
    )
    return picture(wide, HEIGHT, filmed(figure, pose_at, whole_s * 1000) + numbers + of + done)


def _count(number: int, counts: int, whole_s: float) -> str:
    """One number, seen from its moment to the next one's; zero also where nothing moves."""
    begins, ends = number / (counts + 1), (number + 1) / (counts + 1)
    values, times = ("0;1;0", f"0;{begins:.5f};{ends:.5f}")
    if number == 0:
        values, times = ("1;0", f"0;{ends:.5f}")
    elif number == counts:
        values, times = ("0;1", f"0;{begins:.5f}")
    animated = (
        f'<animate attributeName="opacity" dur="{whole_s:g}s" repeatCount="indefinite" '
        f'calcMode="discrete" values="{values}" keyTimes="{times}"/>'
    )
    text = _words(WIDTH * 2 * 0.72, 150, 130, "middle", Tone.TRUNK, str(number))
    return f'<g opacity="{int(number == 0)}">{animated}{text}</g>'


def _words(x: float, y: float, size: float, anchor: str, tone: Tone, words: str) -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" fill="{COLOURS[tone]}" font-size="{size:g}" '
        f'font-family="system-ui,sans-serif" text-anchor="{anchor}">{words}</text>'
    )
