"""A sentence in one plain spelling: lower case, no punctuation, digits for numbers.

Utterances, samples and slot values all pass through here, so they can be compared word by word.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from skill.understanding.number_words import NumberWords

_NOT_BEHIND, _NOT_BEFORE = r"(?<![\d.,])", r"(?![.,]?\d)"

TENTH = rf"{_NOT_BEHIND}\d+[.,]\d{_NOT_BEFORE}"
"""A pattern of a number with one place behind its point: two may be minutes, and a date has two points."""

APOSTROPHES = str.maketrans({"\u2018": "'", "\u2019": "'", "\u02bc": "'"})
"""What is written for an apostrophe, for ``str.translate``."""

_TOKEN = re.compile(rf"{TENTH}|(?<![\w-])-\d+|\d+|[^\W\d_]+")
_AND_A_HALF = re.compile(rf"{_NOT_BEHIND}(\d+)[.,]5{_NOT_BEFORE}")


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language is spelt plainly.

    ``apostrophe`` is what an apostrophe becomes: nothing, or a blank where it parts two words. ``fold`` writes
    single letters otherwise, ``longhand`` whole words ("whats" is "what is"). ``half`` is what stands behind a
    number for a half more: "12.5 kilos" is "12 and a half kilos". Any other tenth is a word that nobody knows,
    for the two numbers that "12.3" is made of would be a weight and repetitions.
    """

    apostrophe: str = ""
    half: str = ""
    fold: Mapping[int, str] = field(default_factory=dict)
    longhand: Mapping[str, str] = field(default_factory=dict)
    numbers: NumberWords = field(default_factory=lambda: NumberWords({}))

    @classmethod
    def of(cls, tables: Mapping[str, Any], words: Mapping[int, tuple[str, ...]]) -> Self:
        """By the tables ``spelling`` and ``numbers`` of a data file, and the numbers as the coach says them."""
        spelling, numbers = tables.get("spelling", {}), tables.get("numbers", {})
        letters = cls(
            apostrophe=spelling.get("apostrophe", ""),
            half=spelling.get("half", ""),
            fold=str.maketrans(spelling.get("fold", {})),
        )
        said = {number: [*spellings] for number, spellings in words.items()}
        for number, spellings in numbers.get("also", {}).items():
            said.setdefault(int(number), []).extend(spellings)
        return cls(
            apostrophe=letters.apostrophe,
            half=letters.half,
            fold=letters.fold,
            longhand={
                " ".join(letters.tokens(short)): " ".join(letters.tokens(long))
                for short, long in spelling.get("longhand", {}).items()
            },
            numbers=NumberWords(
                {
                    number: [" ".join(letters.tokens(one)) for one in spellings]
                    for number, spellings in said.items()
                },
                hundreds=map(letters.letters, numbers.get("hundreds", ())),
                links=map(letters.letters, numbers.get("links", ())),
                minus=map(letters.letters, numbers.get("minus", ())),
                joined=numbers.get("joined", False),
            ),
        )

    def letters(self, text: str) -> str:
        """The text in lower case, its letters as they are compared."""
        unmarked = text.casefold().translate(APOSTROPHES).replace("'", self.apostrophe)
        return unmarked.translate(self.fold)

    def tokens(self, text: str) -> list[str]:
        """The words and numbers of a text, in lower case."""
        letters = self.letters(text)
        return _TOKEN.findall(
            _AND_A_HALF.sub(rf"\1 {self.half}", letters) if self.half else letters
        )

    def plain(self, text: str) -> str:
        """Spell a sentence plainly: "What's up, one hundred and five?" is "what is up 105"."""
        return " ".join(self.numbers.with_digits(self.in_words(text).split()))

    def in_words(self, text: str) -> str:
        """A sentence in plain spelling, its numbers as they were said: "what is up one hundred and five"."""
        return " ".join(self.longhand.get(token, token) for token in self.tokens(text))
