"""Answering, interrupting, calling by name. Every piece of speech lasts one second here."""

from datetime import timedelta

import pytest
from echo_scripts import (
    Json,
    Scripted,
    asking,
    counted,
    echo_with,
    farewell,
    heard,
    timestamps,
)
from support.tables import with_each


def test_an_answer_goes_out_when_it_was_spoken_and_in_the_same_session() -> None:
    skill = Scripted(asking(), farewell())
    echo = echo_with(skill)
    echo.open()
    echo.until_listening()  # 4000
    echo.wait(7999)
    turn = echo.say("what's my next exercise")
    assert turn is not None
    assert turn.match is not None
    assert (turn.match.intent, turn.request["request"]["intent"]["name"]) == (
        "WhatIsNextIntent",
    ) * 2
    assert turn.request["request"]["timestamp"] == "2026-08-01T10:00:13Z"
    assert not turn.request["session"]["new"]
    assert turn.request["session"]["sessionId"] == skill.requests[0]["session"]["sessionId"]


def test_the_microphone_does_not_close_on_somebody_who_is_speaking() -> None:
    skill = Scripted(asking())
    echo = echo_with(skill)
    echo.open()
    echo.wait(18_999)
    echo.say("ready")
    assert skill.kinds == ["LaunchRequest", "IntentRequest"]


def test_speech_is_cut_at_the_wake_word_and_nothing_of_it_follows() -> None:
    echo = echo_with(Scripted(counted((0, "one"), (3000, "two"), (6000, "three")), farewell()))
    echo.open()
    echo.wait_for("two")
    echo.wait(400)
    echo.say("stop")
    echo.wait(60_000)
    assert heard(echo) == [
        (3000, "Go.", False),
        (4000, "one", False),
        (7000, "two", True),
        (10_400, "Goodbye.", False),  # 7400 + 2000 of talking + 1000 of thinking
    ]


def test_between_two_sounds_nothing_is_cut() -> None:
    echo = echo_with(Scripted(counted((0, "one"), (3000, "two")), farewell()))
    echo.open()
    echo.wait_for("one")
    echo.wait(1000)
    echo.say("stop")
    assert not any(sound.cut for sound in echo.heard)


def test_a_response_that_is_talked_over_before_it_begins_is_never_heard() -> None:
    echo = echo_with(Scripted(asking("Ready?"), farewell("Bye.")))
    echo.open()
    echo.wait(999)
    echo.say("stop")
    echo.wait(60_000)
    assert [sound.text for sound in echo.heard] == ["Bye."]


def test_the_pace_of_talking_and_answering_may_change_between_turns() -> None:
    skill = Scripted(asking(), farewell("Bye."))
    echo = echo_with(skill, utterance_ms=1000, response_delay_ms=500)
    echo.open()
    echo.utterance_ms, echo.response_delay_ms = 3000, 4000
    echo.say("stop")
    echo.wait(10_000)
    assert timestamps(skill) == [1000, 4000]
    assert heard(echo) == [(8000, "Bye.", False)]


def test_words_that_ended_a_while_ago_are_stamped_then_and_answered_so_much_sooner() -> None:
    skill = Scripted(asking(), asking(), farewell("Bye."))
    echo = echo_with(skill)
    echo.open()
    echo.wait(10_000)
    echo.hear("ready", ago_ms=2_000)
    echo.wait(10_000)
    echo.hear("stop", ago_ms=600)
    echo.wait(10_000)
    opened, early, late = timestamps(skill)
    assert (early - opened, late - opened) == (8_000, 19_000)  # stamps are whole seconds
    began = [at_ms - opened for at_ms, *_ in heard(echo)]
    assert (began[0], began[-1]) == (1_000, 20_400)
    assert 10_000 in began


@pytest.mark.parametrize(("ago_ms", "sounds_after_ms"), [(0, 1_300), (200, 900), (800, 0)])
def test_the_silence_before_an_answer_passes_while_the_end_of_the_words_is_noticed(
    ago_ms: int, sounds_after_ms: int
) -> None:
    silent_first = farewell('<break time="300ms"/>Bye.')
    echo = echo_with(Scripted(asking(), silent_first), response_delay_ms=1_000)
    echo.open()
    echo.wait(10_000)
    if ago_ms == 800:
        echo.response_delay_ms = ago_ms
    asked = echo.now
    echo.hear("stop", ago_ms=ago_ms)
    echo.wait(10_000)
    assert (echo.heard[-1].at - asked) == timedelta(milliseconds=sounds_after_ms)


def test_session_attributes_make_the_round_trip_and_are_lost_when_not_sent_back() -> None:
    skill = Scripted(
        asking() | {"sessionAttributes": {"set": [1, {"side": "left"}]}}, asking(), farewell()
    )
    echo = echo_with(skill)
    for _ in range(3):
        echo.say("ready") if echo.in_session else echo.open()
    assert [request["session"]["attributes"] for request in skill.requests] == [
        {},
        {"set": [1, {"side": "left"}]},
        {},
    ]


def test_a_skill_cannot_reach_into_the_device() -> None:
    attributes = {"sets": [1]}

    def reaching(request: Json) -> Json:
        request["session"]["attributes"]["sets"] = []
        return asking() | {"sessionAttributes": attributes}

    skill = Scripted(reaching)
    echo = echo_with(skill)
    echo.open()
    attributes["sets"].append(2)
    turn = echo.say("ready")
    assert turn is not None
    assert turn.request["session"]["attributes"] == {"sets": [1]}


@pytest.mark.parametrize("word", ["exit", "Quit!", "Alexa, exit"])
def test_exit_ends_the_session_without_asking_the_skill(word: str) -> None:
    skill = Scripted(asking())
    echo = echo_with(skill)
    echo.open()
    turn = echo.say(word)
    assert turn is not None
    assert turn.request["request"]["reason"] == "USER_INITIATED"
    assert skill.kinds == ["LaunchRequest", "SessionEndedRequest"]
    assert not echo.in_session
    assert (echo.wait(60_000), echo.state) == ([], "idle")


def test_without_a_session_only_a_call_by_name_is_for_the_skill() -> None:
    skill = Scripted(farewell())
    echo = echo_with(skill)
    assert [echo.say(words) for words in ("stop", "exit", "how do i do squats")] == [None] * 3
    assert skill.requests == []


def test_a_closed_skill_can_still_be_silenced() -> None:
    echo = echo_with(Scripted(farewell("Goodbye.")))
    echo.open()
    echo.wait(1500)
    assert echo.say("stop") is None
    assert echo.heard[-1].cut


@with_each(
    ("words", "kind", "intent"),
    [
        ("open strong stride", "LaunchRequest", None),
        ("ask strong stride how do i do squats", "IntentRequest", "HowToIntent"),
        ("tell strong stride to skip this one", "IntentRequest", "SkipExerciseIntent"),
        ("wait fifteen seconds with strong stride", "IntentRequest", "MoreTimeIntent"),
        ("ask strong stride what's the weather", "IntentRequest", "AMAZON.FallbackIntent"),
    ],
)
def test_a_call_by_name_begins_a_new_session(words: str, kind: str, intent: str | None) -> None:
    skill = Scripted(asking(), farewell())
    echo = echo_with(skill)
    echo.open()
    turn = echo.say(words)
    assert turn is not None
    assert skill.kinds[-1] == kind
    assert (turn.match and turn.match.intent) == intent
    assert turn.request["session"]["new"]
    assert turn.request["session"]["sessionId"] != skill.requests[0]["session"]["sessionId"]
