"""What is known of the runner at a desk: as the last turn left them, as stored, and what comes next."""

from datetime import UTC, datetime

from skill.athlete.athlete import Athlete
from skill.athlete.workout import Workout
from skill.athlete.zone import local
from skill.coach.coach import Coach
from skill.coach.persistence.logged_runs import Added, add_runs
from skill.coach.turn.turn import Turn
from skill.errors import StoreUnavailable
from skill.language.phrasebook import Phrasebook
from skill.simulator.observer import RunnerObserver
from skill.store import Document, Store


class KnownRunner:
    """The runner of the account with this id, whom ``coach`` trains with ``store`` as ``observer`` sees it."""

    def __init__(self, account: str, coach: Coach, store: Store, observer: RunnerObserver) -> None:
        self.account = account
        self._coach, self._store, self._observer = coach, store, observer

    @property
    def athlete(self) -> Athlete | None:
        """The runner as the last turn left them; None before the first."""
        return self._observer.athlete

    @property
    def workout(self) -> Workout | None:
        """The workout of the runner as the last turn left them."""
        return self.athlete.workout if self.athlete else None

    @property
    def remembered(self) -> Athlete:
        """The runner as the last turn left them, or as stored before the first one."""
        return self.athlete or self._coach.peek(self.account) or Athlete()

    @property
    def stored(self) -> Document | None:
        """What is stored of the runner; None where nothing is, or the store is off."""
        try:
            found = self._store.load(self.account)
        except StoreUnavailable:
            return None
        return found.document if found and not isinstance(found.document, str) else None

    def planned(self, voice: Phrasebook, now: datetime) -> Workout:
        """The workout that waits for the runner, as it would be begun now."""
        return Turn.looked_at(self._coach.catalog, voice, self.remembered, now).workout

    def read_runs(self, name: str, content: bytes, now: datetime) -> Added:
        """Read runs from a watch's file, and keep them for the runner.

        Raises:
            FileRefused: the file holds no run that can be read.
            StoreUnavailable: the store is off.
        """
        from skill.exchange.run_files import read_runs

        zone = local(now, self.remembered.zone).tzinfo or UTC
        runs = read_runs(name, content, zone, now)
        return add_runs(self._store, self.account, self._coach.catalog, runs, now)
