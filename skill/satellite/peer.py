"""One peer of the service: events of the Wyoming protocol in, events out. It holds no socket."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.error import Error
from wyoming.event import Event, Eventable
from wyoming.handle import Handled, NotHandled
from wyoming.info import Describe, Info
from wyoming.intent import Entity, Intent
from wyoming.ping import Ping, Pong

from skill.satellite.room import RoomAnswer
from skill.satellite.rooms import Context
from skill.satellite.utterance import EventRefused, SpokenUtterance

PLAY = "StridePlay"
"""The intent that asks a home to play the address in its entity ``url``."""

STOP = "StrideStop"
"""The intent that asks a home to stop what it plays."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What the service can do. ``reads`` makes words of sound; None where this machine cannot."""

    info: Info
    answers: Callable[[str, Context | None], Awaitable[tuple[RoomAnswer, Context]]]
    reads: Callable[[bytes], Awaitable[str]] | None = None


_KINDS: Mapping[str, type[Eventable]] = {
    "describe": Describe,
    "ping": Ping,
    "transcribe": Transcribe,
    "audio-start": AudioStart,
    "audio-chunk": AudioChunk,
    "audio-stop": AudioStop,
    "transcript": Transcript,
}
"""The events that are answered or listened to; a peer may send others, which the protocol lets a program drop."""


def _malformed(event: Event) -> EventRefused:
    return EventRefused("malformed", f"{event.type} lacks a field, or holds a wrong one.")


class Peer:
    """What was said so far on this connection."""

    def __init__(self, abilities: Abilities) -> None:
        self._abilities = abilities
        self._wanted = Transcribe()
        self._utterance: SpokenUtterance | None = None

    async def reply(self, event: Event) -> Event | None:
        """The reply to an event; None where none is due, as to an event that nobody here knows.

        Raises:
            EventRefused: the event is malformed, not for this machine, or came at the wrong moment.
        """
        try:
            kind = _KINDS.get(event.type)
            if kind is None:
                return None
            message = kind.from_event(event)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise _malformed(event) from error
        reply: Eventable | None = None
        match message:
            case Describe():
                reply = self._abilities.info
            case Ping():
                reply = Pong(message.text)
            case Transcribe():
                self._wanted = message
            case AudioStart():
                self._start(message)
            case AudioChunk():
                self._heard().add(message)
            case AudioStop():
                reply = await self._read()
            case Transcript(text=str(), context=None | dict()):
                reply = await self._answer(message)
            case _:
                raise _malformed(event)
        return reply.event() if reply else None

    def _start(self, form: AudioStart) -> None:
        if self._abilities.reads is None:
            raise EventRefused(
                "no-recogniser", "No sound is read here: choose another speech-to-text program."
            )
        if self._utterance is not None:
            raise EventRefused("out-of-order", "The sound before has not been stopped.")
        self._utterance = SpokenUtterance(form)

    def _heard(self) -> SpokenUtterance:
        if self._utterance is None:
            raise EventRefused("out-of-order", "audio-start comes first.")
        return self._utterance

    async def _read(self) -> Transcript:
        pcm, self._utterance = self._heard().pcm, None
        text = await self._abilities.reads(pcm) if self._abilities.reads and pcm else ""
        return Transcript(text, context=self._wanted.context, language=self._wanted.language)

    async def _answer(self, said: Transcript) -> Eventable:
        answer, context = await self._abilities.answers(said.text, said.context)
        if answer.plays:
            return _order(PLAY, answer, context, url=answer.plays)
        if answer.stops:
            return _order(STOP, answer, context)
        if answer.understood:
            return Handled(answer.text, context)
        return NotHandled(answer.text or None, context)


def _order(name: str, answer: RoomAnswer, context: Context, **entities: Any) -> Intent:
    """What a home has to do while it says the answer."""
    filled = [Entity(entity, value) for entity, value in entities.items()]
    return Intent(name, filled, text=answer.text, context=context)


def error_of(refused: EventRefused) -> Event:
    """The event that says to a peer what it did wrong."""
    return Error(refused.text, refused.code).event()
