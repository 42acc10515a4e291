"""A runner in front of the coach."""

import pytest
from runner import Runner

from skill.coach.coach import Coach


@pytest.fixture
def runner(coach: Coach) -> Runner:
    """A runner on the first Monday of August."""
    return Runner(coach)


@pytest.fixture
def working(runner: Runner) -> Runner:
    """A runner at the seventh repetition of the first set."""
    runner.does_seven()
    return runner
