"""While the store keeps its callers waiting, one asks at a time; all others go on from the session.

A caller that finds the store away has waited for it, a second or two. Without this module a hundred runners would
wait so long one after another, for the few threads of a service.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock

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
    """Lets all ask while the store answers; else one at a time, whose answer then counts for all."""

    def __init__(self, stopwatch: Callable[[], float]) -> None:
        self._stopwatch = stopwatch
        self._away: StoreUnavailable | None = None
        self._asking = Lock()

    @contextmanager
    def asked(self) -> Iterator[None]:
        away = self._away
        if away is not None and not self._asking.acquire(blocking=False):
            raise StoreUnavailable(away.store, away.problem, away.remedy)
        began = self._stopwatch()
        try:
            yield
        except StoreUnavailable as error:
            if self._stopwatch() - began >= WAITED_S:
                self._away = error
            raise
        except StaleVersion:
            self._away = None
            raise
        else:
            self._away = None
        finally:
            if away is not None:
                self._asking.release()
