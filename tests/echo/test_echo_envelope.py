"""Requests are as Amazon's own model package reads them."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import ask_sdk_model
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.interfaces.audioplayer import PlayerActivity
from echo_scripts import Json
from support.small_model import MODEL
from support.tables import with_each

from skill.echo import Api, envelope
from skill.echo.envelope import Envelopes, Identity, OpenSession
from skill.understanding import Understanding

NOON = datetime(2026, 8, 1, 12, 0, 7, 900_000, tzinfo=UTC)
UNDERSTANDING = Understanding(MODEL)
SPEAKER = Identity("amzn1.ask.skill.X", "amzn1.ask.account.U", "amzn1.ask.device.D", "en-US", {})
SCREEN = Identity("amzn1.ask.skill.X", "U", "D", "en-US", {
    "Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}}, "AudioPlayer": {}
})  # fmt: skip


def intent(said: str) -> Json:
    match = UNDERSTANDING.understand(said)
    slots = next(each.slots for each in MODEL.intents if each.name == match.intent)
    dialog = match.intent in MODEL.dialog_intents
    return envelope.intent(match, "amzn1.ask.skill.X", slots, dialog=dialog)


def read_by_amazon(sent: Json) -> ask_sdk_model.RequestEnvelope:
    read = DefaultSerializer().deserialize(json.dumps(sent), ask_sdk_model.RequestEnvelope)
    assert isinstance(read, ask_sdk_model.RequestEnvelope)
    return read


@with_each(
    ("request_", "read_as"),
    [
        (envelope.launch(), "LaunchRequest"),
        (intent("how do i do juggling"), "IntentRequest"),
        (envelope.session_ended("USER_INITIATED"), "SessionEndedRequest"),
        (envelope.session_ended("ERROR", ("INVALID_RESPONSE", "No.")), "SessionEndedRequest"),
        (envelope.apla_failed("set-1", "AUDIO_SOURCE_ERROR", "NOT_FOUND_ERROR", "gone"),
         "RuntimeErrorEvent"),
        (envelope.apla_failed("set-1", "RENDER_ERROR", "UNKNOWN_ERROR", "gone"),
         "RuntimeErrorEvent"),
        (envelope.exception_encountered("bad", "R"), "ExceptionEncounteredRequest"),
        (envelope.skill_disabled(), "SkillDisabledRequest"),
    ],
)  # fmt: skip
def test_every_request_is_read_by_amazon_s_own_model(request_: Json, read_as: str) -> None:
    sent = Envelopes(SPEAKER).wrap(request_, OpenSession("S"), NOON)
    read = read_by_amazon(sent)
    assert type(read.request).__name__ == read_as
    assert read.request is not None
    assert read.request.timestamp == NOON.replace(microsecond=0)
    assert read.request.locale == "en-US"


def test_a_session_carries_its_attributes_and_tells_whether_it_is_new() -> None:
    session = OpenSession("S", new=False, attributes={"set": 2})
    sent = Envelopes(SPEAKER).wrap(envelope.launch(), session, NOON)
    assert sent["session"] == {
        "new": False,
        "sessionId": "S",
        "application": {"applicationId": "amzn1.ask.skill.X"},
        "attributes": {"set": 2},
        "user": {"userId": "amzn1.ask.account.U"},
    }


def test_without_a_session_there_is_no_session_field() -> None:
    assert "session" not in Envelopes(SPEAKER).wrap(envelope.skill_disabled(), None, NOON)


def test_the_context_names_user_device_and_interfaces() -> None:
    system = Envelopes(SPEAKER).wrap(envelope.launch(), None, NOON)["context"]["System"]
    assert system["user"] == {"userId": "amzn1.ask.account.U"}
    assert system["device"] == {"deviceId": "amzn1.ask.device.D", "supportedInterfaces": {}}
    assert system["application"] == {"applicationId": "amzn1.ask.skill.X"}


def test_only_a_screen_has_a_viewport() -> None:
    assert "Viewport" not in Envelopes(SPEAKER).wrap(envelope.launch(), None, NOON)["context"]
    context = read_by_amazon(Envelopes(SCREEN).wrap(envelope.launch(), None, NOON)).context
    assert context is not None
    assert context.viewport is not None
    assert context.viewport.pixel_width == 1280
    assert context.audio_player is not None
    assert context.audio_player.player_activity is PlayerActivity.IDLE


def test_timestamps_are_in_utc_whole_seconds() -> None:
    there = NOON.astimezone(timezone(timedelta(hours=2)))
    sent = Envelopes(SPEAKER).wrap(envelope.launch(), None, there)
    assert sent["request"]["timestamp"] == "2026-08-01T12:00:07Z"


def test_every_request_has_an_id_of_its_own() -> None:
    envelopes = Envelopes(SPEAKER)
    ids = {envelopes.wrap(envelope.launch(), None, NOON)["request"]["requestId"] for _ in range(9)}
    assert len(ids) == 9


def test_an_intent_without_slots_or_dialog_has_neither_field() -> None:
    sent = intent("what comes next")
    assert sent == {
        "type": "IntentRequest",
        "intent": {"name": "WhatIsNextIntent", "confirmationStatus": "NONE"},
    }


def test_an_intent_with_a_dialog_has_a_dialog_state() -> None:
    assert intent("i did twelve")["dialogState"] == "STARTED"


def test_an_unfilled_slot_comes_without_a_value() -> None:
    slots = intent("i did twelve")["intent"]["slots"]
    assert slots["exercise"] == {"name": "exercise", "confirmationStatus": "NONE"}
    assert slots["count"] == {
        "name": "count",
        "value": "12",
        "confirmationStatus": "NONE",
        "source": "USER",
        "slotValue": {"type": "Simple", "value": "12"},
    }


def test_a_value_of_the_type_comes_with_its_resolution() -> None:
    slot = intent("how do i do calf lifts")["intent"]["slots"]["exercise"]
    assert slot["value"] == "calf lifts"
    assert slot["resolutions"] == slot["slotValue"]["resolutions"]
    assert slot["resolutions"]["resolutionsPerAuthority"] == [
        {
            "authority": "amzn1.er-authority.echo-sdk.amzn1.ask.skill.X.EXERCISE",
            "status": {"code": "ER_SUCCESS_MATCH"},
            "values": [{"value": {"name": "calf raises", "id": "calf_raise"}}],
        }
    ]


def test_a_value_outside_the_type_comes_as_no_match() -> None:
    slot = intent("how do i do juggling")["intent"]["slots"]["exercise"]
    authority = slot["resolutions"]["resolutionsPerAuthority"][0]
    assert slot["value"] == "juggling"
    assert authority["status"] == {"code": "ER_SUCCESS_NO_MATCH"}
    assert "values" not in authority


def test_a_voice_that_is_told_apart_is_named_and_no_other() -> None:
    envelopes = Envelopes(SPEAKER)
    known = read_by_amazon(envelopes.wrap(envelope.launch(), None, NOON, "amzn1.ask.person.P"))
    assert known.context.system.person.person_id == "amzn1.ask.person.P"
    assert (
        read_by_amazon(envelopes.wrap(envelope.launch(), None, NOON)).context.system.person is None
    )


def test_a_token_comes_only_with_a_place_to_use_it() -> None:
    bare = read_by_amazon(Envelopes(SPEAKER).wrap(envelope.launch(), None, NOON)).context.system
    assert (bare.api_endpoint, bare.api_access_token) == (None, None)
    api = Api("https://api.amazonalexa.com", "token")
    identity = replace(SPEAKER, api=api)
    system = read_by_amazon(Envelopes(identity).wrap(envelope.launch(), None, NOON)).context.system
    assert (system.api_endpoint, system.api_access_token) == (api.endpoint, api.access_token)
