"""The Alexa skill: one function from a request's JSON to the response's JSON."""

import logging
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_core.skill_builder import SkillBuilder

from skill.alexa.envelope import read_envelope
from skill.alexa.handlers import (
    AplaErrorHandler,
    Clock,
    IntentHandler,
    LaunchHandler,
    SessionEndedHandler,
    SilentHandler,
    SkillDisabledHandler,
    StumbleHandler,
)
from skill.alexa.interceptors import RequestAnswered, RequestStarts
from skill.coach.coach import Coach
from skill.errors import ForeignRequest

logger = logging.getLogger(__name__)

NOTHING: dict[str, Any] = {"version": "1.0", "response": {}}
"""The answer that is legal for every request."""


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class AlexaSkill:
    """A coach behind Alexa's requests and responses. Call it with the JSON of a request.

    ``skill_id`` is the only application id that is answered, or "" for any. ``clock`` serves where a request
    carries no usable time of its own.
    """

    def __init__(self, coach: Coach, skill_id: str = "", clock: Clock = _wall_clock) -> None:
        self.coach = coach
        self.skill_id = skill_id
        builder = SkillBuilder()
        for handler in (LaunchHandler, IntentHandler, SessionEndedHandler, AplaErrorHandler):
            builder.add_request_handler(handler(coach, clock))
        builder.add_request_handler(SkillDisabledHandler(coach))
        builder.add_request_handler(SilentHandler())
        builder.add_exception_handler(StumbleHandler(coach, clock))
        builder.add_global_request_interceptor(RequestStarts(perf_counter))
        builder.add_global_response_interceptor(RequestAnswered(perf_counter))
        self._skill = builder.create()
        self._serializer = DefaultSerializer()

    def __call__(self, event: Any) -> dict[str, Any]:
        """Answer one request.

        Raises:
            ForeignRequest: it was sent to another skill.
        """
        envelope = read_envelope(self._serializer, event)
        if envelope is None:
            logger.warning("a request in no form that could be answered")
            return NOTHING
        application = envelope.context.system.application
        if self.skill_id and (application is None or application.application_id != self.skill_id):
            raise ForeignRequest
        response: Any = self._serializer.serialize(self._skill.invoke(envelope, None))
        return {**NOTHING, **response}
