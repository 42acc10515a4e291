"""A house with one coach, and a desk in it."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

# The random workouts lie with the tests of workouts.
sys.path.append(str(Path(__file__).parents[1] / "workout"))

from at_the_desk import AtTheDesk, House

from skill.coach.coach import Coach


@pytest.fixture
def house(coach: Coach) -> House:
    """The house, on the first Monday of August."""
    return House(coach, datetime(2026, 8, 3, 18, tzinfo=UTC))


@pytest.fixture
def runner(house: House) -> AtTheDesk:
    """The runner of the terminal, at a desk."""
    return house.desk("me")
