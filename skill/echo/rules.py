"""Amazon's limits and rules for a response, each broken one with an error of its own name."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from skill.echo import errors
from skill.echo.fields import checked_fields
from skill.echo.performance import APL_DIRECTIVE, Performance, Stage
from skill.echo.player_rules import check_orders
from skill.echo.screen.document import check_document
from skill.echo.timeline import Sound, Soundtrack

LARGEST_RESPONSE_BYTES = 120 * 1024
SAFE_RESPONSE_BYTES = 24 * 1024
LONGEST_SPEECH_CHARACTERS = 7_999  # "must be less than 8000"
LONGEST_CARD_CHARACTERS = 8_000
MOST_AUDIO_TAGS = 5
MOST_AUDIO_CLIPS = 15
LONGEST_OUTPUT_MS = 240_000
LONGEST_REPROMPT_MS = 90_000

_ENDS_IN_QUESTION = re.compile(r"\?\W*$")
_SPOKEN_FIELDS = ("outputSpeech", "card", "reprompt")
# By the beginning of the request's type: the fields that its response may not have.
_FORBIDDEN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "SessionEndedRequest": (*_SPOKEN_FIELDS, "directives"),
        "System.ExceptionEncountered": (*_SPOKEN_FIELDS, "directives"),
        "AlexaSkillEvent.": (*_SPOKEN_FIELDS, "directives"),
        "AudioPlayer.": (*_SPOKEN_FIELDS, "shouldEndSession"),
        "PlaybackController.": (*_SPOKEN_FIELDS, "shouldEndSession"),
    }
)
# Every device renders sound documents; dialogs and connections belong to the cloud.
_ON_EVERY_DEVICE = frozenset({"Alexa.Presentation.APLA", "Connections", "Dialog", "Tasks"})


def is_without_session(request_type: str) -> bool:
    """Whether requests of this type come outside a session's turn-taking, and get no words back."""
    return request_type.startswith(tuple(_FORBIDDEN))


@dataclass(frozen=True, slots=True)
class Rules:
    """Checks responses.

    `budget_bytes` is what the whole JSON may weigh: older pages of Amazon name 24 KB, the
    reference 120 KB, which cannot be exceeded. `overlap_tolerance_ms` is how long two voices of an
    APLA document may sound at once. (Amazon: Request and Response JSON Reference; SSML Reference;
    APL for Audio; Certification Requirements, test 4.1.)
    """

    stage: Stage
    interfaces: frozenset[str] = frozenset()
    budget_bytes: int = SAFE_RESPONSE_BYTES
    overlap_tolerance_ms: int = 0

    def __post_init__(self) -> None:
        if not 0 < self.budget_bytes <= LARGEST_RESPONSE_BYTES:
            raise ValueError(f"budget_bytes must lie in 1..{LARGEST_RESPONSE_BYTES}")

    def check(self, request_type: str, response: object) -> Performance:
        """Check a response to this type of request and return what it plays.

        Raises the IllegalResponse of the first rule that it breaks.
        """
        envelope = checked_fields(response)
        body: dict[str, Any] = envelope["response"]
        self._check_size(envelope)
        _check_forbidden(request_type, body)
        _check_characters(body)
        self._check_directives(body)
        _check_screens(body)
        check_orders(request_type, body)
        performance = self.stage.perform(body)
        _check_clips(performance)
        self._check_documents(performance)
        _check_length(performance)
        if not is_without_session(request_type):
            _check_manners(performance)
        return performance

    def _check_size(self, envelope: dict[str, Any]) -> None:
        # As a skill writes it that escapes whatever is not ASCII, which is the longest way.
        if (size := len(json.dumps(envelope, separators=(",", ":")))) > self.budget_bytes:
            raise errors.ResponseTooBig("response", limit=f"{self.budget_bytes} bytes", got=size)

    def _check_directives(self, body: Mapping[str, Any]) -> None:
        for part in _parts(body):
            for directive in part.get("directives") or ():
                interface = directive["type"].rpartition(".")[0]
                if interface not in self.interfaces | _ON_EVERY_DEVICE:
                    raise errors.UnsupportedDirective(
                        f"directive {directive['type']}",
                        limit=", ".join(sorted(self.interfaces | _ON_EVERY_DEVICE)),
                        got=interface or "no interface",
                    )

    def _check_documents(self, performance: Performance) -> None:
        for track in (*performance.output, *performance.reprompt):
            if track.is_apla:
                if not track.timeline.sounds:
                    raise errors.SilenceOnly("APLA document", limit="sound in it", got="silence")
                self._check_voices(track.timeline)

    def _check_voices(self, timeline: Soundtrack) -> None:
        speaking: Sound | None = None
        for sound in timeline.spoken():
            if speaking and speaking.end_ms - sound.at_ms > self.overlap_tolerance_ms:
                raise errors.OverlappingVoices(
                    f"{speaking.text!r} ends at {speaking.end_ms} ms, {sound.text!r} begins at "
                    f"{sound.at_ms} ms; overlap",
                    limit=f"{self.overlap_tolerance_ms} ms",
                    got=f"{speaking.end_ms - sound.at_ms} ms",
                )
            if not speaking or sound.end_ms > speaking.end_ms:
                speaking = sound


def _check_screens(body: Mapping[str, Any]) -> None:
    for directive in body.get("directives") or ():
        if directive["type"] == APL_DIRECTIVE and directive.get("document"):
            check_document(directive["document"])


def _parts(body: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield body
    yield body.get("reprompt") or {}


def _check_forbidden(request_type: str, body: Mapping[str, Any]) -> None:
    for beginning, fields in _FORBIDDEN.items():
        if request_type.startswith(beginning):
            for name in fields:
                if body.get(name) not in (None, []):
                    raise errors.ForbiddenField(
                        f"response to {request_type}", limit=f"no {', '.join(fields)}", got=name
                    )
    if request_type == "SessionEndedRequest" and body.get("shouldEndSession") is False:
        raise errors.ForbiddenField(
            "response to SessionEndedRequest", limit="no open session", got="shouldEndSession false"
        )


def _check_characters(body: Mapping[str, Any]) -> None:
    for part in _parts(body):
        speech = part.get("outputSpeech") or {}
        length = len(speech.get("ssml") or speech.get("text") or "")
        if length > LONGEST_SPEECH_CHARACTERS:
            limit = f"{LONGEST_SPEECH_CHARACTERS} characters"
            raise errors.SpeechTooLong("output speech", limit=limit, got=length)
    card = body.get("card") or {}
    length = sum(len(card.get(name) or "") for name in ("title", "content", "text"))
    if length > LONGEST_CARD_CHARACTERS:
        limit = f"{LONGEST_CARD_CHARACTERS} characters"
        raise errors.CardTooLong("card", limit=limit, got=length)


def _check_clips(performance: Performance) -> None:
    tracks = (*performance.output, *performance.reprompt)
    # A repeated file counts again: Amazon does not say that it would not.
    tags = sum(_clips(track.timeline) for track in tracks if not track.is_apla)
    if tags > MOST_AUDIO_TAGS:
        raise errors.TooManyAudioTags("audio tags", limit=str(MOST_AUDIO_TAGS), got=tags)
    clips = sum(_clips(track.timeline) for track in tracks if track.is_apla)
    if clips > MOST_AUDIO_CLIPS:
        raise errors.TooManyAudioClips("APLA audio clips", limit=str(MOST_AUDIO_CLIPS), got=clips)


def _clips(timeline: Soundtrack) -> int:
    return len(timeline.sounds) - len(timeline.spoken())


def _check_length(performance: Performance) -> None:
    for track in performance.output:
        if (ms := track.timeline.duration_ms) > LONGEST_OUTPUT_MS:
            what = "APLA document" if track.is_apla else "output speech"
            raise errors.OutputTooLong(what, limit=f"{LONGEST_OUTPUT_MS} ms", got=f"{ms} ms")
    if (ms := performance.reprompt_timeline.duration_ms) > LONGEST_REPROMPT_MS:
        raise errors.RepromptTooLong("reprompt", limit=f"{LONGEST_REPROMPT_MS} ms", got=f"{ms} ms")


def _check_manners(performance: Performance) -> None:
    spoken = performance.output_timeline.spoken()
    last_words = max(spoken, key=lambda sound: sound.end_ms).text if spoken else ""
    has_reprompt = bool(performance.reprompt_timeline.sounds)
    match performance.session:
        case "listening":
            if "?" not in last_words:
                raise errors.OpenWithoutQuestion(
                    "last words before the microphone", limit="a question", got=repr(last_words)
                )
            if not has_reprompt:
                raise errors.OpenWithoutReprompt("reprompt", limit="words", got="none")
        case "closed":
            if _ENDS_IN_QUESTION.search(last_words):
                raise errors.ClosedAfterQuestion(
                    "last words of the session", limit="no question", got=repr(last_words)
                )
    if performance.session != "listening" and has_reprompt:
        raise errors.RepromptWhenClosed("reprompt", limit="none without microphone", got="one")
