"""What is heard of a response, and what becomes of the session."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from skill.echo.apla import apla_timeline
from skill.echo.errors import BadApla
from skill.echo.ssml import parse_ssml, ssml_timeline, words_timeline
from skill.echo.timeline import AudioMs, Soundtrack, SpeechMs, after_one_another

SessionLeft = Literal["listening", "quiet", "closed"]
"""listening: the microphone opens; quiet: open on a screen, microphone shut; closed: over."""

APL_DIRECTIVE = "Alexa.Presentation.APL.RenderDocument"
APLA_DIRECTIVE = "Alexa.Presentation.APLA.RenderDocument"


@dataclass(frozen=True, slots=True)
class SpokenPart:
    """The speech of a response, or one APLA document with its token."""

    timeline: Soundtrack
    is_apla: bool
    token: str = ""


@dataclass(frozen=True, slots=True)
class Performance:
    """All that a response plays: its output, its reprompt, and the session it leaves behind."""

    output: tuple[SpokenPart, ...]
    reprompt: tuple[SpokenPart, ...]
    session: SessionLeft

    @property
    def output_timeline(self) -> Soundtrack:
        """The output from its first to its last millisecond."""
        return after_one_another(track.timeline for track in self.output)

    @property
    def reprompt_timeline(self) -> Soundtrack:
        """The reprompt from its first to its last millisecond."""
        return after_one_another(track.timeline for track in self.reprompt)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a performance depends on besides the response: voice, files, a screen or none."""

    speech_ms: SpeechMs
    audio_ms: AudioMs
    has_screen: bool

    def perform(self, body: Mapping[str, Any]) -> Performance:
        """Evaluate the "response" object: first the speech, then APLA; they never overlap.

        Raises BadSsml, BreakTooLong or BadApla
        (Amazon: Integrate APL for Audio into Your Skill Response).
        """
        return Performance(
            output=tuple(self._tracks(body)),
            reprompt=tuple(self._tracks(body.get("reprompt") or {})),
            session=self._session_left(body),
        )

    def _session_left(self, body: Mapping[str, Any]) -> SessionLeft:
        if "shouldEndSession" not in body:
            return "quiet" if self.has_screen else "closed"
        # An explicit null opens the microphone like false
        # (Amazon: Manage Skill Session and Session Attributes).
        return "closed" if body["shouldEndSession"] else "listening"

    def _tracks(self, part: Mapping[str, Any]) -> Iterable[SpokenPart]:
        if speech := part.get("outputSpeech"):
            yield SpokenPart(self._speech(speech), is_apla=False)
        for directive in part.get("directives") or ():
            if directive["type"] == APLA_DIRECTIVE:
                yield SpokenPart(self._apla(directive), is_apla=True, token=directive["token"])
            if directive["type"] == APL_DIRECTIVE and directive.get("sources"):
                yield SpokenPart(self._words(directive), is_apla=True, token=directive["token"])

    def _words(self, directive: Mapping[str, Any]) -> Soundtrack:
        """What a screen speaks: sound made from the sources of its document (Amazon: Transformers)."""
        (source,) = directive["sources"].values()
        datasources = directive.get("datasources") or {}
        return apla_timeline(source, datasources, self.speech_ms, self.audio_ms)

    def _speech(self, speech: Mapping[str, Any]) -> Soundtrack:
        if speech["type"] == "PlainText":
            return words_timeline(speech["text"], self.speech_ms)
        return ssml_timeline(parse_ssml(speech["ssml"]), self.speech_ms, self.audio_ms)

    def _apla(self, directive: Mapping[str, Any]) -> Soundtrack:
        document = directive["document"]
        if document.get("type") == "Link":
            raise BadApla("APLA document", limit="inline on this device", got=document.get("src"))
        datasources = directive.get("datasources") or {}
        return apla_timeline(document, datasources, self.speech_ms, self.audio_ms)
