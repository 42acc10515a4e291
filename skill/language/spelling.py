"""How the words of a locale are compared: in one form for all that is said alike."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = "'\u2018\u2019\u02bc"


class Speller:
    """Makes one form of all that is said alike.

    Of the file ``data/alarms/<locale>.toml``, ``spelling`` tells what an apostrophe becomes (nothing, or a blank
    where it parts two words) and which letters are written otherwise; ``short`` what is written short.
    """

    def __init__(self, alarms: Mapping[str, Any]) -> None:
        spelling = alarms.get("spelling", {})
        apostrophe = dict.fromkeys(_APOSTROPHES, spelling.get("apostrophe", ""))
        self._letters = str.maketrans({**apostrophe, **spelling.get("fold", {})})
        shortened = alarms.get("short", {}).items()
        self._short = [
            (long, re.compile(rf"(?<!\S){re.escape(long)}(?!\S)"), short)
            for long, short in ((self.spelled(a), self.spelled(b)) for a, b in shortened)
        ]

    def plain(self, text: str) -> str:
        """The form in which texts are compared."""
        plain = self.spelled(text)
        for long, whole_words, short in self._short:
            if long in plain:
                plain = whole_words.sub(short, plain)
        return plain

    def spelled(self, text: str) -> str:
        """Small, without punctuation and accents, one blank between words.

        Whether an accent is written is up to the recogniser: "me maree" must be heard as "me mareé" is.
        """
        letters = unicodedata.normalize("NFD", text.casefold().translate(self._letters))
        return " ".join(_WORD.findall(_ACCENTS.sub("", letters)))

    def words(self, text: str) -> list[str]:
        """The words of a text, small, with their accents: for what is spoken."""
        return _WORD.findall(text.casefold().translate(self._letters))

    def either(self, phrases: Iterable[str]) -> str:
        """What any of the phrases is in a plain text, as a part of a pattern; the longest that can stand."""
        plain = sorted({self.plain(one) for one in phrases}, key=len, reverse=True)
        return f"({'|'.join(map(re.escape, plain)) or '(?!)'})"

    def any_of(self, phrases: Iterable[str]) -> re.Pattern[str]:
        """A pattern that finds any of the phrases in a plain text, as whole words; the longest that can stand."""
        return re.compile(rf"(?<!\S){self.either(phrases)}(?!\S)")
