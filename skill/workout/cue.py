"""A cue: one thing said at one moment, and what it takes to say it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Union

Param = Union[int, str, "Phrase", tuple["Phrase", ...]]
"""What a phrase can be filled with: a number, a word, another phrase, or a list of phrases."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence by its key; the words are the locale's business.

    ``variation`` picks one of several wordings, the same one for the same number.
    """

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)
    variation: int = 0


def phrase(key: str, variation: int = 0, **params: Param) -> Phrase:
    """Write a phrase the short way."""
    return Phrase(key, params, variation)


@dataclass(frozen=True, slots=True)
class Line:
    """A phrase in words, and how long a voice takes to say it, in ms (estimated, a little generous)."""

    key: str
    text: str
    duration_ms: int


Voice = Callable[[Phrase], Line]
"""What turns phrases into lines: the language of the runner."""


class CueKind(StrEnum):
    """What a cue is for. A count owns its moment; a call must fit between two counts."""

    COUNT = "count"
    CALL = "call"
    TALK = "talk"


@dataclass(frozen=True, slots=True)
class Cue:
    """A line at its offset, in ms since the segment (or the scene) began."""

    at_ms: int
    line: Line
    kind: CueKind

    @property
    def ends_ms(self) -> int:
        """When it has been said, in ms on the same clock."""
        return self.at_ms + self.line.duration_ms

    def shifted(self, by_ms: int) -> "Cue":
        """The same cue on a clock that began ``by_ms`` earlier."""
        return Cue(self.at_ms + by_ms, self.line, self.kind)
