"""A speaker in the room: the pretend Echo, what it lets be seen, and where the workout is."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from skill.cli.progress import Progress
from skill.ears.ending import NOTICED_AFTER_MS
from skill.echo import Echo
from skill.simulator.observer import RunnerObserver

LEAVING = frozenset({"exit", "quit"})
"""Words that end the conversation at the speaker itself."""

_MS = timedelta(milliseconds=1)


class Viewer(Protocol):
    """Where a conversation is seen. Times are in ms since it began, or since it was resumed on a later day."""

    def day(self, moment: datetime) -> None:
        """The conversation is resumed on a later day."""

    def coach(self, at_ms: int, text: str) -> None:
        """The coach begins to say something."""

    def runner(self, at_ms: int, text: str) -> None:
        """The runner begins to say something; the coach falls silent."""

    def progress(self, where: Callable[[], str]) -> None:
        """Where the workout is now: called to show it; empty where none is under way."""


class Speaker:
    """Passes words and time on to the Echo, and shows what comes of it."""

    def __init__(
        self, echo: Echo, observer: RunnerObserver, progress: Progress, screen: Viewer
    ) -> None:
        self._echo = echo
        self._observer = observer
        self._progress = progress
        self._screen = screen
        self._began = self._responded = echo.now
        self._shown = self._seen = 0

    def open(self) -> None:
        """Open the skill."""
        self._echo.open()
        self._catch_up()

    def say(self, text: str) -> bool:
        """Say something; what plays is cut short. Returns whether it was for the coach.

        On a later day the times start again from zero.
        """
        if not self._echo.in_session and self._echo.now.date() > self._began.date():
            self._began = self._echo.now
            self._screen.day(self._began)
        self._screen.runner((self._echo.now - self._began) // _MS, text)
        heard = self._echo.say(text) is not None
        self._catch_up()
        return heard

    def wake(self) -> None:
        """Hear the wake word, or that somebody begins to answer: what plays is cut short."""
        self._screen.runner((self._echo.now - self._began) // _MS, "…")
        self._echo.wake()

    def hear(self, text: str, *, in_doubt: bool = False, or_else: str = "") -> None:
        """Hear what somebody has said. Its time, and the time until its end was noticed, have passed already.

        ``in_doubt`` and ``or_else`` are as in ``Echo.hear``.
        """
        self._screen.runner((self._echo.now - self._began) // _MS, text or "(no word of it)")
        self._echo.hear(text, NOTICED_AFTER_MS, in_doubt=in_doubt, or_else=or_else)
        self._catch_up()

    def hear_nothing(self) -> None:
        """Hear no words behind the wake word."""
        self._echo.hear_nothing()
        self._catch_up()

    def leave(self) -> None:
        """End the session if one is open: the coach keeps the place."""
        if self._echo.in_session:
            self._echo.say("exit")
            self._catch_up()

    def move(self, ms: int) -> None:
        """Let time pass."""
        self._echo.wait(ms)
        for heard in self._echo.heard[self._shown :]:
            self._screen.coach((heard.at - self._began) // _MS, heard.text)
        self._shown = len(self._echo.heard)
        self._catch_up()
        self._screen.progress(lambda: self._progress(self._observer.athlete, self._echo.now))

    def _catch_up(self) -> None:
        """Remember the moment when the last response begins to sound."""
        for turn in self._echo.turns[self._seen :]:
            if turn.request["request"]["type"] != "SessionEndedRequest":
                self._responded = self._echo.now + self._echo.response_delay_ms * _MS
        self._seen = len(self._echo.turns)

    @property
    def now(self) -> datetime:
        """The moment on the speaker's clock."""
        return self._echo.now

    @property
    def listens(self) -> bool:
        """Whether the microphone is open."""
        return self._echo.state == "listening"

    @property
    def is_hushed(self) -> bool:
        """Whether nothing sounds and nothing is asked: so it is behind a wake word, until an answer sounds."""
        return self._echo.state == "idle"

    @property
    def is_over(self) -> bool:
        """Whether no session is open and everything has been said."""
        return not self._echo.in_session and self._echo.state == "idle"

    @property
    def fell_silent(self) -> bool:
        """Whether the last session ended without the coach's doing: nobody answered."""
        return bool(self._echo.turns[-1].request["request"]["type"] == "SessionEndedRequest")

    @property
    def since_response_ms(self) -> int:
        """The time since the last response began to sound, in ms."""
        return (self._echo.now - self._responded) // _MS

    @property
    def workout_ended(self) -> bool:
        """Whether the coach has led a workout to its end and closed it."""
        return self._observer.ended
