"""How long a voice takes to say a text: an estimate, measured once with a real synthesizer per locale."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from skill.speed.value import Value
from skill.training.fields import FieldsOf, read_name, read_number, read_whole_number

_LETTERS_IN_A_DIGIT = 5
"""A figure such as "7" is said in five letters."""


_SAID = 0.87
"""The share of a text's characters that take a letter's time: blanks take none, and the rests at its marks make
up for some of them. Fitted to whole workouts in all languages."""


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


class _Spelled(dict[int, str | None]):
    """What ``str.translate`` makes of a character: itself if it is said, more for a digit, or nothing."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        said = character * _LETTERS_IN_A_DIGIT if character.isdecimal() else character
        self[code] = said if _is_of_word(character) else None
        return self[code]


_SPELLED = _Spelled()


_MARKS = "".join(chr(code) for code in range(128) if not _is_of_word(chr(code)))
"""All of ASCII that is not said: what most texts begin or end with, if anything."""

_UNSAID = _MARKS.encode()
_NO_DIGITS = bytes(code for code in range(128) if not chr(code).isdecimal())


def _letters(text: str) -> int:
    """How many letters a text is said in; plain ASCII, as most English is, takes a tenth of the time."""
    if not text.isascii():
        return len(text.translate(_SPELLED))
    said = text.encode().translate(None, _UNSAID)
    if said.isalpha():
        return len(said)
    return len(said) + (_LETTERS_IN_A_DIGIT - 1) * len(said.translate(None, _NO_DIGITS))


def key_of(text: str) -> str:
    """The key under which the length of a short text is kept: small, from its first letter to its last one."""
    text = text.strip(_MARKS)
    if text.isascii():
        return text.lower()
    first, end = 0, len(text)
    while first < end and not _is_of_word(text[first]):
        first += 1
    while end > first and not _is_of_word(text[end - 1]):
        end -= 1
    return text[first:end].lower()


LONGEST_MS = 10_000
"""More than a letter, a pause or what is measured in one piece ever takes."""

COMMAS, STOPS = ",:;", ".?!"
"""The characters at which a voice rests a little, and those that end a sentence, where a file names no others."""


class SpeechRate(Value):
    """The pace of a voice, all in ms.

    ``words`` holds short texts that were measured one by one, by ``key_of``: the numbers and calls on which the
    beat rests. The length of anything else is estimated from its letters and pauses; ``commas`` are the
    characters at which a voice rests a little, ``stops`` those that end a sentence.
    """

    start_ms: float
    letter_ms: float
    comma_ms: float
    stop_ms: float
    words: Mapping[str, int]
    commas: str = COMMAS
    stops: str = STOPS

    def duration_ms(self, text: str) -> int:
        """How long ``text`` takes, in ms."""
        measured = self.words.get(key_of(text))
        if measured is not None:
            return measured
        letters, commas, stops = self.counted(text)
        return round(
            self.start_ms + self.letter_ms * letters + self.comma_ms * commas + self.stop_ms * stops
        )

    def about_ms(self, characters: int) -> int:
        """About how long a text of so many characters takes, in ms, whatever it says."""
        return round(self.start_ms + self.letter_ms * _SAID * characters)

    def counted(self, text: str) -> tuple[int, int, int]:
        """What a length is estimated from: letters (several for a digit), commas, and stops within the text."""
        return (
            _letters(text),
            sum(map(text.count, self.commas)),
            sum(map(text.count, self.inner_stops)),
        )

    @cached_property
    def inner_stops(self) -> tuple[str, ...]:
        """What may stand between two sentences of a text."""
        return tuple(f"{stop} " for stop in self.stops)


def read_speech_rate(file: str, table: Mapping[str, Any]) -> SpeechRate:
    """The pace that a data file holds; ``file`` is what an error calls it.

    Raises:
        DataError: a field is missing, unknown or wrong.
    """
    fields = FieldsOf(file, "(file)", table)

    def ms(name: str) -> float:
        remedy = f"write how many ms it takes, as a number from 0 to {LONGEST_MS}"
        return fields.take(name, read_number(0, LONGEST_MS), remedy)

    def marks(name: str, usual: str) -> str:
        if name not in fields.unread:
            return usual
        return fields.take(name, read_name, "write the characters as one text")

    words = fields.take("words", _read_measured, 'write [words], and "one" = 220 below it')
    rate = SpeechRate(
        ms("start_ms"),
        ms("letter_ms"),
        ms("comma_ms"),
        ms("stop_ms"),
        words,
        marks("commas", COMMAS),
        marks("stops", STOPS),
    )
    fields.finish()
    return rate


_read_measured_ms = read_whole_number(0, LONGEST_MS)


def _read_measured(value: Any) -> Mapping[str, int]:
    return {text: _read_measured_ms(ms) for text, ms in value.items()}
