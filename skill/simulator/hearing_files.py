"""What a file ``data/hearing/<locale>.toml`` may hold; ``skill.understanding.hearing`` tells what they mean."""

from collections.abc import Mapping
from string import Formatter
from typing import Any

from skill.language.word_files import (
    GROUPS,
    SPELLING,
    TEXT,
    TEXTS,
    WORDS,
    WORDS_BY_NAME,
    Shape,
    Shapes,
    check_words,
    read_by,
)
from skill.training.fields import read_whole_number, read_yes_or_no

_PLACES = {("hour",), ("hour", "minute"), ("hour", "digit")}
_LONGEST_MS = 10_000
_HALF_A_DAY = 12 * 60


def _read_clock(form: str) -> None:
    """How a time is said: with an hour, and perhaps with its minutes."""
    if tuple(place for _, place, _, _ in Formatter().parse(form) if place) not in _PLACES:
        raise ValueError


def _read_seconds(key: str) -> int:
    return read_whole_number(1, 24 * 60 * 60)(int(key))


_NUMBERS = Shape(read_by(int, WORDS.read), 'write words for each number: 8 = ["ate"]')
_AMOUNTS = Shape(read_by(float, WORDS.read), 'write words for each number: 0.5 = ["half a"]')
_MS = Shape(read_whole_number(0, _LONGEST_MS), "write how many ms it takes, as a whole number")
_CLOCKS = Shape(
    read_by(_read_clock, read_whole_number(-_HALF_A_DAY, _HALF_A_DAY)),
    'write how many minutes are added to the hour that is said: "half past {hour}" = 30',
)
_LENGTHS = Shape(
    read_by(_read_seconds, WORDS.read), 'write words for each number of seconds: 900 = ["…"]'
)
_LISTS = (
    *("fillers", "before", "after", "small", "articles", "asking", "oneself", "turning"),
    *("whole", "dear", "wake", "leaving", "orders", "closed", "names", "empty"),
)

HEARING: Shapes = {
    **dict.fromkeys(_LISTS, WORDS),
    **dict.fromkeys(("opposites", "kin"), GROUPS),
    **dict.fromkeys(("careful", "telling", "usual", "calls"), WORDS_BY_NAME),
    "spelling": {**SPELLING, "half": TEXT, "longhand": TEXTS},
    "numbers": {
        "also": _NUMBERS,
        **dict.fromkeys(("hundreds", "links", "minus"), WORDS),
        "joined": Shape(read_yes_or_no, "write true or false"),
    },
    "durations": {
        **dict.fromkeys(("half", "links"), WORDS),
        "units": WORDS_BY_NAME,
        "amounts": _AMOUNTS,
        "phrases": _LENGTHS,
    },
    "times": {
        **dict.fromkeys(("before_noon", "after_noon", "at_night"), WORDS),
        "words": WORDS_BY_NAME,
        "forms": _CLOCKS,
    },
    "pace": dict.fromkeys(("start_ms", "letter_ms", "pause_ms"), _MS),
}


def check_hearing(file: str, table: Mapping[str, Any]) -> None:
    """Look whether a file of hearing holds only what it may.

    Raises:
        DataError: a field is unknown or wrong.
    """
    check_words(file, table, HEARING)
