"""An exchange: one request to the skill and what came of it, with what can be measured on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from skill.echo import DeviceTurn, EchoFault, Sound
from skill.echo.rules import (
    LONGEST_OUTPUT_MS,
    LONGEST_SPEECH_CHARACTERS,
    SAFE_RESPONSE_BYTES,
)
from skill.speed.json_text import compact
from skill.understanding import Match

Json = dict[str, Any]

LIMITS: Mapping[str, int] = {
    "bytes": SAFE_RESPONSE_BYTES,
    "audio_ms": LONGEST_OUTPUT_MS,
    "speech_characters": LONGEST_SPEECH_CHARACTERS,
}
"""Amazon's limits for one response, by what is measured."""


@dataclass(frozen=True, slots=True)
class Mishap:
    """A rule of Amazon's that a response broke, or that the skill crashed."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its response on the device's clock, ``at_ms`` since the desk was set up.

    ``said`` is the utterance, empty where the device spoke for itself. After a ``fault`` the response may be None
    and nothing of it was played. ``called`` is by what name the coach was called then, None as an Echo.
    """

    number: int
    at_ms: int
    said: str
    request: Json
    response: Json | None
    match: Match | None = None
    sounds: tuple[Sound, ...] = ()
    fault: Mishap | None = None
    called: str | None = None

    @property
    def bytes(self) -> int:
        """The size of the response's JSON as Amazon receives it."""
        return len(compact(self.response))

    @property
    def audio_ms(self) -> int:
        """When the last sound of the output is over, in ms since the first."""
        return max((sound.end_ms for sound in self.sounds), default=0)

    @property
    def speech_characters(self) -> int:
        """The length of the output speech, tags included."""
        speech = ((self.response or {}).get("response") or {}).get("outputSpeech") or {}
        return len(speech.get("ssml") or speech.get("text") or "")


def played(number: int, at_ms: int, said: str, turn: DeviceTurn) -> Exchange:
    """The exchange of a turn that the device could play."""
    return Exchange(
        number, at_ms, said, turn.request, turn.response, turn.match, tuple(turn.timeline)
    )


def refused(
    number: int, at_ms: int, said: str, asked: tuple[Json, Json | None], error: EchoFault
) -> Exchange:
    """The exchange that ended in a fault."""
    request, response = asked
    fault = Mishap(type(error).__name__, str(error))
    return Exchange(number, at_ms, said, request, response, fault=fault)
