import json

import pytest
from flask.testing import FlaskClient
from web_requests import launch

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.web.app import LARGEST_REQUEST_BYTES, create_app


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


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://localhost:8000", "null", "", "http://localhost.evil"]
)
def test_a_page_of_another_site_is_refused(client: FlaskClient, origin: str) -> None:
    headers = {"Origin": origin, "Content-Type": "text/plain"}
    answer = client.post("/alexa", data=json.dumps(launch()), headers=headers)
    assert answer.status_code == 400
    assert answer.json == {"error": "A page of another site may not ask."}


def test_a_page_of_this_site_is_answered(client: FlaskClient) -> None:
    answer = client.post("/alexa", json=launch(), headers={"Origin": "http://localhost"})
    assert answer.status_code == 200


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


def test_a_body_of_just_the_limit_is_read(client: FlaskClient) -> None:
    body = json.dumps(launch()).encode().ljust(LARGEST_REQUEST_BYTES)
    assert client.post("/alexa", data=body).status_code == 200


@pytest.mark.parametrize(
    "heard", ["\ud800", "\U0001f3c3", "\u2028", "half a \udfff pair"], ids=ascii
)
def test_whatever_was_heard_the_answer_is_json(client: FlaskClient, heard: str) -> None:
    asked = launch()
    slots = {"exercise": {"name": "exercise", "value": heard}}
    asked["request"] |= {"type": "IntentRequest", "intent": {"name": "HowToIntent", "slots": slots}}
    answer = client.post("/alexa", data=json.dumps(asked))
    assert answer.status_code == 200
    said = json.loads(answer.data.decode("utf-8"))["response"]["outputSpeech"]["ssml"]
    assert not set(said) & {"\ud800", "\udfff", "\u2028"}  # noqa: B033 - two halves of a pair, which the linter takes for one


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


@pytest.mark.parametrize("debug", ["0", "1"])
def test_an_error_of_our_own_is_logged_and_shows_no_stack_trace(
    broken: AlexaSkill,
    coach: Coach,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    debug: str,
) -> None:
    monkeypatch.setenv("FLASK_DEBUG", debug)
    answer = create_app(broken, coach).test_client().post("/alexa", json=launch())
    assert answer.status_code == 500
    assert answer.json is not None
    assert answer.json["error"]
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert record.exc_info is not None


def test_health_is_ok_while_the_store_is(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})


def test_health_fails_with_the_store(client: FlaskClient, coach: Coach) -> None:
    coach.store.close()
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json == {"status": "store unavailable"}
