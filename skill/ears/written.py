"""What people write of what was said, in any language, as recognisers of whole sentences hand it on."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from skill.ears.spoken import Writing
from skill.understanding import Hearing
from skill.understanding.wording import APOSTROPHES, TENTH

LONGEST = 300
"""How many characters can be said in the twelve seconds that are listened to at once, in a hurry as well: a
recogniser that hears nothing may write one word for ever."""

_ASIDE = re.compile(r"\[[^]]*\]|\([^)]*\)|\*[^*]*\*|<[^>]*>")
_TOKEN = re.compile(rf"{TENTH}|\d+|[^\W\d_]+(?:'[^\W\d_]+)*")
_NUMBERS = (*range(1, 61), *range(65, 260, 5))


def as_written(text: str) -> str:
    """A sentence as its words, lower case, between blanks: "I'm at 12!" is "i'm at 12".

    What is no speech is left out, such as "[BLANK_AUDIO]" or "(music)".
    """
    # In whole letters: an accent that stands behind its letter would end a word.
    whole = unicodedata.normalize("NFC", _ASIDE.sub(" ", text))
    return " ".join(_TOKEN.findall(whole.lower().translate(APOSTROPHES)))


def writing_in(hearing: Hearing) -> Writing:
    """How people write a language, numbers in digits.

    Lengths of time and times of the day are written in too many ways: with these a sentence is understood as it
    is, or not at all.
    """
    numbers = {"AMAZON.NUMBER": [*map(str, _NUMBERS)]}
    return Writing(as_written, hearing.calls.get("opening", ()), numbers, of_any_words=True)


class Letters:
    """The letters of a word, in place of its sounds; "twelve" has those of "12", since both are written."""

    def __init__(self, hearing: Hearing) -> None:
        self._plain = cache(hearing.plain)

    def __call__(self, word: str) -> Iterable[str]:
        """The letters of a word, in plain spelling."""
        return self._plain(word)
