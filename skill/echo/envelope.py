"""Request envelopes as Amazon sends them (Amazon: Request and Response JSON Reference)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any

from skill.echo.rules import is_without_session
from skill.echo.screen.viewport import VIEWPORT
from skill.understanding.slots import SlotValue
from skill.understanding.understanding import Match

Json = dict[str, Any]

APL = "Alexa.Presentation.APL"


@dataclass(slots=True)
class OpenSession:
    """An open session: its id, whether no request was sent in it yet, and its attributes."""

    id: str
    new: bool = True
    attributes: Json = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Api:
    """Amazon's services for skills: where they are, and the token that opens them."""

    endpoint: str
    access_token: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose device speaks to which skill, in which language, with which interfaces and which services, if any."""

    application_id: str
    user_id: str
    device_id: str
    locale: str
    interfaces: Mapping[str, Json]
    api: Api | None = None
    viewport: Mapping[str, Any] = field(default_factory=lambda: VIEWPORT)


class Envelopes:
    """Puts requests into envelopes and numbers them."""

    def __init__(self, identity: Identity) -> None:
        self._identity = identity
        self._numbers = count(1)

    def wrap(
        self,
        request: Json,
        session: OpenSession | None,
        at: datetime,
        person_id: str = "",
        player: Json | None = None,
    ) -> Json:
        """Add id, time and language to a request, and the session, if any, and the context.

        `person_id` is whose voice it was, where Alexa tells it apart; `player` the state of the AudioPlayer.
        """
        timestamp = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        stamped = {
            "requestId": f"amzn1.echo-api.request.{next(self._numbers):08d}",
            "timestamp": timestamp,
            "locale": self._identity.locale,
            **request,
        }
        if request["type"].startswith("AlexaSkillEvent."):
            stamped |= {"eventCreationTime": timestamp, "eventPublishingTime": timestamp}
        envelope: Json = {
            "version": "1.0",
            "context": self._context(person_id, player),
            "request": stamped,
        }
        if session:
            envelope["session"] = {
                "new": session.new,
                "sessionId": session.id,
                "application": {"applicationId": self._identity.application_id},
                "attributes": session.attributes,
                "user": {"userId": self._identity.user_id},
            }
        return envelope

    def _context(self, person_id: str, player: Json | None) -> Json:
        identity = self._identity
        system: Json = {
            "application": {"applicationId": identity.application_id},
            "user": {"userId": identity.user_id},
            "device": {
                "deviceId": identity.device_id,
                "supportedInterfaces": dict(identity.interfaces),
            },
        }
        if person_id:
            system["person"] = {"personId": person_id}
        if identity.api is not None:
            system["apiEndpoint"] = identity.api.endpoint
            system["apiAccessToken"] = identity.api.access_token
        context: Json = {"System": system}
        if APL in identity.interfaces:
            context["Viewport"] = dict(identity.viewport)
        if "AudioPlayer" in identity.interfaces:
            context["AudioPlayer"] = player or {"playerActivity": "IDLE"}
        return context


def belongs_to_session(request: Json) -> bool:
    """Whether the request comes with a session."""
    return request["type"] == "SessionEndedRequest" or not is_without_session(request["type"])


def launch() -> Json:
    """Say that the skill was opened without a wish."""
    return {"type": "LaunchRequest", "shouldLinkResultBeReturned": False}


IN_DOUBT = "heardInDoubt"
"""A field of an intent that Amazon does not send: the words that may be misheard.

They are "" where the skill asked about such words, and nobody answered.
"""

OR_ELSE = "orElse"
"""Another such field beside it: the intent of something else that may have been said, as far as one is likely."""


def intent(
    match: Match,
    application_id: str,
    slots: Mapping[str, str],
    *,
    dialog: bool,
    in_doubt: str | None = None,
) -> Json:
    """Say what was understood; `slots` are all of the intent's, `dialog` if it has one; see `IN_DOUBT`."""
    body: Json = {"name": match.intent, "confirmationStatus": "NONE"}
    if in_doubt is not None:
        body[IN_DOUBT] = in_doubt
    if slots:
        body["slots"] = {name: _slot(name, match.slots.get(name), application_id) for name in slots}
    started = {"dialogState": "STARTED"} if dialog else {}
    return {"type": "IntentRequest", **started, "intent": body}


def session_ended(reason: str, error: tuple[str, str] | None = None) -> Json:
    """Say that the session is over; `error` is (type, message), with the reason ERROR only."""
    ended: Json = {"type": "SessionEndedRequest", "reason": reason}
    return ended | {"error": {"type": error[0], "message": error[1]}} if error else ended


def apla_failed(token: str, error_type: str, reason: str, message: str) -> Json:
    """Say that an APLA document could not be rendered or played."""
    errors = [{"type": error_type, "reason": reason, "message": message}]
    return {"type": "Alexa.Presentation.APLA.RuntimeError", "token": token, "errors": errors}


def exception_encountered(message: str, cause_request_id: str) -> Json:
    """Say that Amazon could not use an earlier response."""
    return {
        "type": "System.ExceptionEncountered",
        "error": {"type": "INVALID_RESPONSE", "message": message},
        "cause": {"requestId": cause_request_id},
    }


def button(name: str) -> Json:
    """Say that a button for playing was pressed: Next, Previous, Pause or Play."""
    return {"type": f"PlaybackController.{name}CommandIssued"}


def skill_disabled() -> Json:
    """Say that the user has disabled the skill."""
    return {"type": "AlexaSkillEvent.SkillDisabled"}


def _slot(name: str, value: SlotValue | None, application_id: str) -> Json:
    if value is None:
        return {"name": name, "confirmationStatus": "NONE"}
    simple: Json = {"type": "Simple", "value": value.value}
    slot: Json = {
        "name": name,
        "value": value.value,
        "confirmationStatus": "NONE",
        "source": "USER",
        "slotValue": simple,
    }
    if value.resolved is not None:
        resolutions = {"resolutionsPerAuthority": [_resolution(value, application_id)]}
        simple["resolutions"] = resolutions
        slot["resolutions"] = resolutions
    return slot


def _resolution(value: SlotValue, application_id: str) -> Json:
    authority = f"amzn1.er-authority.echo-sdk.{application_id}.{value.type}"
    if not value.resolved:
        return {"authority": authority, "status": {"code": "ER_SUCCESS_NO_MATCH"}}
    entity = {"name": value.name, "id": value.id}
    return {
        "authority": authority,
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": entity}],
    }
