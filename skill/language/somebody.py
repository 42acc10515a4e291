"""Somebody other than the runner who is named, and who does not move, answer or wake up."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from skill.language.spelling import Speller


class Somebody:
    """Hears of somebody else in a plain text.

    ``names`` are first names. Of the file ``data/alarms/<locale>.toml``, ``somebody`` holds the other words for
    people ("he", "my wife"), and ``lies_there`` what is said of somebody in danger ("isn't moving").
    """

    def __init__(self, spelling: Speller, names: Iterable[str], alarms: Mapping[str, Any]) -> None:
        self._spelling = spelling
        people = spelling.either((*names, *alarms.get("somebody", ())))
        lying = spelling.either(alarms.get("lies_there", ()))
        # "Paul just isn't moving", "my husband is not moving"; "is" may be written as one word with the name.
        somebody = rf"(?<!\S){people}s?( \S+)?"
        self._named = re.compile(rf"{somebody}$")
        self._lies_there = re.compile(rf"{somebody} {lying}(?!\S)")

    def is_named(self, said: str) -> bool:
        """Whether a text ends with somebody, a word behind at most: "help, my husband just"."""
        return self._named.search(self._spelling.plain(said)) is not None

    def lies_there(self, plain: str) -> bool:
        """Whether a plain text tells that somebody does not move, answer or wake up."""
        return self._lies_there.search(plain) is not None
