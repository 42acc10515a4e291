"""The handlers: one for each kind of request. The table of intents says what the intents mean."""

import logging
from abc import abstractmethod

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Intent, Response

from skill.alexa import in_doubt, intents
from skill.alexa.responses import respond
from skill.alexa.screens import USER_EVENT
from skill.alexa.sdk.reading import sent
from skill.alexa.sdk.writing import FinalJson
from skill.alexa.visits import Reception, account_id
from skill.coach.coach import Answer, Coach
from skill.coach.commands import (
    Command,
    LeaveSession,
    NoWord,
    OpenCoach,
    TimedSpeechFailed,
)
from skill.coach.visit import Visit
from skill.telemetry.events import Event, note

logger = logging.getLogger(__name__)


def _send(answer: Answer, handler_input: HandlerInput, reception: Reception) -> Response:
    """The response to an answer. Also notes what the session keeps, and what the log says of the request."""
    if handler_input.request_envelope.session is not None:
        handler_input.attributes_manager.session_attributes = FinalJson(answer.carried)
    handler_input.context.update(state_before=answer.before, state_after=answer.after)
    return respond(answer.reply, reception.figures, answer.carried)


def answer_nothing(handler_input: HandlerInput) -> Response:
    """The empty answer, which is legal for every request; what the session carries stays."""
    session = handler_input.request_envelope.session
    if session is not None:  # unanswered, the session's memory would be lost
        handler_input.attributes_manager.session_attributes = session.attributes or {}
    return handler_input.response_builder.response


class CoachHandler(AbstractRequestHandler):
    """Hands a command to the coach and turns the reply into a response."""

    request_type: str

    def __init__(self, coach: Coach, reception: Reception) -> None:
        self.coach = coach
        self.reception = reception

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether the request is of this handler's kind."""
        kind: str = handler_input.request_envelope.request.object_type
        return kind == self.request_type

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer the request."""
        visit = self.visit(handler_input)
        answer = self.coach.answer(visit, self.command(handler_input))
        return _send(answer, handler_input, self.reception)

    def visit(self, handler_input: HandlerInput) -> Visit:
        """Who is speaking, and what else the coach may look at."""
        return self.reception.visit(handler_input)

    @abstractmethod
    def command(self, handler_input: HandlerInput) -> Command:
        """What the listener asked for."""


class LaunchHandler(CoachHandler):
    """The skill is opened."""

    request_type = "LaunchRequest"

    def command(self, handler_input: HandlerInput) -> Command:
        """Open the coach."""
        return OpenCoach()


class IntentHandler(CoachHandler):
    """The listener said something."""

    request_type = "IntentRequest"

    def visit(self, handler_input: HandlerInput) -> Visit:
        """Also reads the order that was asked about."""

        def read_order(written: str) -> Command | None:
            intent = in_doubt.read_intent(written)
            return None if intent is None else self._meant(intent, handler_input)

        return self.reception.visit(handler_input, read_order)

    def command(self, handler_input: HandlerInput) -> Command:
        """The command of the intent."""
        intent = handler_input.request_envelope.request.intent
        words = sent(intent, in_doubt.IN_DOUBT)
        if words == "":
            return NoWord()
        if not isinstance(words, str):
            return self._meant(intent, handler_input)
        other = in_doubt.other_intent(intent)
        return self._doubted(intent, handler_input, other and self._doubted(other, handler_input))

    def _doubted(
        self, intent: Intent, handler_input: HandlerInput, or_else: Command | None = None
    ) -> Command:
        """What an intent comes to that may be misheard."""
        words, command = sent(intent, in_doubt.IN_DOUBT), self._meant(intent, handler_input)
        heard = words if isinstance(words, str) else ""
        return in_doubt.doubted(command, heard, in_doubt.written_intent(intent), or_else)

    def _meant(self, intent: Intent, handler_input: HandlerInput) -> Command:
        locale = handler_input.request_envelope.request.locale or ""
        return intents.command_of(
            intent.name, intent.slots or {}, lambda: self.coach.voices(locale).listener
        )


_UNANSWERED = ("ENDPOINT_TIMEOUT", "DEVICE_COMMUNICATION_ERROR")
"""The errors (Amazon: SessionEndedRequest) before which nothing was heard for a while."""


class SessionEndedHandler(CoachHandler):
    """The session is over; nothing may be answered."""

    request_type = "SessionEndedRequest"

    def command(self, handler_input: HandlerInput) -> Command:
        """Keep the place."""
        error = handler_input.request_envelope.request.error
        kind = getattr(error, "object_type", None)
        return LeaveSession(unanswered=getattr(kind, "value", None) in _UNANSWERED)


class AplaErrorHandler(CoachHandler):
    """The device could not play an APLA document."""

    request_type = "Alexa.Presentation.APLA.RuntimeError"

    def command(self, handler_input: HandlerInput) -> Command:
        """Say it again, in plain speech."""
        for error in handler_input.request_envelope.request.errors or ():
            logger.warning("APLA failed: %s %s", error.object_type, error.message)
        return TimedSpeechFailed()


class SkillDisabledHandler(AbstractRequestHandler):
    """The skill was disabled: everything about the account is deleted, for all of its voices."""

    def __init__(self, coach: Coach) -> None:
        self.coach = coach

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether this is the event."""
        kind: str = handler_input.request_envelope.request.object_type
        return kind == "AlexaSkillEvent.SkillDisabled"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Delete every profile; there is nobody to answer."""
        user = handler_input.request_envelope.context.system.user
        self.coach.forget(account_id(user.user_id))
        return handler_input.response_builder.response


class SilentHandler(AbstractRequestHandler):
    """Every other request: what Amazon reports of a failure, and kinds that we do not know."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether no other handler took it: this one comes last."""
        return True

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer nothing, which is legal for every request."""
        request = handler_input.request_envelope.request
        error = getattr(request, "error", None)
        told = (getattr(error, name, None) for name in ("object_type", "message"))
        detail = " ".join(str(one) for one in told if one is not None)
        logger.warning("nothing to answer to %s %s", request.object_type, detail)
        return answer_nothing(handler_input)


class StumbleHandler(AbstractExceptionHandler):
    """An error of our own: it is logged, and the listener hears a sentence instead of silence."""

    def __init__(self, coach: Coach, reception: Reception) -> None:
        self.coach = coach
        self.reception = reception

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Whether it can handle this error: it handles all of them."""
        return True

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Apologise and ask whether to go on, where anything may be said."""
        request = handler_input.request_envelope.request
        logger.error("%s failed", request.object_type, exc_info=exception)
        note(Event.STUMBLE)
        if request.object_type == "AlexaSkillEvent.SkillDisabled":
            raise exception  # Amazon sends the event again
        if request.object_type not in (
            "LaunchRequest",
            "IntentRequest",
            AplaErrorHandler.request_type,
            USER_EVENT,
        ):
            return handler_input.response_builder.response
        apology = self.coach.stumble(self.reception.visit(handler_input))
        return _send(apology, handler_input, self.reception)
