"""The handlers of what screens report: a touch, the end of what was shown, a failure, a sign of life."""

import logging

from ask_sdk_core.dispatch_components import AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.handlers import CoachHandler, answer_nothing
from skill.alexa.screens import FAILED, USER_EVENT, command_of_event
from skill.coach.commands import Command, ScreenFailed

logger = logging.getLogger(__name__)


class SignOfLifeHandler(AbstractRequestHandler):
    """A screen reports that it is still there, a hundred times a workout; nothing is loaded for it."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Whether it is an event of a screen that asks for nothing."""
        request = handler_input.request_envelope.request
        return request.object_type == USER_EVENT and command_of_event(request.arguments) is None

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer nothing."""
        return answer_nothing(handler_input)


class ScreenHandler(CoachHandler):
    """A display was touched, or has come to its end."""

    request_type = USER_EVENT

    def command(self, handler_input: HandlerInput) -> Command:
        """What the display reports."""
        command = command_of_event(handler_input.request_envelope.request.arguments)
        if command is None:
            raise ValueError("a sign of life has a handler of its own")
        return command


class ScreenErrorHandler(CoachHandler):
    """The device could not show a display."""

    request_type = FAILED

    def command(self, handler_input: HandlerInput) -> Command:
        """Go on by speaking."""
        for error in handler_input.request_envelope.request.errors or ():
            logger.warning("APL failed: %s %s", error.object_type, error.message)
        return ScreenFailed()
