"""How a session is eased in: the first ones of all, and those after weeks off.

The first two workouts have four exercises, two rounds, three stretches and no jumps: some twenty minutes. The
third and the fourth have the usual exercises in two rounds. From the fifth on a session grows by single sets, a
tenth of its length at most (`session_size.py`), until there are as many rounds as the runner likes: a whole
round at once would make it half as long again. After two weeks off the first session is a round shorter and has
no jumps; after four weeks it has two rounds; after more than eight, four sessions have two rounds and then grow
as in the beginning, and jumps come back in the third (ours: soreness is worst after unaccustomed work, and most
of all after jumping and lowering). Workouts of one day count as one: who starts over has trained no more for it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from skill.speed.value import Value
from skill.training.past import Past, workouts_done
from skill.training.preferences import FEWEST_ROUNDS, MOST_EXERCISES
from skill.training.progression import ANEW_DAYS, LONGEST_PAUSE_DAYS, TWO_RUNGS_DAYS
from skill.training.record import History
from skill.training.stretching import MOST_STRETCHES

FIRST_WORKOUTS = 2
"""The shortest workouts, without jumps, at the beginning."""

GROWING_WORKOUTS = 4
"""Workouts of two rounds, at the beginning."""

FIRST_EXERCISES = 4
"""Exercises of the first workouts, at the most: the fewer of the article's four or five."""

GROWN_WORKOUTS = 12
"""Workouts after which rounds come as they are liked; by then both weeks' groups have come to three of them."""

FEW_STRETCHES_WORKOUTS = 3
"""The first workouts with few stretches: the third one has an exercise more already."""

FIRST_STRETCHES = 3
"""Their stretches, at the most: each is explained in full there."""

EASED_ROUNDS = 2
"""Rounds of the first sessions, and of one after four weeks off or more, at the most."""


class EasedIn(Value):
    """How today's session is eased in.

    ``jumps`` is whether there may be any, ``came_back`` whether it is the first one after weeks off;
    ``most_rounds`` and ``rounds_less`` bound its rounds, ``most_exercises`` and ``most_stretches`` the others.
    Where it ``grows``, single sets lead on from there towards the rounds that the runner likes; ``anew`` is the
    day of the first session after more than eight weeks off: those before it show no longer what the legs are
    used to.
    """

    jumps: bool
    came_back: bool = False
    most_rounds: int | None = None
    grows: bool = False
    anew: date = date.min
    rounds_less: int = 0
    most_exercises: int = MOST_EXERCISES
    most_stretches: int = MOST_STRETCHES

    def allows_jumps(self, wanted: bool | None) -> bool:
        """Whether there may be jumps today, where they are ``wanted``, or not, or nothing was said of them."""
        return wanted is not False and (self.jumps or (wanted is True and not self.came_back))

    def rounds(self, wanted: int) -> int:
        """The rounds of a session for which ``wanted`` rounds were asked."""
        rounds = wanted - self.rounds_less
        if self.most_rounds is not None:
            rounds = min(rounds, self.most_rounds)
        return max(FEWEST_ROUNDS, rounds)

    def rounds_ahead(self, wanted: int) -> int:
        """The rounds towards which a session of so many ``wanted`` rounds may grow today, set by set."""
        return max(self.rounds(wanted), wanted - self.rounds_less if self.grows else 0)


def eased_in(history: History, past: Past, day: date) -> EasedIn:
    """How the session of ``day`` is eased in, after this history."""
    trained = {(record.day, record.workout) for record in history if record.sets}
    trained_on = {day_ for day_, _ in trained}
    workouts = workouts_done(history, past) - (len(trained) - len(trained_on))
    days = _days(trained_on, past, day)
    anew = max((b for a, b in pairwise(days) if (b - a).days >= ANEW_DAYS), default=None)
    since = workouts if anew is None else sum(known >= anew for known in trained_on)
    usual = EasedIn(
        jumps=workouts >= FIRST_WORKOUTS,
        most_rounds=EASED_ROUNDS if since < GROWN_WORKOUTS else None,
        grows=GROWING_WORKOUTS <= since < GROWN_WORKOUTS,
        anew=anew or date.min,
        most_exercises=FIRST_EXERCISES if workouts < FIRST_WORKOUTS else MOST_EXERCISES,
        most_stretches=FIRST_STRETCHES if workouts < FEW_STRETCHES_WORKOUTS else MOST_STRETCHES,
    )
    now, before = _last_gaps(days, day)
    if max(now, before) >= ANEW_DAYS or now >= TWO_RUNGS_DAYS:
        came_back = now >= ANEW_DAYS or before < ANEW_DAYS
        return usual._replace(
            jumps=False, came_back=came_back, most_rounds=EASED_ROUNDS, grows=False
        )
    if now >= LONGEST_PAUSE_DAYS:
        return usual._replace(jumps=False, came_back=True, grows=False, rounds_less=1)
    return usual


def _days(trained: Iterable[date], past: Past, day: date) -> list[date]:
    """The days with training up to ``day``, oldest first: those with records, and the last one before them."""
    last_folded = max((standing.last_day for standing in past.standings), default=date.min)
    return sorted(known for known in {*trained, last_folded} if date.min < known <= day)


def _last_gaps(days: Sequence[date], day: date) -> tuple[int, int]:
    """The days from the last training until ``day``, and from the one before until that; 0 where none was."""
    earlier = [known_day for known_day in days if known_day < day]
    gaps = [(later - first).days for first, later in pairwise([*earlier, day])]
    now, before = (*reversed(gaps), 0, 0)[:2]
    return (0, now) if day in days else (now, before)
