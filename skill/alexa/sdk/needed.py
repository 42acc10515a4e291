"""The fields of a request that the coach reads, in one table, and a reading of nothing else.

Whatever a handler begins to read is added here. What does not fit its field is left out, as if it had not been
sent; all that is beside these fields is, too.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enum import Enum

Shape = Any
"""What a value must be: a type of JSON's; a mapping of the fields of an object (``...`` stands for any name); a
list with the shape of its items; or the path of one of the SDK's enums, of whose values it must be one."""

_PLAYER = {
    "token": str,
    "offsetInMilliseconds": int,
    "playerActivity": "ask_sdk_model.interfaces.audioplayer.PlayerActivity",
}
_MATCH = "ask_sdk_model.slu.entityresolution.StatusCode"
_APPLICATION = {"applicationId": str}
_USER = {
    "userId": str,
    "permissions": {"scopes": {...: {"status": "ask_sdk_model.PermissionStatus"}}},
}
_RESOLUTIONS = {
    "resolutionsPerAuthority": [
        {
            "authority": str,
            "status": {"code": _MATCH},
            "values": [{"value": {"name": str, "id": str}}],
        }
    ]
}
_ERROR_TYPES = {
    "AudioPlayer.PlaybackFailed": "ask_sdk_model.interfaces.audioplayer.ErrorType",
    "SessionEndedRequest": "ask_sdk_model.SessionEndedErrorType",
    "System.ExceptionEncountered": "ask_sdk_model.interfaces.system.ErrorType",
}
"""The kinds of an error, by the type of the request that reports it."""

NEEDED: Mapping[str, Shape] = {
    "version": str,
    "session": {
        "new": bool,
        "sessionId": str,
        "attributes": dict,
        "application": _APPLICATION,
        "user": _USER,
    },
    "context": {
        "System": {
            "application": _APPLICATION,
            "user": _USER,
            "device": {
                "deviceId": str,
                "supportedInterfaces": {
                    "AudioPlayer": {},
                    "Alexa.Presentation.APL": {"runtime": {"maxVersion": str}},
                },
            },
            "person": {"personId": str},
            "apiEndpoint": str,
            "apiAccessToken": str,
        },
        "AudioPlayer": _PLAYER,
    },
    "request": {
        "type": str,
        "requestId": str,
        "timestamp": str,
        "locale": str,
        "reason": "ask_sdk_model.SessionEndedReason",
        "token": str,
        "offsetInMilliseconds": int,
        "currentPlaybackState": _PLAYER,
        "arguments": list,
        "error": {"message": str},
        "errors": [{"type": str, "message": str}],
        "intent": {
            "name": str,
            "slots": {...: {"name": str, "value": str, "resolutions": _RESOLUTIONS}},
        },
    },
}


def only_needed(event: Mapping[str, Any]) -> dict[str, Any]:
    """The request with the fields that the coach reads, as far as they have their form.

    Raises:
        ValueError: it has no type, or names no user: nobody could be answered.
    """
    kept: dict[str, Any] = _kept(event, NEEDED)
    kind = kept.get("request", {}).get("type")
    system = kept.get("context", {}).get("System", {})
    if not kind or "user" not in system:
        raise ValueError("a request of no type or nobody's")
    error = event["request"].get("error")
    if isinstance(error, dict) and kind in _ERROR_TYPES:
        named = _kept(error, {"type": _ERROR_TYPES[kind]})
        kept["request"].setdefault("error", {}).update(named)
    for slot in kept["request"].get("intent", {}).get("slots", {}).values():
        resolutions = slot.get("resolutions", {})
        found = resolutions.get("resolutionsPerAuthority", [])
        resolutions["resolutionsPerAuthority"] = [one for one in found if one.get("status")]
    return kept


def _kept(value: Any, shape: Shape) -> Any:
    """What of a value fits its shape; None where nothing does."""
    if isinstance(shape, Mapping):
        return _fields(value, shape) if isinstance(value, Mapping) else None
    if isinstance(shape, list):
        items = value if isinstance(value, list) else []
        return [kept for item in items if (kept := _kept(item, shape[0])) is not None]
    if isinstance(shape, str):
        return value if isinstance(value, str) and value in _values_of(shape) else None
    return value if type(value) is shape else None


def _fields(value: Mapping[str, Any], shape: Mapping[Any, Shape]) -> dict[str, Any]:
    others = shape.get(...)
    kept = {}
    for name, inner in value.items():
        fitting = shape.get(name, others)
        if fitting is not None and (known := _kept(inner, fitting)) is not None:
            kept[name] = known
    return kept


@cache
def _values_of(path: str) -> frozenset[str]:
    """The values of one of the SDK's enums."""
    module, _, name = path.rpartition(".")
    kind: type[Enum] = getattr(import_module(module), name)
    return frozenset(str(member.value) for member in kind)
