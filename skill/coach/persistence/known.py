"""Athletes that need no reading: most of what a process loads, it has saved itself a turn before."""

from skill.athlete.athlete import Athlete
from skill.recent import Recent

MOST_KNOWN = 300
"""Athletes kept in memory with their texts, some 20 kB each."""


def known_athletes() -> Recent[bytes, Athlete]:
    """A memory for the athletes of the last texts that were read or saved, each found by its whole text."""
    return Recent(MOST_KNOWN, lambda _: 1)
