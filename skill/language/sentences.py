"""Sentences with their parameters, and the order in which the wordings of one phrase are said."""

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


def in_turns(key: str, templates: tuple[Template, ...]) -> tuple[Template, ...]:
    """The wordings in the order in which variations take them: each as often as the others, in no strict turn.

    The first turn is the file's; the later ones are shuffled, differently for each phrase, and none begins with
    the wording that the one before ended with.
    """
    count = len(templates)
    if count <= 2:  # two take turns, since no turn begins with what the one before ended with
        return templates
    order, turn = [*range(count)], [*range(count)]
    dice = crc32(key.encode())
    while len(order) < TURNS:
        for i in range(count - 1, 0, -1):
            dice = (dice * 1_103_515_245 + 12_345) & 0x7FFF_FFFF  # the dice of the C standard
            other = (dice >> 16) % (i + 1)
            turn[i], turn[other] = turn[other], turn[i]
        if turn[0] == order[-1]:
            turn.reverse()
        order += turn
    return tuple([templates[i] for i in order[:TURNS]])
