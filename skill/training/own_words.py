"""The words in files of one's own workouts: names, cues and how-tos, each a text that every voice can say."""

import unicodedata
from string import ascii_letters, digits
from typing import Any

from skill.training.fields import at_least_one

LONGEST_NAME, LONGEST_CUE, LONGEST_HOW_TO = 40, 80, 400
"""Characters of what is spoken: a name within a sentence, one form cue, the whole how-to (about 25 s)."""

MOST_CUES = 6

_IN_NAMES = frozenset(f"{ascii_letters}{digits} '-\N{RIGHT SINGLE QUOTATION MARK}")

_IN_SENTENCES = _IN_NAMES | frozenset('.,;:!?()/%°"\N{EN DASH}')


def _spoken(value: Any, longest: int, known: frozenset[str]) -> str:
    """A text that every voice can say and that is nothing but text: no brackets, no markup, no control codes."""
    if not isinstance(value, str):
        raise TypeError
    if value.isascii():  # most of them, and a cold start does without the tables of all scripts
        text = value
    else:
        text = unicodedata.normalize("NFC", value)
        known = known.union(char for char in text if unicodedata.category(char)[0] in "LMN")
    text = " ".join(text.split(" ")).strip()
    if not text or len(text) > longest or not any(map(str.isalpha, text)):
        raise ValueError
    if not known.issuperset(text):
        raise ValueError
    return text


def read_own_name(value: Any) -> str:
    """A name that is said within a sentence."""
    return _spoken(value, LONGEST_NAME, _IN_NAMES)


def read_own_names(value: Any) -> tuple[str, ...]:
    """A list of such names; it may be empty."""
    if not isinstance(value, list) or len(value) > MOST_CUES:
        raise TypeError
    return tuple(map(read_own_name, value))


def read_how_to(value: Any) -> str:
    """How something is done: one or more sentences."""
    return _sentence(_spoken(value, LONGEST_HOW_TO, _IN_SENTENCES))


def _sentence(text: str) -> str:
    return text if text[-1] in ".!?" else f"{text}."


def read_calls(value: Any) -> tuple[str, ...]:
    """Short sentences that are called out; there may be none."""
    if not isinstance(value, list) or len(value) > MOST_CUES:
        raise TypeError
    return tuple(_sentence(_spoken(one, LONGEST_CUE, _IN_SENTENCES)) for one in value)


read_cues = at_least_one(read_calls)
"""At least one such sentence."""
