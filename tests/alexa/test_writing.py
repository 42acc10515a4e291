"""Responses are written as the SDK's own serializer writes them."""

import json
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Response
from ask_sdk_model.interfaces.alexa.presentation.apla import RenderDocumentDirective
from hypothesis import given
from hypothesis import strategies as st

from skill.alexa.sdk.writing import Json, LeanSerializer

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.dictionaries(st.text(), JSON_VALUES))
def test_what_is_json_already_is_handed_on_as_it_is(values: dict[str, Any]) -> None:
    ready = Json(values)
    lean: Any
    lean, plain = (
        serializer.serialize(Response(directives=[RenderDocumentDirective(datasources=ready)]))
        for serializer in (LeanSerializer(), DefaultSerializer())
    )
    assert json.dumps(lean) == json.dumps(plain)
    assert lean["directives"][0]["datasources"] is ready
