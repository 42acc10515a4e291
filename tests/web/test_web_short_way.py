"""In production Alexa is answered without Flask, and nobody outside can tell."""

from collections.abc import Mapping
from typing import Any

import pytest
from web_requests import SKILL_ID, launch

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.errors import RequestRefused
from skill.web.app import LARGEST_REQUEST_BYTES, create_app, read_envelope


def verified(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """A reader that, like the verifier in production, is not the one for development."""
    return read_envelope(headers, body)


def test_alexa_is_answered_before_flask_has_seen_her_request(coach: Coach) -> None:
    app = create_app(AlexaSkill(coach, SKILL_ID), coach, read=verified)
    seen = []
    app.before_request(lambda: seen.append("a request"))
    assert app.test_client().post("/alexa", json=launch()).status_code == 200
    assert not seen


def test_the_short_answer_is_the_long_one_header_by_header(coach: Coach) -> None:
    app = create_app(AlexaSkill(coach, SKILL_ID), coach, read=verified)
    short = app.test_client().post("/alexa", json=launch())
    long = create_app(AlexaSkill(coach, SKILL_ID), coach).test_client()
    lasting = app.test_client().get("/healthz").headers["Strict-Transport-Security"]
    again = long.post("/alexa", json=launch())
    expected = {**again.headers, "Strict-Transport-Security": lasting}
    assert {**short.headers, "Content-Length": ""} == {**expected, "Content-Length": ""}
    assert short.status == again.status
    assert short.headers["Content-Length"] == str(len(short.data))


def test_headers_and_body_reach_the_verifier_as_they_were_sent(coach: Coach) -> None:
    got: list[tuple[Mapping[str, str], bytes]] = []

    def read(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        got.append((headers, body))
        raise RequestRefused("whatever it is")

    client = create_app(AlexaSkill(coach, SKILL_ID), coach, read=read).test_client()
    answer = client.post("/alexa?x=1", data=b"\x00body", headers={"Signature-256": "s"})
    assert answer.status_code == 400
    ((headers, body),) = got
    assert headers["Signature-256"] == "s"
    assert body == b"\x00body"


@pytest.mark.parametrize("length", [LARGEST_REQUEST_BYTES, LARGEST_REQUEST_BYTES + 1])
def test_a_body_is_read_up_to_the_limit_and_not_beyond(coach: Coach, length: int) -> None:
    read_bodies: list[int] = []

    def read(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        read_bodies.append(len(body))
        return read_envelope(headers, body)

    client = create_app(AlexaSkill(coach, SKILL_ID), coach, read=read).test_client()
    answer = client.post("/alexa", data=b" " * length)
    assert (answer.status_code, answer.data) == (400, b"")
    assert read_bodies == ([length] if length == LARGEST_REQUEST_BYTES else [])


def test_a_request_is_worked_out_once_even_where_that_fails(broken: AlexaSkill) -> None:
    calls = []

    def read(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
        calls.append(body)
        return read_envelope(headers, body)

    client = create_app(broken, broken.coach, read=read).test_client()
    answer = client.post("/alexa", json=launch())
    assert answer.status_code == 500
    assert len(calls) == 1
