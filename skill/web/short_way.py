"""Answers to Alexa that do without Flask: nearly all that a service in production sends.

Flask's contexts, routes and response objects took a quarter of the time of a request, for one address and one
form of answer (decision 43). Flask's application answers everything else, and what fails here.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from werkzeug.datastructures import EnvironHeaders
from werkzeug.wsgi import get_input_stream

from skill.web.headers import security_headers

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

AnswerText = Callable[[Mapping[str, str], bytes], bytes]
"""From the headers and the raw body of a request to the response's body."""

_FAILURE = "strong_stride.failure"
"""Under this name a request's environment holds the error that ``failure_in`` gives."""

_HEADERS = (
    ("Content-Type", "application/json"),
    *security_headers(https_only=True).items(),
    ("Cache-Control", "no-store"),
)


def failure_in(environ: "WSGIEnvironment") -> Exception | None:
    """The error that kept the short way from answering this request; None where the short way was not tried."""
    failure: Exception | None = environ.get(_FAILURE)
    return failure


class ShortWay:
    """Answers POST /alexa with ``answer``, and leaves all other requests to ``app``.

    Where no answer comes about, ``app`` answers that request too, by what ``failure_in`` gives. A body of more
    than ``most_bytes`` is refused.
    """

    def __init__(self, app: "WSGIApplication", answer: AnswerText, most_bytes: int) -> None:
        self._app = app
        self._answer = answer
        self._most_bytes = most_bytes

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request (PEP 3333)."""
        if environ["REQUEST_METHOD"] != "POST" or environ.get("PATH_INFO") != "/alexa":
            return self._app(environ, start_response)
        try:
            body = get_input_stream(environ, max_content_length=self._most_bytes).read()
            text = self._answer(dict(EnvironHeaders(environ)), body)
        except Exception as error:
            environ[_FAILURE] = error
            return self._app(environ, start_response)
        start_response("200 OK", [*_HEADERS, ("Content-Length", str(len(text)))])
        return [text]
