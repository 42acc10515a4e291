"""Calls to Amazon end in time, whatever they wait for."""

from threading import Event
from typing import Any

import pytest
from ask_sdk_model.services import ApiClientRequest
from support.amazon_apis import AmazonApis

from skill.alexa.sdk.api_client import PunctualApiClient


def request(url: str, method: str = "GET", body: Any = None) -> ApiClientRequest:
    return ApiClientRequest([("Authorization", "Bearer x")], body, url, method)


def test_a_call_that_hangs_before_any_socket_does_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As when the host's name is looked up, which no timeout of a socket bounds."""
    released = Event()
    monkeypatch.setattr(PunctualApiClient, "_exchange", lambda *_: released.wait(5))
    try:
        with pytest.raises(TimeoutError):
            PunctualApiClient(0.02).invoke(request("https://api.amazonalexa.com/v1"))
    finally:
        released.set()


def test_status_headers_and_body_come_back_as_they_are(apis: AmazonApis) -> None:
    apis.status = 503
    answer = PunctualApiClient(5).invoke(request(f"{apis.endpoint}/v1/alerts/reminders"))
    assert (answer.status_code, answer.body) == (503, "<html>not JSON</html>")
    assert ("Content-Length", "21") in answer.headers


def test_a_redirect_is_not_followed(apis: AmazonApis) -> None:
    apis.status = 302
    assert PunctualApiClient(5).invoke(request(f"{apis.endpoint}/v1")).status_code == 302
    assert len(apis.asked) == 1


def test_a_server_that_cannot_be_reached_is_an_error_of_the_system() -> None:
    with pytest.raises(OSError, match="refused"):
        PunctualApiClient(5).invoke(request("http://127.0.0.1:1/v1"))
