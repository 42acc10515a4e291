"""The headers that browsers go by are on every response, whatever its status."""

import pytest
from flask import Response
from web_requests import SKILL_ID, launch
from werkzeug.test import TestResponse

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.web.app import create_app, read_envelope

PROMISED = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; media-src 'self'; form-action 'none'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def respond(skill: AlexaSkill, status: int, *, production: bool) -> TestResponse:
    read = (lambda headers, body: read_envelope(headers, body)) if production else read_envelope
    client = create_app(skill, skill.coach, read=read).test_client()
    asks = {
        200: lambda: client.get("/healthz"),
        400: lambda: client.post("/alexa", data=b"?"),
        404: lambda: client.get("/nowhere"),
        405: lambda: client.get("/alexa"),
        500: lambda: client.post("/alexa", json=launch()),
    }
    answer = asks[status]()
    assert answer.status_code == status
    return answer


@pytest.mark.parametrize("status", [200, 400, 404, 405, 500])
@pytest.mark.parametrize("production", [False, True])
def test_every_response_has_them(broken: AlexaSkill, status: int, *, production: bool) -> None:
    headers = respond(broken, status, production=production).headers
    assert {name: headers.get(name) for name in PROMISED} == PROMISED
    assert headers["Permissions-Policy"].startswith("microphone=(self), camera=()")
    assert ("Strict-Transport-Security" in headers) is production
    assert "Server" not in headers


def test_an_answer_of_the_coach_has_them(coach: Coach) -> None:
    client = create_app(AlexaSkill(coach, SKILL_ID), coach).test_client()
    headers = client.post("/alexa", json=launch()).headers
    assert {name: headers.get(name) for name in PROMISED} == PROMISED
    assert headers["Content-Type"] == "application/json"


def test_a_response_may_be_kept_where_it_says_so(coach: Coach) -> None:
    app = create_app(AlexaSkill(coach), coach)

    @app.get("/picture")
    def picture() -> Response:
        return Response("", headers={"Cache-Control": "max-age=60"})

    assert app.test_client().get("/picture").headers["Cache-Control"] == "max-age=60"
