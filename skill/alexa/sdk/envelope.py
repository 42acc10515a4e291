"""Reading request envelopes, also the ones that the SDK refuses.

The SDK raises on a request type, an enum value or a date that it does not know, outside of every exception
handler: the listener would hear an error for a field that nobody needs. Such an envelope is read once more,
with only the fields that the coach looks at.
"""

from collections.abc import Mapping
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_model import Intent, RequestEnvelope

from skill.alexa.sdk.needed import only_needed
from skill.alexa.sdk.serializer import LeanSerializer

# What the SDK was seen to raise on envelopes of a wrong form.
_UNREADABLE = (
    SerializationException,
    ValueError,
    TypeError,
    AttributeError,
    KeyError,
    OverflowError,
)


def read_envelope(serializer: LeanSerializer, event: Any) -> RequestEnvelope | None:
    """The envelope of a request, or None where there is nothing in it that could be answered."""
    if not isinstance(event, dict):
        return None
    for attempt in (lambda: event, lambda: only_needed(event), lambda: _untimed(event)):
        try:
            envelope = serializer.read(attempt(), RequestEnvelope)
            if envelope.request is not None and envelope.context.system.user is not None:
                return _with_intent(envelope)
        except _UNREADABLE:
            continue
    return None


def _with_intent(envelope: RequestEnvelope) -> RequestEnvelope:
    """The envelope, with an intent of no name where a sentence came without one: it was not understood."""
    request = envelope.request
    if request.object_type == "IntentRequest" and request.intent is None:
        request.intent = Intent(name="", slots={})
    return envelope


def _untimed(event: Mapping[str, Any]) -> dict[str, Any]:
    """The needed fields without the timestamp: the reader's own clock serves instead."""
    needed = only_needed(event)
    needed["request"].pop("timestamp", None)
    return needed


def attributes_of(event: Any) -> dict[str, Any] | None:
    """What the session carries, of an envelope that could not be read; None where it carries nothing.

    An answer without them would make Alexa forget them, and while the store is down they are the workout.
    """
    session = event.get("session") if isinstance(event, dict) else None
    attributes = session.get("attributes") if isinstance(session, dict) else None
    return attributes if attributes and isinstance(attributes, dict) else None
