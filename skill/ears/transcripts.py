"""Words by a speech-to-text service of the Wyoming protocol: any model, any language that the user gave it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import TypeVar

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event, Eventable, async_write_event
from wyoming.info import Describe, Info

from skill.ears.events import EventReader, NoEvent, TooMuch, next_event
from skill.ears.service import SpeechService
from skill.ears.sound import BYTES_A_SAMPLE, RATE_HZ, bytes_in
from skill.ears.spoken import said_once
from skill.ears.untranscribed import Untranscribed
from skill.ears.written import LONGEST, Letters, as_written, writing_in
from skill.understanding import Hearing

CONNECTING_S = 1.0
"""How long a service may take to be there."""

PATIENCE_S = 6.0
"""How long it may take to read what was said: whoever trains waits for the coach meanwhile."""

_PIECE = bytes_in(1_000)
_FORM = {"rate": RATE_HZ, "width": BYTES_A_SAMPLE, "channels": 1}
_BROKEN = (NoEvent, TooMuch, KeyError, TypeError, ValueError, AttributeError, EOFError)

T = TypeVar("T")


class TranscriptReader:
    """A service that reads one language: a ``Recogniser`` with one reading of each speech.

    It writes what people write: capitals, stops and digits are taken off or read as they were said.
    """

    def __init__(self, service: SpeechService, language: str, hearing: Hearing) -> None:
        self._service, self._language = service, language
        self.writing, self.sounds = writing_in(hearing), Letters(hearing)
        self._is_known = False

    def along(self, pcm: bytes) -> None:
        """See ``Recogniser``: a service is sent the whole of a speech."""

    def __call__(self, pcm: bytes) -> str:
        """See ``Recogniser``. The service is asked once beforehand whether it reads this language.

        Raises:
            Untranscribed: the service gives no words.
        """
        if not self._is_known:
            self.check()
        sound = (
            AudioChunk(audio=pcm[at : at + _PIECE], **_FORM) for at in range(0, len(pcm), _PIECE)
        )
        wanted = Transcribe(language=self._language)
        found = self._ask(wanted, AudioStart(**_FORM), *sound, AudioStop(), reply=_transcript)
        if found.language and _language_of(found.language) != self._language:
            raise Untranscribed("language")
        words = as_written(found.text)
        return words if len(said_once(words)) <= LONGEST else ""

    def others(self) -> Iterator[str]:
        """See ``Recogniser``."""
        return iter(())

    def check(self) -> None:
        """Make sure that the service is there, and reads this language.

        Raises:
            Untranscribed: it is not, or does not.
        """
        languages = self._ask(Describe(), reply=_languages)
        if languages and self._language not in languages:
            raise Untranscribed("language")
        self._is_known = True

    def _ask(self, *events: Eventable, reply: Callable[[Event], T | None]) -> T:
        """What the service replies to some events: the first event that ``reply`` knows.

        Raises:
            Untranscribed: no such event comes in time.
        """
        return asyncio.run(_asked(self._service, events, reply))


async def _asked(
    service: SpeechService, events: tuple[Eventable, ...], reply: Callable[[Event], T | None]
) -> T:
    async with _connected(service) as (reader, writer):
        try:
            async with asyncio.timeout(PATIENCE_S):
                for event in events:
                    await async_write_event(event.event(), writer)
                while (came := await next_event(reader)) is not None:
                    if Error.is_type(came.type):
                        break
                    if (found := reply(came)) is not None:
                        return found
        except TimeoutError as error:
            raise Untranscribed("slow") from error
        except (*_BROKEN, OSError) as error:
            raise Untranscribed("broken") from error
    raise Untranscribed("broken")


@asynccontextmanager
async def _connected(
    service: SpeechService,
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection, as long as the context lasts.

    Raises:
        Untranscribed: nobody is there.
    """
    loop = asyncio.get_running_loop()
    reader = EventReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    try:
        async with asyncio.timeout(CONNECTING_S):
            connected = loop.create_connection(lambda: protocol, service.host, service.port)
            transport, _ = await connected
    except (OSError, UnicodeError) as error:  # TimeoutError is an OSError
        raise Untranscribed("away") from error
    try:
        yield reader, asyncio.StreamWriter(transport, protocol, reader, loop)
    finally:
        transport.abort()


def _transcript(event: Event) -> Transcript | None:
    if not Transcript.is_type(event.type):
        return None
    found = Transcript.from_event(event)
    if not isinstance(found.text, str) or not isinstance(found.language, str | None):
        raise NoEvent
    return found


def _languages(event: Event) -> set[str] | None:
    """The languages that a service says it reads; none of them where it does not say."""
    if not Info.is_type(event.type):
        return None
    programs = Info.from_event(event).asr
    models = [model for program in programs for model in program.models]
    if not models:
        raise NoEvent
    return {_language_of(one) for model in models for one in model.languages}


def _language_of(tag: str) -> str:
    """The language of a tag: that of "de-DE" and "de_DE" is "de"."""
    return tag.lower().replace("_", "-").partition("-")[0]
