"""A document as text: how every store that keeps text writes and reads it."""

import json
from typing import NoReturn

from skill.store.protocol import Document


def write(document: Document) -> str:
    """Return the document as JSON in ASCII, so that no half of a surrogate pair is refused.

    Raises:
        TypeError, ValueError: the document holds something that JSON cannot.

    """
    return json.dumps(document, allow_nan=False, separators=(",", ":"))


def read(raw: bytes) -> Document | str:
    """Return the JSON object, or the text itself when it is none."""
    try:
        document = json.loads(raw.decode(), parse_constant=_refuse)
    # A text of ten thousand brackets is damaged, and ends the parser's stack, not the skill.
    except (ValueError, RecursionError):
        document = None
    return document if isinstance(document, dict) else raw.decode(errors="backslashreplace")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)
