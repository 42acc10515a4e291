"""What every store promises: one document per athlete, and no save that is silently lost."""

from typing import Any, Protocol

from skill.value import Value

Document = dict[str, Any]
"""A JSON object. Its keys are strings; its numbers are finite."""


class Stored(Value):
    """A document as found in a store, the caller's own copy.

    ``document`` is a ``str`` when what was found is not a JSON object: the raw text, with bytes
    that are not UTF-8 escaped. ``version`` counts the saves, from 1.
    """

    document: Document | str
    version: int


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

    def save(self, athlete_id: str, document: Document, expected: int) -> int:
        """Replace version ``expected`` of the document (0: there is none); return the new version.

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
