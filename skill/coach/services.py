"""What lies outside of the coach and is reached in errands: reminders, audio, what is stored of a household."""

from collections.abc import Callable
from datetime import datetime, time
from typing import Protocol

from skill.athlete.zone import Zone
from skill.errors import Refusal, RemindersRefused
from skill.speed.value import Value
from skill.workout.track import Track


class Reminder(Value):
    """A reminder that comes every week, on these days (0 is Monday), ``at`` this time of the runner's clock."""

    days: tuple[int, ...]
    at: time


class Reminders(Protocol):
    """Somebody who reminds. Every method raises ``RemindersRefused`` where it cannot be done."""

    def check(self) -> None:
        """Return if nothing that is known beforehand speaks against reminders."""

    def create(
        self, reminder: Reminder, text: str, locale: str, now: datetime, zone: Zone | None
    ) -> None:
        """Set a reminder that says ``text``; ``now`` is the moment on the runner's clock."""

    def listed(self) -> tuple[Reminder, ...]:
        """The reminders that are set, by this coach alone."""

    def cancel(self) -> int:
        """Cancel all of them, and return how many there were."""


class NoReminders:
    """Where nobody reminds: in a terminal, in a browser."""

    def check(self) -> None:
        """See ``Reminders``."""
        raise RemindersRefused(Refusal.NO_ECHO)

    def create(
        self, _reminder: Reminder, _text: str, _locale: str, _now: datetime, _zone: Zone | None
    ) -> None:
        """See ``Reminders``."""
        self.check()

    def listed(self) -> tuple[Reminder, ...]:
        """See ``Reminders``."""
        self.check()
        return ()

    def cancel(self) -> int:
        """See ``Reminders``."""
        self.check()
        return 0


class Outside(Value):
    """What an errand may reach.

    ``household`` gives how many profiles there are; ``forget`` deletes the speaker's, or everyone's. Both raise
    ``StoreUnavailable``. ``publish`` gives a track its address, or raises ``AudioUnavailable``. ``time_zone``
    asks for the name of the speaker's time zone; None where nobody knows it.
    """

    reminders: Reminders
    household: Callable[[], int]
    forget: Callable[[bool], None]
    publish: Callable[[Track], str]
    time_zone: Callable[[], str | None]
