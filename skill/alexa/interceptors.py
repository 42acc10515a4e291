"""One record in the log for each request: its kind, the workout's state, the time taken, the size of the answer.

It also says what was counted during the request. Nothing about the speaker, and nothing that was said.
"""

from logging import Logger
from typing import Any

from ask_sdk_core.dispatch_components import AbstractRequestInterceptor
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model.request import Request

from skill.telemetry.events import EventCounts
from skill.telemetry.lines import RequestRecord

Noted = dict[str, Any]
"""What the handlers note for the record: ``state_before`` and ``state_after``, where there was a workout."""


_MESSAGE = (
    "%(request_type)s %(intent)s, from %(state_before)s to %(state_after)s, "
    "%(milliseconds)s ms, %(response_bytes)s bytes"
)


class NotesForTheRecord(AbstractRequestInterceptor):
    """Makes the notes that were handed in as context the attributes of the request.

    The record is written when the response is complete, and then the attributes can no longer be reached.
    """

    def process(self, handler_input: HandlerInput) -> None:
        """Make the notes the attributes of the request."""
        handler_input.attributes_manager.request_attributes = handler_input.context


def log_request(
    logger: Logger,
    request: Request,
    noted: Noted,
    counts: EventCounts,
    *,
    seconds: float,
    response_bytes: int,
) -> None:
    """Write the record; its fields are attributes of the log record and words of its message."""
    intent = getattr(request, "intent", None)
    record = {
        "request_id": request.request_id,
        "request_type": request.object_type,
        "intent": intent.name if intent else None,
        "state_before": noted.get("state_before"),
        "state_after": noted.get("state_after"),
        "milliseconds": round(seconds * 1000, 1),
        "response_bytes": response_bytes,
        **counts,
    }
    logger.handle(RequestRecord(logger.name, _MESSAGE, record))
