"""The life of a session, to the millisecond. Every piece of speech lasts one second here."""

from echo_scripts import (
    SCREEN,
    Scripted,
    asking,
    counted,
    echo_with,
    farewell,
    heard,
    ssml,
    timestamps,
    wrapped,
)
from support.tables import with_each


def test_opening_takes_the_time_to_say_it_and_launches_a_new_session() -> None:
    skill = Scripted(asking())
    echo = echo_with(skill)
    turn = echo.open()
    assert skill.kinds == ["LaunchRequest"]
    assert timestamps(skill) == [2000]
    assert turn.request["session"]["new"]
    assert (echo.state, echo.in_session) == ("thinking", True)


def test_an_unanswered_question_is_reprompted_once_and_then_the_session_ends() -> None:
    skill = Scripted(asking("Ready?"))
    echo = echo_with(skill)
    echo.open()  # asked at 2000, heard from 3000
    echo.wait(60_000)
    assert heard(echo) == [(3000, "Ready?", False), (12_000, "Still there?", False)]
    assert skill.kinds == ["LaunchRequest", "SessionEndedRequest"]
    assert timestamps(skill) == [2000, 21_000]
    assert skill.requests[1]["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert "error" not in skill.requests[1]["request"]
    assert not echo.in_session


@with_each(
    ("after_ms", "state"),
    [
        (0, "thinking"),
        (999, "thinking"),
        (1000, "speaking"),
        (1999, "speaking"),
        (2000, "listening"),
        (9999, "listening"),
        (10_000, "speaking"),
        (11_000, "listening"),
        (18_999, "listening"),
        (19_000, "idle"),
    ],
)
def test_the_device_thinks_speaks_and_listens_on_the_dot(after_ms: int, state: str) -> None:
    echo = echo_with(Scripted(asking()))
    echo.open()
    echo.wait(after_ms)
    assert echo.state == state
    assert echo.in_session == (state != "idle")


def test_time_moved_in_small_steps_is_time_moved_at_once() -> None:
    small, large = (echo_with(Scripted(counted((0, "one"), (3000, "two")))) for _ in range(2))
    small.open()
    large.open()
    steps = [found for _ in range(300) for found in small.wait(100)]
    assert steps == large.wait(30_000)
    assert small.heard == large.heard
    assert small.now == large.now


def test_a_closed_session_is_over_when_its_last_words_are_sent() -> None:
    skill = Scripted(farewell())
    echo = echo_with(skill)
    echo.open()
    assert not echo.in_session
    assert [sound.text for sound in echo.wait(60_000)] == ["Goodbye."]
    assert skill.kinds == ["LaunchRequest"]
    assert echo.state == "idle"


def test_a_response_that_does_not_say_closes_the_session_of_a_speaker() -> None:
    echo = echo_with(Scripted(wrapped(outputSpeech=ssml("Done."))))
    echo.open()
    assert not echo.in_session


def test_a_response_that_does_not_say_leaves_a_screen_open_for_thirty_seconds() -> None:
    skill = Scripted(wrapped(outputSpeech=ssml("Look here.")))
    echo = echo_with(skill, interfaces=SCREEN)
    echo.open()
    echo.wait(31_999)  # a second to answer, a second of speech, thirty of screen
    assert (echo.state, echo.in_session) == ("idle", True)
    echo.wait(1)
    assert skill.requests[-1]["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"
    assert not echo.in_session
