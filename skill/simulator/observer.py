"""What a coach shows of its runner between turns."""

from skill.athlete.athlete import Athlete


class RunnerObserver:
    """Observes a coach that has one runner (see ``Observer`` of the coach).

    ``athlete`` is the runner as the last turn left them, saved or not, None before the first and once forgotten;
    ``ended`` whether a workout was led to its end.
    """

    def __init__(self) -> None:
        self.athlete: Athlete | None = None
        self.ended = False

    def __call__(self, before: Athlete, after: Athlete | None) -> None:
        """See a turn."""
        self.athlete = after
        if after is None:
            return
        closed = before.workout is not None and after.workout is None
        self.ended = self.ended or (closed and after.history != before.history)
