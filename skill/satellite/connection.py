"""One peer of the service: events of the Wyoming protocol in, events out. It holds no socket."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart
from wyoming.error import Error
from wyoming.event import Event, Eventable
from wyoming.handle import Handled, NotHandled
from wyoming.info import Info
from wyoming.intent import Entity, Intent
from wyoming.ping import Ping, Pong

from skill.satellite.room import Answer
from skill.satellite.rooms import Context
from skill.satellite.utterance import Refused, Utterance

PLAY = "StridePlay"
"""The intent that asks a home to play the address in its entity ``url``."""

STOP = "StrideStop"
"""The intent that asks a home to stop what it plays."""


@dataclass(frozen=True, slots=True)
class Abilities:
    """What the service can do. ``reads`` makes words of sound; None where this machine cannot."""

    info: Info
    answers: Callable[[str, Context | None], Awaitable[tuple[Answer, Context]]]
    reads: Callable[[bytes], Awaitable[str]] | None = None


class Connection:
    """What was said in one connection so far."""

    def __init__(self, abilities: Abilities) -> None:
        self._abilities = abilities
        self._wanted = Transcribe()
        self._utterance: Utterance | None = None

    async def reply(self, event: Event) -> Event | None:
        """The reply to an event; None where none is due, as to an event that nobody here knows.

        Raises:
            Refused: the event cannot be, or not now.
        """
        try:
            reply = await self._reply(event)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise Refused(
                "malformed", f"{event.type} lacks a field, or holds a wrong one."
            ) from error
        return reply.event() if reply else None

    async def _reply(self, event: Event) -> Eventable | None:
        match event.type:
            case "describe":
                return self._abilities.info
            case "ping":
                return Pong(Ping.from_event(event).text)
            case "transcribe":
                self._wanted = Transcribe.from_event(event)
            case "audio-start":
                self._start(AudioStart.from_event(event))
            case "audio-chunk":
                self._heard().add(AudioChunk.from_event(event))
            case "audio-stop":
                return await self._read()
            case "transcript":
                return await self._answer(Transcript.from_event(event))
        return None

    def _start(self, form: AudioStart) -> None:
        if self._abilities.reads is None:
            raise Refused(
                "no-recogniser", "No sound is read here: choose another speech-to-text program."
            )
        if self._utterance is not None:
            raise Refused("out-of-order", "The sound before has not been stopped.")
        self._utterance = Utterance(form)

    def _heard(self) -> Utterance:
        if self._utterance is None:
            raise Refused("out-of-order", "audio-start comes first.")
        return self._utterance

    async def _read(self) -> Transcript:
        pcm, self._utterance = self._heard().pcm, None
        text = await self._abilities.reads(pcm) if self._abilities.reads and pcm else ""
        return Transcript(text, context=self._wanted.context, language=self._wanted.language)

    async def _answer(self, said: Transcript) -> Eventable:
        answer, context = await self._abilities.answers(said.text, said.context)
        if answer.plays:
            return _order(PLAY, answer, context, url=answer.plays)
        if answer.stops and answer.understood:
            return _order(STOP, answer, context)
        if answer.understood:
            return Handled(answer.text, context)
        return NotHandled(answer.text or None, context)


def _order(name: str, answer: Answer, context: Context, **entities: Any) -> Intent:
    """What a home has to do while it says the answer."""
    filled = [Entity(entity, value) for entity, value in entities.items()]
    return Intent(name, filled, text=answer.text, context=context)


def error_of(refused: Refused) -> Event:
    """What a peer is told of its mistake."""
    return Error(refused.text, refused.code).event()
