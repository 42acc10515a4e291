"""A skill, and requests to it as Amazon writes them."""

from collections.abc import Callable
from typing import Any

import pytest
from requests_to_alexa import EVENING, Json, Speaker

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach


@pytest.fixture
def skill(coach: Coach) -> Callable[[Any], Json]:
    """The skill, its own clock fixed."""
    return AlexaSkill(coach, clock=lambda: EVENING)


@pytest.fixture
def speaker(skill: AlexaSkill) -> Speaker:
    """A speaker in front of the skill, its session open."""
    return Speaker(skill)
