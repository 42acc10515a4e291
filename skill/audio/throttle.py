"""A limit on how often a service is called that refuses callers who ask too often."""

import time
from collections.abc import Callable
from threading import Lock


class Throttle:
    """Called before each call, it waits until that one may begin: ``a_second`` at once, then so many a second.

    May be used from any thread. ``now`` and ``sleep`` count seconds.
    """

    def __init__(
        self,
        a_second: int,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._a_second = a_second
        self._now, self._sleep = now, sleep
        self._lock = Lock()
        self._spent_until = now()

    def __call__(self) -> None:
        """Wait, if need be."""
        with self._lock:
            now = self._now()
            self._spent_until = max(self._spent_until, now) + 1 / self._a_second
            ahead = self._spent_until - now - 1
        if ahead > 0:
            self._sleep(ahead)
