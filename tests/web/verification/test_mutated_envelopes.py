"""Signed envelopes with strange fields are answered or refused, never with an error, never slowly."""

import json
from copy import deepcopy
from time import process_time
from typing import Any

from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import strategies as some
from pretend_amazon import Amazon, Json, launch, request, skill_event
from support.examples import tried

SLOW_S = 2
"""A turn takes milliseconds; a busy machine may add a lot, Alexa waits 8 s."""


def intent(name: str, slot: str, value: str) -> Json:
    """An intent with one slot, which one authority resolved."""
    resolution = {
        "authority": "amzn1.er-authority.echo-sdk.amzn1.ask.skill.OURS.EXERCISE",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": value, "id": value}}],
    }
    filled = {
        "name": slot,
        "value": value,
        "confirmationStatus": "NONE",
        "resolutions": {"resolutionsPerAuthority": [resolution]},
    }
    body = {"name": name, "confirmationStatus": "NONE", "slots": {slot: filled}}
    return request({"type": "IntentRequest", "dialogState": "COMPLETED", "intent": body})


ENVELOPES = [
    launch(),
    intent("StartWorkoutIntent", "exercise_count", "3"),
    intent("HowToIntent", "exercise", "squats"),
    intent("MoreTimeIntent", "duration", "PT30S"),
    request({"type": "SessionEndedRequest", "reason": "USER_INITIATED"}),
    skill_event(60),
]

strange_values: some.SearchStrategy[Any] = (
    some.none()
    | some.booleans()
    | some.integers()
    | some.integers(10**300, 10**301)
    | some.floats(allow_nan=False, allow_infinity=False)
    | some.text(some.characters(exclude_categories=()))
    | some.sampled_from([[], {}, [[]], [None], {"": None}, "\x00", "\ud800", "9" * 5000])
).map(deepcopy)  # a list that is drawn twice must not be put into itself

Path = tuple[str | int, ...]


def paths(value: Any, so_far: Path = ()) -> list[Path]:
    """Where there is anything inside."""
    inside: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    if isinstance(value, list):
        inside = list(enumerate(value))
    found = [(*so_far, name) for name, _ in inside]
    return found + [path for name, held in inside for path in paths(held, (*so_far, name))]


def retyped(value: Any) -> Any:
    """The same in another type."""
    if isinstance(value, str):
        return [value]
    return {str(value): value} if not isinstance(value, dict) else list(value.values())


@some.composite
def mutated(draw: some.DrawFn) -> Json:
    """A real envelope, up to three fields of it dropped, replaced, retyped or added."""
    envelope = deepcopy(draw(some.sampled_from(ENVELOPES)))
    for _ in range(draw(some.integers(1, 3))):
        *way, last = draw(some.sampled_from(paths(envelope) or [("request",)]))
        place: Any = envelope
        for name in way:
            place = place[name]
        change = draw(some.sampled_from(["drop", "replace", "retype", "add"]))
        if change == "add" and isinstance(place, dict):
            place[draw(some.text(max_size=5))] = draw(strange_values)
        elif change == "drop" and last in place:
            del place[last]
        elif change == "retype" and last in place:
            place[last] = retyped(place[last])
        else:
            place[last] = draw(strange_values)
    return envelope


@tried(300, HealthCheck.function_scoped_fixture)
@given(envelope=mutated())
def test_a_mutated_envelope_is_answered_or_refused(
    client: FlaskClient, amazon: Amazon, envelope: Json
) -> None:
    sent = amazon.send(json.dumps(envelope).encode())
    before = process_time()
    answer = client.post("/alexa", data=sent.body, headers=sent.headers)
    assert answer.status_code in (200, 400)
    assert process_time() - before < SLOW_S
    if answer.status_code == 400:
        assert answer.data == b""
