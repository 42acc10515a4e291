"""A cue: one thing said at one moment, and what it takes to say it.

Named tuples, since a response holds a hundred of them and each is made twice.
"""

from collections.abc import Hashable, Mapping
from enum import StrEnum
from functools import partial
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeAlias

Param: TypeAlias = "int | str | Phrase | tuple[Phrase, ...]"
"""What a phrase can be filled with: a number, a word, another phrase, or a list of phrases."""

_NOTHING: Mapping[str, Param] = MappingProxyType({})


class Phrase(NamedTuple):
    """A sentence by its key; the locale's phrase file holds the words.

    ``variation`` picks one of several wordings, the same one for the same number.
    """

    key: str
    params: Mapping[str, Param] = _NOTHING
    variation: int = 0


# Half of what the call of the class takes: a turn makes dozens of phrases.
_new_phrase = partial(tuple.__new__, Phrase)


def phrase(key: str, variation: int = 0, **params: Param) -> Phrase:
    """Make a phrase: its key, and its parameters by name."""
    return _new_phrase((key, params, variation))


class Line(NamedTuple):
    """A phrase in words, and how long a voice takes to say it, in ms."""

    key: str
    text: str
    duration_ms: int

    @property
    def room_ms(self) -> int:
        """The time kept free for it, in ms."""
        return room_ms(self.duration_ms)


def room_ms(duration_ms: int) -> int:
    """The time kept free for words, in ms: a third more than they take and a breath, for a slower voice."""
    return duration_ms * 13 // 10 + 250


class Voice(Hashable, Protocol):
    """What turns phrases into lines: the language of the runner."""

    def __call__(self, phrase: Phrase, /) -> Line:
        """The phrase in words."""

    def about_ms(self, phrase: Phrase, /) -> int:
        """About how long the phrase takes, in ms, in whichever of its wordings: it is not put into words."""


class CueKind(StrEnum):
    """What a cue is for. A count owns its moment; a call must fit between two counts."""

    COUNT = "count"
    CALL = "call"
    TALK = "talk"


class Cue(NamedTuple):
    """A line at its offset, in ms since the segment (or the scene) began."""

    at_ms: int
    line: Line
    kind: CueKind

    @property
    def ends_ms(self) -> int:
        """When it has been said by the slowest voice that the script allows for, in ms on the same clock."""
        return self.at_ms + self.line.room_ms
