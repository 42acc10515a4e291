"""A skill with a store of its own, and requests to it as Amazon writes them."""

from collections.abc import Callable
from typing import Any

import pytest
from requests_to_alexa import EVENING, Json, Speaker

from skill.alexa.skill import AlexaSkill
from skill.bootstrap import load_catalog, load_phrasebook
from skill.coach.coach import Coach
from skill.store.memory import MemoryStore


@pytest.fixture
def store() -> MemoryStore:
    """An empty store."""
    return MemoryStore()


@pytest.fixture
def coach(store: MemoryStore) -> Coach:
    """The coach behind the skill."""
    return Coach(load_catalog(), store, load_phrasebook)


@pytest.fixture
def skill(coach: Coach) -> Callable[[Any], Json]:
    """The skill, its own clock fixed."""
    return AlexaSkill(coach, clock=lambda: EVENING)


@pytest.fixture
def speaker(skill: AlexaSkill) -> Speaker:
    """A speaker in front of the skill, its session open."""
    return Speaker(skill)
