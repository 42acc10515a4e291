"""How a session is eased in: the first ones of all, and those after weeks off.

The first two workouts have four exercises, two rounds, three stretches and no jumps: some twenty minutes. The
third and the fourth have the usual exercises in two rounds; from the fifth on there are as many rounds as the
runner likes. After two weeks off the first session is a round shorter and has no jumps; after four weeks it has
two rounds; after more than eight, two sessions have two rounds, and jumps come back in the third (ours: soreness
is worst after unaccustomed work, and most of all after jumping and lowering).
"""

from datetime import date
from itertools import pairwise

from skill.training.past import Past
from skill.training.preferences import FEWEST_ROUNDS, MOST_EXERCISES
from skill.training.progression import ANEW_DAYS, LONGEST_PAUSE_DAYS, TWO_RUNGS_DAYS
from skill.training.record import History
from skill.training.stretching import MOST_STRETCHES
from skill.value import Value

FIRST_WORKOUTS = 2
"""The shortest workouts, without jumps, at the beginning."""

GROWING_WORKOUTS = 4
"""Workouts with fewer rounds, at the beginning."""

FIRST_EXERCISES = 4
"""Exercises of the first workouts, at the most: the fewer of the article's four or five."""

FIRST_STRETCHES = 3
"""Stretches of the first workouts, at the most: each is explained in full there."""

EASED_ROUNDS = 2
"""Rounds of the first sessions, and of one after four weeks off or more, at the most."""


class EasedIn(Value):
    """How today's session is eased in.

    ``jumps`` is whether there may be any, ``came_back`` whether it is the first one after weeks off;
    ``most_rounds`` and ``rounds_less`` bound its rounds, ``most_exercises`` and ``most_stretches`` the others.
    """

    jumps: bool
    came_back: bool = False
    most_rounds: int | None = None
    rounds_less: int = 0
    most_exercises: int = MOST_EXERCISES
    most_stretches: int = MOST_STRETCHES

    def rounds(self, wanted: int) -> int:
        """The rounds of a session for which ``wanted`` rounds were asked."""
        rounds = wanted - self.rounds_less
        if self.most_rounds is not None:
            rounds = min(rounds, self.most_rounds)
        return max(FEWEST_ROUNDS, rounds)


def eased_in(history: History, past: Past, day: date) -> EasedIn:
    """How the session of ``day`` is eased in, after this history."""
    trained = {(record.day, record.workout) for record in history if record.sets}
    workouts = len(trained) + sum(month.workouts for month in past.months)
    first, growing = workouts < FIRST_WORKOUTS, workouts < GROWING_WORKOUTS
    usual = EasedIn(
        jumps=not first,
        most_rounds=EASED_ROUNDS if growing else None,
        most_exercises=FIRST_EXERCISES if first else MOST_EXERCISES,
        most_stretches=FIRST_STRETCHES if first else MOST_STRETCHES,
    )
    now, before = _last_gaps(sorted({first for first, _ in trained}), past, day)
    if now >= ANEW_DAYS:
        return usual._replace(jumps=False, came_back=True, most_rounds=EASED_ROUNDS)
    if before >= ANEW_DAYS:
        return usual._replace(jumps=False, most_rounds=EASED_ROUNDS)
    if now >= TWO_RUNGS_DAYS:
        return usual._replace(jumps=False, came_back=True, most_rounds=EASED_ROUNDS)
    if now >= LONGEST_PAUSE_DAYS:
        return usual._replace(jumps=False, came_back=True, rounds_less=1)
    return usual


def _last_gaps(days: list[date], past: Past, day: date) -> tuple[int, int]:
    """The days from the last training until ``day``, and from the one before until that; 0 where none was."""
    known = sorted({*days, *(standing.last_day for standing in past.standings)})
    earlier = [known_day for known_day in known if known_day < day]
    gaps = [(later - first).days for first, later in pairwise([*earlier, day])]
    now, before = (*reversed(gaps), 0, 0)[:2]
    return (0, now) if day in known else (now, before)
