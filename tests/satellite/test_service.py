"""The Wyoming service, tried by the protocol's own client."""

import asyncio
import logging
import math
from array import array
from typing import Any

import pytest
from house import USUAL, Guest, House, code_of
from support.tables import with_each
from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.event import Event
from wyoming.handle import Handled, NotHandled
from wyoming.info import Describe, Info
from wyoming.intent import Intent
from wyoming.ping import Ping, Pong

from skill.ears.ears import Words
from skill.ears.events import MOST_BYTES
from skill.ears.sound import bytes_in, level_db
from skill.echo import SkillCrashed
from skill.satellite.info import info_of
from skill.satellite.peer import PLAY, STOP
from skill.satellite.utterance import LONGEST_MS


class Anything:
    """An event as a peer may send it, right or wrong."""

    def __init__(
        self, type_: str, data: dict[str, Any] | None = None, payload: bytes = b""
    ) -> None:
        self._event = Event(type_, data or {}, payload or None)

    def event(self) -> Event:
        return self._event


def start(**form: int) -> AudioStart:
    return AudioStart(**{**USUAL, **form})


def chunk(pcm: bytes, **form: int) -> AudioChunk:
    return AudioChunk(audio=pcm, **{**USUAL, **form})


def words_of(event: Event) -> str:
    """What the coach says, in an answer or before an order to the player."""
    return str(event.data.get("text"))


def told(*events: Any) -> Event | None:
    return House().visit(lambda guest: guest.tell(*events))


def test_it_describes_a_recogniser_and_a_coach() -> None:
    event = told(Describe())
    assert event is not None
    info = Info.from_event(event)
    (asr,), (handle,) = info.asr, info.handle
    assert asr.installed
    assert asr.models[0].installed
    assert asr.models[0].languages == handle.models[0].languages == ["en"]
    assert [info.tts, info.wake, info.intent, info.satellite] == [[], [], [], None]


def test_without_a_recogniser_it_describes_the_coach_alone() -> None:
    assert not info_of(["de"], ()).asr


def test_a_ping_is_answered() -> None:
    event = told(Ping("there"))
    assert event is not None
    assert Pong.from_event(event).text == "there"


def test_a_question_gets_the_coachs_words_and_its_context_back() -> None:
    event = House().visit(lambda guest: guest.say("what's my next exercise", conversation_id="abc"))
    handled = Handled.from_event(event)
    assert Handled.is_type(event.type)
    assert (handled.text or "").startswith("We begin with ")
    assert handled.context == {"conversation_id": "abc"}


def test_a_workout_comes_as_an_order_to_play_and_a_pause_as_one_to_stop() -> None:
    house = House()

    async def train(guest: Guest) -> tuple[Intent, Intent]:
        begun = await guest.say("start the workout")
        house.later(minutes=2)
        return Intent.from_event(begun), Intent.from_event(await guest.say("pause"))

    begun, paused = house.visit(train)
    assert (begun.name, paused.name) == (PLAY, STOP)
    assert [(one.name, one.value) for one in begun.entities] == [("url", "http://home/audio/1.mp3")]
    assert not paused.entities
    assert begun.text
    assert paused.text


def test_a_conversation_goes_on_over_connections() -> None:
    async def agree(guest: Guest) -> Event:
        await guest.say("what's next")
        return await guest.say("yes")

    assert Intent.from_event(House().visit(agree)).name == PLAY


@pytest.mark.parametrize("said", ["lead me non-stop", "that was too hard", "skip it"])
def test_a_satellite_names_no_wake_word_since_its_own_is_unknown(said: str) -> None:
    house = House()

    async def train(guest: Guest) -> list[Event]:
        return [await guest.say("start the workout"), await guest.say(said)]

    answers = house.visit(train)
    words = [str(event.data.get("text")) for event in answers]
    words += [cue.line.text for track in house.played for cue in track.cues]
    assert not [text for text in words if "Alexa, " in text]


def test_time_passes_in_the_rooms_while_nobody_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("skill.satellite.service.TICK_S", 0.001)
    house = House()

    async def train(guest: Guest) -> None:
        await guest.say("start the workout")
        house.later(hours=1)
        (room,) = house.rooms._rooms.values()
        while room._echo.now < house.now:
            await asyncio.sleep(0.01)

    house.visit(train)
    ended, _ = house.rooms.answer(Words("how am I doing"), {"conversation_id": "one"}, house.now)
    assert "one day this week" in ended.text


def test_sound_becomes_words() -> None:
    house = House()
    pcm = b"\1\2" * 16_000
    event = house.visit(
        lambda guest: guest.tell(
            Transcribe(language="en", context={"x": "y"}),
            start(),
            chunk(pcm[:10_000]),
            chunk(pcm[10_000:]),
            AudioStop(),
        )
    )
    assert event is not None
    assert Transcript.from_event(event) == Transcript("what is next", {"x": "y"}, "en")
    assert house.heard == [pcm]


def test_pain_that_its_own_recogniser_half_heard_is_asked_about_not_believed() -> None:
    house = House()
    house.words = Words("the pressure chest was empty", in_doubt=True)

    async def speak(guest: Guest) -> list[str]:
        await guest.say("start the workout")
        event = await guest.tell(start(), chunk(bytes(32_000)), AudioStop())
        assert event is not None
        heard = Transcript.from_event(event).text
        return [words_of(await guest.say(said)) for said in (heard, "my chest hurts")]

    half, whole = house.visit(speak)
    assert half.endswith("something hurt, or feel wrong?")
    assert "emergency number" in whole


def test_what_else_its_own_recogniser_may_have_heard_is_asked_about_after_a_no() -> None:
    house = House()
    house.words = Words("the pressure chest was empty", in_doubt=True, or_else="skip it")

    async def speak(guest: Guest) -> str:
        await guest.say("start the workout")
        event = await guest.tell(start(), chunk(bytes(32_000)), AudioStop())
        assert event is not None
        await guest.say(Transcript.from_event(event).text)
        return words_of(await guest.say("no"))

    assert house.visit(speak).endswith("skip it?")


@with_each(
    "form",
    [{"rate": 48_000, "channels": 2}, {"rate": 8_000}, {"width": 4}, {"width": 1, "rate": 22_050}],
)
def test_other_forms_of_sound_are_turned_into_ours(form: dict[str, int]) -> None:
    house = House()
    whole = {**USUAL, **form}
    second = bytes(whole["rate"] * whole["width"] * whole["channels"])
    event = house.visit(lambda guest: guest.tell(start(**form), chunk(second, **form), AudioStop()))
    assert event is not None
    assert Transcript.is_type(event.type)
    assert len(house.heard[0]) == pytest.approx(bytes_in(1_000), abs=8)


def test_what_a_lower_rate_cannot_hold_does_not_sound_as_something_else() -> None:
    def loud(hz: int) -> float:
        house = House()
        sound = array("h", (_wave(hz, n) for n in range(48_000))).tobytes()
        house.visit(
            lambda guest: guest.tell(start(rate=48_000), chunk(sound, rate=48_000), AudioStop())
        )
        return level_db(house.heard[0])

    assert loud(1_000) == pytest.approx(-9, abs=1)
    assert loud(14_000) < -30


def _wave(hz: int, n: int) -> int:
    return round(16_000 * math.sin(2 * math.pi * hz * n / 48_000))


def test_silence_of_no_length_has_no_words() -> None:
    event = told(start(), AudioStop())
    assert event is not None
    assert Transcript.from_event(event).text == ""


@with_each(
    ("events", "code"),
    [
        ((chunk(b"\0\0"),), "out-of-order"),
        ((AudioStop(),), "out-of-order"),
        ((start(), start()), "out-of-order"),
        ((start(channels=6),), "unsupported-audio"),
        ((start(rate=2),), "unsupported-audio"),
        ((start(width=8),), "unsupported-audio"),
        ((start(), chunk(b"\0\0", rate=8_000)), "audio-changed"),
        ((start(), chunk(b"\0\0\0")), "half-a-sample"),
        ((Anything("audio-start"),), "malformed"),
        ((Anything("audio-start", {**USUAL, "rate": "fast"}),), "unsupported-audio"),
        ((Anything("transcript", {"text": 7}),), "malformed"),
        ((Anything("transcript", {"text": "hello", "context": "kitchen"}),), "malformed"),
        ((start(), *[chunk(bytes(bytes_in(10_000)))] * (LONGEST_MS // 10_000 + 1)), "too-long"),
        ((start(), chunk(bytes(MOST_BYTES + 2))), "too-much"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(events: tuple[Any, ...], code: str) -> None:
    assert code_of(told(*events)) == code


def test_a_stream_that_is_stopped_twice_is_refused_the_second_time() -> None:
    async def twice(guest: Guest) -> list[Event | None]:
        async with AsyncTcpClient("127.0.0.1", guest.port) as client:
            for event in (start(), chunk(b"\0\0"), AudioStop(), AudioStop()):
                await client.write_event(event.event())
            return [await client.read_event() for _ in range(3)]

    read, refused, over = House().visit(twice)
    assert read is not None
    assert Transcript.is_type(read.type)
    assert code_of(refused) == "out-of-order"
    assert over is None


def test_where_no_sound_is_read_that_is_said() -> None:
    house = House(reads=False)
    assert code_of(house.visit(lambda guest: guest.tell(start()))) == "no-recogniser"


def test_an_event_that_nobody_knows_is_passed_over() -> None:
    event = told(Anything("dance", {"how": "wildly"}), Ping())
    assert event is not None
    assert Pong.is_type(event.type)


def test_a_failure_of_ours_is_told_and_what_was_said_is_not_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    house = House()

    def fail(*_given: object, **_named: object) -> None:
        raise RuntimeError("my secret words")

    monkeypatch.setattr(house.rooms, "answer", fail)
    event = house.visit(lambda guest: guest.say("my secret words"))
    assert code_of(event) == "failed"
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text


def test_a_coach_who_fails_is_heard_to_be_sorry(monkeypatch: pytest.MonkeyPatch) -> None:
    house = House()

    def crash(*_given: object) -> None:
        raise SkillCrashed

    monkeypatch.setattr("skill.echo.cloud.ask", crash)
    event = house.visit(lambda guest: guest.say("what's next"))
    assert NotHandled.from_event(event).text == "Sorry, I stumbled there. Your place is safe."


def test_nothing_of_a_conversation_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    House().visit(lambda guest: guest.say("what's my next exercise", satellite_id="kitchen"))
    for said in ("next", "kitchen", "squat"):
        assert said not in " ".join(one.getMessage() for one in caplog.records)
