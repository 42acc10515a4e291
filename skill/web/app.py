"""The Flask application: Alexa's requests by HTTP, for development."""

import json
import logging
from typing import Any

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import BadRequest, HTTPException

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.errors import ForeignRequest, StoreUnavailable

logger = logging.getLogger(__name__)

LARGEST_REQUEST_BYTES = 256 * 1024
"""Many times what Amazon sends; more is no request of Alexa's."""


def create_app(skill: AlexaSkill, coach: Coach) -> Flask:
    """The application: POST /alexa, GET /healthz. Every error is a JSON object with ``error``."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_REQUEST_BYTES

    @app.post("/alexa")
    def alexa() -> Response:
        try:
            return jsonify(skill(_envelope()))
        except ForeignRequest as error:
            raise BadRequest(str(error)) from error

    @app.get("/healthz")
    def healthz() -> tuple[Response, int]:
        try:
            coach.store.check()
        except StoreUnavailable as error:
            logger.warning("not healthy: %s", error)
            return jsonify(status="store unavailable"), 503
        return jsonify(status="ok"), 200

    @app.errorhandler(HTTPException)
    def refuse(error: HTTPException) -> tuple[Response, int]:
        return jsonify(error=error.description), error.code or 500

    return app


def _envelope() -> dict[str, Any]:
    """The JSON object that was posted.

    Raises:
        BadRequest: the body is none.
        RequestEntityTooLarge: the body is above the limit.
    """
    try:
        envelope = json.loads(request.get_data())
    except (ValueError, RecursionError) as error:
        raise BadRequest("The body is not JSON.") from error
    if not isinstance(envelope, dict):
        raise BadRequest("The body is not a JSON object.")
    return envelope
