"""Who talks to the coach: somebody who says yes, a conversation file, a keyboard."""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from skill.cli.speaker import Speaker

MOST_ANSWERS = 300
"""Answers of a willing runner: many times what a workout needs, and an end to one that never ends."""

_TIMED = re.compile(r"@(\d+(?:\.\d+)?)s\s+(\S.*)")


class Runner(Protocol):
    """Somebody who may say something at any moment."""

    def says(self, speaker: Speaker) -> str | None:
        """What is said now, if anything."""

    def is_done(self, speaker: Speaker) -> bool:
        """Whether nothing more is to be expected, now that no session is open."""


class WillingRunner:
    """Says yes whenever the coach listens."""

    def __init__(self) -> None:
        self._left = MOST_ANSWERS

    def says(self, speaker: Speaker) -> str | None:
        """See ``Runner``."""
        if self._left == 0 or not speaker.listens:
            return None
        self._left -= 1
        return "yes"

    def is_done(self, _speaker: Speaker) -> bool:
        """See ``Runner``."""
        return True


@dataclass(frozen=True, slots=True)
class Utterance:
    """A line of a conversation file.

    It is said ``wait_ms`` after the last response began; without, as soon as the microphone is open.
    """

    text: str
    wait_ms: int | None = None

    def is_due(self, speaker: Speaker) -> bool:
        """Whether its moment has come."""
        if self.wait_ms is None:
            return speaker.listens or speaker.is_over
        return speaker.since_response_ms >= self.wait_ms


def read_conversation(lines: Iterable[str]) -> list[Utterance]:
    """Read a conversation: one utterance a line, ``@45s`` before it for a wait, # for comments.

    Raises:
        ValueError: a line has a wait that cannot be read; the message names the line.
    """
    found = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if not text.startswith("@"):
            found.append(Utterance(text))
        elif timed := _TIMED.fullmatch(text):
            found.append(Utterance(timed[2], round(float(timed[1]) * 1000)))
        else:
            raise ValueError(f"line {number}: write a wait as '@45s what is next', not {text!r}")
    return found


class ScriptedRunner:
    """Says the lines of a conversation file, and nothing else."""

    def __init__(self, utterances: Iterable[Utterance]) -> None:
        self._left = deque(utterances)

    def says(self, speaker: Speaker) -> str | None:
        """See ``Runner``."""
        if not self._left:
            return None
        return self._left.popleft().text if self._left[0].is_due(speaker) else None

    def is_done(self, _speaker: Speaker) -> bool:
        """See ``Runner``."""
        return not self._left
