"""SSML, read strictly: the words, pauses and audio files that it makes, one after another."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from xml.parsers.expat import ExpatError, ParserCreate

from skill.echo.errors import BadSsml, BreakTooLong, IllegalResponse
from skill.echo.timeline import AudioMs, Sound, Soundtrack, SpeechMs, after_one_another

LONGEST_BREAK_MS = 10_000
_TAGS = (
    "speak audio break p s emphasis prosody say-as sub phoneme lang voice w "
    "amazon:domain amazon:effect amazon:emotion"
)
TAGS = frozenset(_TAGS.split())
# Amazon defines the strengths by comma, sentence and paragraph; the lengths are an estimate.
_STRENGTH_MS: Mapping[str, int] = MappingProxyType(
    {"none": 0, "x-weak": 0, "weak": 0, "medium": 200, "strong": 400, "x-strong": 650}
)
_PAUSE_AROUND: Mapping[str, str] = MappingProxyType({"s": "strong", "p": "x-strong"})
_TIME = re.compile(r"(\d+(?:\.\d+)?)(ms|s)")


@dataclass(frozen=True, slots=True)
class Speech:
    """Speech spoken in one breath."""

    text: str


@dataclass(frozen=True, slots=True)
class Silence:
    """Silence of some milliseconds."""

    ms: int


@dataclass(frozen=True, slots=True)
class Clip:
    """An audio file."""

    source: str


SsmlPiece = Speech | Silence | Clip


def parse_ssml(ssml: str) -> tuple[SsmlPiece, ...]:
    """Read an SSML text into pieces in order of time (Amazon: SSML Reference).

    Raises BadSsml for text that is not well-formed, has another root than speak, or uses a tag
    or a value that Alexa does not know, and BreakTooLong for a break over ten seconds.
    """
    reader = _Reader()
    parser = ParserCreate()  # without namespaces, so that amazon:effect is a name like any other
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.words
    parser.buffer_text = True
    try:
        parser.Parse(ssml, True)
    except ExpatError as error:
        raise BadSsml("SSML", limit="well-formed XML", got=f"{error} in {ssml[:80]!r}") from error
    return tuple(reader.pieces)


def ssml_timeline(
    pieces: tuple[SsmlPiece, ...], speech_ms: SpeechMs, audio_ms: AudioMs
) -> Soundtrack:
    """Lay pieces on a timeline, one after another."""
    return after_one_another(_piece_timeline(piece, speech_ms, audio_ms) for piece in pieces)


def _piece_timeline(piece: SsmlPiece, speech_ms: SpeechMs, audio_ms: AudioMs) -> Soundtrack:
    match piece:
        case Silence(ms):
            return Soundtrack((), ms)
        case Clip(source):
            return clip_timeline(source, audio_ms)
        case Speech(text):
            return words_timeline(text, speech_ms)


def words_timeline(text: str, speech_ms: SpeechMs) -> Soundtrack:
    """Lay plain words on a timeline."""
    words = " ".join(text.split())
    length = speech_ms(words) if words else 0
    return Soundtrack((Sound(0, length, words),) if words else (), length)


def clip_timeline(source: str, audio_ms: AudioMs) -> Soundtrack:
    """Lay one audio file on a timeline."""
    length = audio_ms(source)
    return Soundtrack((Sound(0, length, source, "audio"),), length)


class _Reader:
    """Collects pieces while the XML parser walks through the text."""

    def __init__(self) -> None:
        self.pieces: list[SsmlPiece] = []
        self._depth = 0
        self._spoken_by_alias = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag not in TAGS:
            raise BadSsml("SSML tag", limit="one of Alexa's tags", got=f"<{tag}>")
        if (self._depth == 0) != (tag == "speak"):
            raise BadSsml("SSML root", limit="one <speak> around everything", got=f"<{tag}>")
        self._depth += 1
        if tag in _PAUSE_AROUND and self.pieces and isinstance(self.pieces[-1], Speech):
            self.pieces.append(Silence(_STRENGTH_MS[_PAUSE_AROUND[tag]]))
        if self._spoken_by_alias:
            self._spoken_by_alias += 1
        elif read := _READ.get(tag):
            piece = read(attributes)
            if isinstance(piece, Speech):
                self.words(piece.text)
                self._spoken_by_alias = 1
            else:
                self.pieces.append(piece)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._spoken_by_alias = max(0, self._spoken_by_alias - 1)
        if tag in _PAUSE_AROUND:
            self.pieces.append(Silence(_STRENGTH_MS[_PAUSE_AROUND[tag]]))

    def words(self, text: str) -> None:
        if self._spoken_by_alias:
            return
        if self.pieces and isinstance(before := self.pieces[-1], Speech):
            self.pieces[-1] = Speech(before.text + text)
        elif text.strip():
            self.pieces.append(Speech(text.lstrip()))


def _break(attributes: dict[str, str]) -> SsmlPiece:
    if "time" in attributes:
        time = _TIME.fullmatch(attributes["time"])
        if time is None:
            raise BadSsml("break time", limit='"500ms" or "2s"', got=repr(attributes["time"]))
        ms = round(float(time[1]) * (1000 if time[2] == "s" else 1))
        if ms > LONGEST_BREAK_MS:
            raise BreakTooLong("break", limit=f"{LONGEST_BREAK_MS} ms", got=f"{ms} ms")
        return Silence(ms)
    strength = attributes.get("strength", "medium")
    if strength not in _STRENGTH_MS:
        raise BadSsml("break strength", limit=", ".join(_STRENGTH_MS), got=repr(strength))
    return Silence(_STRENGTH_MS[strength])


def _audio(attributes: dict[str, str]) -> SsmlPiece:
    return Clip(playable(attributes.get("src", ""), BadSsml))


def _sub(attributes: dict[str, str]) -> SsmlPiece:
    if not attributes.get("alias"):
        raise BadSsml("sub", limit="an alias", got="none")
    return Speech(attributes["alias"])


_READ: Mapping[str, Callable[[dict[str, str]], SsmlPiece]] = MappingProxyType(
    {"break": _break, "audio": _audio, "sub": _sub}
)


def playable(source: str, fault: type[IllegalResponse]) -> str:
    """Return the address, if Alexa plays files from there; else raise `fault`."""
    if not source.startswith(("https://", "soundbank://soundlibrary/")):
        raise fault("audio source", limit="https:, soundbank://soundlibrary/", got=repr(source))
    return source
