"""Reminders by Amazon's own service client, from a pretend Amazon that refuses as the real one does."""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from requests_to_alexa import Json, Speaker, intent, launch
from support.amazon_apis import REMINDERS, TOKEN, AmazonApis

import skill.alexa.services
from skill.alexa.services import REMINDERS_PERMISSION, AmazonServices
from skill.alexa.skill import AlexaSkill
from skill.coach.coach import Coach
from skill.echo import Api


def on_days(*ids: str, at: str | None = "07:00") -> Json:
    """A wish to be reminded, the days resolved as Alexa resolves them."""
    names = ("day", "second_day", "third_day")
    request = intent("RemindMeIntent", **dict(zip(names, ids, strict=False)), time=at)
    slots = request["intent"]["slots"]
    for name, id_ in zip(names, ids, strict=False):
        value = {"value": {"name": id_, "id": id_}}
        status = {"code": "ER_SUCCESS_MATCH"}
        authority = {"authority": "WEEKDAY", "status": status, "values": [value]}
        slots[name]["resolutions"] = {"resolutionsPerAuthority": [authority]}
    return request


YES, NO = intent("AMAZON.YesIntent"), intent("AMAZON.NoIntent")
WHICH, CANCEL = intent("WhichRemindersIntent"), intent("CancelRemindersIntent")


@pytest.fixture
def served(coach: Coach) -> AlexaSkill:
    return AlexaSkill(coach, services=AmazonServices(loopback=True))


@pytest.fixture
def speaker(served: AlexaSkill, apis: AmazonApis) -> Speaker:
    """A speaker with Amazon's services behind it, the skill opened."""
    speaker = Speaker(served, api=apis.api)
    speaker.send(launch())
    return speaker


def card_of(response: Json) -> Any:
    return response["response"].get("card")


def test_a_reminder_is_set_only_after_a_yes_to_days_time_and_repetition(
    speaker: Speaker, apis: AmazonApis
) -> None:
    asked = speaker.says(on_days("tuesday", "friday"), after_s=20)
    assert "Tuesdays and Fridays at seven in the morning" in asked
    assert "week" in asked
    assert apis.alerts == {}
    assert "Tuesdays and Fridays at seven" in speaker.says(YES, after_s=5)
    assert len(apis.alerts) == 1


def test_amazon_is_told_of_every_week_the_runners_time_zone_and_a_discreet_text(
    speaker: Speaker, apis: AmazonApis
) -> None:
    speaker.send(on_days("monday", "friday"), after_s=20)
    speaker.send(YES, after_s=5)
    (alert,) = apis.alerts.values()
    assert alert["trigger"] == {
        "type": "SCHEDULED_ABSOLUTE",
        "scheduledTime": "2026-08-07T07:00:00",  # it is Monday afternoon in New York
        "timeZoneId": "America/New_York",
        "recurrence": {
            "recurrenceRules": [
                "FREQ=WEEKLY;BYDAY=MO;BYHOUR=7;BYMINUTE=0;BYSECOND=0;INTERVAL=1;",
                "FREQ=WEEKLY;BYDAY=FR;BYHOUR=7;BYMINUTE=0;BYSECOND=0;INTERVAL=1;",
            ]
        },
    }
    (content,) = alert["alertInfo"]["spokenInfo"]["content"]
    assert content == {"locale": "en-US", "text": "Time to train your legs."}
    assert alert["pushNotification"] == {"status": "DISABLED"}
    assert alert["requestTime"] == "2026-08-03T14:00:25"


def test_without_a_time_zone_the_devices_own_is_meant(served: AlexaSkill, apis: AmazonApis) -> None:
    apis.time_zone = None
    speaker = Speaker(served, api=apis.api)
    speaker.send(launch())
    speaker.send(on_days("every_day"), after_s=20)
    speaker.send(YES, after_s=5)
    (alert,) = apis.alerts.values()
    assert "timeZoneId" not in alert["trigger"]
    assert len(apis.rules) == 7


REFUSED: list[tuple[Callable[[AmazonApis], None], str]] = [
    (lambda apis: setattr(apis, "permission", False), "I may not set reminders yet."),
    (lambda apis: setattr(apis, "device_reminds", False), "This speaker can't have reminders."),
    (lambda apis: setattr(apis, "most_reminders", 0), "Alexa holds no more reminders."),
    (lambda apis: setattr(apis, "status", 429), "Alexa is busy with reminders just now."),
    (lambda apis: setattr(apis, "status", 400), "I can't reach Alexa's reminders just now."),
    (lambda apis: setattr(apis, "status", 302), "I can't reach Alexa's reminders just now."),
    (lambda apis: setattr(apis, "status", 500), "I can't reach Alexa's reminders just now."),
    (lambda apis: setattr(apis, "status", 503), "I can't reach Alexa's reminders just now."),
]


@pytest.mark.parametrize(("change", "said"), REFUSED)
def test_every_refusal_is_told_and_the_count_goes_on(
    served: AlexaSkill, apis: AmazonApis, change: Callable[[AmazonApis], None], said: str
) -> None:
    change(apis)
    speaker = Speaker(served, api=apis.api)
    speaker.send(launch())
    speaker.send(intent("StartWorkoutIntent"), after_s=20)
    speaker.send(on_days("tuesday"), after_s=45)
    answer = speaker.send(YES, after_s=5)
    assert said in str(answer)
    assert "directives" in answer["response"]  # the workout is led on
    assert apis.alerts == {}


def test_amazon_out_of_reach_is_told_as_well(served: AlexaSkill) -> None:
    speaker = Speaker(served, api=Api("http://127.0.0.1:1", TOKEN))
    speaker.send(launch())
    speaker.send(on_days("tuesday"), after_s=20)
    assert "I can't reach Alexa's reminders just now." in speaker.says(YES, after_s=5)


def test_a_missing_permission_is_asked_for_by_a_card_in_the_alexa_app(
    speaker: Speaker, apis: AmazonApis
) -> None:
    apis.permission = False
    speaker.send(on_days("tuesday"), after_s=20)
    card = card_of(speaker.send(YES, after_s=5))
    assert card == {"type": "AskForPermissionsConsent", "permissions": [REMINDERS_PERMISSION]}


def test_a_permission_that_is_known_to_be_denied_is_asked_for_before_any_question(
    speaker: Speaker, apis: AmazonApis
) -> None:
    def deny(event: Json) -> None:
        scopes = {REMINDERS_PERMISSION: {"status": "DENIED"}}
        event["context"]["System"]["user"]["permissions"] = {"scopes": scopes}

    known = len(apis.asked)
    answer = speaker.send(on_days("tuesday"), deny, after_s=20)
    assert card_of(answer)["permissions"] == [REMINDERS_PERMISSION]
    assert apis.asked[known:] == []


def test_without_a_token_the_runner_hears_at_once_that_it_takes_a_real_echo(
    served: AlexaSkill,
) -> None:
    speaker = Speaker(served)
    speaker.send(launch())
    for request in (on_days("tuesday"), WHICH, CANCEL):
        assert "real Echo" in speaker.says(request, after_s=20)


def test_an_amazon_that_does_not_answer_is_not_waited_for(
    speaker: Speaker, apis: AmazonApis, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(skill.alexa.services, "REMINDER_DEADLINE_S", 0.05)
    speaker.send(on_days("tuesday"), after_s=20)
    released, apis.closing = apis.closing, Event()
    apis.silent = True
    try:
        assert "can't reach Alexa's reminders" in speaker.says(YES, after_s=5)
    finally:
        apis.closing.set()
        apis.closing = released


# The days and the time, bit by bit.


def test_what_is_missing_is_asked_for(speaker: Speaker) -> None:
    assert "days of the week shall I remind you" in speaker.says(
        intent("RemindMeIntent"), after_s=20
    )
    assert "t what time?" in speaker.says(on_days("sunday", at=None), after_s=5)
    asked = speaker.says(intent("RemindMeIntent", time="18:05"), after_s=5)
    assert "Sundays at six oh five in the evening" in asked


@pytest.mark.parametrize(
    ("value", "spoken"),
    [
        ("MO", "seven in the morning"),
        ("AF", "two in the afternoon"),
        ("EV", "seven in the evening"),
        ("NI", "nine at night"),
        ("00:00", "midnight"),
        ("12:00", "noon"),
        ("00:30", "twelve thirty at night"),
        ("12:15", "twelve fifteen in the afternoon"),
        ("23:59", "eleven fifty-nine at night"),
        ("07:30:00", "seven thirty in the morning"),
    ],
)
def test_every_form_of_amazons_times_is_understood(
    speaker: Speaker, value: str, spoken: str
) -> None:
    assert f"every day at {spoken}" in speaker.says(on_days("every_day", at=value), after_s=20)


@pytest.mark.parametrize("value", ["?", "24:30", "soon", "PT1H"])
def test_a_time_that_makes_no_sense_is_asked_for_again(speaker: Speaker, value: str) -> None:
    said = speaker.says(on_days("monday", at=value), after_s=20)
    assert "I didn't get all of that." in said
    assert "t what time?" in said


def test_a_day_that_alexa_could_not_resolve_is_asked_for_again(speaker: Speaker) -> None:
    said = speaker.says(intent("RemindMeIntent", day="someday", time="07:00"), after_s=20)
    assert "I didn't get all of that." in said
    assert "days of the week shall I remind you" in said


@pytest.mark.parametrize(
    ("part", "at"),
    [
        ("EV", "seven in the evening"),
        ("AF", "seven in the evening"),
        ("MO", "seven in the morning"),
    ],
)
def test_a_part_of_the_day_moves_the_hour_that_was_named_before(
    speaker: Speaker, part: str, at: str
) -> None:
    speaker.send(on_days("monday", at="07:00"), after_s=20)
    assert f"Mondays at {at}" in speaker.says(intent("RemindMeIntent", time=part), after_s=5)


def test_a_no_sets_nothing(speaker: Speaker, apis: AmazonApis) -> None:
    speaker.send(on_days("tuesday"), after_s=20)
    assert "reminder" in speaker.says(NO, after_s=5)
    assert apis.alerts == {}


# Listing and cancelling.


def with_reminders(speaker: Speaker, *days: str) -> None:
    for day in days:
        speaker.send(on_days(day), after_s=20)
        speaker.send(YES, after_s=5)


def test_the_reminders_are_listed_and_cancelled(speaker: Speaker, apis: AmazonApis) -> None:
    with_reminders(speaker, "tuesday", "weekdays")
    said = speaker.says(WHICH, after_s=10)
    assert "Tuesdays at seven in the morning and Mondays to Fridays at seven" in said
    assert "All two reminders are cancelled." in speaker.says(CANCEL, after_s=10)
    assert apis.alerts == {}
    assert "You have no reminders from me." in speaker.says(WHICH, after_s=10)


def test_reminders_that_are_over_are_not_told_of(speaker: Speaker, apis: AmazonApis) -> None:
    with_reminders(speaker, "tuesday")
    for alert in apis.alerts.values():
        alert["status"] = "COMPLETED"
    assert "You have no reminders from me." in speaker.says(WHICH, after_s=10)


@pytest.mark.parametrize(
    "recurrence",
    [None, {}, {"recurrenceRules": []}, {"recurrenceRules": ["FREQ=DAILY;BYHOUR=7"]},
     {"recurrenceRules": ["FREQ=WEEKLY;BYDAY=XX;BYHOUR=7;BYMINUTE=0"]}, {"freq": "WEEKLY"}],
)  # fmt: skip
def test_a_reminder_in_another_form_is_left_out_of_the_list_and_cancelled_all_the_same(
    speaker: Speaker, apis: AmazonApis, recurrence: Json | None
) -> None:
    with_reminders(speaker, "tuesday", "sunday")
    next(iter(apis.alerts.values()))["trigger"]["recurrence"] = recurrence
    said = speaker.says(WHICH, after_s=10)
    assert "Sundays" in said
    assert "Tuesdays" not in said
    speaker.send(CANCEL, after_s=10)
    assert apis.alerts == {}


def test_rules_that_amazon_has_joined_are_read_as_well(speaker: Speaker, apis: AmazonApis) -> None:
    with_reminders(speaker, "monday")
    joined = "FREQ=WEEKLY;BYDAY=SA,MO;BYHOUR=7;BYMINUTE=30;BYSECOND=0;INTERVAL=1"
    next(iter(apis.alerts.values()))["trigger"]["recurrence"] = {"recurrenceRules": [joined]}
    assert "Mondays and Saturdays at seven thirty" in speaker.says(WHICH, after_s=10)


def test_a_reminder_that_was_deleted_in_the_app_meanwhile_is_no_failure(
    speaker: Speaker, apis: AmazonApis, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_reminders(speaker, "tuesday", "sunday")
    answer = apis.answer

    def deleting(method: str, path: str, token: str, body: Json | None) -> Any:
        given = answer(method, path, token, body)
        if method == "GET":
            apis.alerts.pop("alert/1")
        return given

    monkeypatch.setattr(apis, "answer", deleting)
    assert "All two reminders are cancelled." in speaker.says(CANCEL, after_s=10)
    assert apis.alerts == {}


def test_an_answer_that_makes_no_sense_is_told_as_out_of_reach(
    speaker: Speaker, apis: AmazonApis, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nonsense in ("text", [1], {"alerts": [{"status": "SLEEPING"}]}, {"alerts": 7}):
        monkeypatch.setattr(apis, "answer", lambda *_, given=nonsense: (200, given))
        assert "reminders" in speaker.says(WHICH, after_s=10)


# Who is called, and who reads the token.


def test_no_token_leaves_for_this_machine_unless_it_was_said_so(
    coach: Coach, apis: AmazonApis
) -> None:
    strict = Speaker(AlexaSkill(coach, services=AmazonServices()), api=apis.api)
    strict.send(launch())
    assert "real Echo" in strict.says(on_days("tuesday"), after_s=20)
    assert apis.asked == []


def test_a_skill_without_services_calls_nobody(coach: Coach, apis: AmazonApis) -> None:
    alone = Speaker(AlexaSkill(coach), api=apis.api)
    alone.send(launch())
    assert "real Echo" in alone.says(on_days("tuesday"), after_s=20)
    assert apis.asked == []


def test_a_wrong_token_is_a_missing_permission_and_no_token_is_ever_logged(
    served: AlexaSkill, apis: AmazonApis, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    speaker = Speaker(served, api=Api(apis.endpoint, "Atza|stale"))
    speaker.send(launch())
    speaker.send(on_days("tuesday"), after_s=20)
    assert card_of(speaker.send(YES, after_s=5)) is not None
    good = Speaker(served, api=apis.api)
    good.send(launch())
    apis.status = 500
    good.send(WHICH, after_s=20)
    assert any(path == f"GET {REMINDERS}" for path in apis.asked)
    assert "Atza" in TOKEN
    assert "Atza" not in caplog.text
