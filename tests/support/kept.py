"""Documents as a store hands them out, and all that one in memory holds."""

from skill.store import Document, Store, Stored, text
from skill.store.memory import MemoryStore


def stored(document: Document | str, version: int) -> Stored:
    """What a store has found, where this document was saved, or such a text was put."""
    raw = document.encode() if isinstance(document, str) else text.write(document)
    return Stored(raw, version)


def held(store: Store) -> dict[str, object]:
    """All that a store in memory holds, by whose it is."""
    assert isinstance(store, MemoryStore)
    return dict(store._athletes or {})
