"""What a signed body has to say: a JSON object, of now, for this skill."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, NoReturn

from skill.errors import RequestRefused

TOLERANCE = timedelta(seconds=150)
"""How far a request's time may lie from now, either way (Amazon's rule)."""

EVENT_AGE = timedelta(hours=1)
"""How old a skill event may be (VerifierConstants of Amazon's ask-sdk-webservice-support)."""

_EVENTS = "AlexaSkillEvent."


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object that is the body, in UTF-8.

    Raises:
        RequestRefused: it is none; also with a name given twice, which readers understand differently, and
            with ``NaN`` or an infinity, which are no JSON.
    """
    try:
        # Decoded here: the reader of bytes would take UTF-16 and UTF-32 as well.
        envelope = json.loads(
            body.decode(), object_pairs_hook=_unambiguous, parse_constant=_no_number
        )
    except (ValueError, RecursionError) as error:
        raise RequestRefused("the body is not JSON in UTF-8") from error
    if not isinstance(envelope, dict):
        raise RequestRefused("the body is not a JSON object")
    return envelope


def check_time(envelope: Mapping[str, Any], now: datetime) -> None:
    """Let through what was sent just now, and skill events of the last hour.

    Raises:
        RequestRefused: the timestamp is missing, malformed, without a zone, or of another time.
    """
    written, kind = _inside(envelope, "request", "timestamp"), _inside(envelope, "request", "type")
    if not isinstance(written, str):
        raise RequestRefused("the request has no timestamp")
    try:
        sent = datetime.fromisoformat(written)
    except ValueError as error:
        raise RequestRefused("the timestamp is not ISO 8601") from error
    if sent.utcoffset() is None:
        raise RequestRefused("the timestamp has no zone")
    is_event = isinstance(kind, str) and kind.startswith(_EVENTS)
    if not -TOLERANCE <= now - sent <= (EVENT_AGE if is_event else TOLERANCE):
        raise RequestRefused("the timestamp is too far from now")


def check_skill_id(envelope: Mapping[str, Any], skill_id: str) -> None:
    """Let through what was sent to this skill.

    Raises:
        RequestRefused: the context, or the session where there is one, names another skill or none.
    """
    if _inside(envelope, "context", "System", "application", "applicationId") != skill_id:
        raise RequestRefused("the request is for another skill")
    if envelope.get("session") is None:
        return
    if _inside(envelope, "session", "application", "applicationId") != skill_id:
        raise RequestRefused("the session is of another skill")


def _inside(value: Any, *names: str) -> Any:
    """The value under one name after another, or None where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _unambiguous(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        raise ValueError("a name is given twice")
    return values


def _no_number(_constant: str) -> NoReturn:
    raise ValueError("no number in JSON")
