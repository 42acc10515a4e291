"""A document as text: how every store that keeps text writes and reads it."""

import json
from typing import Any, NoReturn

Document = dict[str, Any]
"""A JSON object. Its keys are strings; its numbers are finite."""


def write(document: Document | bytes) -> bytes:
    """Return the document as JSON in ASCII, so that no half of a surrogate pair is refused.

    What is written already is returned as it is.

    Raises:
        TypeError, ValueError: the document holds something that JSON cannot.
    """
    if isinstance(document, bytes):
        return document
    return json.dumps(document, allow_nan=False, separators=(",", ":")).encode()


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
