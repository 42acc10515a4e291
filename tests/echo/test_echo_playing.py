"""What is heard, and when. Every piece of speech lasts one second here."""

import pytest
from echo_scripts import (
    BELL,
    Scripted,
    apla,
    asking,
    clip,
    counted,
    echo_with,
    farewell,
    heard,
    ms_of,
    sequence,
    spoken,
)

from skill.echo import (
    Heard,
    NeverHeard,
    NeverListens,
)


def is_a_question(sound: Heard) -> bool:
    return sound.text.endswith("?")


def test_speech_comes_before_the_document_and_cues_keep_their_offsets() -> None:
    echo = echo_with(Scripted(counted((0, "one"), (3000, "two"))))
    echo.open()
    echo.until_listening()
    assert heard(echo) == [
        (3000, "Go.", False),
        (4000, "one", False),
        (7000, "two", False),
        (9000, "Ready?", False),
    ]
    assert [sound.source for sound in echo.heard] == ["speech", "apla", "apla", "apla"]
    assert echo.now == echo.heard[-1].at.replace(second=10)


def test_a_reprompt_may_be_a_document_and_is_heard_as_a_reprompt() -> None:
    reprompt = {"directives": [apla(sequence(clip(), spoken("Hm?")), "again")]}
    echo = echo_with(Scripted(asking(reprompt=reprompt)))
    echo.open()
    echo.wait(13_500)
    assert [(s.text, s.source, s.kind) for s in echo.heard[1:]] == [
        (BELL, "reprompt", "audio"),
        ("Hm?", "reprompt", "speech"),
    ]


def test_only_what_the_clock_reached_was_heard() -> None:
    echo = echo_with(Scripted(counted((0, "one"), (3000, "two"))))
    echo.open()
    echo.wait(4999)
    assert [sound.text for sound in echo.heard] == ["Go.", "one"]
    assert [sound.text for sound in echo.playing] == []
    assert [sound.text for sound in echo.wait(1)] == ["two"]
    assert [sound.text for sound in echo.playing] == ["two"]


def test_waiting_for_words_stops_at_their_first_millisecond() -> None:
    echo = echo_with(Scripted(counted((0, "twenty"), (3000, "twenty two"), (6000, "Two!"))))
    echo.open()
    assert ms_of(echo.wait_for("two").at) == 7000
    assert ms_of(echo.now) == 7000
    assert echo.wait_for("two").text == "Two!"
    assert echo.heard[-1].text == "Two!"


def test_waiting_for_a_condition_stops_where_it_holds() -> None:
    echo = echo_with(Scripted(counted((0, "one"), (3000, "two"))))
    echo.open()
    assert echo.wait_for(is_a_question).text == "Ready?"


def test_waiting_for_what_never_comes_fails_and_leaves_the_clock_alone() -> None:
    echo = echo_with(Scripted(counted((0, "one"))))
    echo.open()
    with pytest.raises(NeverHeard, match=r"'three'.*'Go\.', 'one', 'Ready\?', 'Still there\?'"):
        echo.wait_for("three")
    assert ms_of(echo.now) == 2000


def test_waiting_for_the_microphone_stays_where_it_is_already_open() -> None:
    echo = echo_with(Scripted(asking()))
    echo.open()
    echo.until_listening()
    echo.wait(5000)
    before = echo.now
    assert echo.until_listening() == []
    assert echo.now == before
    echo.wait(3000)
    assert echo.until_listening() == []
    assert ms_of(echo.now) == 13_000


@pytest.mark.parametrize("opened", [True, False])
def test_waiting_for_a_microphone_that_stays_shut_fails(opened: bool) -> None:
    echo = echo_with(Scripted(farewell()))
    if opened:
        echo.open()
    with pytest.raises(NeverListens):
        echo.until_listening()
