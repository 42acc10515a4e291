"""Which words stand beside each other in sentences."""

from collections.abc import Iterable
from itertools import pairwise


class Neighbours:
    """The neighbours in some sentences, kept as one text: as pairs in a set they take ten times the memory."""

    def __init__(self, sentences: Iterable[str]) -> None:
        pairs = {f"\n{one} {two}" for said in sentences for one, two in pairwise(said.split())}
        self._pairs = "".join((*sorted(pairs), "\n"))

    def strange(self, words: str) -> int:
        """How many of the neighbours in some words are none in any sentence."""
        pairs = pairwise(words.split())
        return sum(f"\n{one} {two}\n" not in self._pairs for one, two in pairs)
