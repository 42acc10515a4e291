"""A store that counts, in front of the store that keeps the documents."""

from types import TracebackType

from skill.errors import StaleVersion, StoreUnavailable
from skill.store.protocol import Document, Store, Stored
from skill.telemetry.events import Event, note


class CountedStore:
    """Does what the store behind it does, and counts what the turn's log record reports of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
        """See ``Store``."""
        with _counted:
            return self._store.load(athlete_id, aside)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        with _counted:
            return self._store.save(athlete_id, document, expected)

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        with _counted:
            return self._store.set_aside(athlete_id, expected)

    def erase(self, *athlete_ids: str) -> None:
        """See ``Store``."""
        with _counted:
            self._store.erase(*athlete_ids)
        note(Event.ERASURE)

    def check(self) -> None:
        """See ``Store``."""
        self._store.check()

    def close(self) -> None:
        """See ``Store``."""
        self._store.close()


class _Counted:
    """Counts how a call of the store ended; one object serves all calls, since it holds nothing."""

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, _kind: object, error: BaseException | None, _traceback: TracebackType | None
    ) -> None:
        if isinstance(error, StoreUnavailable):
            note(Event.STORE_UNAVAILABLE)
        elif isinstance(error, StaleVersion):
            note(Event.STALE_SAVE)


_counted = _Counted()
