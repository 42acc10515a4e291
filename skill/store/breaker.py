"""While the store keeps its callers waiting, one at a time asks it; all others go on from the session.

A caller that finds the store away has waited for it, a second or two. Without this module a hundred runners
would wait so long one after another, for the few threads of a service.
"""

import time
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

from skill.errors import StaleVersion, StoreUnavailable
from skill.store.protocol import Document, Store, Stored

T = TypeVar("T")

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
        return self._reading.ask(self._store.load, athlete_id, aside)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        return self._writing.ask(self._store.save, athlete_id, document, expected)

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        return self._writing.ask(self._store.set_aside, athlete_id, expected)

    def erase(self, *athlete_ids: str) -> None:
        """See ``Store``."""
        self._writing.ask(self._store.erase, *athlete_ids)

    def check(self) -> None:
        """See ``Store``."""
        self._writing.ask(self._store.check)

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

    def ask(self, call: Callable[..., T], *given: Any) -> T:
        """What a call of the store returns, if it may be made; how it ends shows how the store is."""
        away = self.away
        if away is not None and not self.asking.acquire(blocking=False):
            raise StoreUnavailable(away.store, away.problem, away.remedy)
        began = self.stopwatch()
        try:
            found = call(*given)
        except StoreUnavailable as error:
            if self.stopwatch() - began >= WAITED_S:
                self.away = error
            raise
        except StaleVersion:
            self.away = None
            raise
        else:
            self.away = None
            return found
        finally:
            if away is not None:
                self.asking.release()
