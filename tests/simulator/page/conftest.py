"""A service with a simulator, and somebody's page that talks to it."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from tabs import Tab

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.simulator.page import add_simulator
from skill.web.app import create_app


@pytest.fixture
def app(coach: Coach) -> Flask:
    app = create_app(AlexaSkill(coach), coach)
    add_simulator(app, coach)
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def tab(client: FlaskClient) -> Tab:
    return Tab(client)
