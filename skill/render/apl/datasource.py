"""What a document shows: numbers and texts, checked so that no number on a screen can be "not a number"."""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from skill.figures.avg import graphic, placed, rig_name, scenery, scenery_of
from skill.figures.figure import Figure
from skill.figures.movement import Movement, held, repeated, shown
from skill.render.apl.document import document
from skill.speed.json_text import compact
from skill.workout.cue import Cue
from skill.workout.display import Button, Display, Moves, Shot

Figures = Callable[[str], Figure]
"""Gives the figure of an id; raises ``KeyError`` where there is none."""

STANDS_MS = 10**9
"""After which one more is done where a count stands: longer than any display is seen."""

MOST_BYTES = 22_000
"""The most that a display weighs as JSON, where what goes with it leaves so much room."""

SPEECH: dict[str, Any] = {
    "type": "APLA",
    "version": "0.91",
    "mainTemplate": {
        "parameters": ["payload"],
        "item": {
            "type": "Mixer",
            "data": "${payload.segment.properties.cues}",
            "items": [
                {
                    "type": "Sequencer",
                    "items": [
                        {"type": "Silence", "duration": "${data.at}"},
                        {"type": "Speech", "contentType": "PlainText", "content": "${data.say}"},
                    ],
                }
            ],
        },
    },
}
"""The words of a segment, each behind its own silence, from which Amazon's cloud makes the sound."""


_NO_FIGURE: dict[str, Any] = {"rig": "", "floor": "", "props": "", "poses": [[0], [0]]}


class Rendered(NamedTuple):
    """A display as Alexa takes it: the document, its data, and what its speech is made from."""

    document: dict[str, Any]
    datasources: dict[str, Any]
    sources: dict[str, Any]

    @property
    def bytes(self) -> int:
        """What it weighs as JSON."""
        return len(compact(self))


class _Drawing(NamedTuple):
    """A figure as a document takes it: the rig, and what of it a display shows."""

    id: str
    rig: str
    graphic: dict[str, Any]
    shown: dict[str, Any]


Movements = dict[Shot, Movement | None]
"""How the figure of each shot moves."""


def render_display(
    display: Display, cues: Iterable[Cue], figures: Figures, room_bytes: int = MOST_BYTES
) -> Rendered:
    """Render a display whose words are ``cues``; an exercise that has no figure is shown without one.

    Should all figures together weigh more than there is room for, the last ones are left out: the words and
    numbers are there.
    """
    cues = tuple(cues)
    ids = [id_ for id_ in dict.fromkeys(s.figure for s in display.shots) if _has(figures, id_)]
    display = _showing(display, ids)
    movements = {shot: movement_of(shot, figures) for shot in display.shots}
    drawings = [_drawing(figures(id_), movements) for id_ in ids]
    rendered = _rendered(display, cues, drawings, movements)
    while drawings and rendered.bytes > min(room_bytes, MOST_BYTES):
        drawings.pop()
        display = _showing(display, [drawing.id for drawing in drawings])
        rendered = _rendered(display, cues, drawings, movements)
    return rendered


def _showing(display: Display, ids: Collection[str]) -> Display:
    """The display with these figures alone."""
    shots = [shot if shot.figure in ids else shot._replace(figure="") for shot in display.shots]
    return display._replace(shots=tuple(shots))


def _rendered(
    display: Display, cues: tuple[Cue, ...], drawings: Sequence[_Drawing], movements: Movements
) -> Rendered:
    graphics = {drawing.rig: drawing.graphic for drawing in drawings}
    if drawings:
        graphics["scenery"] = scenery()
    # A shot whose figure was left out moves no longer.
    moving = {shot: movements.get(shot) for shot in display.shots}
    stops = max(len(m.at_ms) if m else 2 for m in moving.values())
    properties = _properties(display, drawings, {s: _move(m, stops) for s, m in moving.items()})
    segment: dict[str, Any] = {"type": "object", "properties": properties}
    sources: dict[str, Any] = {}
    if display.runs:
        properties["cues"] = [{"at": cue.at_ms, "say": cue.line.text} for cue in cues]
        sources["words"] = SPEECH
        segment["transformers"] = [
            {"transformer": "aplAudioToSpeech", "template": "words", "outputName": "speech"}
        ]
    froms = [shot.from_ms for shot in display.shots]
    made = document(froms, stops, graphics, efforts=bool(display.efforts))
    return Rendered(made, {"segment": segment}, sources)


def _properties(
    display: Display, drawings: Sequence[_Drawing], moved: dict[Shot, dict[str, Any]]
) -> dict[str, Any]:
    """What a document reads: texts and moves once each, and the frames that name them by their numbers."""
    ids = [drawing.id for drawing in drawings]
    moves: list[dict[str, Any]] = []
    for move in moved.values():
        if move not in moves:
            moves.append(move)
    words = list(map(dict, dict.fromkeys(tuple(_words(shot).items()) for shot in display.shots)))
    return {
        "id": display.id,
        "runs": display.runs,
        "durationMs": display.duration_ms,
        "unheard": display.unheard,
        "frames": [
            _frame(shot, ids, moves.index(moved[shot]), words.index(_words(shot)))
            for shot in display.shots
        ],
        "words": words,
        "moves": moves,
        "figures": [drawing.shown for drawing in drawings] or [_NO_FIGURE],
        "buttons": [button._asdict() for button in display.buttons],
        "efforts": [button._asdict() for button in display.efforts],
        "breadth": max(1.0, _breadth(display.buttons), _breadth(display.efforts)),
        "speech": "",
    }


def _has(figures: Figures, id_: str) -> bool:
    try:
        return bool(id_ and figures(id_))
    except KeyError:  # somebody's own exercise
        return False


def movement_of(shot: Shot, figures: Figures) -> Movement | None:
    """How the figure of a shot moves; None where it shows none.

    Raises:
        KeyError: there is no such figure.
    """
    if not shot.figure:
        return None
    figure = figures(shot.figure)
    match shot.moves:
        case Moves.REPEATED:
            return repeated(figure, shot.phases_ms)
        case Moves.HELD:
            return held(figure)
        case Moves.SHOWN:
            return shown(figure)


def _drawing(figure: Figure, movements: Movements) -> _Drawing:
    """A figure with the longest way that a shot takes through its poses; other shots take its beginning."""
    ways = [m.poses for shot, m in movements.items() if m is not None and shot.figure == figure.id]
    rig, (floor, props) = rig_name(figure), scenery_of(figure)
    poses = placed(figure, sorted(ways, key=len)[-1])
    shown = {"rig": rig, "floor": floor, "props": props, "poses": poses}
    return _Drawing(figure.id, rig, graphic(figure), shown)


def _move(movement: Movement | None, stops: int) -> dict[str, Any]:
    """When a movement is where on its way, filled up to so many moments."""
    at, number, every_ms = [0.0], [0.0], 1.0
    if movement is not None:
        at, number, every_ms = [*movement.at_ms], [*movement.number], movement.every_ms
    at += [at[-1]] * (stops - len(at))
    number += [number[-1]] * (stops - len(number))
    return {
        "at": [round(one) for one in at],
        "lasts": [max(1, round(later - one)) for one, later in pairwise(at)],
        "number": [round(one, 2) for one in number],
        "every": max(1, round(every_ms)),
    }


def _breadth(buttons: Iterable[Button]) -> float:
    """How wide a row of buttons is, in letter heights: a bold letter, and the air in and beside a button."""
    return round(sum(0.66 * len(button.label) + 1.5 for button in buttons), 1)


def _words(shot: Shot) -> dict[str, str]:
    """The texts of a shot, which many of a display share."""
    texts = {"title": shot.title, "caption": shot.caption, "coming": shot.coming}
    return texts | {"side": shot.side} if shot.side else texts


def _frame(shot: Shot, ids: list[str], move: int, words: int) -> dict[str, Any]:
    ahead_ms = shot.done * sum(shot.phases_ms) if shot.moves is Moves.REPEATED else 0.0
    return {
        "from": shot.from_ms,
        "figure": ids.index(shot.figure) if shot.figure else -1,
        "move": move,
        "mirror": -1 if shot.mirrored else 1,
        "ahead": round(ahead_ms),
        "words": words,
        "done": shot.done,
        "of": shot.total,
        "every": shot.every_ms or STANDS_MS,
        "until": shot.from_ms + shot.total - shot.done if shot.counts_down else 0,
        "share": round(100 * shot.share),
        "asks": shot.asks_effort,
    }
