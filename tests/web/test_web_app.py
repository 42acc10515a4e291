import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from skill.alexa.skill import AlexaSkill
from skill.bootstrap import build_coach
from skill.coach.coach import Coach
from skill.settings import Settings
from skill.web.app import LARGEST_REQUEST_BYTES, create_app

SKILL_ID = "amzn1.ask.skill.OURS"


@pytest.fixture
def coach() -> Coach:
    return build_coach(Settings(store="memory:"))


@pytest.fixture
def client(coach: Coach) -> FlaskClient:
    return create_app(AlexaSkill(coach, SKILL_ID), coach).test_client()


def launch(skill_id: str = SKILL_ID) -> dict[str, Any]:
    user, application = {"userId": "amzn1.ask.account.A"}, {"applicationId": skill_id}
    session = {"new": True, "sessionId": "s", "application": application, "user": user}
    return {
        "version": "1.0",
        "session": {**session, "attributes": {}},
        "context": {
            "System": {
                "application": application,
                "user": user,
                "device": {"deviceId": "d", "supportedInterfaces": {}},
            }
        },
        "request": {
            "type": "LaunchRequest",
            "requestId": "r",
            "timestamp": "2026-01-05T07:00:00Z",
            "locale": "en-US",
        },
    }


def test_a_launch_is_answered_with_a_welcome(client: FlaskClient) -> None:
    answer = client.post("/alexa", json=launch())
    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["response"]["shouldEndSession"] is False
    assert "Welcome" in json.dumps(answer.json)


@pytest.mark.parametrize(
    "body", [b"", b"hello", b"\xff", b"[]", b'"text"', b"null", b"[" * 100_000], ids=repr
)
def test_a_body_that_is_no_json_object_is_refused(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/alexa", data=body)
    assert answer.status_code == 400
    assert answer.json is not None
    assert answer.json["error"].startswith("The body is not")


def test_an_object_that_is_no_request_gets_the_empty_answer(client: FlaskClient) -> None:
    answer = client.post("/alexa", json={"hello": "there"})
    assert (answer.status_code, answer.json) == (200, {"version": "1.0", "response": {}})


def test_a_request_for_another_skill_is_refused(client: FlaskClient) -> None:
    answer = client.post("/alexa", json=launch("amzn1.ask.skill.THEIRS"))
    assert answer.status_code == 400
    assert answer.json is not None
    assert "another skill" in answer.json["error"]


def test_a_body_above_the_limit_is_refused(client: FlaskClient) -> None:
    answer = client.post("/alexa", data=b" " * (LARGEST_REQUEST_BYTES + 1))
    assert answer.status_code == 413
    assert answer.json is not None
    assert answer.json["error"]


@pytest.mark.parametrize("method", ["get", "put", "delete"])
def test_other_methods_are_refused(client: FlaskClient, method: str) -> None:
    answer = getattr(client, method)("/alexa")
    assert answer.status_code == 405
    assert answer.json["error"]


def test_an_unknown_address_is_told_in_json(client: FlaskClient) -> None:
    answer = client.get("/nowhere")
    assert answer.status_code == 404
    assert answer.json is not None
    assert answer.json["error"]


def test_an_error_of_our_own_shows_no_stack_trace(coach: Coach) -> None:
    class Broken(AlexaSkill):
        def __call__(self, event: Any) -> dict[str, Any]:
            raise RuntimeError("a secret of the house")

    answer = create_app(Broken(coach), coach).test_client().post("/alexa", json=launch())
    assert answer.status_code == 500
    assert answer.json is not None
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text


def test_health_is_ok_while_the_store_is(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_health_fails_with_the_store(client: FlaskClient, coach: Coach) -> None:
    coach.store.close()
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json == {"status": "store unavailable"}
