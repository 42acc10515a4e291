"""The planner: which exercises today, in which order, and which stretches afterwards.

The article asks for four or five exercises a session and for the remaining ones in the week after, so
that two weeks train all ten. A week therefore has a *group*, half of the catalog; a session takes
the least recently trained part of its week's group. What is asked of each is a matter of progression. Everything
follows from (history, day, preferences).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise, permutations

from skill.training.catalog import Catalog
from skill.training.exercise import Exercise, Position, Stretch
from skill.training.fitting import LengthOf, fit_minutes
from skill.training.past import NO_PAST, Past, known_standings
from skill.training.plan import Plan, Prescription
from skill.training.preferences import FEWEST_ROUNDS, MOST_EXERCISES, Preferences
from skill.training.record import History, Record
from skill.training.substitutes import substitute

MOST_STRETCHES = 4
"""Stretches that close a workout: about four minutes, near ACSM's dose without losing the runner."""

LIGHTER_ROUNDS = 1
"""Rounds less on the day before a long run: the legs stay fresh, and the habit stays."""


def plan_workout(
    catalog: Catalog,
    history: History,
    day: date,
    wishes: Preferences,
    past: Past = NO_PAST,
    length_of: LengthOf | None = None,
) -> Plan:
    """Plan one workout for ``day``. The same arguments always give the same plan.

    ``length_of`` tells how long a plan takes, in ms; without it a wish for so many minutes is not heard.
    """
    known = tuple(record for record in history if record.day <= day)
    standings = known_standings(known, past)
    last = {standing.base_id: standing.last_day for standing in standings.values()}
    group = week_group(catalog, history, day, past)

    def of_size(exercises: int, rounds: int, rest_percent: int) -> Plan:
        chosen = _choose(group, min(exercises, len(group)), last)
        items = substitute(catalog, chosen, standings, wishes, day)
        return Plan(
            day,
            tuple(_in_order(items)),
            rounds,
            choose_stretches(catalog, (item.exercise for item in items)),
            wishes.first_side,
            rest_percent,
        )

    if wishes.minutes is not None and length_of is not None:
        return fit_minutes(of_size, wishes, len(group), length_of)
    rounds = wishes.rounds
    if wishes.light_day == day:
        rounds = max(FEWEST_ROUNDS, rounds - LIGHTER_ROUNDS)
    return of_size(wishes.exercises, rounds, wishes.rest_percent)


def week_group(
    catalog: Catalog, history: History, day: date, past: Past = NO_PAST
) -> tuple[Exercise, ...]:
    """The exercises that the week of ``day`` trains: half of the catalog.

    They are the half least recently trained before this week's Monday, so the group stays the same all
    week and the next week gets the others.
    """
    monday = day - timedelta(days=day.weekday())
    earlier = _last_days(past, (record for record in history if record.day < monday))
    weeks = {id_: last - timedelta(days=last.weekday()) for id_, last in earlier.items()}
    return _choose(catalog.basics, (len(catalog.basics) + 1) // 2, weeks)


def choose_stretches(catalog: Catalog, trained: Iterable[Exercise]) -> tuple[Stretch, ...]:
    """The stretches for the muscles of ``trained``, most trained first to be chosen.

    The ones marked ``always`` come whatever was trained: the calves matter most to a runner.
    """
    muscles = [muscle for exercise in trained for muscle in exercise.muscles]
    worth = {
        stretch.id: sum(muscles.count(muscle) for muscle in stretch.muscles)
        for stretch in catalog.stretches.values()
    }
    wanted = [s for s in catalog.stretches.values() if s.always or worth[s.id]]
    wanted.sort(key=lambda s: (not s.always, -worth[s.id]))
    chosen = {stretch.id for stretch in wanted[:MOST_STRETCHES]}
    return tuple(s for s in catalog.stretches.values() if s.id in chosen)


def _last_days(past: Past, history: Iterable[Record]) -> dict[str, date]:
    """The last day of each exercise, its harder variations included."""
    last = {standing.base_id: standing.last_day for standing in past.standings}
    for record in history:
        last[record.base_id] = max(record.day, last.get(record.base_id, record.day))
    return last


def _choose(
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

    def cost(picked: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
        clashes = imbalance(picked) + imbalance(everyone.difference(picked))
        return sum(map(age.__getitem__, picked)), clashes, picked

    best = min(combinations(range(len(candidates)), size), key=cost)
    return tuple(candidates[i] for i in best)


def round_order(exercises: Sequence[Exercise]) -> tuple[Exercise, ...]:
    """The order of a round.

    Patterns alternate, also from one round to the next, and the floor comes in one block where that can
    be; otherwise, and for more exercises than a session has, it is the order in which they are given.
    """
    if len(exercises) > MOST_EXERCISES:
        return tuple(exercises)

    def cost(order: tuple[int, ...]) -> tuple[int, int, tuple[int, ...]]:
        row = [exercises[i] for i in order]
        repeats = sum(a.pattern == b.pattern for a, b in pairwise([*row, *row[:1]]))
        floor = [e.position is Position.FLOOR for e in row]
        trips = sum(b and not a for a, b in pairwise([False, *floor]))
        return repeats, trips, order

    return tuple(exercises[i] for i in min(permutations(range(len(exercises))), key=cost))


def _in_order(items: tuple[Prescription, ...]) -> Iterator[Prescription]:
    by_id = {item.exercise.id: item for item in items}
    return (by_id[exercise.id] for exercise in round_order([item.exercise for item in items]))
