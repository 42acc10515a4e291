"""A store that can be reached now and then."""

from skill.errors import StoreUnavailable
from skill.store.memory import MemoryStore
from skill.store.protocol import Document, Stored


class FlakyStore(MemoryStore):
    """A memory store of which reading and writing can be cut off, each on its own."""

    def __init__(self) -> None:
        super().__init__()
        self.reads = True
        self.writes = True

    def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
        """Load, where that can be reached."""
        _demand(self.reads)
        return super().load(athlete_id, aside)

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """Save, where that can be reached."""
        _demand(self.writes)
        return super().save(athlete_id, document, expected)

    def erase(self, *athlete_ids: str) -> None:
        """Erase, where that can be reached."""
        _demand(self.writes)
        super().erase(*athlete_ids)


def _demand(reachable: bool) -> None:
    if not reachable:
        raise StoreUnavailable("flaky:", "the store cannot be reached", "wait")
