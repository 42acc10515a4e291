"""What every shelf does."""

from datetime import timedelta
from typing import Protocol

KEPT = timedelta(days=14)
"""For how long a file is kept that nobody asks for: two sessions of a runner who trains once a week."""


class Shelf(Protocol):
    """Where finished audio lies. Files are found by the fingerprint of their content.

    Both methods may be called from any thread, and raise ``AudioUnavailable`` where the shelf cannot be reached
    or takes no more.
    """

    def find(self, fingerprint: str) -> str | None:
        """The address of a file that is there, good for some hours; None where it has to be put."""

    def put(self, fingerprint: str, mp3: bytes) -> str:
        """Keep a file; its address."""
