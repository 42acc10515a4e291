"""On which days of the last weeks something hurt in a workout, and what keeps coming back.

Kept is nothing but the day and the joint, and no longer than it takes to see that a pain returns.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

KEPT = timedelta(weeks=6)
"""How long it is kept that a joint hurt: a pain that training brought is gone by then (ours)."""

OFTEN = 3
"""On so many days of those weeks a joint has to hurt before the coach speaks of it (ours)."""


class PainfulDay(NamedTuple):
    """A day, and the joints (ids) that began to hurt in its workouts."""

    day: date
    joints: tuple[str, ...]


PainfulDays = tuple[PainfulDay, ...]


def recent(known: PainfulDays, today: date) -> PainfulDays:
    """The days that are still of use."""
    return tuple(one for one in known if today - one.day < KEPT)


def with_pains(known: PainfulDays, day: date, joints: Iterable[str]) -> PainfulDays:
    """The days that are still of use on ``day``, and this one with the joints that hurt in a workout of it."""
    days = {one.day: one.joints for one in recent(known, day)}
    if hurt := tuple(dict.fromkeys((*days.get(day, ()), *joints))):
        days[day] = hurt
    return tuple(PainfulDay(*one) for one in sorted(days.items()))


def returning(known: PainfulDays, today: date) -> tuple[str, ...]:
    """The joints that have hurt on so many days of the last weeks that somebody should look at them."""
    often = Counter(joint for one in recent(known, today) for joint in one.joints)
    return tuple(joint for joint, days in often.items() if days >= OFTEN)


def without(known: PainfulDays, joints: Iterable[str]) -> PainfulDays:
    """The days without these joints, of which the runner has been told."""
    told = frozenset(joints)
    left = (one._replace(joints=tuple(j for j in one.joints if j not in told)) for one in known)
    return tuple(one for one in left if one.joints)
