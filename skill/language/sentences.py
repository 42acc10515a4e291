"""Sentences with their parameters, and the order in which the wordings of one phrase are said."""

from collections.abc import Sequence
from functools import cache
from string import Formatter
from zlib import crc32

TemplatePart = tuple[str, str | None, str | None]
"""A text, the parameter that follows it, and in which form."""

Template = tuple[TemplatePart, ...]


@cache
def pieces(sentence: str) -> Template:
    """The text and the parameters of a sentence. Read once: the locales of a language share most sentences.

    Raises ValueError for brackets that are no ``{name}`` or ``{name:form}``.
    """
    if "{" not in sentence and "}" not in sentence:
        return ((sentence, None, None),)
    found: list[TemplatePart] = []
    for literal, name, form, conversion in Formatter().parse(sentence):
        words = () if name is None else (name, form or name)
        if conversion or not all(map(str.isidentifier, words)):
            raise ValueError("write a parameter as {name} or {name:form}")
        found.append((literal, name, form or None))
    return tuple(found)


TURNS = 60
"""Variations after which a phrase's wordings come again in the same order."""


class Wordings:
    """The wordings of one phrase, in the order in which variations take them.

    Each comes as often as the others, in no strict turn. The first turn is the file's; the later ones are
    shuffled, differently for each phrase, and none begins with the wording that the one before ended with. A
    welcome needs only one wording of most phrases. So turns are dealt no further than they are asked for, and a
    sentence is read when it is first said.
    """

    def __init__(self, key: str, sentences: Sequence[str]) -> None:
        self._key = key
        self._sentences = sentences
        # The dice, the last turn and all turns, changed as one: any thread may deal.
        self._dealt: tuple[int, list[int], list[int]] | None = None
        self._read: dict[int, Template] = {}

    def take(self, variation: int) -> Template:
        """The wording of a variation.

        Raises:
            ValueError: see ``pieces``.
        """
        count = len(self._sentences)
        # Two take turns, since no turn begins with what the one before ended with.
        nth = variation % (count if count <= 2 else TURNS)
        found = self._read.get(nth)
        if found is None:
            at = nth if nth < count else self._order_until(nth)[nth]
            found = self._read[nth] = pieces(self._sentences[at])
        return found

    def _order_until(self, nth: int) -> list[int]:
        if self._dealt is None:
            first = [*range(len(self._sentences))]
            self._dealt = crc32(self._key.encode()), first, first
        dice, last, order = self._dealt
        if nth < len(order):
            return order
        turn, order = [*last], [*order]
        turns, taken = (nth - len(order)) // len(turn) + 1, range(len(turn) - 1, 0, -1)
        for _ in range(turns):
            for i in taken:
                dice = (dice * 1_103_515_245 + 12_345) & 0x7FFF_FFFF  # the dice of the C standard
                other = (dice >> 16) % (i + 1)
                turn[i], turn[other] = turn[other], turn[i]
            if turn[0] == order[-1]:
                turn.reverse()
            order += turn
        self._dealt = dice, turn, order
        return order
