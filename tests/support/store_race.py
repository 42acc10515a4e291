"""A race that only a store which loses nothing survives."""

from skill.errors import StaleVersion
from skill.store import Store


def count_ones(store: Store, repetitions: int) -> None:
    """Add one to athlete "a", as often as told, trying again whenever another was first."""
    left = repetitions
    while left:
        stored = store.load("a")
        document, version = (stored.document, stored.version) if stored else ({"n": 0}, 0)
        assert isinstance(document, dict)
        try:
            store.save("a", {"n": document["n"] + 1}, version)
        except StaleVersion:
            continue
        left -= 1
