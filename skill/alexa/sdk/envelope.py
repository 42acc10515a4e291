"""Reading request envelopes."""

from typing import Any

from ask_sdk_model import Intent, RequestEnvelope, User

from skill.alexa.sdk.reading import read


def read_envelope(event: Any) -> RequestEnvelope | None:
    """The envelope of a request, or None where there is nothing in it that could be answered.

    That is where it has no type that the SDK knows, or comes from no system. One that names no user is answered
    as one of a user without an id: whoever spoke hears a sentence.
    """
    envelope = read(event, RequestEnvelope)
    if envelope is None or envelope.request is None or envelope.context is None:
        return None
    system = envelope.context.system
    if system is None:
        return None
    if system.user is None:
        system.user = User()
    return _with_intent(envelope)


def _with_intent(envelope: RequestEnvelope) -> RequestEnvelope:
    """The envelope; a sentence without an intent gets one without a name, which is not understood."""
    request = envelope.request
    if request.object_type == "IntentRequest" and request.intent is None:
        request.intent = Intent(name="", slots={})
    return envelope


def attributes_of(event: Any) -> dict[str, Any] | None:
    """What the session carries, of an envelope that could not be read; None where it carries nothing.

    An answer without them would make Alexa forget them, and while the store is down they are the workout.
    """
    session = event.get("session") if isinstance(event, dict) else None
    attributes = session.get("attributes") if isinstance(session, dict) else None
    return attributes if attributes and isinstance(attributes, dict) else None
