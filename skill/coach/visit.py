"""A visit: who speaks to the coach, where, when, and what the session kept of the turn before."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple

from skill.coach.audio_player import Player
from skill.coach.commands import Command
from skill.coach.services import NoReminders, Reminders

STAMPED = range(2014, 2200)
"""Years of which a visit may be: no Echo is older, and who is far beyond them is no clock."""


def _unknown_zone() -> str | None:
    return None


def unreadable(_written: str) -> Command | None:
    """No order: nobody knows how one is read."""
    return None


def guest_of(account: str) -> str:
    """The id of whoever trains as a guest at an account's speakers."""
    return f"{account}.guest"


class Visit(NamedTuple):
    """Who is speaking, on which device, when, and whether the session is new.

    ``athlete_id`` and ``device`` are opaque; ``account_id`` is whose speaker it is, the athlete's own where no
    voice was told apart (or ""). ``known_voice`` is False where it is taken for the session's owner's, but was
    not recognised. ``carried`` is what the session kept of the last turn. ``reminders`` tells who reminds;
    ``time_zone`` asks for the name of the speaker's time zone, and takes a second at most. ``player`` is the
    speaker's player of audio files; None where it has none. ``talked_ms`` is how long before ``now`` the
    speaker fell silent, as far as is known: the runner's sentence was spoken meanwhile. ``screen`` is whether
    the device has one that can lead a workout. ``request`` tells the request apart from all others, "" where
    nothing does: what is delivered twice has the same one. ``read_order`` gives the command that was written
    down with an order in doubt (``OrderInDoubt``); None where it cannot be read.
    """

    athlete_id: str
    now: datetime
    new_session: bool = False
    device: str = ""
    carried: dict[str, Any] | None = None
    locale: str = ""
    account_id: str = ""
    known_voice: bool = True
    reminders: Callable[[], Reminders] = NoReminders
    time_zone: Callable[[], str | None] = _unknown_zone
    player: Player | None = None
    talked_ms: int = 0
    screen: bool = False
    request: str = ""
    read_order: Callable[[str], Command | None] = unreadable

    @property
    def account(self) -> str:
        """The account's id."""
        return self.account_id or self.athlete_id

    @property
    def recognized(self) -> bool:
        """Whether the voice is one that Alexa knows."""
        return self.athlete_id != self.account

    @property
    def is_guest(self) -> bool:
        """Whether it is a guest's."""
        return self.athlete_id == guest_of(self.account)

    def of_guest(self) -> "Visit":
        """The visit as that of a guest, who begins a session of their own."""
        guest = guest_of(self.account)
        return self._replace(
            account_id=self.account, athlete_id=guest, carried=None, new_session=True
        )
