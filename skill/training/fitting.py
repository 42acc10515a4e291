"""A session of so many minutes: the size and the rests that come nearest to it."""

from collections.abc import Callable, Iterator

from skill.training.plan import Plan
from skill.training.preferences import (
    FEWEST_EXERCISES,
    FEWEST_ROUNDS,
    LONGEST_REST_PERCENT,
    MOST_ROUNDS,
    SHORTEST_REST_PERCENT,
    Preferences,
)

LengthOf = Callable[[Plan], int]
"""How long a plan takes from its first announcement to the end of its stretch, in ms."""

OfSize = Callable[[int, int, int], Plan]
"""The plan with so many exercises and rounds, and rests of so many percent."""

CLOSE_MS = 60_000
"""How near a session comes to the minutes that were asked for, where any size does: a minute."""

MOST_STRETCHED = 30
"""How far rests may be stretched or cut to fit, in percent of a rest as the runner likes it."""


def fit_minutes(of_size: OfSize, preferences: Preferences, most: int, length_of: LengthOf) -> Plan:
    """The plan that comes within a minute of the minutes that were asked for, or else the nearest one.

    It has as many exercises as the runner likes, if they fit: rounds are given up first, then exercises. Longer
    or shorter rests make up for the last minutes.
    """
    wanted_ms = (preferences.minutes or 0) * 60_000
    tried: list[tuple[int, int, Plan]] = []
    for exercises in _sizes(min(preferences.exercises, most), most):
        plan = _nearest(of_size, exercises, preferences, wanted_ms, length_of)
        if not plan.prescriptions:
            continue
        off_ms = abs(length_of(plan) - wanted_ms)
        if off_ms <= CLOSE_MS:
            return plan
        tried.append((off_ms, len(tried), plan))
    return min(tried)[2]


def _sizes(liked: int, most: int) -> Iterator[int]:
    """So many exercises as the runner likes, then fewer, then more."""
    yield from range(liked, FEWEST_EXERCISES - 1, -1)
    yield from range(liked + 1, most + 1)


def _nearest(
    of_size: OfSize, exercises: int, preferences: Preferences, wanted_ms: int, length_of: LengthOf
) -> Plan:
    """The best plan with so many exercises: two rounds are measured, the others follow from them."""
    usual = preferences.rest_percent
    if not of_size(exercises, 1, usual).prescriptions:  # so few that sore joints leave nothing
        return of_size(exercises, 1, usual)
    one, two = (length_of(of_size(exercises, rounds, usual)) for rounds in (1, 2))
    lengths = {n: one + (n - 1) * (two - one) for n in range(FEWEST_ROUNDS, MOST_ROUNDS + 1)}
    rounds = min(lengths, key=lambda n: abs(lengths[n] - wanted_ms))
    plan = of_size(exercises, rounds, usual)
    missing_ms = wanted_ms - (lengths[rounds] if rounds > 2 else length_of(plan))
    rests_ms = sum(map(plan.rest_ms, range(len(plan.sets) - 1)))
    if abs(missing_ms) <= CLOSE_MS // 2 or not rests_ms:
        return plan
    needed = usual + round(usual * missing_ms / rests_ms)
    low = max(SHORTEST_REST_PERCENT, usual - MOST_STRETCHED)
    high = min(LONGEST_REST_PERCENT, usual + MOST_STRETCHED)
    return of_size(exercises, rounds, min(high, max(low, needed)))
