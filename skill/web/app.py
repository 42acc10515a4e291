"""The Flask application: Alexa's requests by HTTP."""

import json
import logging
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.errors import ForeignRequest, RequestRefused, StoreUnavailable
from skill.web.headers import add_security_headers
from skill.web.short_way import AnswerText, ShortWay, failure_in

logger = logging.getLogger(__name__)

TELLS_WHY = "TELLS_WHY"
"""The application's setting of whether a refused client learns why."""

LARGEST_REQUEST_BYTES = 256 * 1024
"""Many times what Amazon sends; more is no request of Alexa's."""

ReadRequest = Callable[[Mapping[str, str], bytes], dict[str, Any]]
"""From the headers and the raw body of a request to its envelope; raises ``RequestRefused``."""


def read_envelope(headers: Mapping[str, str], body: bytes) -> dict[str, Any]:
    """The reader for development: any JSON object from anybody, but not from a page of another site.

    A browser names the site of the page in ``Origin``; Amazon and other programs send no such header.

    Raises:
        RequestRefused: a page of another site sent it, or the body is no JSON object.
    """
    origin = headers.get("Origin")
    if origin is not None and origin.partition("://")[2] != headers.get("Host"):
        raise RequestRefused("A page of another site may not ask.")
    try:
        envelope = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise RequestRefused("The body is not JSON.") from error
    if not isinstance(envelope, dict):
        raise RequestRefused("The body is not a JSON object.")
    return envelope


def create_app(skill: AlexaSkill, coach: Coach, *, read: ReadRequest = read_envelope) -> Flask:
    """The application: POST /alexa, GET /healthz. Every error is a JSON object with ``error``.

    Any other reader than ``read_envelope`` verifies who is asking. Then a refused client learns nothing: all
    is 400 with an empty body, and the log has the reason. Browsers are then asked to come by HTTPS alone, and
    requests of Alexa's are answered before Flask sees them (``ShortWay``).
    """
    verifying = read is not read_envelope
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST_BYTES
    app.config[TELLS_WHY] = not verifying
    app.config["PROPAGATE_EXCEPTIONS"] = False  # also where FLASK_DEBUG is set
    add_security_headers(app, https_only=verifying)

    def answer(headers: Mapping[str, str], body: bytes) -> bytes:
        return skill.write(read(headers, body))

    if verifying:
        short = ShortWay(app.wsgi_app, answer, LARGEST_REQUEST_BYTES)
        app.wsgi_app = short  # type: ignore[method-assign]  # as Flask's documentation has it

    def refuse(reason: str, status: int = 400) -> tuple[Response, int]:
        logger.warning("request refused: %s", reason)
        if verifying:
            return Response(), 400
        return jsonify(error=reason), status

    @app.post("/alexa")
    def alexa() -> Response | tuple[Response, int]:
        try:
            text = _answered(answer)
        except (RequestRefused, ForeignRequest) as error:
            return refuse(str(error))
        except HTTPException as error:  # the body could not be received
            return refuse(error.description or error.name, error.code or 400)
        return Response(text, mimetype="application/json")

    @app.get("/healthz")
    def healthz() -> tuple[Response, int]:
        try:
            coach.store.check()
        except StoreUnavailable as error:
            logger.warning("not healthy: %s", error)
            return jsonify(status="store unavailable"), 503
        return jsonify(status="ok"), 200

    app.register_error_handler(HTTPException, _refused)
    return app


def _answered(answer: AnswerText) -> bytes:
    """The answer to the present request; raises what has already failed on the short way."""
    failure = failure_in(request.environ)
    if failure is not None:
        raise failure
    return answer(dict(request.headers), request.get_data())


def _refused(error: HTTPException) -> tuple[Response, int]:
    return jsonify(error=error.description), error.code or 500
