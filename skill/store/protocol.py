"""What every store promises: one document per athlete, and no save that is silently lost (decision 7)."""

from functools import cached_property
from typing import Protocol

from skill.speed.value import Value
from skill.store import text
from skill.store.text import Document

__all__ = ["Document", "Store", "Stored"]


class Stored(Value):
    """A document as found in a store: its text, as it was saved. ``version`` counts the saves, from 1."""

    raw: bytes
    version: int

    @cached_property
    def document(self) -> Document | str:
        """What the text says, read when it is first asked for.

        It is a ``str`` when what was found is not a JSON object: the raw text, with bytes that are not
        UTF-8 escaped.
        """
        return text.read(self.raw)


class Store(Protocol):
    """Keeps one document per athlete, under an id that means nothing to the store.

    An id is any text that UTF-8 can carry, kept as given: hash it first if it must not be read.

    Every method may be called from any thread, and raises ``StoreUnavailable`` when the store
    cannot be reached, cannot take the document or is closed. A method that raises has changed
    nothing; only where a network lies between may ``StoreUnavailable`` hide that it has.
    """

    def load(self, athlete_id: str, aside: int = 0) -> Stored | None:
        """Return the athlete's document, or None.

        ``aside`` is a number that ``set_aside`` returned, for the document it put away.
        """

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """Replace version ``expected`` of the document (0: there is none); return the new version.

        The document may come as the text that it is: then it is kept as it comes.

        Raises:
            StaleVersion: the store holds another version. Load, merge and save again.
            TypeError, ValueError: the document cannot be written as JSON.
        """

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """Put the document away, byte for byte, so that the athlete has none.

        Returns its number (from 1) for ``load``, or 0 when there was nothing to put away. Give the
        version that was found unreadable as ``expected``: then a good document that another device
        has saved since stays where it is.

        Raises:
            StaleVersion: ``expected`` was given and the store holds another version.
        """

    def erase(self, *athlete_ids: str) -> None:
        """Delete the athletes' documents and everything set aside for them: of all of them, or of none."""

    def check(self) -> None:
        """Return if documents can be read and written now: one that is nobody's is written and deleted."""

    def close(self) -> None:
        """Let go of files and connections. May be called twice."""
