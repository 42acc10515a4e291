"""Which exercises are trained: those of a week, those of a day among them, and in which order.

The article asks for four or five exercises a session and for the remaining ones in the week after, so that two
weeks train all ten. A week therefore has a *group*, half of the catalog; a session takes the least recently
trained part of its week's group.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise, permutations
from operator import itemgetter
from typing import TypeVar

from skill.training.catalog import Catalog
from skill.training.coming_back import eased_in
from skill.training.exercise import Exercise, Position
from skill.training.past import NO_PAST, Past, monday_of
from skill.training.preferences import MOST_EXERCISES
from skill.training.record import History, Record

T = TypeVar("T")
C = TypeVar("C", int, tuple[int, int])


def week_group(
    catalog: Catalog,
    history: History,
    day: date,
    past: Past = NO_PAST,
    *,
    jumps: bool | None = None,
) -> tuple[Exercise, ...]:
    """The exercises that the week of ``day`` trains: half of the catalog.

    They are the half least recently trained before this week's Monday, so the group stays the same all week and
    the next week gets the others. Jumps are among them once the runner was ready for them on that Monday, or
    preferences for them (``jumps``).
    """
    monday = monday_of(day)
    before = tuple(record for record in history if record.day < monday)
    last = turned(catalog, _last_days(past, before))
    weeks = {id_: monday_of(last_day) for id_, last_day in last.items()}
    ease = eased_in(before, past, monday)
    jumping = ease.allows_jumps(jumps)
    candidates = [exercise for exercise in catalog.basics if jumping or not exercise.impact]
    return least_recent(candidates, (len(catalog.basics) + 1) // 2, weeks)


def _last_days(past: Past, history: Iterable[Record]) -> dict[str, date]:
    """The last day of each exercise, its harder variations included."""
    last = {standing.base_id: standing.last_day for standing in past.standings}
    for record in history:
        last[record.base_id] = max(record.day, last.get(record.base_id, record.day))
    return last


def turned(catalog: Catalog, last: Mapping[str, date]) -> dict[str, date]:
    """The last day of each exercise that is planned on its own; what takes turns with it counts as the same."""
    found = dict(last)
    for exercise in catalog.basics:
        days = [last[e.id] for e in catalog.taking_turns(exercise) if e.id in last]
        if days:
            found[exercise.id] = max(days)
    return found


def least_recent(
    candidates: Sequence[Exercise], size: int, last: Mapping[str, date]
) -> tuple[Exercise, ...]:
    """The ``size`` least recently trained candidates; among equals the best balanced choice."""
    days = [last.get(exercise.id, date.min) for exercise in candidates]
    ranks = {day: rank for rank, day in enumerate(sorted(set(days)))}
    age = [ranks[day] for day in days]

    everyone = frozenset(range(len(candidates)))
    patterns = [exercise.pattern for exercise in candidates]
    on_floor = [exercise.position is Position.FLOOR for exercise in candidates]

    def imbalance(picked: Collection[int]) -> int:
        """How lopsided a group is: repeated patterns, and a trip to the floor for one exercise only."""
        kinds = set(map(patterns.__getitem__, picked))
        return len(picked) - len(kinds) + (sum(map(on_floor.__getitem__, picked)) == 1)

    def clashes(picked: tuple[int, ...]) -> int:
        return imbalance(picked) + imbalance(everyone.difference(picked))

    least = sum(sorted(age)[:size])
    groups = combinations(range(len(candidates)), size)
    oldest = (picked for picked in groups if sum(map(age.__getitem__, picked)) == least)
    return tuple(candidates[i] for i in _first_best(oldest, clashes, 0))


def round_order(exercises: Sequence[Exercise]) -> tuple[Exercise, ...]:
    """The order of a round.

    Patterns alternate, also from one round to the next, and the floor comes in one block where that can
    be; otherwise, and for more exercises than a session has, it is the order in which they are given.
    """
    if len(exercises) > MOST_EXERCISES:
        return tuple(exercises)

    def faults(row: Sequence[Exercise]) -> tuple[int, int]:
        repeats = sum(a.pattern == b.pattern for a, b in pairwise([*row, *row[:1]]))
        floor = [e.position is Position.FLOOR for e in row]
        return repeats, sum(b and not a for a, b in pairwise([False, *floor]))

    on_floor = any(e.position is Position.FLOOR for e in exercises)
    return _first_best(permutations(exercises), faults, (0, int(on_floor)))


def _first_best(choices: Iterable[T], cost: Callable[[T], C], least: C) -> T:
    """The first of the cheapest choices. Nothing is cheaper than ``least``: behind such a one nobody looks."""

    def until_best() -> Iterator[tuple[C, T]]:
        for choice in choices:
            found = cost(choice)
            yield found, choice
            if found == least:
                return

    _, best = min(until_best(), key=itemgetter(0))
    return best
