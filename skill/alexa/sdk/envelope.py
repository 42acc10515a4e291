"""Reading request envelopes, also the ones that the SDK refuses.

The SDK raises on a request type, an enum value or a date that it does not know, outside of every exception
handler: the listener would hear an error for a field that nobody needs. Such an envelope is read once more,
with only the fields that the coach looks at.
"""

from collections.abc import Mapping
from typing import Any

from ask_sdk_core.exceptions import SerializationException
from ask_sdk_model import RequestEnvelope

from skill.alexa.sdk.serializer import LeanSerializer

_REQUEST_FIELDS = ("type", "requestId", "timestamp", "locale", "reason", "token")
_SLOT_FIELDS = ("name", "value")
_USER_FIELDS = ("userId",)
_SERVICE_FIELDS = ("apiEndpoint", "apiAccessToken")
_ACTIVITIES = ("IDLE", "PAUSED", "PLAYING", "BUFFER_UNDERRUN", "FINISHED", "STOPPED")
_MATCHES = ("ER_SUCCESS_MATCH", "ER_SUCCESS_NO_MATCH")

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
    for attempt in (lambda: event, lambda: _simplified(event), lambda: _untimed(event)):
        try:
            envelope = serializer.read(attempt(), RequestEnvelope)
            if envelope.request is not None and envelope.context.system.user is not None:
                return envelope
        except _UNREADABLE:
            continue
    return None


def _untimed(event: Mapping[str, Any]) -> dict[str, Any]:
    """The simplified envelope without its timestamp: the reader's own clock serves instead."""
    simple = _simplified(event)
    simple["request"].pop("timestamp", None)
    return simple


def _simplified(event: Mapping[str, Any]) -> dict[str, Any]:
    request, system = event["request"], event["context"]["System"]
    simple_request = _only(request, _REQUEST_FIELDS)
    if "intent" in request:
        slots = request["intent"].get("slots") or {}
        simple_request["intent"] = {
            "name": request["intent"]["name"],
            "slots": {name: _simple_slot(slot) for name, slot in slots.items()},
        }
    simple = {
        "version": "1.0",
        "context": {
            "System": {
                "application": system.get("application"),
                "user": _only(system["user"], _USER_FIELDS),
                "device": {"deviceId": system.get("device", {}).get("deviceId")},
                "person": {"personId": (system.get("person") or {}).get("personId")},
                **_only(system, _SERVICE_FIELDS),
            }
        },
        "request": simple_request,
    }
    if event.get("session"):
        session = _only(event["session"], ("new", "sessionId", "attributes", "application"))
        simple["session"] = session
    _simplify_player(simple, event)
    _simplify_screen(simple, event)
    return simple


def _simplify_screen(simple: dict[str, Any], event: Mapping[str, Any]) -> None:
    """Keep that there is a screen, how new its engine is, and what it tells."""
    request = event["request"]
    if isinstance(request.get("arguments"), list):
        simple["request"]["arguments"] = request["arguments"]
    interfaces = event["context"]["System"].get("device", {}).get("supportedInterfaces") or {}
    apl = interfaces.get("Alexa.Presentation.APL")
    runtime = apl.get("runtime") if isinstance(apl, dict) else None
    version = runtime.get("maxVersion") if isinstance(runtime, dict) else None
    if isinstance(version, str):
        kept = simple["context"]["System"]["device"].setdefault("supportedInterfaces", {})
        kept["Alexa.Presentation.APL"] = {"runtime": {"maxVersion": version}}


def _simplify_player(simple: dict[str, Any], event: Mapping[str, Any]) -> None:
    """Keep what is told of the player of audio files, as far as it makes sense."""
    context = event["context"]
    interfaces = context["System"].get("device", {}).get("supportedInterfaces") or {}
    if "AudioPlayer" in interfaces:
        simple["context"]["System"]["device"]["supportedInterfaces"] = {"AudioPlayer": {}}
    simple["request"].update(_played(event["request"]))
    state = context.get("AudioPlayer")
    if isinstance(state, dict):
        activity = state.get("playerActivity")
        known = {"playerActivity": activity} if activity in _ACTIVITIES else {}
        simple["context"]["AudioPlayer"] = {**_played(state), **known}


def _played(told: Mapping[str, Any]) -> dict[str, Any]:
    """The track that is named, and how much of it was played."""
    kept: dict[str, Any] = {}
    if isinstance(told.get("token"), str):
        kept["token"] = told["token"]
    if type(told.get("offsetInMilliseconds")) is int:
        kept["offsetInMilliseconds"] = told["offsetInMilliseconds"]
    return kept


def _simple_slot(slot: Mapping[str, Any]) -> dict[str, Any]:
    simple = _only(slot, _SLOT_FIELDS)
    authorities = (slot.get("resolutions") or {}).get("resolutionsPerAuthority") or []
    known = [
        authority
        for authority in authorities
        if authority.get("status", {}).get("code") in _MATCHES
    ]
    if known:
        simple["resolutions"] = {"resolutionsPerAuthority": known}
    return simple


def _only(values: Mapping[str, Any], fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: values[name] for name in fields if name in values}
