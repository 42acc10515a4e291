"""A coach with an empty store, and a runner in front of it."""

import pytest
from runner import Runner

from skill.bootstrap import load_catalog, load_phrasebook
from skill.coach.coach import Coach
from skill.store.memory import MemoryStore


@pytest.fixture
def store() -> MemoryStore:
    """An empty store."""
    return MemoryStore()


@pytest.fixture
def coach(store: MemoryStore) -> Coach:
    """A coach with the real catalog and words."""
    return Coach(load_catalog(), store, load_phrasebook)


@pytest.fixture
def runner(coach: Coach) -> Runner:
    """A runner on the first Monday of August."""
    return Runner(coach)
