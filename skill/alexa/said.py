"""What was heard, fit to be said again."""

import re

LONGEST_TEXT = 40
"""How many characters of what was heard are repeated to the runner at most."""

_SIGNS = "'\u2019.,:&+-"
"""What may stand once between the words that are said again; nothing else but letters, marks and digits may."""

_NOT_SAID = re.compile(rf"[^\w\s{re.escape(_SIGNS)}\u0300-\u036f]|_")
_RUN_OF_SIGNS = re.compile(rf"[{re.escape(_SIGNS)}\s]+(?=[{re.escape(_SIGNS)}])")


def clean(text: str, longest: int = LONGEST_TEXT) -> str:
    """A text that may be looked up: short enough, without control characters and halves of characters."""
    if not text.isprintable():
        text = "".join(letter if letter.isprintable() else " " for letter in text)
    words = " ".join(text.split())
    return words if len(words) <= longest else words[:longest].rpartition(" ")[0] or words[:longest]


def sayable(text: str | None) -> str | None:
    """A name that may be said again, of words and single signs between them; None where that leaves nothing.

    How long a voice is silent at forty question marks, nobody knows.
    """
    words = " ".join(_NOT_SAID.sub(" ", text or "").split())
    return _RUN_OF_SIGNS.sub("", words).strip(f"{_SIGNS} ") or None
