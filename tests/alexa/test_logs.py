"""One record a request, with nothing about the runner in it."""

import io
import itertools
import json
import logging

import pytest
from requests_to_alexa import DEVICE, EVENING, USER, Json, Speaker, intent, launch

from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.echo import exception_encountered, session_ended, skill_disabled
from skill.store.memory import MemoryStore
from skill.web.logs import logging_to

FIELDS = {
    "request_id",
    "request_type",
    "intent",
    "state_before",
    "state_after",
    "milliseconds",
    "response_bytes",
    "stumbles",
    "store_unavailable",
    "stale_saves",
    "erasures",
    "audio_unavailable",
}
UNTROUBLED = {
    "stumbles": 0,
    "store_unavailable": 0,
    "stale_saves": 0,
    "erasures": 0,
    "audio_unavailable": 0,
}
HEARD = "zebra hops"


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO)
    return caplog


def last(log: pytest.LogCaptureFixture) -> Json:
    """The last request's record."""
    return {field: getattr(log.records[-1], field) for field in FIELDS}


def states(log: pytest.LogCaptureFixture) -> tuple[str | None, str | None]:
    record = last(log)
    return record["state_before"], record["state_after"]


def test_a_record_tells_the_kind_the_time_taken_and_the_size(
    coach: Coach, log: pytest.LogCaptureFixture
) -> None:
    watch = itertools.count(step=0.25).__next__
    skill = AlexaSkill(coach, clock=lambda: EVENING)
    skill.stopwatch = watch
    speaker = Speaker(skill)
    event: list[Json] = []
    response = speaker.send(launch(), event.append)
    assert last(log) == {
        "request_id": event[0]["request"]["requestId"],
        "request_type": "LaunchRequest",
        "intent": None,
        "state_before": None,
        "state_after": "idle",
        "milliseconds": 250.0,
        "response_bytes": len(json.dumps(response, separators=(",", ":"))),
        **UNTROUBLED,
    }
    speaker.send(intent("AMAZON.HelpIntent"))
    assert last(log)["request_type"] == "IntentRequest"
    assert last(log)["intent"] == "AMAZON.HelpIntent"


def test_a_record_tells_the_state_when_the_runner_spoke_and_the_one_since(
    speaker: Speaker, log: pytest.LogCaptureFixture
) -> None:
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"), after_s=20)
    assert states(log) == ("idle", "announcing")
    speaker.send(intent("WhatIsNextIntent"), after_s=45)
    assert states(log) == ("counting", "counting")
    speaker.send(intent("AMAZON.PauseIntent"), after_s=10)
    assert states(log) == ("counting", "paused")
    speaker.send(session_ended("USER_INITIATED"), after_s=10)
    assert states(log)[0] == "paused"


def test_a_session_that_opens_anew_tells_the_state_it_found(
    speaker: Speaker, log: pytest.LogCaptureFixture
) -> None:
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"), after_s=20)
    assert speaker.session is not None
    speaker.send(intent("AMAZON.PauseIntent"), after_s=45)
    speaker.session.new = True
    speaker.send(launch(), after_s=45)
    assert states(log) == ("paused", "paused")


def test_who_is_forgotten_has_no_state_any_more(
    speaker: Speaker, log: pytest.LogCaptureFixture
) -> None:
    speaker.send(launch())
    speaker.send(intent("ForgetMeIntent"), after_s=20)
    speaker.send(intent("AMAZON.YesIntent"), after_s=5)
    speaker.send(intent("AMAZON.YesIntent"), after_s=5)
    assert states(log) == ("idle", None)


def test_an_error_of_the_coach_still_has_a_record(
    speaker: Speaker, coach: Coach, monkeypatch: pytest.MonkeyPatch, log: pytest.LogCaptureFixture
) -> None:
    speaker.send(launch())
    monkeypatch.setattr(coach, "answer", lambda *_: 1 / 0)
    speaker.send(intent("AMAZON.HelpIntent"))
    assert last(log)["intent"] == "AMAZON.HelpIntent"
    assert states(log) == (None, None)
    assert last(log)["stumbles"] == 1


def test_each_line_of_a_whole_conversation_is_json_and_names_nobody(
    skill: AlexaSkill, speaker: Speaker, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.StringIO()
    ids: list[Json] = []
    with logging_to(stream, as_json=True):
        speaker.send(launch(), ids.append)
        speaker.send(intent("StartWorkoutIntent", round_count="2"), after_s=20)
        speaker.send(intent("HowToIntent", exercise=HEARD), after_s=45)
        speaker.send(intent("NoSuchIntent"), after_s=20)
        with monkeypatch.context() as patched:
            patched.setattr(skill.coach, "answer", lambda *_: int(HEARD))
            speaker.send(intent("HowToIntent", exercise=HEARD), after_s=5)
        speaker.send(exception_encountered("INVALID_RESPONSE", "1"))
        store.close()
        speaker.send(intent("AMAZON.PauseIntent"), after_s=20)
        speaker.send(session_ended("ERROR", ("INTERNAL_SERVICE_ERROR", "dropped")))
        skill({"context": USER})
        speaker.session = None
        with pytest.raises(Exception, match="closed"):
            speaker.send(skill_disabled())
    written = stream.getvalue()
    system = ids[0]["context"]["System"]
    assert (system["user"]["userId"], system["device"]["deviceId"]) == (USER, DEVICE)
    for secret in (USER, DEVICE, ids[0]["session"]["sessionId"], HEARD, "zebra", "athlete\\"):
        assert secret not in written
    lines = [json.loads(line) for line in written.splitlines()]
    requests = [line for line in lines if "request_id" in line]
    assert len(requests) == 8
    for line in lines:
        own = FIELDS if line in requests else set()
        assert set(line) - {"exception"} == {"time", "level", "logger", "message"} | own
        assert ("exception" in line) <= (line["level"] == "ERROR")
