"""How long a voice takes to say a text: an estimate, measured once with a real synthesizer per locale."""

import re
from collections.abc import Mapping

from skill.value import Value

_LETTERS_MORE_IN_A_DIGIT = 4  # "7" is said in five
_COMMAS = ",:;"
_STOP = re.compile(r"[.?!](?=\s)")


class SpeechRate(Value):
    """The pace of a voice, all in ms.

    ``words`` holds short texts that were measured one by one: the numbers and calls on which the beat
    rests. The length of anything else is estimated from its letters and pauses.
    """

    start_ms: float
    letter_ms: float
    comma_ms: float
    stop_ms: float
    words: Mapping[str, int]

    def duration_ms(self, text: str) -> int:
        """How long ``text`` takes, in ms."""
        measured = self.words.get(_without_edge(text).lower())
        if measured is not None:
            return measured
        letters = sum(map(str.isalnum, text)) + text.count("_")
        more = _LETTERS_MORE_IN_A_DIGIT * sum(map(str.isdecimal, text))
        return round(
            self.start_ms
            + self.letter_ms * (letters + more)
            + self.comma_ms * sum(map(text.count, _COMMAS))
            + self.stop_ms * len(_STOP.findall(text))
        )


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _without_edge(text: str) -> str:
    """The text without what follows its last word."""
    end = len(text)
    while end and not _is_of_word(text[end - 1]):
        end -= 1
    return text[:end]
