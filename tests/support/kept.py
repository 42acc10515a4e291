"""Documents as a store hands them out."""

from skill.store import Document, Stored, text


def stored(document: Document | str, version: int) -> Stored:
    """What a store has found, where this document was saved, or such a text was put."""
    raw = document.encode() if isinstance(document, str) else text.write(document)
    return Stored(raw, version)
