"""A coach with an empty store, and its service in development."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from web_requests import SKILL_ID

from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach
from skill.coach.coach import Coach
from skill.settings import Settings
from skill.web.app import create_app


@pytest.fixture
def coach() -> Coach:
    return build_coach(Settings(store="memory:"))


@pytest.fixture
def client(coach: Coach) -> FlaskClient:
    return create_app(AlexaSkill(coach, SKILL_ID), coach).test_client()


@pytest.fixture
def broken(coach: Coach) -> AlexaSkill:
    """A skill that fails at every request."""

    class Broken(AlexaSkill):
        def write(self, event: Any) -> bytes:
            raise RuntimeError("a secret of the house")

    return Broken(coach)
