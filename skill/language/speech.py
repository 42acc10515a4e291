"""How long a voice takes to say a text: an estimate, measured once with a real synthesizer per locale."""

import re
from collections.abc import Mapping
from typing import NamedTuple

_LETTER = re.compile(r"\w")
_DIGIT = re.compile(r"\d")
_LETTERS_MORE_IN_A_DIGIT = 4  # "7" is said in five
_COMMA = re.compile(r"[,:;]")
_STOP = re.compile(r"[.?!](?=\s)")
_EDGE = re.compile(r"[^\w]+$")


class SpeechRate(NamedTuple):
    """The pace of a voice, all in ms.

    ``words`` holds short texts that were measured one by one: the numbers and calls on which the beat
    rests. Anything else is reckoned by its letters and pauses.
    """

    start_ms: float
    letter_ms: float
    comma_ms: float
    stop_ms: float
    words: Mapping[str, int]

    def duration_ms(self, text: str) -> int:
        """How long ``text`` takes, in ms."""
        measured = self.words.get(_EDGE.sub("", text).lower())
        if measured is not None:
            return measured
        more = _LETTERS_MORE_IN_A_DIGIT * len(_DIGIT.findall(text))
        return round(
            self.start_ms
            + self.letter_ms * (len(_LETTER.findall(text)) + more)
            + self.comma_ms * len(_COMMA.findall(text))
            + self.stop_ms * len(_STOP.findall(text))
        )
