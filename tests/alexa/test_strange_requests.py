"""Requests in no form that Amazon documents are answered legally, and never crash."""

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Request, ResponseEnvelope
from requests_to_alexa import EVENING, USER, Change, Json, Speaker, intent, launch, spoken
from support.tables import with_each

from skill.alexa.skill import NOTHING, AlexaSkill
from skill.coach.coach import Coach
from skill.echo import exception_encountered, session_ended
from skill.errors import ForeignRequest

Skill = Callable[[Any], Json]


def _set(*path: str, to: object) -> Change:
    """The change that puts a value somewhere into an envelope."""

    def change(event: Json) -> None:
        for name in path[:-1]:
            event = event[name]
        event[path[-1]] = to

    return change


def _unresolved(code: str) -> Change:
    authorities = [{"authority": "amzn1.er", "status": {"code": code}}]
    slot: Json = {"name": "exercise", "value": "lunges", "confirmationStatus": "NONE"}
    slot["resolutions"] = {"resolutionsPerAuthority": authorities}
    return _set("request", "intent", "slots", to={"exercise": slot})


@pytest.mark.parametrize("event", [None, {}, [], "LaunchRequest", 7, {"request": None}, [{}]])
def test_an_event_that_is_no_request_is_answered_with_nothing(skill: Skill, event: object) -> None:
    assert skill(event) == NOTHING


@pytest.mark.parametrize("field", ["request", "context"])
@pytest.mark.parametrize("value", [None, {}, [], "?", 0])
def test_an_envelope_with_a_part_of_a_wrong_form_is_answered_with_nothing(
    skill: Skill, speaker: Speaker, field: str, value: object
) -> None:
    event = speaker.event(launch())
    event[field] = value
    assert skill(event) == NOTHING


@pytest.mark.parametrize("field", ["version", "session"])
@pytest.mark.parametrize("value", [None, {}, "?", 0])
def test_a_request_is_answered_whatever_its_version_and_session_look_like(
    skill: Skill, speaker: Speaker, field: str, value: object
) -> None:
    event = speaker.event(launch())
    event[field] = value
    assert "Strong Stride" in spoken(skill(event))


@pytest.mark.parametrize("kind", ["Alexa.NewThing.Happened", "CanFulfillIntentRequest", ""])
def test_an_unknown_request_type_is_answered_with_nothing_said(speaker: Speaker, kind: str) -> None:
    event = speaker.event({"type": kind})
    assert not speaker.skill(event)["response"]


def test_an_unknown_request_type_does_not_cost_the_session_its_memory(speaker: Speaker) -> None:
    before = speaker.send(launch())["sessionAttributes"]
    event = speaker.event(exception_encountered("INVALID_RESPONSE", "1"))
    event["session"] = speaker.event(launch())["session"]
    assert speaker.skill(event).get("sessionAttributes") == before


@pytest.mark.parametrize(
    "change",
    [
        _set("request", "dialogState", to="HALFWAY"),
        _set("request", "intent", "confirmationStatus", to="MAYBE"),
        _set("request", "locale", to="tlh-QO"),
        _set("request", "locale", to="a" * 300),
        _set("request", "locale", to="../exercises"),
        _set("request", "locale", to=10**300),
        _set("context", "System", "device", "deviceId", to="half a pair: \ud800"),
        _set("context", "System", "user", "userId", to="half a pair: \ud800"),
        _set("request", "new_field", to={"a": [1]}),
        _set("context", "Viewport", to={"shape": "TRIANGLE"}),
        _unresolved("ER_ERROR_NEW"),
        _unresolved("ER_SUCCESS_NO_MATCH"),
    ],
)
def test_an_unknown_value_of_a_field_is_no_reason_not_to_answer(
    speaker: Speaker, change: Change
) -> None:
    said = speaker.says(intent("WhichMusclesIntent"), change)
    assert "for your glutes" in said or "I don't know lunges" in said


def _without_intent(event: Json) -> None:
    del event["request"]["intent"]


WRONG_INTENTS: list[object] = [None, {}, [], "?", 0, {"name": None}, {"name": 7}, {"name": []}]


@pytest.mark.parametrize(
    "change", [_without_intent, *(_set("request", "intent", to=one) for one in WRONG_INTENTS)]
)
def test_a_sentence_without_an_intent_was_not_understood_and_is_answered(
    speaker: Speaker, change: Change, caplog: pytest.LogCaptureFixture
) -> None:
    speaker.send(launch())
    response = speaker.send(intent("WhichMusclesIntent"), change)
    assert spoken(response)
    assert response["response"]["shouldEndSession"] is False
    assert "sessionAttributes" in response
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize(
    "stamp",
    [None, "", "yesterday", "2026-08-03T18:00:00", "2026-99-99T99:99:99Z", 0, 1785780000, [], {}],
)
def test_a_time_that_cannot_be_read_is_replaced_by_the_clock(
    speaker: Speaker, stamp: object
) -> None:
    speaker.send(launch(), _set("request", "timestamp", to=stamp))
    speaker.send(intent("StartWorkoutIntent"), _set("request", "timestamp", to=stamp))
    response = speaker.send(intent("AMAZON.PauseIntent"), _set("request", "timestamp", to=stamp))
    assert "sessionAttributes" in response


@pytest.mark.parametrize(
    "stamp",
    [
        *("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "1970-01-01T00:00:00Z"),
        *("9999-12-31T23:59:59Z", "9999-12-31T23:59:59-12:00", "2026-08-03T18:00:00+99:00"),
    ],
)
def test_a_time_at_an_end_of_the_calendar_is_answered_with_a_sentence(
    speaker: Speaker, caplog: pytest.LogCaptureFixture, stamp: str
) -> None:
    at_the_end = _set("request", "timestamp", to=stamp)
    assert "Strong Stride" in speaker.says(launch(), at_the_end)
    assert speaker.says(intent("StartWorkoutIntent"), at_the_end)
    speaker.send(intent("WhatIsNextIntent"), after_s=20)
    assert speaker.says(intent("AMAZON.PauseIntent"), at_the_end)
    assert speaker.says(intent("HowAmIDoingIntent"), at_the_end)
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("attributes", [[], "workout", 7, True, [1], {"athlete": 7}, None])
def test_attributes_that_are_no_object_are_answered_with_a_sentence(
    speaker: Speaker, attributes: object
) -> None:
    strange = _set("session", "attributes", to=attributes)
    assert "Strong Stride" in speaker.says(launch(), strange)
    assert speaker.says(intent("StartWorkoutIntent"), strange)
    assert speaker.says(intent("WhatIsNextIntent"), strange, after_s=30)


@pytest.mark.parametrize("user", [None, {}, {"userId": None}, {"userId": ""}, "anna"])
def test_a_missing_user_is_answered_with_a_sentence(speaker: Speaker, user: object) -> None:
    def nobody(event: Json) -> None:
        event["session"]["user"] = event["context"]["System"]["user"] = user

    assert speaker.says(launch(), nobody)
    assert speaker.says(intent("StartWorkoutIntent"), nobody)


def test_a_missing_time_is_replaced_by_the_clock(speaker: Speaker) -> None:
    said = speaker.says(launch(), lambda event: event["request"].pop("timestamp"))
    assert "Strong Stride" in said


def test_a_request_to_another_skill_is_refused(coach: Coach, speaker: Speaker) -> None:
    ours = AlexaSkill(coach, skill_id="amzn1.ask.skill.ours", clock=lambda: EVENING)
    with pytest.raises(ForeignRequest, match="STRIDE_SKILL_ID"):
        ours(speaker.event(launch()))


def test_a_request_without_an_application_is_refused_where_one_is_demanded(
    coach: Coach, speaker: Speaker
) -> None:
    ours = AlexaSkill(coach, skill_id="amzn1.ask.skill.ours", clock=lambda: EVENING)
    event = speaker.event(launch())
    del event["context"]["System"]["application"]
    with pytest.raises(ForeignRequest):
        ours(event)


def test_what_amazon_reports_of_a_failure_is_answered_with_nothing(speaker: Speaker) -> None:
    response = speaker.send(exception_encountered("INVALID_RESPONSE", "1"))
    assert not response["response"]


# Some errors of the SDK's model have no type, some no message.
@with_each("kind", [*Request.discriminator_value_class_map])
@with_each("error", [{}, {"type": "DEVICE_UNAVAILABLE"}, {"message": "gone"}, None])
def test_every_request_of_the_sdk_is_answered_whatever_error_it_tells(
    speaker: Speaker, kind: str, error: object, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.clear()
    speaker.skill(speaker.event({"type": kind, "error": error, "errors": [error]}))
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


@pytest.mark.parametrize("reason", ["USER_INITIATED", "EXCEEDED_MAX_REPROMPTS", "SOMETHING_NEW"])
def test_the_end_of_a_session_is_answered_with_nothing(speaker: Speaker, reason: str) -> None:
    assert not speaker.send(session_ended(reason))["response"]


@pytest.mark.parametrize(
    "request_",
    [launch(), intent("StartWorkoutIntent"), intent("AMAZON.HelpIntent"), session_ended("ERROR")],
    ids=lambda request: request["type"],
)
def test_an_answer_comes_back_unchanged_from_the_sdk_s_own_model(
    speaker: Speaker, request_: Json
) -> None:
    response = speaker.send(request_)
    serializer = DefaultSerializer()
    read = serializer.deserialize(json.dumps(response), ResponseEnvelope)
    assert serializer.serialize(read) == response


def test_no_log_line_names_the_account(speaker: Speaker, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="skill")
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"))
    speaker.send(intent("NoSuchIntent"), after_s=60)
    speaker.send(exception_encountered("INVALID_RESPONSE", "1"))
    speaker.send(session_ended("ERROR", ("INTERNAL_SERVICE_ERROR", "dropped")))
    assert caplog.records
    assert USER not in caplog.text
