"""The form of what is stored: values within bounds, and lines of words with options after them.

A line is made of words with blanks between them. What is seldom needed follows as an option, ``name=value``.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from skill.training.fields import is_id

MOST_DONE = 10_000
"""The most that one set can have done, in any unit."""

LONGEST_NUMBER = 12
"""Digits of a number in a line."""

T = TypeVar("T")
Options = dict[str, str]


def whole(value: Any, lowest: int, highest: int) -> int:
    """A whole number in bounds.

    Raises:
        ValueError: the value is no such thing.
    """
    if type(value) is not int or not lowest <= value <= highest:
        raise ValueError(f"{value!r} is not a whole number from {lowest} to {highest}")
    return value


def word(value: str) -> str:
    """A name of the catalog's kind.

    Raises:
        ValueError: the value is no such thing.
    """
    if not is_id(value):
        raise ValueError(f"{value!r} is no name")
    return value


def number(text: str, lowest: int = 0, highest: int = MOST_DONE) -> int:
    """A whole number in bounds, from text.

    Raises:
        ValueError: the value is no such thing.
    """
    if not text.isdecimal() or len(text) > LONGEST_NUMBER:
        raise ValueError(f"{text!r} is no number")
    return whole(int(text), lowest, highest)


def line_of(words: Iterable[object], **options: object) -> str:
    """A line; options that are None, 0 or empty are left out."""
    said = (f"{name}={value}" for name, value in options.items() if value)
    return " ".join((*map(str, words), *said))


def parts_of(line: str, words: int) -> tuple[list[str], Options]:
    """So many words of a line, and the options after them.

    Raises:
        ValueError: there are fewer words, or something after them is no option.
    """
    parts = line.split(" ")
    options: Options = {}
    for part in parts[words:]:
        name, equals, value = part.partition("=")
        if not equals or name in options:
            raise ValueError(f"{part!r} is no option of {line!r}")
        options[name] = value
    if len(parts) < words:
        raise ValueError(f"{line!r} is too short")
    return parts[:words], options


def take(options: Options, name: str, read: Callable[[str], T], otherwise: T) -> T:
    """Take one option out of ``options``, and read it; ``otherwise`` where it is not there."""
    return read(options.pop(name)) if name in options else otherwise


def nothing_else(options: Options) -> None:
    """Check that every option was taken.

    Raises:
        ValueError: some are left, which nobody knows.
    """
    if options:
        raise ValueError(f"unknown: {', '.join(options)}")
