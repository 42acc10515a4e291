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

    ``figure`` is what moves, by its id, "" for nothing; ``phases_ms`` are the parts of a repetition as ``Moves``
    takes them, ``already`` how many were done before, ``mirrored`` where the left side works. ``done`` of
    ``total`` is counted by one ``every_ms``; or, with ``counts_down``, ``total`` are the ms that are left.
    ``share`` of the workout was done when it began. ``asks_effort`` is whether it can be said how hard the last
    set was.
    """

    from_ms: int
    figure: str = ""
    moves: Moves = Moves.SHOWN
    phases_ms: tuple[float, ...] = ()
    mirrored: bool = False
    title: str = ""
    caption: str = ""
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

    Its events carry ``id``. Where it ``runs``, the words of the segment are spoken by the screen, which
    tells when ``duration_ms`` are over; else it stands until it is touched. ``efforts`` are the buttons of shots
    that ask for it. ``unheard`` is how often in a row the sound was not heard.
    """

    id: str
    runs: bool
    duration_ms: int
    shots: tuple[Shot, ...]
    buttons: tuple[Button, ...] = ()
    efforts: tuple[Button, ...] = ()
    unheard: int = 0
