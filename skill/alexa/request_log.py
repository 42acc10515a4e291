"""One record in the log for each request: its kind, the workout's state, the time taken, the size of the answer.

It also says what was counted during the request. Nothing about the speaker, and nothing that was said.
"""

from logging import Logger
from typing import Any

from ask_sdk_model.request import Request

from skill.speed.request_record import RequestRecord
from skill.telemetry.events import EventCounts

Noted = dict[str, Any]
"""What the handlers note for the record: ``state_before`` and ``state_after``, where there was a workout.

It is the context of the request: the record is written when the response is complete, and the request is over.
"""


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
    name = intent.name if intent else None
    before, after = noted.get("state_before"), noted.get("state_after")
    milliseconds = round(seconds * 10_000) / 10
    message = f"{request.object_type} {name}, from {before} to {after}, {milliseconds} ms, {response_bytes} bytes"
    record = {
        "request_id": request.request_id,
        "request_type": request.object_type,
        "intent": name,
        "state_before": before,
        "state_after": after,
        "milliseconds": milliseconds,
        "response_bytes": response_bytes,
        **counts,
    }
    logger.handle(RequestRecord(logger.name, message, record))
