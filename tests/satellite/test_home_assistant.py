"""A home as Home Assistant leads it, by the protocol's own client: a connection for each step of a sentence."""

import asyncio

from house import Guest, House, spoken
from wyoming.asr import Transcript
from wyoming.client import AsyncTcpClient
from wyoming.event import Event
from wyoming.info import Describe, Info

from skill.ears.ears import Words
from skill.satellite.peer import PLAY, STOP

SECOND = b"\1\2" * 16_000
OTHER = b"\3\4" * 16_000


def test_a_whole_workout_is_led_from_sound_to_answer_in_one_conversation() -> None:
    house = House()
    said = ("start the workout", "what's next", "pause", "resume", "my knee hurts")

    async def train(guest: Guest) -> list[Event]:
        described = await guest.tell(Describe())
        assert described is not None
        assert Info.from_event(described).asr
        context = {"conversation_id": "01K", "satellite_id": "assist_satellite.hall"}
        answers = []
        for text in said:
            house.words = Words(text)
            answer = await guest.say(await guest.speak(SECOND), **context)
            context = answer.data["context"]
            answers.append(answer)
            house.later(seconds=40)
        return answers

    answers = house.visit(train)
    assert [one.data.get("name") for one in answers] == [PLAY, PLAY, STOP, PLAY, STOP]
    assert all(one.data["text"] for one in answers)
    assert {one.data["context"]["satellite_id"] for one in answers} == {"assist_satellite.hall"}
    assert house.heard == [SECOND] * len(said)


def test_whoever_leaves_in_the_midst_of_a_sentence_is_not_heard_and_the_next_one_is() -> None:
    house = House()

    async def leave(guest: Guest) -> str:
        async with AsyncTcpClient("127.0.0.1", guest.port) as client:
            for event in spoken(OTHER)[:-5]:
                await client.write_event(event.event())
        return await guest.speak(SECOND)

    assert house.visit(leave) == "what is next"
    assert house.heard == [SECOND]


def test_two_who_speak_at_once_are_each_heard_for_themselves() -> None:
    house = House()

    async def speak_at_once(guest: Guest) -> list[Event | None]:
        clients = [AsyncTcpClient("127.0.0.1", guest.port) for _ in range(2)]
        for client in clients:
            await client.connect()
        for events in zip(spoken(SECOND), spoken(OTHER), strict=True):
            for client, event in zip(clients, events, strict=True):
                await client.write_event(event.event())
        answers = await asyncio.gather(*(client.read_event() for client in clients))
        for client in clients:
            await client.disconnect()
        return answers

    answers = house.visit(speak_at_once)
    assert [Transcript.is_type(one.type) for one in answers if one] == [True, True]
    assert sorted(house.heard) == [SECOND, OTHER]
