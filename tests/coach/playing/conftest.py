"""A speaker on which a workout has just begun to play."""

import pytest
from speaker import Speaker
from support.audio_on_paper import PaperShelf
from support.straight_to_work import catalog_without_warm_up

from skill.coach.coach import Coach
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore


@pytest.fixture
def shelf() -> PaperShelf:
    return PaperShelf()


@pytest.fixture
def coach(shelf: PaperShelf) -> Coach:
    return Coach(catalog_without_warm_up(), MemoryStore(), load_phrasebook, shelf.publish)


@pytest.fixture
def speaker(coach: Coach) -> Speaker:
    speaker = Speaker(coach)
    speaker.begins()
    return speaker
