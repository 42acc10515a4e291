"""What the coach reads of a request is read, whatever stands beside it."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import timedelta
from enum import Enum
from importlib import import_module
from typing import Any

import pytest
from ask_sdk_model.request import Request
from requests_to_alexa import EVENING, USER, Json, Speaker, intent, launch

from skill.alexa.sdk.envelope import read_envelope
from skill.alexa.skill import NOTHING, AlexaSkill
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach

Skill = Callable[[Any], Json]

STATE = {"token": "1.1.0", "offsetInMilliseconds": 7_000, "playerActivity": "STOPPED"}
HANDLED: dict[str, Json] = {
    "LaunchRequest": {},
    "SessionEndedRequest": {"reason": "USER_INITIATED"},
    "AudioPlayer.PlaybackStarted": STATE,
    "AudioPlayer.PlaybackNearlyFinished": STATE,
    "AudioPlayer.PlaybackFinished": STATE,
    "AudioPlayer.PlaybackStopped": STATE,
    "AudioPlayer.PlaybackFailed": {
        "token": "1.1.0",
        "currentPlaybackState": STATE,
        "error": {"type": "MEDIA_ERROR_UNKNOWN", "message": "?"},
    },
    "PlaybackController.NextCommandIssued": {},
    "PlaybackController.PreviousCommandIssued": {},
    "PlaybackController.PauseCommandIssued": {},
    "PlaybackController.PlayCommandIssued": {},
    "Alexa.Presentation.APLA.RuntimeError": {"token": "1", "errors": []},
    "Alexa.Presentation.APL.RuntimeError": {"token": "1", "errors": []},
    "Alexa.Presentation.APL.UserEvent": {"token": "1", "arguments": ["?"]},
    "System.ExceptionEncountered": {"error": {"type": "INVALID_RESPONSE", "message": "?"}},
    "AlexaSkillEvent.SkillDisabled": {},
}
"""The types of requests that something is made of, with their fields."""

UNKNOWN: list[tuple[str, ...]] = [
    ("context", "Viewport"),
    ("context", "Viewports"),
    ("context", "Display"),
    ("context", "AudioPlayer"),
    ("context", "Geolocation"),
    ("context", "System", "unit"),
    ("context", "Automotive"),
    ("context", "Extensions"),
]
"""Places of an envelope in which Amazon may put what this SDK does not know."""


def with_player(speaker: Speaker, request: Json) -> Json:
    """The envelope of a request from a speaker that can play."""
    event = speaker.event(deepcopy(request))
    device = event["context"]["System"]["device"]
    device["supportedInterfaces"] = {"AudioPlayer": {}}
    return event


def disturbed(event: Json) -> Iterator[Json]:
    """The envelope with one value that nobody knows, each time at another place."""
    for *path, name in UNKNOWN:
        changed = deepcopy(event)
        inner = changed
        for step in path:
            inner = inner[step]
        inner[name] = [{"shape": "TRIANGLE", "mode": 7}] if name == "Viewports" else 7
        yield changed
    changed = deepcopy(event)
    changed["context"]["AudioPlayer"] = STATE | {"playerActivity": "HUMMING"}
    yield changed
    changed = deepcopy(event)
    changed["request"]["error"] = {"type": "A_NEW_ONE", "message": "?"}
    yield changed


def told(request: Request) -> Json:
    """What a request tells, its error apart."""
    values: Json = request.to_dict()
    return {name: value for name, value in values.items() if name != "error"}


def _led(skill: Skill) -> Speaker:
    """A speaker in mid-set."""
    speaker = Speaker(skill)
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"))
    return speaker


def _stored(coach: Coach) -> Athlete:
    """The runner as the store has it."""
    athlete = coach.peek(account_id(USER))
    assert athlete is not None
    assert athlete.workout is not None
    return athlete


@pytest.mark.parametrize("kind", HANDLED)
def test_an_unknown_value_elsewhere_changes_nothing_of_the_answer(
    kind: str, coach: Coach, speaker: Speaker
) -> None:
    event = with_player(speaker, {"type": kind, **HANDLED[kind]})
    known = read_envelope(event)
    assert known is not None
    for changed in disturbed(event):
        read = read_envelope(changed)
        assert read is not None
        assert told(read.request) == told(known.request)
        assert read.context.system.device.to_dict() == known.context.system.device.to_dict()


def test_a_failure_of_the_player_keeps_its_offset_beside_an_unknown_error(speaker: Speaker) -> None:
    kind = "AudioPlayer.PlaybackFailed"
    failed = HANDLED[kind] | {"error": {"type": "A_NEW_ONE", "message": "?"}}
    read = read_envelope(with_player(speaker, {"type": kind, **failed}))
    assert read is not None
    state = read.request.current_playback_state
    assert (state.token, state.offset_in_milliseconds) == ("1.1.0", 7_000)


def test_a_type_that_nobody_knows_does_not_cost_the_session_its_memory(coach: Coach) -> None:
    speaker = _led(AlexaSkill(coach, clock=lambda: EVENING))
    event = speaker.event({"type": "Alexa.NewThing.Happened"})
    attributes = event["session"]["attributes"]
    assert attributes
    assert speaker.skill(event) == {**NOTHING, "sessionAttributes": attributes}


@pytest.mark.parametrize("name", ["WhatIsNextIntent", "AMAZON.PauseIntent", "NoSuchIntent"])
def test_an_answer_leaves_its_request_as_it_was_sent(name: str, coach: Coach) -> None:
    speaker = _led(AlexaSkill(coach, clock=lambda: EVENING))
    event = speaker.event(intent(name))
    event["session"]["attributes"]["unknown"] = {"kept": [1, {"by": "nobody"}]}
    sent = deepcopy(event)
    assert speaker.skill(event)["sessionAttributes"] != sent["session"]["attributes"]
    assert event == sent


def filled(type_: str, depth: int = 0) -> Any:
    """A value of a type as the SDK's models name it, with every field of its own filled."""
    if type_.startswith("list["):
        return [filled(type_[5:-1], depth)]
    if type_.startswith(("dict(", "object")):
        return {}
    plain = {"str": "?", "bool": True, "int": 7, "float": 0.5, "datetime": "2026-03-02T18:00:05Z"}
    if type_ in plain:
        return plain[type_]
    module, _, name = type_.rpartition(".")
    class_ = getattr(import_module(module), name)
    if issubclass(class_, Enum):
        return next(iter(class_)).value
    if depth > MOST_DEPTH:
        return {}
    return {
        class_.attribute_map[field]: filled(inner, depth + 1)
        for field, inner in class_.deserialized_types.items()
    }


MOST_DEPTH = 4
"""Models inside models: some of the SDK's hold each other."""


def whole(kind: str) -> Json:
    """A request of a known type with each of its fields."""
    request: Json = filled(Request.discriminator_value_class_map[kind])
    return request | {"type": kind}


HARMLESS = sorted(
    {*Request.discriminator_value_class_map} - {*HANDLED, "IntentRequest"}
    | {"System.ExceptionEncountered", "Alexa.Presentation.APL.UserEvent"}
)
"""The known types that tell the coach nothing about the workout."""


def test_amazon_s_sdk_still_knows_as_many_types_of_requests() -> None:
    assert len(Request.discriminator_value_class_map) == 59
    assert all(len(whole(kind)) > 3 for kind in Request.discriminator_value_class_map)


@pytest.mark.parametrize("kind", HARMLESS)
def test_in_mid_set_such_a_request_with_every_field_filled_leaves_the_place_where_it_was(
    kind: str, coach: Coach
) -> None:
    speaker = _led(AlexaSkill(coach, clock=lambda: EVENING))
    before = _stored(coach)
    event = speaker.event({"type": kind})
    event["request"] = {**whole(kind), "timestamp": event["request"]["timestamp"]}
    response = speaker.skill(event)
    assert _stored(coach) == before
    assert response["response"] in ({}, NOTHING["response"])


@pytest.mark.parametrize(
    "kind", sorted({*HANDLED, "IntentRequest"} - {"AlexaSkillEvent.SkillDisabled"})
)
def test_in_mid_set_a_handled_request_with_every_field_filled_costs_no_repetition(
    kind: str, coach: Coach
) -> None:
    speaker = _led(AlexaSkill(coach, clock=lambda: EVENING))
    before = _stored(coach).workout
    speaker.now += timedelta(seconds=40)
    event = speaker.event({"type": kind})
    event["request"] = {**whole(kind), "timestamp": event["request"]["timestamp"]}
    assert speaker.skill(event)["version"] == "1.0"
    after = _stored(coach).workout
    assert before is not None
    assert after is not None
    assert all(a >= b for a, b in zip(after.tally, before.tally, strict=True))
    assert after.place.at == before.place.at


@pytest.mark.parametrize("kind", [*HARMLESS, "Alexa.NewThing.Happened"])
def test_in_mid_set_a_request_that_is_no_matter_of_ours_leaves_the_place_where_it_was(
    kind: str, coach: Coach
) -> None:
    speaker = _led(AlexaSkill(coach, clock=lambda: EVENING))
    before = _stored(coach)
    event = speaker.event({"type": kind, **HANDLED.get(kind, {})})
    carried = event["session"]["attributes"]
    response = speaker.skill(event)
    assert _stored(coach) == before
    assert response.get("sessionAttributes") == carried
    assert response["response"] in ({}, NOTHING["response"])
