"""A skill that is hosted on a server of one's own, and an Amazon in front of it."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from flask.testing import FlaskClient
from pretend_amazon import SKILL_ID, Amazon, Keys

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.web.app import create_app


@pytest.fixture(scope="session")
def keys() -> Keys:
    """The keys of everybody involved."""
    root, authority, signer, stranger = (rsa.generate_private_key(65537, 2048) for _ in range(4))
    short = rsa.generate_private_key(65537, 1024)  # noqa: S505 - to be refused
    return Keys(root, authority, signer, stranger, short, ec.generate_private_key(ec.SECP256R1()))


@pytest.fixture
def amazon(keys: Keys) -> Amazon:
    """Amazon, its certificates published."""
    return Amazon(keys)


@pytest.fixture
def client(amazon: Amazon, coach: Coach) -> FlaskClient:
    """The service, verifying."""
    skill = AlexaSkill(coach, SKILL_ID, amazon.clock)
    return create_app(skill, coach, read=amazon.verifier()).test_client()
