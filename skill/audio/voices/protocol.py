"""What every voice does."""

from typing import Protocol


class Synthesis(Protocol):
    """Text in, mono samples of 16 bits out. May be used from any thread.

    ``name`` tells this voice from all others; ``rate_hz`` is its samples a second; ``at_once`` how many
    texts it speaks at a time.
    """

    name: str
    rate_hz: int
    at_once: int

    def speak(self, text: str) -> bytes:
        """The samples of ``text``, little-endian, two bytes each.

        Raises:
            AudioUnavailable: the voice cannot speak now.
        """
