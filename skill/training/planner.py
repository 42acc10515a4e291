"""The planner: which exercises today, in which order, and which stretches afterwards.

The article asks for four or five exercises a session and for the remaining ones in the week after, so
that two weeks train all ten. A week therefore has a *group*, half of the catalog; a session takes the least
recently trained part of its week's group, the very first one its shortest exercises. What is asked of each is
a matter of progression. Everything follows from (history, day, preferences).
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, pairwise, permutations, takewhile
from operator import itemgetter
from typing import TypeVar

from skill.training.catalog import Catalog
from skill.training.coming_back import FEW_STRETCHES_WORKOUTS, FIRST_STRETCHES, eased_in
from skill.training.exercise import Exercise, Move, Position
from skill.training.fitting import LengthOf, fit_minutes
from skill.training.growth import paced
from skill.training.past import KEPT_WEEKS, NO_PAST, WEEK, Past, known_standings, monday_of
from skill.training.plan import Plan, Prescription
from skill.training.preferences import FEWEST_ROUNDS, MOST_EXERCISES, Preferences
from skill.training.progression import Grounds
from skill.training.record import History, Record
from skill.training.session_size import Bounds, bounds_of_growth, with_a_set_more
from skill.training.stretching import MOST_STRETCHES, choose_stretches
from skill.training.substitutes import Leeway, substitute
from skill.training.warming_up import choose_moves
from skill.training.work_time import shortest_set_ms

T = TypeVar("T")
C = TypeVar("C", int, tuple[int, int])

EXPLAINED_TIMES = 3
"""Workouts in which an exercise, a stretch or a move is explained in full: from then on one cue is enough."""

LIGHTER_ROUNDS = 1
"""Rounds less on the day before a long run: the legs stay fresh, and the habit stays."""

ASKED_IN_VAIN = 2
"""Sessions in a row without an answer, after which nothing is asked for a while."""

LEFT_IN_PEACE = 3
"""Sessions in which nothing is asked then."""


def plan_workout(
    catalog: Catalog,
    history: History,
    day: date,
    preferences: Preferences,
    past: Past = NO_PAST,
    length_of: LengthOf | None = None,
) -> Plan:
    """Plan one workout for ``day``. The same arguments always give the same plan.

    ``length_of`` gives how long a plan takes, in ms; without it no number of minutes is heeded.
    """
    known = tuple(record for record in history if record.day <= day)
    grounds = Grounds(catalog, known_standings(known, past), preferences, day)
    last = {standing.base_id: standing.last_day for standing in grounds.standings.values()}
    group = week_group(catalog, history, day, past, jumps=preferences.jumps)
    ease = eased_in(known, past, day)
    moves = choose_moves(catalog, preferences)
    familiar = _familiar(catalog, known, past, day, preferences, moves)

    def whose_turn(exercise: Exercise) -> Exercise:
        return min(catalog.taking_turns(exercise), key=lambda e: last.get(e.id, date.min))

    small = preferences.minutes is None  # who asks for a length gets it
    unwanted = preferences.unwanted_on(day)
    group = tuple(exercise for exercise in group if whose_turn(exercise).id not in unwanted)

    def planned(exercises: int, bounds: Bounds, rest_percent: int) -> Plan:
        days = turned(catalog, last)
        due: Sequence[Exercise] = group
        if small and ease.most_exercises < len(group):
            waiting = sorted(group, key=lambda e: (days.get(e.id, date.min), shortest_set_ms(e)))
            due = [e for e in group if e in waiting[: max(exercises, ease.most_exercises)]]
        chosen = [whose_turn(e) for e in _choose(due, min(exercises, len(due)), days)]
        jumps = ease.jumps or (preferences.jumps is True and not ease.came_back)
        items = substitute(grounds, chosen, Leeway(jumps=jumps))
        items, size = paced(grounds, items, bounds)
        stretches = choose_stretches(
            catalog,
            (item.exercise for item in items),
            preferences,
            day,
            most=ease.most_stretches if small else MOST_STRETCHES,
        )
        items = tuple(_in_order(items))
        return Plan(
            day,
            items,
            size.rounds,
            stretches.chosen,
            preferences.first_side,
            rest_percent,
            left_out=stretches.left_out,
            familiar=familiar,
            asks_nothing=_answers_nothing(known, day),
            warm_up=moves,
            growing=with_a_set_more(items, size),
        )

    def of_size(exercises: int, rounds: int, rest_percent: int) -> Plan:
        return planned(exercises, Bounds(rounds, rounds), rest_percent)

    rounds, ahead = ease.rounds(preferences.rounds), ease.rounds_ahead(preferences.rounds)
    since = tuple(record for record in known if record.day >= ease.anew)
    exercises = min(preferences.exercises, ease.most_exercises)
    bounds = bounds_of_growth(catalog, since, rounds, ahead)
    plans = [planned(exercises, bounds, preferences.rest_percent)]
    if preferences.minutes is not None and length_of is not None and plans[0].prescriptions:
        plans.append(fit_minutes(of_size, preferences, len(group), length_of))
    if not grounds.light:
        return plans[-1]
    # Minutes make no light day longer than it is without them.
    fewest = min(len(plan.prescriptions) for plan in plans)
    return of_size(fewest, min(map(lighter_rounds, plans)), preferences.rest_percent)


def lighter_rounds(plan: Plan) -> int:
    """The rounds of a light day in place of a plan: one less, or as many without the sets after them."""
    return plan.rounds if plan.growing else max(FEWEST_ROUNDS, plan.rounds - LIGHTER_ROUNDS)


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
    jumping = jumps is not False and (ease.jumps or (jumps is True and not ease.came_back))
    candidates = [exercise for exercise in catalog.basics if jumping or not exercise.impact]
    return _choose(candidates, (len(catalog.basics) + 1) // 2, weeks)


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


def _answers_nothing(history: History, day: date) -> bool:
    """Whether to ask nothing today: the runner did not answer in some sessions, so the next ones do not ask."""
    since = monday_of(day) - KEPT_WEEKS * WEEK
    answered: dict[tuple[date, int], bool] = {}
    for record in history:
        if record.day >= since:
            said = record.effort is not None or record.spare is not None
            key = (record.day, record.workout)
            answered[key] = said or answered.get(key, False)
    latest_first = sorted(answered, reverse=True)
    silent = len([*takewhile(lambda key: not answered[key], latest_first)])
    return silent % (ASKED_IN_VAIN + LEFT_IN_PEACE) >= ASKED_IN_VAIN


def _familiar(
    catalog: Catalog,
    history: History,
    past: Past,
    day: date,
    preferences: Preferences,
    moves: Iterable[Move],
) -> tuple[str, ...]:
    """What was done often enough in the last weeks to need no long explanation.

    No record shows which moves and stretches came with a workout: the stretches follow from its exercises, and
    the moves are today's. What stands in for another is always explained: no record shows since when it does.
    """
    since = monday_of(day) - KEPT_WEEKS * WEEK
    done = [record for record in history if record.sets and record.day >= since]
    times = Counter(record.exercise_id for record in done)
    workouts: dict[tuple[date, int], list[str]] = {}
    for record in done:
        if record.exercise_id in catalog.exercises:
            workouts.setdefault((record.day, record.workout), []).append(record.exercise_id)
    before = sum(month.workouts for month in past.months)
    alike: Counter[tuple[int, tuple[str, ...]]] = Counter()
    for nth, key in enumerate(sorted(workouts), before):
        most = FIRST_STRETCHES if nth < FEW_STRETCHES_WORKOUTS else MOST_STRETCHES
        alike[most, tuple(workouts[key])] += 1
    for (most, ids), n in alike.items():
        trained = map(catalog.exercises.__getitem__, ids)
        stretches = choose_stretches(catalog, trained, preferences, most=most).chosen
        times.update({f"stretch_{one.id}": n for one in stretches if not one.stand_in})
    times.update({f"warm_up_{move.id}": len(workouts) for move in moves if not move.stand_in})
    return tuple(sorted(id_ for id_, n in times.items() if n >= EXPLAINED_TIMES))


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

    def clashes(picked: tuple[int, ...]) -> int:
        return imbalance(picked) + imbalance(everyone.difference(picked))

    least = sum(sorted(age)[:size])
    groups = combinations(range(len(candidates)), size)
    oldest = (picked for picked in groups if sum(map(age.__getitem__, picked)) == least)
    return tuple(candidates[i] for i in _first_best(oldest, clashes, 0))


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


def _in_order(items: tuple[Prescription, ...]) -> Iterator[Prescription]:
    by_id = {item.exercise.id: item for item in items}
    return (by_id[exercise.id] for exercise in round_order([item.exercise for item in items]))
