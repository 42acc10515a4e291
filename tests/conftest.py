"""A coach with the real catalog and words, and an empty store."""

from collections.abc import Iterator

import pytest
from amazon_apis import AmazonApis, serving

from skill.bootstrap import load_catalog, load_phrasebook
from skill.coach.coach import Coach
from skill.store.memory import MemoryStore


@pytest.fixture(scope="session")
def _served_apis() -> Iterator[AmazonApis]:
    with serving() as apis:
        yield apis


@pytest.fixture
def apis(_served_apis: AmazonApis) -> AmazonApis:
    """A pretend Amazon on an ordinary day."""
    _served_apis.reset()
    return _served_apis


@pytest.fixture
def store() -> MemoryStore:
    """An empty store."""
    return MemoryStore()


@pytest.fixture
def coach(store: MemoryStore) -> Coach:
    """The coach behind whatever is tested."""
    return Coach(load_catalog(), store, load_phrasebook)
