"""Lengths of time as they are spoken, and as Amazon sends them (Amazon: Slot Type Reference, AMAZON.DURATION)."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

_UNITS = ("h", "m", "s")
_SECONDS = {"h": 3600, "m": 60, "s": 1}


def any_of(words: Iterable[str]) -> str:
    """An expression for any of these, the longest first; one that matches nothing where there are none."""
    longest_first = sorted(map(re.escape, words), key=len, reverse=True)
    return f"(?:{'|'.join(longest_first)})" if longest_first else "(?!)"


def group(name: str, expression: str, *, named: bool) -> str:
    """A group of an expression; without its name it may stand in one expression several times."""
    return f"(?P<{name}>{expression})" if named else f"(?:{expression})"


class Durations:
    """How a language says lengths of time, in sentences that are spelt plainly.

    ``tables`` hold ``units`` (words for h, m and s), ``amounts`` (words for a number of units: "0.5"),
    ``half`` (what adds half a unit to the one before it: "and a half"), ``phrases`` (words for so many seconds),
    and ``links``, which may stand between two parts.
    """

    def __init__(self, tables: Mapping[str, Any], plain: Callable[[str], str]) -> None:
        def spelt(words: Iterable[str]) -> list[str]:
            return [plain(word) for word in words]

        units = {unit: spelt(tables.get("units", {}).get(unit, ())) for unit in _UNITS}
        self._unit = {word: unit for unit, words in units.items() for word in words}
        self._quarters = {
            word: round(4 * float(amount))
            for amount, words in tables.get("amounts", {}).items()
            for word in spelt(words)
        }
        self._phrases = {
            word: int(seconds)
            for seconds, words in tables.get("phrases", {}).items()
            for word in spelt(words)
        }
        half = any_of(spelt(tables.get("half", ())))
        self._part, part = re.compile(self._parts(half)), self._parts(half, named=False)
        links = any_of(spelt(tables.get("links", ())))
        after_a_minute = (
            "|".join(rf"(?<={re.escape(word)}) (?:\d+$|[1-5]\d)" for word in units["m"]) or "(?!)"
        )
        self.pattern = re.compile(
            rf"(?<!\S){part}(?: (?:{links} )?{part})*(?:{after_a_minute})?(?!\S)"
        )

    def _parts(self, half: str, *, named: bool = True) -> str:
        """The expression of one part of a length: a phrase, so many units, or a figure and a letter."""
        parted = partial(group, named=named)
        phrase, unit = parted("phrase", any_of(self._phrases)), parted("unit", any_of(self._unit))
        count = parted("count", r"\d+") + parted("half_before", f" {half}") + "?"
        amount = parted("amount", any_of(self._quarters))
        units = rf"(?:{count}|{amount}) {unit}{parted('half_after', f' {half}')}?"
        letters = parted("number", r"\d+") + " " + parted("letter", "[hms]")
        return rf"(?:{phrase}|{units}|{letters})(?!\S)"

    def iso(self, phrase: str) -> str:
        """Write a phrase that ``pattern`` matches as ISO 8601: "a minute and a half" is PT1M30S.

        Units stay as spoken, as with Amazon: "90 seconds" is PT90S (Amazon: Slot Type Reference).
        """
        quarters, end = dict.fromkeys(_UNITS, 0), 0
        for part in self._part.finditer(phrase):
            end = part.end()
            if part["phrase"]:
                left = self._phrases[part["phrase"]]
                for unit, seconds in _SECONDS.items():
                    quarters[unit] += 4 * (left // seconds)
                    left %= seconds
            elif part["letter"]:
                quarters[part["letter"]] += 4 * int(part["number"])
            else:
                whole = 4 * int(part["count"]) if part["count"] else self._quarters[part["amount"]]
                half = bool(part["half_before"] or part["half_after"])
                quarters[self._unit[part["unit"]]] += whole + 2 * half
        if bare := phrase[end:].strip():
            quarters["s"] += 4 * int(bare)
        # A quarter of an hour is 15 minutes, half a minute 30 seconds; only seconds can stay divided.
        quarters["m"] += 60 * (quarters["h"] % 4)
        quarters["s"] += 60 * (quarters["m"] % 4)
        amounts = [
            (quarters["h"] // 4, "H"),
            (quarters["m"] // 4, "M"),
            (f"{quarters['s'] / 4:g}", "S"),
        ]
        spelled = "".join(f"{amount}{unit}" for amount, unit in amounts if str(amount) != "0")
        return f"PT{spelled or '0S'}"
