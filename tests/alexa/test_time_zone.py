"""The day is the runner's own: the speaker's time zone is asked for once, and never waited for long."""

from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from requests_to_alexa import Speaker, intent
from support.amazon_apis import AmazonApis

import skill.alexa.services
from skill.alexa.services import AmazonServices, LocalServices
from skill.alexa.skill import AlexaSkill
from skill.alexa.visits import account_id
from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach

USER = "amzn1.ask.account.RUNNER"
LATE = timedelta(hours=8)  # two in the morning on Tuesday by UTC, still Monday evening in New York


@pytest.fixture
def speaker(coach: Coach, apis: AmazonApis) -> Speaker:
    return Speaker(AlexaSkill(coach, services=AmazonServices(loopback=True)), api=apis.api)


def stored(coach: Coach) -> Athlete:
    athlete = coach.peek(account_id(USER))
    assert athlete is not None
    return athlete


def day_of_plan(coach: Coach) -> str:
    workout = stored(coach).workout
    assert workout is not None
    return workout.plan.day.isoformat()


def asked_for_zone(apis: AmazonApis) -> int:
    return sum("System.timeZone" in path for path in apis.asked)


def test_a_workout_late_in_the_evening_is_of_that_evening(speaker: Speaker, coach: Coach) -> None:
    speaker.now += LATE
    speaker.opens()
    assert day_of_plan(coach) == "2026-08-03"


@pytest.mark.parametrize("zone", [None, "", "Mars/Olympus", 7, ["Europe/Berlin"], {"a": "b"}])
def test_without_a_zone_that_is_one_the_day_is_utcs(
    speaker: Speaker, coach: Coach, apis: AmazonApis, zone: Any
) -> None:
    apis.time_zone = zone
    speaker.now += LATE
    speaker.opens()
    assert day_of_plan(coach) == "2026-08-04"
    assert stored(coach).zone is None


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_an_amazon_that_refuses_leaves_the_day_utcs(
    speaker: Speaker, coach: Coach, apis: AmazonApis, status: int
) -> None:
    apis.status = status
    speaker.now += LATE
    assert "Welcome to Strong Stride" in speaker.opens()
    assert day_of_plan(coach) == "2026-08-04"


def test_an_amazon_that_does_not_answer_is_not_waited_for(
    speaker: Speaker, coach: Coach, apis: AmazonApis, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert skill.alexa.services.ZONE_DEADLINE_S <= 1
    monkeypatch.setattr(skill.alexa.services, "ZONE_DEADLINE_S", 0.05)
    released, apis.closing = apis.closing, Event()
    apis.silent = True
    try:
        assert "Welcome to Strong Stride" in speaker.opens()
    finally:
        apis.closing.set()
        apis.closing = released
    assert stored(coach).zone is None


def test_a_zone_is_asked_for_once_a_day_and_in_a_session_only_once(
    speaker: Speaker, coach: Coach, apis: AmazonApis
) -> None:
    speaker.opens()
    speaker.send(intent("WhatIsTodayIntent"), after_s=20)
    speaker.opens(after_s=3_600)
    assert asked_for_zone(apis) == 1
    apis.time_zone = "Asia/Tokyo"
    speaker.opens(after_s=86_400)
    assert asked_for_zone(apis) == 2
    zone = stored(coach).zone
    assert zone is not None
    assert zone.name == "Asia/Tokyo"


def test_a_runner_who_travels_is_asked_after_at_the_first_word_to_another_speaker(
    coach: Coach, apis: AmazonApis
) -> None:
    skill_ = AlexaSkill(coach, services=AmazonServices(loopback=True))
    at_home = Speaker(skill_, device="amzn1.ask.device.BERLIN", api=apis.api)
    away = Speaker(skill_, device="amzn1.ask.device.LA", api=apis.api)
    apis.time_zone = "Europe/Berlin"
    at_home.opens()
    apis.time_zone = "America/Los_Angeles"
    away.now = at_home.now + timedelta(minutes=5)
    away.opens()
    zone = stored(coach).zone
    assert zone is not None
    assert zone.name == "America/Los_Angeles"


@pytest.mark.parametrize(
    "services", [LocalServices("Europe/Berlin"), AmazonServices("Europe/Berlin")]
)
def test_where_amazon_tells_no_zone_that_of_the_settings_counts(
    coach: Coach, services: LocalServices | AmazonServices
) -> None:
    Speaker(AlexaSkill(coach, services=services)).opens()
    zone = stored(coach).zone
    assert zone is not None
    assert zone.name == "Europe/Berlin"


def test_a_zone_that_could_not_be_had_is_asked_for_when_the_skill_is_opened_again(
    speaker: Speaker, apis: AmazonApis, coach: Coach
) -> None:
    apis.status = 500
    speaker.opens()
    speaker.send(intent("WhatIsTodayIntent"), after_s=20)
    assert asked_for_zone(apis) == 1
    apis.status = 0
    speaker.opens(after_s=600)
    assert stored(coach).zone is not None


def test_a_zone_that_was_known_is_kept_while_amazon_refuses(
    speaker: Speaker, apis: AmazonApis, coach: Coach
) -> None:
    speaker.opens()
    apis.status = 500
    speaker.opens(after_s=40 * 86_400)
    zone = stored(coach).zone
    assert zone is not None
    assert zone.name == "America/New_York"
