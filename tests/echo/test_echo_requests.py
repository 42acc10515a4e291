"""Requests that nobody spoke, and what is kept of every request."""

import pytest
from echo_scripts import (
    BELL,
    MORNING,
    SCREEN,
    Scripted,
    apla,
    asking,
    clip,
    counted,
    echo_with,
    farewell,
    sequence,
    silence,
    silent,
    spoken,
    ssml,
    wrapped,
)
from support.small_model import MODEL

from skill.echo import (
    Echo,
    NoSession,
    exception_encountered,
    skill_disabled,
)


def test_a_skill_event_comes_without_a_session_and_disturbs_nothing() -> None:
    skill = Scripted(asking())
    echo = echo_with(skill)
    echo.open()
    turn = echo.send(skill_disabled())
    assert "session" not in turn.request
    assert turn.request["request"]["eventCreationTime"] == "2026-08-01T10:00:02Z"
    assert [sound.text for sound in echo.wait(2000)] == ["Ready?"]


def test_amazon_s_complaint_names_the_request_it_is_about() -> None:
    skill = Scripted(asking())
    echo = echo_with(skill)
    cause = echo.open().request["request"]["requestId"]
    echo.send(exception_encountered("directive not allowed", cause))
    assert skill.requests[-1]["request"]["cause"] == {"requestId": cause}


def test_a_touch_on_the_screen_is_a_turn_in_the_session() -> None:
    event = {"type": "Alexa.Presentation.APL.UserEvent", "token": "t", "arguments": ["pause"],
             "source": {}, "components": {}}  # fmt: skip
    skill = Scripted(wrapped(outputSpeech=ssml("Look here.")), silent(), asking())
    echo = echo_with(skill, interfaces=SCREEN)
    echo.open()
    assert echo.send(event).request["session"]["new"] is False
    assert [sound.text for sound in echo.wait(1500)] == ["Look here."]
    echo.send(event)
    echo.until_listening()
    assert [(sound.text, sound.cut) for sound in echo.heard] == [
        ("Look here.", True),
        ("Ready?", False),
    ]


def test_a_silent_answer_to_a_touch_renews_the_thirty_seconds_of_a_screen() -> None:
    event = {"type": "Alexa.Presentation.APL.UserEvent", "token": "t", "arguments": []}
    skill = Scripted(silent())
    echo = echo_with(skill, interfaces=SCREEN)
    echo.open()
    echo.wait(25_000)
    echo.send(event)
    echo.wait(30_999)
    assert echo.in_session
    echo.wait(1)
    assert not echo.in_session


def test_a_request_of_a_session_needs_one() -> None:
    with pytest.raises(NoSession, match="UserEvent"):
        echo_with(Scripted(asking())).send({"type": "Alexa.Presentation.APL.UserEvent"})


def test_time_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        echo_with(Scripted(asking())).wait(-1)


def test_turns_are_kept_for_whoever_looks_into_them() -> None:
    echo = echo_with(Scripted(counted((0, "one")), farewell()))
    echo.open()
    echo.say("stop")
    assert [turn.match and turn.match.intent for turn in echo.turns] == [None, "AMAZON.StopIntent"]
    assert [(s.at_ms, s.text) for s in echo.turns[0].timeline] == [
        (0, "Go."),
        (1000, "one"),
        (3000, "Ready?"),
    ]


def test_a_clock_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        Echo(Scripted(asking()), MODEL, clock=MORNING.replace(tzinfo=None))


def test_a_sound_of_no_length_is_heard_and_never_cut() -> None:
    item = sequence(clip(), silence(1000), spoken("Ready?"))
    echo = echo_with(Scripted(asking("Go.", directives=[apla(item)])), audio_ms=lambda _source: 0)
    echo.open()
    echo.wait(2000)
    echo.power_cut()
    assert [(sound.text, sound.cut) for sound in echo.heard] == [("Go.", False), (BELL, False)]
