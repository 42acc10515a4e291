"""A field that is read on demand has the value that the SDK reads, or none where the SDK reads none."""

import copy
import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import IntentRequest, RequestEnvelope
from ask_sdk_model.interfaces.audioplayer import AudioPlayerState
from hypothesis import given
from hypothesis import strategies as st
from requests_to_alexa import Json, Speaker, intent, launch
from support.examples import tried
from support.tables import with_each

from benchmarks.full_context import in_full
from skill.alexa.sdk.envelope import read_envelope
from skill.alexa.sdk.reading import read
from skill.alexa.skill import NOTHING

PLAIN = DefaultSerializer()

ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))

STRANGE: list[Any] = [
    *(None, True, 0, -7, 10**30, 0.5, "", "7", "seven", "A_NEW_ONE", "\ud800", "é" * 300),
    *([], {}, [1], {"type": "?"}, [[[[]]]], [{"a": [None]}]),
]
"""What no field expects, or only some do."""

FIELDS = [
    "request.object_type",
    "request.request_id",
    "request.timestamp",
    "request.locale",
    "request.intent.name",
    "request.token",
    "request.offset_in_milliseconds",
    "request.arguments",
    "session.new",
    "session.session_id",
    "session.attributes",
    "session.user.user_id",
    "session.application.application_id",
    "context.system.application.application_id",
    "context.system.user.user_id",
    "context.system.person.person_id",
    "context.system.device.device_id",
    "context.system.api_endpoint",
    "context.system.api_access_token",
    "context.audio_player.token",
    "context.audio_player.offset_in_milliseconds",
    "context.audio_player.player_activity",
]
"""What the coach reads, by the names of the model."""


def at(found: Any, path: str) -> Any:
    """The value of a field, None where there is none."""
    for name in path.split("."):
        found = getattr(found, name, None)
    return found


def read_by_sdk(event: Json) -> RequestEnvelope | None:
    """The envelope as the SDK reads it whole; None where it refuses it."""
    try:
        return PLAIN.deserialize(json.dumps(event), RequestEnvelope)
    except Exception:  # the SDK raises much on what it does not know
        return None


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path to every value in JSON, however deep."""
    named = value.items() if isinstance(value, dict) else ()
    numbered = enumerate(value) if isinstance(value, list) else ()
    for name, one in (*named, *numbered):
        yield (*path, name)
        yield from places(one, (*path, name))


def put(event: Json, path: tuple[Any, ...], value: Any) -> Json:
    """A copy with another value at one place."""
    changed: Any = copy.deepcopy(event)
    inner = changed
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return changed  # type: ignore[no-any-return]


def _requests() -> list[Json]:
    """Requests with all that a device sends."""
    speaker = Speaker(lambda event: NOTHING)
    sent = [
        launch(),
        intent("MoreTimeIntent", duration="PT30S"),
        intent("RateExerciseIntent", effort="hard"),
        {"type": "AudioPlayer.PlaybackStopped", "token": "1.1.0", "offsetInMilliseconds": 7_000},
        {"type": "Alexa.Presentation.APL.UserEvent", "token": "1", "arguments": ["touch", 1]},
        {"type": "SessionEndedRequest", "reason": "USER_INITIATED"},
    ]
    return [in_full(speaker.event(one)) for one in sent]


REQUESTS = _requests()


EVENTS_AND_PLACES = st.sampled_from(REQUESTS).flatmap(
    lambda event: st.tuples(st.just(event), st.sampled_from(list(places(event))))
)


def test_every_field_is_read_as_the_sdk_reads_it() -> None:
    for event in REQUESTS:
        plain, ours = read_by_sdk(event), read_envelope(event)
        assert plain is not None
        assert ours is not None
        assert PLAIN.serialize(ours) == PLAIN.serialize(plain)
        assert ours.to_dict() == plain.to_dict()
        assert isinstance(ours.request, type(plain.request))


@tried(300)
@given(EVENTS_AND_PLACES, st.sampled_from(STRANGE))
def test_what_is_strange_at_one_place_is_none_there_and_changes_nothing_elsewhere(
    event_and_place: tuple[Json, tuple[Any, ...]], strange: Any
) -> None:
    event, path = event_and_place
    changed = put(event, path, strange)
    plain, ours, untouched = (
        read_by_sdk(changed),
        read(changed, RequestEnvelope),
        read(event, RequestEnvelope),
    )
    for field in FIELDS:
        found = at(ours, field)
        if plain is None:  # the SDK refuses all of it for one field
            assert found in (None, at(untouched, field)), field
        elif path[-1] == "arguments" and isinstance(strange, str) and field == "request.arguments":
            assert found is None  # the SDK takes the letters of a text for a list
        elif found is not None or not isinstance(strange, list | dict):
            # The SDK takes a list for text or a number: here it is neither.
            assert found == at(plain, field), field


# An empty text or list is no user, though the SDK takes it for one without an id.
@tried(30)
@given(st.sampled_from(REQUESTS), st.sampled_from([one for one in STRANGE if one not in ("", [])]))
def test_what_the_sdk_reads_is_not_refused(event: Json, strange: Any) -> None:
    for path in places(event):
        changed = put(event, path, strange)
        plain = read_by_sdk(changed)
        if at(plain, "request") is not None and at(plain, "context.system.user") is not None:
            assert read_envelope(changed) is not None


@with_each(
    "event",
    [
        *(None, 7, "text", [], {}, {"request": None}),
        {"request": {"type": "LaunchRequest"}},
        {"request": {"type": "LaunchRequest"}, "context": [{"System": {"user": {}}}]},
        {"request": {"type": "Alexa.NewThing"}, "context": {"System": {"user": {}}}},
        {"request": {"type": ["LaunchRequest"]}, "context": {"System": {"user": {}}}},
        {"request": {}, "context": {"System": {"user": {}}}},
    ],
)
def test_a_request_of_no_type_or_from_nowhere_is_refused(event: Any) -> None:
    assert read_envelope(event) is None


@given(st.datetimes(timezones=ZONES))
def test_time_stamps_are_read_alike(moment: datetime) -> None:
    assert stamp_of(moment.isoformat()) == PLAIN.deserialize(
        json.dumps(moment.isoformat()), datetime
    )


@with_each(
    "written",
    [
        "2026-08-01T10:00:00Z",
        "2026-08-01T10:00:00.250Z",
        "Sat, 01 Aug 2026 10:00:00 GMT",
        "10:00 1 August 2026 UTC",
    ],
)
def test_a_date_in_any_form_is_read_alike(written: str) -> None:
    assert stamp_of(written) == PLAIN.deserialize(json.dumps(written), datetime)
    assert stamp_of(written).date() == date(2026, 8, 1)


@with_each(
    "written", ["when the cock crows", "2026-13-01T10:00:00Z", "", 7.5, ["2026"], {"at": "noon"}]
)
def test_what_is_no_date_is_none(written: Any) -> None:
    assert stamp_of(written) is None


def stamp_of(written: Any) -> Any:
    """The time stamp of a request."""
    request = read({"type": "IntentRequest", "timestamp": written}, IntentRequest)
    assert request is not None
    return request.timestamp


def test_a_number_as_figures_is_a_number_and_in_words_is_none() -> None:
    for written, number in ((7_000, 7_000), ("7000", 7_000), ("seven", None), ([7], None)):
        state = read({"offsetInMilliseconds": written}, AudioPlayerState)
        assert state is not None
        assert state.offset_in_milliseconds == number


def test_a_value_that_no_enum_has_is_none_and_its_neighbours_are_read() -> None:
    state = read({"playerActivity": "HUMMING", "offsetInMilliseconds": 7}, AudioPlayerState)
    assert state is not None
    assert state.player_activity is None
    assert state.offset_in_milliseconds == 7


def test_what_is_no_field_of_the_model_is_missing() -> None:
    state = read({"_sent": {}, "mood": "good"}, AudioPlayerState)
    assert not hasattr(state, "mood")
    assert copy.deepcopy(state) == state


def test_a_list_keeps_what_has_its_form_and_leaves_the_rest_out(speaker: Speaker) -> None:
    asked = intent("RateExerciseIntent", effort="hard")
    event = speaker.event(asked)
    good = {
        "authority": "a",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [7, None, {"value": {"name": "hard", "id": "hard"}}],
    }
    slots = event["request"]["intent"]["slots"]
    slots["exercise"] = None
    slots["effort"]["resolutions"] = {
        "resolutionsPerAuthority": [7, None, good, {"status": {"code": "NEW"}}]
    }
    envelope = read_envelope(event)
    assert envelope is not None
    found = envelope.request.intent.slots["effort"].resolutions.resolutions_per_authority
    assert [one.status.code and one.status.code.value for one in found] == [
        "ER_SUCCESS_MATCH",
        None,
    ]
    assert [one.value.id for one in found[0].values] == ["hard"]
    assert list(envelope.request.intent.slots) == ["effort"]


def test_a_list_of_any_values_is_as_it_was_sent() -> None:
    event = put(
        REQUESTS[4], ("request", "arguments"), ["touch", None, {"at": [None]}, ["a"], 7, True]
    )
    envelope = read_envelope(event)
    assert envelope is not None
    assert envelope.request.arguments == event["request"]["arguments"]
