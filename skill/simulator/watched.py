"""A coach whose runner can be looked at between turns."""

from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach, Loaded
from skill.coach.visit import Visit


class WatchedCoach(Coach):
    """A coach for one runner, under watch.

    ``athlete`` is the runner as the last turn left them, saved or not, None before the first and once
    forgotten; ``ended`` whether a workout was led to its end.
    """

    athlete: Athlete | None = None
    ended = False

    def save(self, visit: Visit, loaded: Loaded, athlete: Athlete) -> bool:
        """Save as every coach does, and look at the runner."""
        self.athlete = athlete
        led = loaded.athlete.workout is not None and athlete.workout is None
        closed = led and athlete.history != loaded.athlete.history
        self.ended = self.ended or closed
        return super().save(visit, loaded, athlete)

    def forget(self, account: str, athlete_id: str | None = None) -> None:
        """Forget as every coach does."""
        super().forget(account, athlete_id)
        self.athlete = None
