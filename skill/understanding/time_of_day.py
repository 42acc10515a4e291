"""Times of the day as they are spoken, and as Amazon sends them (Amazon: Slot Type Reference, AMAZON.TIME)."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from skill.understanding.durations import any_of, group

_DIGITS = {"hour": r"1\d|2[0-4]|0?\d", "minute": r"\d\d", "digit": r"\d"}
_PLACES = re.compile(r"(\{hour\} \{minute\}|\{\w+\})")
_DAY = 24 * 60
_SMALL_HOURS = (12, 1, 2, 3, 4)


class TimesOfDay:
    """How a language says times of the day, in sentences that are spelt plainly.

    ``tables`` hold ``words``, by what Amazon sends for them: "12:00", "MO". They hold ``forms``: a sentence with
    {hour} and perhaps {minute} (of two digits) or {digit}, and how many minutes are to be added, such as 30 for
    "half past {hour}". And they hold the words that tell the halves of a day, in ``before_noon``, ``after_noon``
    and ``at_night``.
    """

    def __init__(self, tables: Mapping[str, Any], plain: Callable[[str], str]) -> None:
        def spelt(words: Iterable[str]) -> list[str]:
            return [plain(word) for word in words]

        self._words: dict[str, str] = {
            word: sent for sent, words in tables.get("words", {}).items() for word in spelt(words)
        }
        halves = {
            name: spelt(tables.get(name, ())) for name in ("before_noon", "after_noon", "at_night")
        }
        self._half = {word: name for name, words in halves.items() for word in words}
        half = any_of(self._half)
        forms = sorted(
            tables.get("forms", {}).items(), key=lambda form: -len(_expression(form[0], plain))
        )
        self._clocks = [
            (re.compile(rf"{_expression(form, plain)}(?: (?P<half>{half}))?"), minutes)
            for form, minutes in forms
        ]
        clock = "|".join(_expression(form, plain, named=False) for form, _ in forms) or "(?!)"
        self.pattern = re.compile(
            rf"(?<!\S)(?:(?:{clock})(?: {half})?|{any_of(self._words)})(?!\S)"
        )

    def iso(self, said: str) -> str:
        """Write a time that ``pattern`` matches as Amazon sends it: "half past 7 in the evening" is 19:30.

        An hour without a half of the day is taken as it stands: "7" is 07:00. (Own assumption: Amazon does not
        say how it decides.) "?" for what is no time of the day.
        """
        if said in self._words:
            return self._words[said]
        for form, away in self._clocks:
            if clock := form.fullmatch(said):
                found = clock.groupdict()
                minute = int(found.get("minute") or found.get("digit") or 0)
                hour = self._hour(int(found["hour"]), found["half"])
                minutes = (60 * hour + minute + away) % _DAY
                return f"{minutes // 60:02}:{minutes % 60:02}" if minute < 60 else "?"
        return "?"

    def _hour(self, hour: int, half: str | None) -> int:
        name = self._half.get(half or "")
        if name == "before_noon" or (name == "at_night" and hour in _SMALL_HOURS):
            return hour % 12
        return hour + 12 if name and hour < 12 else hour


def _expression(form: str, plain: Callable[[str], str], *, named: bool = True) -> str:
    """A form as an expression, its words spelt plainly, its places as groups of their names."""
    pieces = (
        _digits(piece, named=named) if i % 2 else re.escape(plain(piece))
        for i, piece in enumerate(_PLACES.split(form))
    )
    return " ".join(filter(None, pieces))


def _digits(places: str, *, named: bool) -> str:
    """The digits of one place, or of an hour and its minutes: "one thirty" may be spelt as the number 130."""
    names = re.findall(r"\w+", places)
    return " ?".join(group(name, _DIGITS[name], named=named) for name in names)
