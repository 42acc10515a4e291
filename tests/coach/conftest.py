"""A runner in front of the coach."""

import pytest
from runner import Runner

from skill.coach.coach import Coach


@pytest.fixture
def runner(coach: Coach) -> Runner:
    """A runner on the first Monday of August."""
    return Runner(coach)
