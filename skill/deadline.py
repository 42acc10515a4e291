"""How long a turn may take in all: set where a request comes in, asked by whatever waits for something outside.

Alexa waits eight seconds for an answer. Each call has limits of its own, but a turn may load, save, merge, save
again and ask Amazon: what is left of the turn bounds them all.
"""

import time
from collections.abc import Callable
from contextvars import ContextVar

TURN_S = 6.0
"""From the arrival of a request until its answer is decided; two of Alexa's eight seconds are for the way there
and back, and for what no limit bounds."""

_left: ContextVar[Callable[[], float]] = ContextVar("seconds left of the turn")


class within:  # noqa: N801 - read as a word: with within(6.0)
    """A turn that may take so long. It is of this thread, and lasts as long as the context.

    ``stopwatch`` gives seconds since any moment.
    """

    def __init__(self, seconds: float, stopwatch: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._stopwatch = stopwatch

    def __enter__(self) -> None:
        self._ends = self._stopwatch() + self._seconds
        self._token = _left.set(self._seconds_left)

    def __exit__(self, *_: object) -> None:
        _left.reset(self._token)

    def _seconds_left(self) -> float:
        return self._ends - self._stopwatch()


def seconds_left(most: float) -> float:
    """How long a call may take: ``most`` seconds, or what is left of the turn if that is less; never below 0."""
    left = _left.get(None)
    return most if left is None else max(0.0, min(most, left()))
