"""Athletes that need no reading: most of what a process loads, it has saved itself a turn before."""

from collections import OrderedDict
from threading import Lock

from skill.athlete.athlete import Athlete

MOST_KNOWN = 300
"""Athletes kept in memory with their texts, some 20 kB each."""


class Known:
    """The athletes of the last texts that were read or saved. Another letter makes another text."""

    def __init__(self) -> None:
        self._athletes: OrderedDict[bytes, Athlete] = OrderedDict()
        self._lock = Lock()

    def get(self, text: bytes) -> Athlete | None:
        """The athlete of a text; None where it has to be read."""
        with self._lock:
            athlete = self._athletes.get(text)
            if athlete is not None:
                self._athletes.move_to_end(text)
            return athlete

    def put(self, text: bytes, athlete: Athlete) -> None:
        """Know an athlete by its text; the one that was not asked for longest is forgotten for it."""
        with self._lock:
            self._athletes[text] = athlete
            self._athletes.move_to_end(text)
            while len(self._athletes) > MOST_KNOWN:
                self._athletes.popitem(last=False)
