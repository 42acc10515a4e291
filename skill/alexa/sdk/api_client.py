"""Calls to Amazon's APIs: to Amazon alone, and never longer than the time they are given."""

import json
import re
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection, HTTPSConnection
from threading import Thread
from typing import TypeVar
from urllib.parse import urlsplit

from ask_sdk_model.services import ApiClient, ApiClientRequest, ApiClientResponse

from skill.deadline import seconds_left

T = TypeVar("T")

LARGEST_ANSWER_BYTES = 256 * 1024
"""Many times what a list of reminders takes."""

# North America, Europe, Far East (Amazon: Alexa Reminders API Reference, endpoint).
_AMAZONS = re.compile(r"https://api(?:\.[a-z]{2})?\.amazonalexa\.com/?")
_LOOPBACK = re.compile(r"http://127\.0\.0\.1:\d+/?")


def is_trusted(endpoint: str, *, loopback: bool) -> bool:
    """Whether a token may be sent to this endpoint: Amazon's, or for tests one on this machine."""
    return bool(_AMAZONS.fullmatch(endpoint) or (loopback and _LOOPBACK.fullmatch(endpoint)))


class PunctualApiClient(ApiClient):  # type: ignore[misc]  # the SDK's class is untyped
    """Makes the calls of the SDK's service clients.

    A call that takes longer than ``deadline_s``, or than what is left of the turn, has failed.
    """

    def __init__(self, deadline_s: float) -> None:
        self._deadline_s = deadline_s

    def invoke(self, request: ApiClientRequest) -> ApiClientResponse:
        """Make one call; redirects are not followed.

        Raises:
            TimeoutError: it took too long.
            OSError, http.client.HTTPException: the server could not be reached, or its answer is no HTTP.
        """
        seconds = seconds_left(self._deadline_s)
        if not seconds:
            raise TimeoutError
        return _within(seconds, lambda: self._exchange(request, seconds))

    def _exchange(self, request: ApiClientRequest, seconds: float) -> ApiClientResponse:
        url = urlsplit(request.url)
        kind = HTTPSConnection if url.scheme == "https" else HTTPConnection
        body = None if request.body is None else json.dumps(request.body).encode()
        with closing(kind(url.netloc, timeout=seconds)) as connection:
            connection.request(request.method, url.path, body, dict(request.headers))
            answer = connection.getresponse()
            text = answer.read(LARGEST_ANSWER_BYTES).decode(errors="replace")
            return ApiClientResponse(answer.getheaders(), text, answer.status)


def _within(seconds: float, call: Callable[[], T]) -> T:
    """What a call returns or raises, if it does so in time.

    In a thread of its own, since nothing else bounds looking up a host's name. A call that is late ends by its
    own timeouts; its result is ignored.
    """
    returned: list[T] = []
    raised: list[Exception] = []

    def run() -> None:
        try:
            returned.append(call())
        except Exception as error:
            raised.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if raised:
        raise raised[0]
    if not returned:
        raise TimeoutError(f"no answer within {seconds} s")
    return returned[0]
