"""The lean serializer reads and writes what the SDK's own does."""

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import RequestEnvelope, Response
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective
from hypothesis import given
from hypothesis import strategies as st
from requests_to_alexa import Speaker, intent, launch

from skill.alexa.sdk.serializer import Json, LeanSerializer

LEAN, PLAIN = LeanSerializer(), DefaultSerializer()

ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


def read_moment(serializer: DefaultSerializer, written: Any, kind: str = "datetime") -> Any:
    return serializer.deserialize(json.dumps(written), kind)


@pytest.mark.parametrize(
    "request_", [launch(), intent("WhatIsNextIntent"), intent("MoreTimeIntent", duration="PT30S")]
)
def test_requests_are_read_alike(speaker: Speaker, request_: dict[str, Any]) -> None:
    event = json.dumps(speaker.event(request_))
    lean, plain = (s.deserialize(event, RequestEnvelope) for s in (LEAN, PLAIN))
    assert PLAIN.serialize(lean) == PLAIN.serialize(plain)
    assert LEAN.serialize(lean) == PLAIN.serialize(lean)
    assert lean.request.timestamp == plain.request.timestamp
    assert PLAIN.serialize(LEAN.read(json.loads(event), RequestEnvelope)) == PLAIN.serialize(plain)


@given(st.datetimes(timezones=ZONES))
def test_time_stamps_are_read_alike(moment: datetime) -> None:
    written = moment.isoformat()
    assert read_moment(LEAN, written) == read_moment(PLAIN, written)


@pytest.mark.parametrize(
    "written",
    [
        "2026-08-01T10:00:00Z",
        "2026-08-01T10:00:00.250Z",
        "Sat, 01 Aug 2026 10:00:00 GMT",
        "10:00 1 August 2026 UTC",
    ],
)
def test_a_date_in_any_form_is_read_alike(written: str) -> None:
    assert read_moment(LEAN, written) == read_moment(PLAIN, written)
    assert (
        read_moment(LEAN, written, "date")
        == read_moment(PLAIN, written, "date")
        == date(2026, 8, 1)
    )


@pytest.mark.parametrize("written", ["when the cock crows", "2026-13-01T10:00:00Z", ""])
def test_what_is_no_date_is_refused_alike(written: str) -> None:
    for serializer in (LEAN, PLAIN):
        with pytest.raises(SerializationException):
            read_moment(serializer, written)


@pytest.mark.parametrize("written", [7.5, ["2026"], {"at": "noon"}])
def test_what_is_no_text_fails_alike(written: Any) -> None:
    failures = []
    for serializer in (LEAN, PLAIN):
        with pytest.raises(Exception, match=r"\S") as failed:
            read_moment(serializer, written)
        failures.append(failed.type)
    assert failures[0] is failures[1]


@pytest.mark.parametrize(
    "name", ["ask_sdk_model.nowhere.Nothing", "ask_sdk_model.slot.Nothing", "Nothing", ""]
)
def test_a_class_that_is_nowhere_is_refused(name: str) -> None:
    with pytest.raises(SerializationException):
        LEAN.deserialize("{}", name)


@given(st.dictionaries(st.text(), JSON_VALUES))
def test_what_is_json_already_is_handed_on_as_it_is(values: dict[str, Any]) -> None:
    ready = Json(values)
    lean: Any
    lean, plain = (
        serializer.serialize(Response(directives=[RenderDocumentDirective(datasources=ready)]))
        for serializer in (LEAN, PLAIN)
    )
    assert json.dumps(lean) == json.dumps(plain)
    assert lean["directives"][0]["datasources"] is ready
