"""The planner: today's exercises with what is asked of each, the stretches afterwards, and what is said of them.

Which exercises those are is a matter of ``choosing.py``, what is asked of each a matter of progression.
Everything follows from (history, day, preferences).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import takewhile

from skill.speed.value import Value
from skill.training.catalog import Catalog
from skill.training.choosing import least_recent, round_order, turned, week_group
from skill.training.coming_back import (
    FEW_STRETCHES_WORKOUTS,
    FIRST_STRETCHES,
    EasedIn,
    eased_in,
)
from skill.training.exercise import Exercise, Move
from skill.training.fitting import LengthOf, fit_minutes
from skill.training.growth import paced
from skill.training.past import KEPT_WEEKS, NO_PAST, WEEK, Past, known_standings, monday_of
from skill.training.plan import Plan
from skill.training.preferences import FEWEST_ROUNDS, Preferences
from skill.training.prescription import Prescription
from skill.training.progression import Grounds
from skill.training.record import History
from skill.training.session_size import Bounds, bounds_of_growth, with_a_set_more
from skill.training.stretching import MOST_STRETCHES, choose_stretches
from skill.training.substitutes import Leeway, substitute
from skill.training.warming_up import choose_moves
from skill.training.work_time import shortest_set_ms

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
    moves = choose_moves(catalog, preferences)
    grounds = Grounds(catalog, known_standings(known, past), preferences, day)
    ease = eased_in(known, past, day)
    today = _Today(
        grounds,
        ease,
        week_group(catalog, history, day, past, jumps=preferences.jumps),
        _familiar(grounds, known, past, moves),
        moves,
        _answers_nothing(known, day),
    )
    rounds, ahead = ease.rounds(preferences.rounds), ease.rounds_ahead(preferences.rounds)
    since = tuple(record for record in known if record.day >= ease.anew)
    bounds = bounds_of_growth(catalog, since, rounds, ahead)
    exercises = min(preferences.exercises, ease.most_exercises)
    plans = [today.plan(exercises, bounds, preferences.rest_percent)]
    if preferences.minutes is not None and length_of is not None and plans[0].prescriptions:
        plans.append(fit_minutes(today.plan_of, preferences, len(today.group), length_of))
    if not grounds.light:
        return plans[-1]
    # Minutes make no light day longer than it is without them.
    fewest = min(len(plan.prescriptions) for plan in plans)
    return today.plan_of(fewest, min(map(lighter_rounds, plans)), preferences.rest_percent)


class _Today(Value):
    """What all plans of one day follow from, whatever their size; ``week`` is the group of its week."""

    grounds: Grounds
    ease: EasedIn
    week: tuple[Exercise, ...]
    familiar: tuple[str, ...]
    moves: tuple[Move, ...]
    asks_nothing: bool

    @cached_property
    def group(self) -> tuple[Exercise, ...]:
        """The exercises of the week that are wanted today."""
        unwanted = self.grounds.preferences.unwanted_on(self.grounds.day)
        return tuple(e for e in self.week if self._whose_turn(e).id not in unwanted)

    @cached_property
    def _last(self) -> dict[str, date]:
        """The last day of each exercise that was trained."""
        return {known.base_id: known.last_day for known in self.grounds.standings.values()}

    @cached_property
    def _last_of_turns(self) -> dict[str, date]:
        return turned(self.grounds.catalog, self._last)

    def _whose_turn(self, exercise: Exercise) -> Exercise:
        alike = self.grounds.catalog.taking_turns(exercise)
        return min(alike, key=lambda e: self._last.get(e.id, date.min))

    def _chosen(self, most: int) -> list[Exercise]:
        """So many of the group, in which a new runner's longest sets wait at first."""
        days, due, enough = self._last_of_turns, self.group, self.ease.most_exercises
        if self._may_be_short and enough < len(due):
            waiting = sorted(due, key=lambda e: (days.get(e.id, date.min), shortest_set_ms(e)))
            due = tuple(e for e in due if e in waiting[: max(most, enough)])
        return [self._whose_turn(e) for e in least_recent(due, min(most, len(due)), days)]

    @property
    def _may_be_short(self) -> bool:
        """Whether a first session may be a short one: who asks for a length gets it."""
        return self.grounds.preferences.minutes is None

    def plan(self, exercises: int, bounds: Bounds, rest_percent: int) -> Plan:
        """The plan with so many exercises, as many sets as ``bounds`` allow, and rests of so many percent."""
        catalog, _, preferences, day = self.grounds
        leeway = Leeway(jumps=self.ease.allows_jumps(preferences.jumps))
        items = substitute(self.grounds, self._chosen(exercises), leeway)
        items, size = paced(self.grounds, items, bounds)
        stretches = choose_stretches(
            catalog,
            (item.exercise for item in items),
            preferences,
            day,
            most=self.ease.most_stretches if self._may_be_short else MOST_STRETCHES,
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
            familiar=self.familiar,
            asks_nothing=self.asks_nothing,
            warm_up=self.moves,
            growing=with_a_set_more(items, size),
        )

    def plan_of(self, exercises: int, rounds: int, rest_percent: int) -> Plan:
        """The plan with so many exercises and rounds."""
        return self.plan(exercises, Bounds(rounds, rounds), rest_percent)


def lighter_rounds(plan: Plan) -> int:
    """The rounds of a light day in place of a plan: one less, or as many without the sets after them."""
    return plan.rounds if plan.growing else max(FEWEST_ROUNDS, plan.rounds - LIGHTER_ROUNDS)


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
    grounds: Grounds, history: History, past: Past, moves: Iterable[Move]
) -> tuple[str, ...]:
    """What was done often enough in the last weeks to need no long explanation.

    No record shows which moves and stretches came with a workout: the stretches follow from its exercises, and
    the moves are today's. What stands in for another is always explained: no record shows since when it does.
    """
    catalog, _, preferences, day = grounds
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


def _in_order(items: tuple[Prescription, ...]) -> Iterator[Prescription]:
    by_id = {item.exercise.id: item for item in items}
    return (by_id[exercise.id] for exercise in round_order([item.exercise for item in items]))
