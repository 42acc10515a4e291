"""While the store keeps its callers waiting, one at a time asks it; all others go on from the session.

A caller that finds the store away has waited for it, a second or two. Without this module a hundred runners
would wait so long one after another, for the few threads of a service.
"""

import time
from collections.abc import Callable
from threading import Lock
from types import TracebackType

from skill.errors import StaleVersion, StoreUnavailable
from skill.store.protocol import Document, Store, Stored

WAITED_S = 0.25
"""A call that fails after so long shows that the store keeps its callers waiting. A call that fails sooner holds
nobody up."""


class BreakerStore:
    """Does what the ``store`` behind it does, as long as that answers.

    Reading and writing are judged apart: a file that another program locks can still be read. ``stopwatch`` gives
    seconds since any moment.
    """

    def __init__(self, store: Store, stopwatch: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._reading = _Breaker(stopwatch)
        self._writing = _Breaker(stopwatch)

    def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
        """See ``Store``."""
        with self._reading.asked():
            return self._store.load(athlete_id, aside)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        with self._writing.asked():
            return self._store.save(athlete_id, document, expected)

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        with self._writing.asked():
            return self._store.set_aside(athlete_id, expected)

    def erase(self, *athlete_ids: str) -> None:
        """See ``Store``."""
        with self._writing.asked():
            self._store.erase(*athlete_ids)

    def check(self) -> None:
        """See ``Store``."""
        with self._writing.asked():
            self._store.check()

    def close(self) -> None:
        """See ``Store``."""
        self._store.close()


class _Breaker:
    """Lets everybody ask while the store answers.

    When it does not, one at a time may ask, and that answer then counts for all.
    """

    def __init__(self, stopwatch: Callable[[], float]) -> None:
        self.stopwatch = stopwatch
        self.away: StoreUnavailable | None = None
        self.asking = Lock()

    def asked(self) -> "_Asked":
        return _Asked(self)


class _Asked:
    """One call of the store: whether it may be made, and what its end shows about the store.

    A class of its own, since every turn makes several calls and a generator takes three times as long.
    """

    def __init__(self, breaker: _Breaker) -> None:
        self._breaker = breaker

    def __enter__(self) -> None:
        breaker = self._breaker
        self._away = away = breaker.away
        if away is not None and not breaker.asking.acquire(blocking=False):
            raise StoreUnavailable(away.store, away.problem, away.remedy)
        self._began = breaker.stopwatch()

    def __exit__(
        self, _kind: object, error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        breaker = self._breaker
        if isinstance(error, StoreUnavailable):
            if breaker.stopwatch() - self._began >= WAITED_S:
                breaker.away = error
        elif error is None or isinstance(error, StaleVersion):
            breaker.away = None
        if self._away is not None:
            breaker.asking.release()
