"""The service on the network: peers connect, and time passes in the rooms. Nothing of what is said is logged."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime
from socket import socket
from typing import TypeVar

from wyoming.event import Event, async_write_event
from wyoming.info import Info

from skill.ears.ears import Reads, Trouble, Words
from skill.ears.events import MOST_BYTES, EventReader, NoEvent, TooMuch, next_event
from skill.satellite.peer import Abilities, Peer, error_of
from skill.satellite.room import RoomAnswer
from skill.satellite.rooms import Context, Rooms
from skill.satellite.utterance import EventRefused
from skill.signals import ending_signals

logger = logging.getLogger(__name__)

MOST_PEERS = 32
"""Peers at a time. Home Assistant makes a new connection for each sentence."""

PATIENCE_S = 60.0
"""How long a peer may say nothing, or leave an answer unread; one that was cut off says nothing for ever."""

PARTING_S = 2.0
"""How long a peer that was refused may take to read why."""

TICK_S = 1.0
"""How often time passes in the rooms while nobody speaks: the coach learns what was played."""

_NO_EVENT = EventRefused("malformed", "This is no event of the Wyoming protocol.")
_TOO_MUCH = EventRefused("too-much", f"An event holds {MOST_BYTES} bytes at most.")
_GONE = (ConnectionError, TimeoutError, asyncio.IncompleteReadError)
# A conversation ends with the service, too. Before Python 3.12 asyncio logs a traceback of a cancelled one.
_OVER = (*_GONE, asyncio.CancelledError)
_FAILED = EventRefused("failed", "Strong Stride failed; its log says at what.")

T = TypeVar("T")


def _unread(trouble: Trouble) -> EventRefused:
    return EventRefused("unread", f"The speech service behind this one gave no words: {trouble}.")


class SatelliteService:
    """Answers peers until it is stopped. The rooms and the recogniser are used by one thread of their own.

    ``reads`` makes words of sound, or is None where this machine cannot; ``now`` is the clock of the house.
    """

    def __init__(
        self,
        info: Info,
        rooms: Rooms,
        reads: Reads | None,
        now: Callable[[], datetime],
    ) -> None:
        self._info, self._rooms, self._reads, self._now = info, rooms, reads, now
        self._thread = ThreadPoolExecutor(1, "satellite")
        # The protocol hands words back without a word on how sure they are.
        self._in_doubt: deque[Words] = deque(maxlen=MOST_PEERS)
        self._peers: set[asyncio.Task[None]] = set()

    async def run_until_signalled(self, listener: socket, announce: Callable[[], None]) -> None:
        """Serve at a listening socket until one of ``ending_signals`` comes; see ``run``."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        with suppress(NotImplementedError):  # Windows: Ctrl-C raises KeyboardInterrupt
            for name in ending_signals():
                loop.add_signal_handler(name, stop.set)
        await self.run(listener, announce, stop)

    async def run(
        self, listener: socket, announce: Callable[[], None], stop: asyncio.Event
    ) -> None:
        """Serve at a listening socket until ``stop``; ``announce`` is called once peers may come."""
        server = await asyncio.get_running_loop().create_server(
            lambda: asyncio.StreamReaderProtocol(EventReader(), self._meet), sock=listener
        )
        ticking = asyncio.create_task(self._tick())
        try:
            announce()
            await stop.wait()
        finally:
            ticking.cancel()
            server.close()
            for peer in self._peers:
                peer.cancel()
            await asyncio.gather(ticking, *self._peers, return_exceptions=True)
            self._thread.shutdown()

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            try:
                await self._apart(lambda: self._rooms.pass_until(self._now()))
            except Exception as error:
                _tell("time could not pass", error)

    async def _apart(self, do: Callable[[], T]) -> T:
        """Do something on the thread that has the rooms and the recogniser."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, do)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            self._peers.add(task)
        try:
            await self._converse(reader, writer)
        except _OVER:
            writer.transport.abort()  # perhaps in the middle of something; an answer left unread waits no longer
        finally:
            writer.close()
            try:
                await asyncio.wait_for(writer.wait_closed(), PATIENCE_S)
            except _OVER:
                writer.transport.abort()
            if task is not None:
                self._peers.discard(task)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Reply to events until the peer goes, or sends something that is refused.

        Raises:
            ConnectionError, TimeoutError, IncompleteReadError: the peer is gone without a word.
        """
        peer = Peer(self._abilities)
        try:
            if len(self._peers) > MOST_PEERS:
                raise EventRefused("busy", f"No more than {MOST_PEERS} peers at a time.")
            while (event := await asyncio.wait_for(_next(reader), PATIENCE_S)) is not None:
                reply = await peer.reply(event)
                if reply is not None:
                    await _send(reply, writer)
        except EventRefused as refused:
            await _refuse(refused, reader, writer)
        except _GONE:
            raise
        except Exception as error:
            _tell("a peer was left without an answer", error)
            await _refuse(_FAILED, reader, writer)

    @property
    def _abilities(self) -> Abilities:
        async def answers(text: str, context: Context | None) -> tuple[RoomAnswer, Context]:
            said = next((one for one in self._in_doubt if one.text == text), Words(text))
            return await self._apart(lambda: self._rooms.answer(said, context, self._now()))

        recogniser = self._reads
        if recogniser is None:
            return Abilities(self._info, answers)

        async def reads(pcm: bytes) -> str:
            words = await self._apart(lambda: recogniser(pcm))
            if words.trouble and not words.text:
                raise _unread(words.trouble)
            if words.in_doubt:
                self._in_doubt.appendleft(words)
            return words.text

        return Abilities(self._info, answers, reads)


async def _next(reader: asyncio.StreamReader) -> Event | None:
    """The next event; None once the peer is gone.

    Raises:
        EventRefused: what came is no event, or too large.
    """
    try:
        return await next_event(reader)
    except NoEvent as error:
        raise _NO_EVENT from error
    except TooMuch as error:
        raise _TOO_MUCH from error


async def _send(event: Event, writer: asyncio.StreamWriter) -> None:
    """Send an event.

    Raises:
        ConnectionError, TimeoutError: the peer is gone, or leaves what it was sent unread.
    """
    await asyncio.wait_for(async_write_event(event, writer), PATIENCE_S)


async def _refuse(
    refused: EventRefused, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Say why no more comes, and drop what the peer still sends until it has gone as well.

    A connection that is closed with something unread is reset, and what was sent last may be lost: the reason.
    """
    await _send(error_of(refused), writer)
    writer.write_eof()
    with suppress(TimeoutError):
        async with asyncio.timeout(PARTING_S):
            while await reader.read(MOST_BYTES):
                pass


def _tell(what: str, error: Exception) -> None:
    """Log what failed, without the error's own words: they may quote what was said."""
    logger.error("%s: %s", what, type(error).__name__)
