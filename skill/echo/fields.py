"""The shape of a response: which fields it may have, and of which type."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from skill.echo.errors import MalformedResponse, UnknownField
from skill.echo.performance import APLA_DIRECTIVE

_TYPE_NAMES = MappingProxyType(
    {str: "a text", dict: "an object", list: "an array", bool: "true or false"}
)

_Shape = Mapping[str, Any]
_SPEECH: _Shape = MappingProxyType({"type": str, "text": str, "ssml": str, "playBehavior": str})
_RESPONSE: _Shape = MappingProxyType(
    {
        "version": str,
        "userAgent": str,
        "sessionAttributes": dict,
        "response": {
            "outputSpeech": _SPEECH,
            "card": {
                "type": str,
                "title": str,
                "content": str,
                "text": str,
                "image": {"smallImageUrl": str, "largeImageUrl": str},
                "permissions": list,
            },
            "reprompt": {"outputSpeech": _SPEECH, "directives": list},
            "directives": list,
            "shouldEndSession": bool,
            "canFulfillIntent": dict,
            "apiResponse": dict,
            "experimentation": dict,
        },
    }
)
_APLA_DIRECTIVE: _Shape = MappingProxyType(
    {"type": str, "token": str, "document": dict, "datasources": dict}
)
_WORDS_IN = MappingProxyType({"SSML": "ssml", "PlainText": "text"})


def checked_fields(response: object) -> dict[str, Any]:
    """Check every field of a response and return it.

    Null counts as left out (Amazon: Request and Response JSON Reference).
    Raises UnknownField or MalformedResponse.
    """
    envelope = _checked(response, _RESPONSE, "response envelope")
    if envelope.get("version") != "1.0":
        raise MalformedResponse("version", limit='"1.0"', got=envelope.get("version"))
    if envelope.get("response") is None:
        raise MalformedResponse("response", limit="an object", got="none")
    body = envelope["response"]
    for part, where in ((body, "response"), (body.get("reprompt") or {}, "reprompt")):
        if part.get("outputSpeech") is not None:
            _check_speech(part["outputSpeech"], f"{where}.outputSpeech")
        _check_directives(part.get("directives") or (), f"{where}.directives")
    return envelope


def _checked(value: object, shape: _Shape, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise MalformedResponse(where, limit="an object", got=repr(value)[:80])
    for key, inner in value.items():
        if key not in shape:
            raise UnknownField(where, limit=", ".join(shape), got=repr(key))
        expected = shape[key]
        if inner is None:
            continue
        if isinstance(expected, Mapping):
            _checked(inner, expected, f"{where}.{key}")
        elif not isinstance(inner, expected):
            limit = _TYPE_NAMES[expected]
            raise MalformedResponse(f"{where}.{key}", limit=limit, got=repr(inner)[:80])
    return value


def _check_speech(speech: Mapping[str, Any], where: str) -> None:
    kind = str(speech.get("type"))
    if kind not in _WORDS_IN:
        raise MalformedResponse(f"{where}.type", limit=", ".join(_WORDS_IN), got=kind)
    if speech.get(_WORDS_IN[kind]) is None:
        raise MalformedResponse(f"{where}.{_WORDS_IN[kind]}", limit="a text", got="none")


def _check_directives(directives: Iterable[object], where: str) -> None:
    for directive in directives:
        if not isinstance(directive, dict) or not isinstance(directive.get("type"), str):
            raise MalformedResponse(where, limit="objects with a type", got=repr(directive)[:80])
        if directive["type"] == APLA_DIRECTIVE:
            _checked(directive, _APLA_DIRECTIVE, f"{where} {APLA_DIRECTIVE}")
            for key in ("token", "document"):
                if directive.get(key) is None:
                    raise MalformedResponse(f"{where}.{key}", limit="a value", got="none")
