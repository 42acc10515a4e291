"""A house with the service in it, for the protocol's own client."""

import asyncio
import socket
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, TypeVar

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.error import Error
from wyoming.event import Event, Eventable

from skill.bootstrap import build_coach
from skill.coach.coach import Coach
from skill.ears.ears import Words
from skill.errors import AudioUnavailable
from skill.loaders import LOCALE
from skill.satellite.info import info_of
from skill.satellite.room import Furnishing
from skill.satellite.rooms import Context, Rooms
from skill.satellite.service import SatelliteService
from skill.settings import Settings
from skill.simulator.models import load_model
from skill.workout.track import Track

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from skill.store import Store

T = TypeVar("T")

USUAL = {"rate": 16_000, "width": 2, "channels": 1}
"""The form of sound that Home Assistant sends."""

CHUNK_BYTES = 1_024
"""What it sends of it at once."""

NINE = datetime(2026, 1, 5, 9, tzinfo=UTC)


PATIENCE_S = 20


async def _in_time(visit: "Awaitable[T]", step_s: float = 1.0) -> T:
    """What a visit comes to, as long as this program has run for less than 20 s meanwhile.

    A machine that stands still for a while lets every time run out at once, that of a guest before that of the
    service has had its turn; so time is counted in steps, of which a standstill takes one.
    """
    visiting = asyncio.ensure_future(visit)
    for _ in range(PATIENCE_S):
        await asyncio.wait([visiting], timeout=step_s)
        if visiting.done():
            return visiting.result()
    visiting.cancel()
    raise TimeoutError


class House:
    """The rooms of a house, its clock, and what its media player was given."""

    def __init__(
        self, settings: Settings | None = None, store: "Store | None" = None, *, reads: bool = True
    ) -> None:
        self.now = NINE
        self.played: list[Track] = []
        self.silent = False
        self.heard: list[bytes] = []
        self.words = Words("what is next")
        coach = build_coach(settings or Settings())
        self.coach = Coach(coach.catalog, store or coach.store, coach.voices)
        self.rooms = Rooms(Furnishing(self.coach, load_model(LOCALE), LOCALE, self._publish))
        self.service = SatelliteService(
            info_of(["en"], ["en"]), self.rooms, self._read if reads else None, lambda: self.now
        )

    def _publish(self, track: Track) -> str:
        if self.silent:
            raise AudioUnavailable("the shelf", "is full", "free some space")
        self.played.append(track)
        return f"http://home/audio/{len(self.played)}.mp3"

    def _read(self, pcm: bytes) -> Words:
        self.heard.append(pcm)
        return self.words

    def later(self, **passed: float) -> None:
        """Let time pass."""
        self.now += timedelta(**passed)

    def visit(self, do: "Callable[[Guest], Awaitable[T]]") -> T:
        """Do something as a guest while the service runs."""

        async def whole() -> T:
            with socket.create_server(("127.0.0.1", 0)) as listener:
                stop, ready = asyncio.Event(), asyncio.Event()
                port = listener.getsockname()[1]
                serving = asyncio.create_task(self.service.run(listener, ready.set, stop))
                await ready.wait()
                try:
                    return await _in_time(do(Guest(port)))
                finally:
                    stop.set()
                    await serving

        return asyncio.run(whole())


class Guest:
    """The protocol's own client; it makes a new connection for each exchange, as Home Assistant does."""

    def __init__(self, port: int) -> None:
        self.port = port

    async def tell(self, *events: Eventable) -> Event | None:
        """Send events; the first event that comes back, or None where the connection ends without one."""
        async with AsyncTcpClient("127.0.0.1", self.port) as client:
            for event in events:
                await client.write_event(event.event())
            answer: Event | None = await client.read_event()
            return answer

    async def speak(self, pcm: bytes) -> str:
        """Speak a sentence: the words that are read in it."""
        event = await self.tell(*spoken(pcm))
        assert event is not None
        return Transcript.from_event(event).text

    async def say(self, text: str, **context: str) -> Event:
        """Say a sentence in a conversation."""
        given: Context = context or {"conversation_id": "one"}
        event = await self.tell(Transcript(text, context=given, language="en"))
        assert event is not None
        return event


def spoken(pcm: bytes) -> list[Eventable]:
    """The events of a sentence, as Home Assistant sends them."""
    parts = [pcm[at : at + CHUNK_BYTES] for at in range(0, len(pcm), CHUNK_BYTES)]
    chunks = [AudioChunk(audio=part, timestamp=at * 32, **USUAL) for at, part in enumerate(parts)]
    return [Transcribe(language="en"), AudioStart(timestamp=0, **USUAL), *chunks, AudioStop()]


def code_of(event: Event | None) -> str | None:
    """The code of the error that an event is, whose text is a sentence."""
    assert event is not None
    error = Error.from_event(event)
    assert error.text.endswith(".")
    return error.code
