"""What a screen shows while a segment plays: shots one after another, each a function of time alone."""

from enum import StrEnum
from typing import NamedTuple


class Moves(StrEnum):
    """How a figure moves in a shot: on the beat of repetitions, held still, or shown so that it can be seen."""

    REPEATED = "repeated"
    HELD = "held"
    SHOWN = "shown"


class Shot(NamedTuple):
    """What is seen from ``from_ms`` on, in ms since the segment began. Its texts are finished.

    ``figure`` is the id of what moves, "" for nothing. ``phases_ms`` are the parts of a repetition as ``Moves``
    takes them, ``mirrored`` is whether the left side works. ``side`` names the one that works alone, as the
    caption does in a longer line. ``done`` of ``total`` grows by one every ``every_ms``, or stands; with
    ``counts_down``, ``total`` are the ms left. ``share`` is how much of the workout was done when the shot began.
    ``asks_effort`` is whether the runner can say how hard the last set was.
    """

    from_ms: int
    figure: str = ""
    moves: Moves = Moves.SHOWN
    phases_ms: tuple[float, ...] = ()
    mirrored: bool = False
    title: str = ""
    caption: str = ""
    side: str = ""
    coming: str = ""
    done: int = 0
    total: int = 0
    every_ms: int = 0
    counts_down: bool = False
    share: float = 0
    asks_effort: bool = False


class Button(NamedTuple):
    """Something to touch: its name, which says what a touch means, and its label."""

    name: str
    label: str


class Display(NamedTuple):
    """All that a screen shows of one answer.

    Its events carry ``id``. Where it ``runs``, the screen speaks the words of the segment, and reports when
    ``duration_ms`` are over; otherwise it stays until it is touched. ``efforts`` are the buttons of those shots
    that ask for it. ``unheard`` is how often in a row the sound was not heard.
    """

    id: str
    runs: bool
    duration_ms: int
    shots: tuple[Shot, ...]
    buttons: tuple[Button, ...] = ()
    efforts: tuple[Button, ...] = ()
    unheard: int = 0
