"""One line in the log for each request: what kind, and how long it took. Nothing about the speaker."""

import logging
from collections.abc import Callable
from typing import Any

from ask_sdk_core.dispatch_components import (
    AbstractRequestInterceptor,
    AbstractResponseInterceptor,
)
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

logger = logging.getLogger(__name__)

_BEGAN = "began"

Stopwatch = Callable[[], float]


class RequestStarts(AbstractRequestInterceptor):
    """Notes when the request came in."""

    def __init__(self, stopwatch: Stopwatch) -> None:
        self.stopwatch = stopwatch

    def process(self, handler_input: HandlerInput) -> None:
        """Start the watch."""
        handler_input.attributes_manager.request_attributes[_BEGAN] = self.stopwatch()


class RequestAnswered(AbstractResponseInterceptor):
    """Logs the request once it is answered."""

    def __init__(self, stopwatch: Stopwatch) -> None:
        self.stopwatch = stopwatch

    def process(self, handler_input: HandlerInput, response: Response) -> None:
        """Write the line."""
        request = handler_input.request_envelope.request
        intent = getattr(request, "intent", None)
        began: Any = handler_input.attributes_manager.request_attributes[_BEGAN]
        logger.info(
            "%s %s %s %.1f ms",
            request.request_id,
            request.object_type,
            intent.name if intent else "-",
            (self.stopwatch() - began) * 1000,
        )
