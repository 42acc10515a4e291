"""Capitals where sentences begin."""

from collections.abc import Iterable


def with_capitals(text: str, ends: Iterable[str]) -> str:
    """The text with a capital where a sentence begins: at its start, and behind what ends another."""
    if not text[:1].isupper():
        text = _with_capital(text, 0)
    for end in filter(text.__contains__, ends):  # most texts hold none of them
        at = text.find(end)
        while at >= 0:
            begins = at + len(end)
            if not text[begins : begins + 1].isupper():
                text = _with_capital(text, begins)
            at = text.find(end, begins)
    return text


def _with_capital(text: str, at: int) -> str:
    """The text with a capital for the word at this place, or behind the marks that some languages open with."""
    for i in range(at, len(text)):
        letter = text[i]
        if letter.isalnum() or letter == "_":
            return text if letter.isupper() else f"{text[:i]}{letter.upper()}{text[i + 1 :]}"
        if letter.isspace():
            break
    return text
