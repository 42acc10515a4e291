"""A store that counts, in front of the store that keeps the documents."""

from collections.abc import Callable
from typing import Any, TypeVar

from skill.errors import StaleVersion, StoreUnavailable
from skill.store.protocol import Document, Store, Stored
from skill.telemetry.events import Event, note

T = TypeVar("T")


class CountedStore:
    """Does what the store behind it does, and counts what the turn's log record reports of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
        """See ``Store``."""
        return _counted(self._store.load, athlete_id, aside)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        return _counted(self._store.save, athlete_id, document, expected)

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        return _counted(self._store.set_aside, athlete_id, expected)

    def erase(self, *athlete_ids: str) -> None:
        """See ``Store``."""
        _counted(self._store.erase, *athlete_ids)
        note(Event.ERASURE)

    def check(self) -> None:
        """See ``Store``."""
        self._store.check()

    def close(self) -> None:
        """See ``Store``."""
        self._store.close()


def _counted(call: Callable[..., T], *given: Any) -> T:
    """What a call of the store returns; how it failed is counted."""
    try:
        return call(*given)
    except StoreUnavailable:
        note(Event.STORE_UNAVAILABLE)
        raise
    except StaleVersion:
        note(Event.STALE_SAVE)
        raise
