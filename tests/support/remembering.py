"""Reminders kept in a list, by a service that can be out of reach."""

from datetime import datetime

from skill.athlete.zone import Zone
from skill.coach.services import Reminder
from skill.errors import Refusal, RemindersRefused


class Remembering:
    """Keeps reminders; refuses while it is ``failing``."""

    def __init__(self) -> None:
        self.kept: list[Reminder] = []
        self.failing = False

    def check(self) -> None:
        """Refuse while failing."""
        if self.failing:
            raise RemindersRefused(Refusal.UNREACHABLE)

    def create(
        self, reminder: Reminder, _text: str, _locale: str, _now: datetime, _zone: Zone | None
    ) -> None:
        """Keep it."""
        self.check()
        self.kept.append(reminder)

    def listed(self) -> tuple[Reminder, ...]:
        """All that are kept."""
        self.check()
        return tuple(self.kept)

    def cancel(self) -> int:
        """Keep none."""
        self.check()
        count = len(self.kept)
        self.kept.clear()
        return count
