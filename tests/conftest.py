"""A coach with the real catalog and words, and an empty store."""

import pytest
from demanded import pytest_make_collect_report, pytest_runtest_makereport

from skill.bootstrap import load_catalog, load_phrasebook
from skill.coach.coach import Coach
from skill.store.memory import MemoryStore

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport"]


@pytest.fixture
def store() -> MemoryStore:
    """An empty store."""
    return MemoryStore()


@pytest.fixture
def coach(store: MemoryStore) -> Coach:
    """The coach behind whatever is tested."""
    return Coach(load_catalog(), store, load_phrasebook)
