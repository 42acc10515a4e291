"""Where a reader verifies who is asking, whoever is refused learns nothing, and the log has the reason."""

import json
import logging
from collections.abc import Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient
from web_requests import SKILL_ID, USER, launch

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.errors import RequestRefused
from skill.web.app import LARGEST_REQUEST_BYTES, create_app
from skill.web.hosts import answer_this_machine_only

PASSWORD = "open sesame"  # noqa: S105 - of this test alone


def read(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """A reader that verifies a password."""
    if headers.get("Password") != PASSWORD:
        raise RequestRefused("the password is wrong")
    envelope: dict[str, Any] = json.loads(body)
    return envelope


@pytest.fixture
def guarded(coach: Coach) -> FlaskClient:
    return create_app(AlexaSkill(coach, SKILL_ID), coach, read=read).test_client()


def test_the_reader_gets_the_headers_and_the_body_and_its_envelope_is_answered(
    guarded: FlaskClient,
) -> None:
    answer = guarded.post("/alexa", json=launch(), headers={"Password": PASSWORD})
    assert answer.status_code == 200
    assert "Welcome" in answer.text


@pytest.mark.parametrize(
    ("password", "body", "reason"),
    [
        ("guess", json.dumps(launch()), "the password is wrong"),
        (PASSWORD, json.dumps(launch("amzn1.ask.skill.THEIRS")), "for another skill"),
        (PASSWORD, " " * (LARGEST_REQUEST_BYTES + 1), "exceeds the capacity limit"),
    ],
    ids=["the reader refuses", "another skill is meant", "one byte too many"],
)
def test_a_refusal_is_400_and_empty_and_its_reason_is_one_line_in_the_log(
    guarded: FlaskClient,
    caplog: pytest.LogCaptureFixture,
    password: str,
    body: str,
    reason: str,
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = guarded.post("/alexa", data=body, headers={"Password": password})
    assert (answer.status_code, answer.data) == (400, b"")
    (record,) = caplog.records
    assert record.levelname == "WARNING"
    assert record.getMessage().startswith("request refused: ")
    assert reason in record.getMessage()
    assert USER not in record.getMessage()
    assert password not in record.getMessage()


def test_a_reader_that_fails_is_an_error_of_our_own(coach: Coach) -> None:
    def fail(_headers: Mapping[str, str], _body: bytes) -> dict[str, Any]:
        raise ZeroDivisionError

    answer = create_app(AlexaSkill(coach), coach, read=fail).test_client().post("/alexa")
    assert answer.status_code == 500
    assert answer.json is not None
    assert answer.json["error"]


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:5000", "127.0.0.1:80", "[::1]:5000"])
def test_this_machine_by_any_of_its_names_is_answered(coach: Coach, host: str) -> None:
    app = create_app(AlexaSkill(coach), coach)
    answer_this_machine_only(app)
    assert app.test_client().get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example:5000", "127.0.0.1.evil.example", "localhost.", "u@evil.example", "[", ""]
)
@pytest.mark.parametrize("path", ["/healthz", "/alexa", "/nowhere"])
def test_a_page_that_points_its_own_name_here_gets_no_answer(
    coach: Coach, host: str, path: str
) -> None:
    app = create_app(AlexaSkill(coach), coach)
    answer_this_machine_only(app)
    answer = app.test_client().get(path, headers={"Host": host})
    assert answer.status_code == 400
    assert "localhost" in answer.get_json()["error"]
