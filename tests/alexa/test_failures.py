"""What happens when a device, the store or the coach itself fails."""

import json
from hashlib import blake2b
from typing import Any, Never

import pytest
from requests_to_alexa import USER, Json, Speaker, intent, launch, spoken
from support.straight_to_work import catalog_without_warm_up

from skill.alexa.intents import INTENTS
from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.echo import skill_disabled
from skill.echo.envelope import OpenSession, apla_failed
from skill.errors import StoreUnavailable
from skill.loaders import load_phrasebook
from skill.render.ssml import render_lines
from skill.store.memory import MemoryStore

ATHLETE_ID = blake2b(USER.encode(), digest_size=16).hexdigest()


def _fails() -> Json:
    return apla_failed("segment", "AUDIO_SOURCE_ERROR", "UNKNOWN_ERROR", "It would not play.")


def _stumble(*_: object) -> Never:
    raise ZeroDivisionError


def _is_timed(response: Json) -> bool:
    return "directives" in response["response"]


def test_a_device_that_cannot_play_hears_the_segment_again_from_its_start(
    speaker: Speaker,
) -> None:
    speaker.send(launch())
    timed = speaker.send(intent("StartWorkoutIntent"), after_s=20)
    assert _is_timed(timed)
    again = speaker.send(_fails(), after_s=2)
    assert not _is_timed(again)
    assert spoken(again)[:300] in spoken(timed)  # all but the confirmation
    assert spoken(again).startswith(
        ("We start with squats", "First up: squats", "Your first exercise: squats")
    )


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("ENDPOINT_TIMEOUT", "repetition two"),
        ("DEVICE_COMMUNICATION_ERROR", "repetition two"),
        ("INVALID_RESPONSE", "repetition five"),
        ("ANOTHER_ERROR", "repetition five"),
        (None, "repetition five"),
    ],
)
def test_what_was_said_while_alexa_waited_in_vain_does_not_count(
    speaker: Speaker, error: str | None, said: str
) -> None:
    why = {"reason": "ERROR" if error else "USER_INITIATED"}
    told = {"error": {"type": error, "message": "It failed."}} if error else {}
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"), after_s=20)
    speaker.send({"type": "SessionEndedRequest", **why, **told}, after_s=45)
    assert said in spoken(speaker.send(launch(), after_s=60))


def test_a_failure_in_mid_set_takes_the_whole_segment_back(speaker: Speaker) -> None:
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"), after_s=20)
    asked = speaker.send(intent("WhatIsNextIntent"), after_s=45)
    again = speaker.send(_fails(), after_s=20)
    confirmation, whole = spoken(asked).split(". ", 1)
    assert spoken(again)[:600] == whole[:600], f"all but {confirmation}"


def test_plain_speech_is_for_good_on_that_device_and_on_no_other(skill: AlexaSkill) -> None:
    kitchen, porch = Speaker(skill), Speaker(skill, device="amzn1.ask.device.PORCH")
    kitchen.send(launch())
    kitchen.send(intent("StartWorkoutIntent"), after_s=20)
    kitchen.send(_fails(), after_s=2)
    kitchen.session = OpenSession("amzn1.echo-api.session.2")
    kitchen.send(launch(), after_s=600)
    assert not _is_timed(kitchen.send(intent("AMAZON.YesIntent"), after_s=10))
    porch.now = kitchen.now
    porch.send(launch(), after_s=600)
    assert _is_timed(porch.send(intent("AMAZON.YesIntent"), after_s=10))


def test_precise_speech_gives_a_failed_device_another_chance(speaker: Speaker) -> None:
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"), after_s=20)
    speaker.send(_fails(), after_s=2)
    assert _is_timed(speaker.send(intent("PreciseSpeechIntent"), after_s=30))


def test_a_runner_who_disables_the_skill_is_deleted(speaker: Speaker, coach: Coach) -> None:
    speaker.send(launch())
    assert coach.peek(ATHLETE_ID) is not None
    speaker.session = None
    assert not speaker.send(skill_disabled())["response"]
    assert coach.peek(ATHLETE_ID) is None


def test_a_runner_who_could_not_be_deleted_is_deleted_when_amazon_asks_again(
    speaker: Speaker, store: MemoryStore
) -> None:
    speaker.send(launch())
    speaker.session = None
    store.close()
    with pytest.raises(StoreUnavailable):
        speaker.send(skill_disabled())


def test_an_error_of_the_coach_is_spoken_and_the_session_stays_open(
    speaker: Speaker,
    coach: Coach,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    speaker.send(launch())
    monkeypatch.setattr(coach, "answer", _stumble)
    response = speaker.send(intent("AMAZON.HelpIntent"))
    assert "Sorry, I stumbled there. Your place is safe." in spoken(response)
    assert response["response"]["shouldEndSession"] is False
    assert "ZeroDivisionError" in caplog.text


def test_an_apology_carries_nothing_of_the_answer_that_failed(
    speaker: Speaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaker.send(launch())
    failures = iter([ZeroDivisionError])

    def fails_once(*lines: Any) -> str:
        for failure in failures:
            raise failure
        return render_lines(*lines)

    monkeypatch.setattr("skill.alexa.responses.render_lines", fails_once)
    response = speaker.send(intent("StartWorkoutIntent"), after_s=20)
    assert "stumbled" in spoken(response)
    assert not _is_timed(response)


@pytest.mark.parametrize("store_is_up", [True, False])
def test_an_error_of_one_answer_holds_the_place(
    speaker: Speaker, store: MemoryStore, monkeypatch: pytest.MonkeyPatch, *, store_is_up: bool
) -> None:
    untroubled = Speaker(
        AlexaSkill(Coach(catalog_without_warm_up(), MemoryStore(), load_phrasebook))
    )
    for one in (speaker, untroubled):
        one.send(launch())
        one.send(intent("StartWorkoutIntent"), after_s=20)
    left = untroubled.says(intent("HowManyLeftIntent"), after_s=45).split(". ")[0]
    if not store_is_up:
        store.close()
    with monkeypatch.context() as patched:
        patched.setitem(INTENTS, "AMAZON.HelpIntent", _stumble)
        assert "stumbled" in speaker.says(intent("AMAZON.HelpIntent"), after_s=45)
    assert left.endswith("left")
    assert left in speaker.says(intent("HowManyLeftIntent"), after_s=12)


def test_the_store_knows_the_runner_by_a_hash_alone(speaker: Speaker, store: MemoryStore) -> None:
    speaker.send(launch())
    stored = store.load(ATHLETE_ID)
    assert stored is not None
    assert store.load(USER) is None
    assert USER not in ATHLETE_ID + json.dumps(stored.document)
