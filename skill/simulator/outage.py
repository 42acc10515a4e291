"""A store that can be cut off on purpose, to see the coach go on without it."""

from skill.errors import StoreUnavailable
from skill.store import Document, Store, Stored


class Outage:
    """A store in front of another; while ``failing`` nothing gets through, as if the network were down."""

    def __init__(self, store: Store) -> None:
        self.failing = False
        self._store = store

    def _reached(self) -> Store:
        if self.failing:
            raise StoreUnavailable("simulator", "the store is switched off", "switch it on again")
        return self._store

    def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
        """See ``Store``."""
        return self._reached().load(athlete_id, aside)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        return self._reached().save(athlete_id, document, expected)

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        return self._reached().set_aside(athlete_id, expected)

    def erase(self, *athlete_ids: str) -> None:
        """See ``Store``."""
        self._reached().erase(*athlete_ids)

    def check(self) -> None:
        """See ``Store``."""
        self._reached().check()

    def close(self) -> None:
        """See ``Store``: the store behind stays open, it is others' too."""
