"""The Alexa skill: one function from a request's JSON to the response's JSON."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter
from typing import Any

from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model import RequestEnvelope

from skill.alexa.handlers import (
    AplaErrorHandler,
    IntentHandler,
    LaunchHandler,
    SessionEndedHandler,
    SilentHandler,
    SkillDisabledHandler,
    StumbleHandler,
)
from skill.alexa.player_handlers import ButtonHandler, PlayerHandler
from skill.alexa.request_log import Noted, log_request
from skill.alexa.screen_handlers import ScreenErrorHandler, ScreenHandler, SignOfLifeHandler
from skill.alexa.screens import Figures
from skill.alexa.sdk.envelope import attributes_of, read_envelope
from skill.alexa.sdk.writing import written
from skill.alexa.sentences import NO_SENTENCES, Sentences
from skill.alexa.services import NO_SERVICES, Services
from skill.alexa.spoken_names import entities
from skill.alexa.visits import Clock, Reception
from skill.coach.coach import Coach
from skill.deadline import TURN_S, within
from skill.errors import ForeignRequest
from skill.speed.json_text import compact
from skill.telemetry.events import counting

logger = logging.getLogger(__name__)

NOTHING: dict[str, Any] = {"version": "1.0", "response": {}}
"""The answer that is legal for every request."""


Stopwatch = Callable[[], float]
"""Seconds since any moment."""


def write_json(response: dict[str, Any]) -> bytes:
    """A response as it is sent."""
    return compact(response).encode()


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class AlexaSkill:
    """A coach behind Alexa's requests and responses. Call it with the JSON of a request.

    ``skill_id`` is the only application id that is answered, or "" for any. ``clock`` serves where a request
    carries no usable time of its own. ``services`` are Amazon's, for
    requests that are known to come from there; without them the coach neither reminds nor knows the time zone.
    ``sentences`` estimate how long a runner spoke.
    ``figures`` are what a screen shows; without them a device with one is led as a speaker.

    ``stopwatch`` measures how long an answer takes, for the log; it may be replaced.
    """

    def __init__(
        self,
        coach: Coach,
        skill_id: str = "",
        clock: Clock = _wall_clock,
        services: Services = NO_SERVICES,
        sentences: Sentences = NO_SENTENCES,
        figures: Figures | None = None,
    ) -> None:
        self.coach = coach
        self.skill_id = skill_id
        self.stopwatch: Stopwatch = perf_counter
        reception = Reception(clock, services, sentences, figures)
        builder = SkillBuilder()
        builder.add_request_handler(
            IntentHandler(coach, reception)
        )  # first, as most requests are its
        builder.add_request_handler(SignOfLifeHandler())
        for handler in (
            LaunchHandler,
            SessionEndedHandler,
            AplaErrorHandler,
            PlayerHandler,
            ButtonHandler,
            ScreenHandler,
            ScreenErrorHandler,
        ):
            builder.add_request_handler(handler(coach, reception))
        builder.add_request_handler(SkillDisabledHandler(coach))
        builder.add_request_handler(SilentHandler())
        builder.add_exception_handler(StumbleHandler(coach, reception))
        self._skill = builder.create()
        self._entities: dict[str, Any] | None = None
        if any(coach.catalog.unmodelled):
            self._entities = entities(coach.catalog.unmodelled)

    def __call__(self, event: Any) -> dict[str, Any]:
        """Answer one request.

        Raises:
            ForeignRequest: it was sent to another skill.
        """
        response, _ = self._answered(event)
        return response

    def write(self, event: Any) -> bytes:
        """Answer one request with the response as it is sent.

        Raises:
            ForeignRequest: it was sent to another skill.
        """
        response, sent = self._answered(event)
        return write_json(response) if sent is None else sent

    def _answered(self, event: Any) -> tuple[dict[str, Any], bytes | None]:
        """The response; and its bytes, where they were written to log their number."""
        began = self.stopwatch()
        envelope = read_envelope(event)
        if envelope is None:
            logger.warning("a request in no form that could be answered")
            carried = attributes_of(event)
            return (NOTHING if carried is None else {**NOTHING, "sessionAttributes": carried}), None
        if self.skill_id and _addressee(envelope) != self.skill_id:
            raise ForeignRequest
        noted: Noted = {}
        with counting() as counts, within(TURN_S):
            answered: Any = written(self._skill.invoke(envelope, noted))
        response = {**NOTHING, **answered}
        if self._entities is not None and envelope.session is not None and envelope.session.new:
            response = _with_directive(response, self._entities)
        # Without a reader of the log it is not written here: that takes a twentieth of a turn.
        if not logger.isEnabledFor(logging.INFO):
            return response, None
        seconds, sent = self.stopwatch() - began, write_json(response)
        log_request(
            logger, envelope.request, noted, counts, seconds=seconds, response_bytes=len(sent)
        )
        return response, sent


def _addressee(envelope: RequestEnvelope) -> str | None:
    """The id of the skill that a request was sent to."""
    application = envelope.context.system.application
    return None if application is None else application.application_id


def _with_directive(response: dict[str, Any], directive: dict[str, Any]) -> dict[str, Any]:
    """The response with one directive more, where the session goes on and nothing is on the clock.

    A response with a timed document is large already; without the names the model alone is used.
    """
    body = response["response"]
    known = body.get("directives") or []
    if known or body.get("shouldEndSession") is not False:
        return response
    return {**response, "response": {**body, "directives": [directive]}}
