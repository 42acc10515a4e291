"""Athletes that need no reading: most of what a process loads, it has saved itself a turn before."""

from typing import NamedTuple

from skill.athlete.athlete import Athlete
from skill.recent import Recent

MOST_KNOWN = 300
"""Athletes kept in memory with their texts, some 20 kB each."""


class Known(NamedTuple):
    """An athlete as last read or saved here, with its text: any other text in the store comes from elsewhere."""

    text: bytes
    athlete: Athlete


def known_athletes() -> Recent[str, Known]:
    """A memory for the last text of each athlete, by id: an older one is never loaded again."""
    return Recent(MOST_KNOWN, lambda _: 1)
