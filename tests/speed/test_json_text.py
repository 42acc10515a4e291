"""JSON that is written by an encoder made once is what the standard library writes."""

from datetime import date
from json import JSONEncoder
from typing import Any

import pytest

from skill.speed import json_text
from skill.speed.json_text import ready
from skill.workout.question import Question

ENCODERS = {
    "compact": JSONEncoder(check_circular=False, separators=(",", ":")),
    "finite": JSONEncoder(check_circular=False, allow_nan=False, separators=(",", ":")),
    "of any value": JSONEncoder(check_circular=False, default=str),
}
VALUES: dict[str, Any] = {
    "a text": 'one "two"\n\\ three',
    "beyond ASCII": "für ñ 😀",
    "half of a surrogate pair": "\ud83d",
    "numbers": [0, -7, 10**20, 1.5, 1e300, -0.0],
    "what is or is not": [True, False, None],
    "nothing": [{}, [], ()],
    "keys that are no text": {1: "a", 2.5: "b", None: "c"},
    "an enum of texts": {Question.READY: Question.REST},
    "nested": {"b": [{"a": [1, [2, (3, {"c": None})]]}], "a": {}},
}


@pytest.mark.parametrize("encoder", ENCODERS.values(), ids=ENCODERS)
@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_it_writes_what_the_standard_library_writes(encoder: JSONEncoder, value: Any) -> None:
    assert ready(encoder)(value) == encoder.encode(value)


@pytest.mark.parametrize("by", [{"sort_keys": True}, {"skipkeys": True}], ids=["sorted", "skipped"])
def test_keys_are_sorted_or_skipped_where_the_encoder_does_so(by: dict[str, Any]) -> None:
    encoder = JSONEncoder(check_circular=False, **by)
    value = {"b": {"d": 1, "c": 2}, "a": {("no", "key"): 3} if "skipkeys" in by else {}}
    assert ready(encoder)(value) == encoder.encode(value)


def test_what_json_has_no_form_for_is_written_by_the_encoders_default() -> None:
    assert ready(ENCODERS["of any value"])([date(2026, 1, 5)]) == '["2026-01-05"]'
    with pytest.raises(TypeError, match="date"):
        ready(ENCODERS["compact"])([date(2026, 1, 5)])


def test_a_number_without_end_is_refused_where_the_encoder_refuses_it() -> None:
    assert ready(ENCODERS["compact"])([float("inf")]) == "[Infinity]"
    with pytest.raises(ValueError, match="not JSON compliant"):
        ready(ENCODERS["finite"])([float("inf")])


def test_without_an_encoder_in_c_python_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "make_in_c", None)
    for value in VALUES.values():
        assert ready(ENCODERS["compact"])(value) == ENCODERS["compact"].encode(value)
