"""Who talks to the coach: somebody who says yes, a conversation file, a keyboard."""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from skill.cli.speaker import Speaker

MOST_ANSWERS = 300
"""Answers of a willing runner: many times what a workout needs, and an end to one that never ends."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_TIMED = re.compile(r"@(\d+(?:\.\d+)?)s\s+(\S.*)")
_DATED = re.compile(rf"@({'|'.join(WEEKDAYS)})\s+([01]?\d|2[0-3]):([0-5]\d)\s+(\S.*)")
_REPEATED = re.compile(r"(\S.*?)\s*(?:\.\.\.|…)")


class Runner(Protocol):
    """Somebody who may say something at any moment."""

    def says(self, speaker: Speaker) -> str | None:
        """What is said now, if anything."""

    def is_done(self, speaker: Speaker) -> bool:
        """Whether nothing more is to be expected, now that no session is open."""


class WillingRunner:
    """Says ``yes``, in the coach's language, whenever the coach listens."""

    def __init__(self, yes: str) -> None:
        self._yes = yes
        self._left = MOST_ANSWERS

    def says(self, speaker: Speaker) -> str | None:
        """See ``Runner``."""
        if self._left == 0 or not speaker.listens:
            return None
        self._left -= 1
        return self._yes

    def is_done(self, _speaker: Speaker) -> bool:
        """See ``Runner``."""
        return True


@dataclass(frozen=True, slots=True)
class WeekTime:
    """A moment of every week."""

    weekday: int
    hour: int
    minute: int

    def after(self, now: datetime) -> datetime:
        """When it comes next."""
        day = now + timedelta(days=(self.weekday - now.weekday()) % 7)
        moment = day.replace(hour=self.hour, minute=self.minute, second=0, microsecond=0)
        return moment if moment > now else moment + timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class ConversationLine:
    """A line of a conversation file.

    It is said ``wait_ms`` after the last response began, or when the speaker's clock shows the time ``on``.
    Without either it is said as soon as the microphone is open; with ``again``, each time that it is, until the
    session is over.
    """

    text: str
    wait_ms: int | None = None
    on: WeekTime | None = None
    again: bool = False


def read_conversation(lines: Iterable[str]) -> list[ConversationLine]:
    """Read a conversation: one utterance a line, # for comments.

    ``@45s`` before it is a wait, ``@Thursday 7:00`` lets the days until then pass; with ``...`` behind it, it is
    said again and again.

    Raises:
        ValueError: a line has a wait that cannot be read; the message names the line.
    """
    found = []
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text and not text.startswith("#"):
            found.append(_line(number, text))
    return found


def _line(number: int, text: str) -> ConversationLine:
    if not text.startswith("@"):
        repeated = _REPEATED.fullmatch(text)
        return ConversationLine(repeated[1], again=True) if repeated else ConversationLine(text)
    if timed := _TIMED.fullmatch(text):
        return ConversationLine(timed[2], round(float(timed[1]) * 1000))
    if dated := _DATED.fullmatch(text):
        day, hour, minute, words = dated.groups()
        return ConversationLine(words, on=WeekTime(WEEKDAYS.index(day), int(hour), int(minute)))
    raise ValueError(
        f"line {number}: write a wait as '@45s what is next' or '@Thursday 7:00 open strong stride', "
        f"not {text!r}"
    )


class ScriptedRunner:
    """Says the lines of a conversation file, and nothing else."""

    def __init__(self, lines: Iterable[ConversationLine]) -> None:
        self._left = deque(lines)
        self._repeated = 0
        self._awaited: datetime | None = None

    def says(self, speaker: Speaker) -> str | None:
        """See ``Runner``."""
        if self._left and self._left[0].again and (speaker.is_over or self._is_enough):
            self._next()
        if not self._left or not self._is_due(self._left[0], speaker):
            return None
        text = self._left[0].text
        if self._left[0].again:
            self._repeated += 1
        else:
            self._next()
        return text

    def is_done(self, _speaker: Speaker) -> bool:
        """See ``Runner``."""
        return not self._left

    def away_ms(self, speaker: Speaker) -> int:
        """How long nothing will be said now that no session is open, in ms; 0 where that is not known."""
        if self._awaited is None or not speaker.is_over:
            return 0
        return (self._awaited - speaker.now) // timedelta(milliseconds=1)

    @property
    def _is_enough(self) -> bool:
        return self._repeated == MOST_ANSWERS

    def _next(self) -> None:
        self._left.popleft()
        self._repeated, self._awaited = 0, None

    def _is_due(self, line: ConversationLine, speaker: Speaker) -> bool:
        if line.on is not None:
            if self._awaited is None:
                self._awaited = line.on.after(speaker.now)
            return speaker.now >= self._awaited
        if line.wait_ms is None:
            return speaker.listens or (speaker.is_over and not line.again)
        return speaker.since_response_ms >= line.wait_ms
