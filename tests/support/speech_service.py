"""A speech-to-text service for tests: the Wyoming protocol's own server, which answers as such services do.

Like wyoming-faster-whisper it takes any number of pieces of sound, answers with a sentence as people write it,
and hangs up then.
"""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from wyoming.asr import Transcribe, Transcript, TranscriptChunk, TranscriptStart, TranscriptStop
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Attribution, Describe, Info
from wyoming.server import AsyncEventHandler, AsyncTcpServer

from skill.ears.service import SpeechService

LIMIT_S = 20.0

Act = Callable[["Conversation"], "Iterator[Event | bytes | None]"]
"""What the service does once it was sent all of the sound: what it sends, or None to say nothing."""


@dataclass
class Utterance:
    """What one connection was told."""

    language: str | None = None
    form: tuple[int, int, int] | None = None
    pcm: bytes = b""


@dataclass
class PretendService:
    """What it says to each utterance, one after another and the last one for ever, and in which languages.

    ``says`` may have an ``Act`` for a text. ``heard`` is what it was sent, ``port`` where it listens.
    """

    says: list["str | Act"]
    languages: tuple[str, ...] = ("de", "en", "es", "fr")
    programs: int = 1
    heard: list[Utterance] = field(default_factory=list)
    descriptions: int = 0
    port: int = 0

    @property
    def address(self) -> SpeechService:
        return SpeechService("127.0.0.1", self.port)

    @property
    def setting(self) -> str:
        return f"wyoming:tcp://127.0.0.1:{self.port}"

    @property
    def info(self) -> Info:
        made, there = Attribution("nobody", ""), True
        model = AsrModel("any", made, there, "", "1", [*self.languages])
        program = AsrProgram("test", made, there, "", "1", [model])
        return Info(asr=[program] * self.programs)

    def next(self) -> "str | Act":
        return self.says.pop(0) if len(self.says) > 1 else self.says[0]


class Conversation(AsyncEventHandler):
    """One connection."""

    def __init__(
        self, service: PretendService, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        super().__init__(reader, writer)
        self.service, self.utterance = service, Utterance()

    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            self.service.descriptions += 1
            await self.write_event(self.service.info.event())
        elif Transcribe.is_type(event.type):
            self.utterance.language = Transcribe.from_event(event).language
        elif AudioStart.is_type(event.type):
            start = AudioStart.from_event(event)
            self.utterance.form = start.rate, start.width, start.channels
        elif AudioChunk.is_type(event.type):
            self.utterance.pcm += AudioChunk.from_event(event).audio
        elif AudioStop.is_type(event.type):
            self.service.heard.append(self.utterance)
            return await self._answer(self.service.next())
        return True

    async def _answer(self, says: "str | Act") -> bool:
        if isinstance(says, str):
            await self.write_event(Transcript(says).event())
            return False
        for sent in says(self):
            if sent is None:
                return True  # and stay silent
            if isinstance(sent, bytes):
                self.writer.write(sent)
                await self.writer.drain()
            else:
                await self.write_event(sent)
        return False


def piece_by_piece(text: str) -> Act:
    """Words while they are found, and the whole of them in the end."""

    def act(_: Conversation) -> Iterator[Event]:
        yield TranscriptStart(language="de").event()
        yield from (TranscriptChunk(word).event() for word in text.split())
        yield Transcript(text, language="de").event()
        yield TranscriptStop().event()

    return act


def silent(_: Conversation) -> Iterator[None]:
    """Nothing at all, and nobody hangs up."""
    yield None


def hangs_up(_: Conversation) -> Iterator[Event]:
    """No word."""
    yield from ()


def fails(_: Conversation) -> Iterator[Event]:
    """An error of its own."""
    yield Error("out of memory", "failed").event()


def sends(sent: bytes | Event) -> Act:
    """Something that no such service sends."""

    def act(_: Conversation) -> Iterator[bytes | Event]:
        yield sent

    return act


@contextmanager
def speaking_to(service: PretendService) -> Iterator[PretendService]:
    """The service, as long as the context lasts."""
    ready, over = threading.Event(), threading.Event()

    async def serve() -> None:
        server = AsyncTcpServer("127.0.0.1", 0)
        await server.start(lambda reader, writer: Conversation(service, reader, writer))
        listener = server._server
        assert isinstance(listener, asyncio.Server)
        service.port = listener.sockets[0].getsockname()[1]
        ready.set()
        while not over.is_set():
            await asyncio.sleep(0.01)
        await server.stop()
        await listener.wait_closed()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    try:
        assert ready.wait(LIMIT_S)
        yield service
    finally:
        over.set()
        thread.join(LIMIT_S)
        assert not thread.is_alive()
