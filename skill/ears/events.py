"""Events of the Wyoming protocol as they come from another program, with a limit to their size."""

import asyncio

from wyoming.event import Event, async_read_event

MOST_BYTES = 1024 * 1024
"""The most that one event may hold; a second of sound has 32,000 bytes."""


class NoEvent(Exception):
    """What came is no event of the protocol."""


class TooMuch(Exception):
    """An event would be larger than ``MOST_BYTES``."""


class EventReader(asyncio.StreamReader):
    """What a peer sends, with a limit: the protocol lets it announce as many bytes as it likes."""

    async def readexactly(self, n: int) -> bytes:
        """So many bytes.

        Raises:
            TooMuch: they are too many.
        """
        if n > MOST_BYTES:
            raise TooMuch
        return await super().readexactly(n)


async def next_event(reader: asyncio.StreamReader) -> Event | None:
    """The next event; None once the peer is gone.

    Raises:
        NoEvent, TooMuch: what came is none, or too large.
        ConnectionError, IncompleteReadError: the peer is gone in the middle of one.
    """
    try:
        event = await async_read_event(reader)
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise NoEvent from error
    if event is None and not reader.at_eof():
        raise NoEvent
    return event
