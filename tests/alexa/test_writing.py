"""Responses are written as the SDK's own serializer writes them."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Response
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective
from ask_sdk_model.interfaces.audioplayer import (
    AudioItem,
    PlayBehavior,
    PlayDirective,
    StopDirective,
    Stream,
)
from ask_sdk_model.ui import AskForPermissionsConsentCard, SsmlOutputSpeech
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.sdk.writing import FinalJson, written

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=15,
)


@given(st.dictionaries(st.text(max_size=5), JSON_VALUES, max_size=8))
def test_what_is_json_already_is_handed_on_as_it_is(values: dict[str, Any]) -> None:
    ready = FinalJson(values)
    response = Response(directives=[RenderDocumentDirective(datasources=ready)])
    lean: Any = written(response)
    plain = DefaultSerializer().serialize(response)
    assert json.dumps(lean) == json.dumps(plain)
    assert lean["directives"][0]["datasources"] is ready


def test_objects_of_every_kind_are_written_as_the_sdk_writes_them() -> None:
    stream = Stream(url="https://a/b", offset_in_milliseconds=0)
    values = [
        Response(
            output_speech=SsmlOutputSpeech(ssml="<speak>Hello</speak>"),
            card=AskForPermissionsConsentCard(permissions=["alexa::alerts"]),
            directives=[
                PlayDirective(PlayBehavior.ENQUEUE, AudioItem(stream=stream)),
                StopDirective(),
            ],
            should_end_session=False,
        ),
        {
            "at": datetime(2026, 1, 5, tzinfo=UTC),
            "share": 0.5,
            "some": (1, None),
            "whole": Decimal(7),
        },
    ]
    for value in values:
        assert written(value) == DefaultSerializer().serialize(value)
