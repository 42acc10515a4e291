"""A runner's workouts as sets one after another in time, which is how other programs know a workout.

Where the times of a workout were kept, they are used. Where not, they are rebuilt from what was done: the rounds
in the planner's order, each set as long as its counts take, then the exercise's rest.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby
from typing import NamedTuple

from skill.training.catalog import Catalog
from skill.training.choosing import round_order
from skill.training.exercise import Exercise, Measure, Side
from skill.training.record import History, Record
from skill.training.times import TimedSide, Times
from skill.workout.tempo import DEFAULT_MS, repetition_ms

CHANGE_S = 8
"""From one side to the other, in s: the word, the change and the count-in."""

USUAL_REST_S = 45
"""The rest after an exercise that the catalog has no longer, in s."""

FARTHEST = timedelta(days=2)
"""How far from noon of its day a workout can have begun, on any clock of the world."""


class DoneSet(NamedTuple):
    """One side of a set, or both at once, as it was done.

    ``round`` counts from 1. ``amount`` is in the unit of the record's measure; ``begins_s`` and ``lasts_s`` are
    seconds on the workout's own clock, which starts when its first set begins. Two sets never overlap.
    """

    record: Record
    exercise: Exercise | None
    round: int
    side: Side
    amount: int
    begins_s: int
    lasts_s: int

    @property
    def repetitions(self) -> int | None:
        """How often it was done; None for a hold."""
        return self.amount if self.record.measure is Measure.REPETITIONS else None

    @property
    def held_s(self) -> int | None:
        """How long it was held, in s; None for what is counted."""
        return self.amount if self.record.measure is Measure.SECONDS else None

    @property
    def ends_s(self) -> int:
        """When it was over, on the workout's own clock."""
        return self.begins_s + self.lasts_s


class DoneWorkout(NamedTuple):
    """One workout as it was done. ``begins`` is in UTC; ``zone`` is the time zone of the runner's clock.

    ``number`` is the workout's own, and ``nth`` counts those of a day from 1. ``estimated`` says that nobody kept
    the times of its sets.
    """

    day: date
    number: int
    nth: int
    begins: datetime
    zone: tzinfo
    sets: tuple[DoneSet, ...]
    estimated: bool

    @property
    def file_name(self) -> str:
        """What its file is called: its day, its place in the day, and whether its times are estimated."""
        nth = f"-{self.nth}" if self.nth > 1 else ""
        estimated = "-estimated" if self.estimated else ""
        return f"{self.day}{nth}-strong-stride{estimated}.fit"

    @property
    def ends(self) -> datetime:
        """When its last set was over."""
        return self.moment(self.sets[-1].ends_s)

    def moment(self, seconds: int) -> datetime:
        """A moment of the workout's own clock, in UTC."""
        return self.begins + timedelta(seconds=seconds)

    def offset(self, moment: datetime) -> timedelta:
        """What the runner's clock was ahead of UTC; it changes in the middle of a workout when clocks do."""
        return moment.astimezone(self.zone).utcoffset() or timedelta()


def workouts_done(
    history: History,
    times: Iterable[Times],
    catalog: Catalog,
    zone: tzinfo,
    since: date | None = None,
) -> tuple[DoneWorkout, ...]:
    """Every workout of a history from the day ``since`` on, oldest first.

    ``times`` are those that were kept; ``zone`` is the runner's time zone. Workouts of which nothing was done are
    left out.
    """
    kept = {(known.day, known.workout): known.sides for known in times}
    found: list[DoneWorkout] = []
    for (day, number), group in groupby(history, key=lambda r: (r.day, r.workout)):
        records = tuple(record for record in group if record.sets)
        if not records or (since is not None and day < since):
            continue
        sides = kept.get((day, number), ())
        exact = _timed(records, sides, catalog)
        sets = exact or tuple(_rebuilt(records, catalog))
        begun_s = min((side.at_s for side in sides), default=0) if exact else 0
        begins = _moment(day, number, begun_s, zone)
        nth = 1 + sum(other.day == day for other in found)
        found.append(DoneWorkout(day, number, nth, begins, zone, sets, not exact))
    return tuple(found)


def _moment(day: date, number: int, begun_s: int, zone: tzinfo) -> datetime:
    """When the first set began; at noon where the workout's number is not the second in which it was begun."""
    noon = datetime.combine(day, time(12), zone).astimezone(UTC)
    begun = timedelta(seconds=number - round(noon.timestamp()))
    if abs(begun) < FARTHEST:
        return noon + begun + timedelta(seconds=begun_s)
    return noon


def _sides(record: Record, nth: int) -> Iterator[tuple[int, Side, int]]:
    """What each side of a set did: its place, the side, the amount; nothing where it was not done."""
    done = record.sets_done[nth]
    names = (Side.LEFT, Side.RIGHT) if len(done) > 1 else (Side.BOTH,)
    for place, (side, amount) in enumerate(zip(names, done, strict=False)):
        if amount:
            yield place, side, amount


def _timed(
    records: Iterable[Record], sides: Iterable[TimedSide], catalog: Catalog
) -> tuple[DoneSet, ...]:
    """The sets by the times that were kept; none where the time of one is not known."""
    when = {(side.exercise_id, side.nth, side.side): side for side in sides}
    placed = []
    for record in records:
        exercise = catalog.exercises.get(record.exercise_id)
        for nth in range(len(record.sets_done)):
            for place, side, amount in _sides(record, nth):
                known = when.get((record.exercise_id, nth, place))
                if known is None:
                    return ()
                placed.append((known, DoneSet(record, exercise, nth + 1, side, amount, 0, 0)))
    placed.sort(key=lambda pair: pair[0].at_s)
    began_s, free_s = placed[0][0].at_s, 0
    laid = []
    for known, done in placed:
        begins_s = max(free_s, known.at_s - began_s)
        ends_s = max(begins_s + 1, known.at_s - began_s + known.seconds)
        laid.append(done._replace(begins_s=begins_s, lasts_s=ends_s - begins_s))
        free_s = ends_s
    return tuple(laid)


def _rebuilt(records: tuple[Record, ...], catalog: Catalog) -> Iterator[DoneSet]:
    """The sets one after another, as the coach leads them."""
    by_id = {record.exercise_id: record for record in records}
    known = [e for id_, e in catalog.exercises.items() if id_ in by_id]
    ordered = [by_id.pop(exercise.id) for exercise in round_order(known)]
    clock_s = 0
    for nth in range(max(len(record.sets_done) for record in records)):
        for record in (*ordered, *by_id.values()):
            exercise = catalog.exercises.get(record.exercise_id)
            if nth >= len(record.sets_done):
                continue
            before_s = clock_s
            for place, side, amount in _sides(record, nth):
                if place and clock_s > before_s:
                    clock_s += CHANGE_S
                lasts_s = _lasts_s(record, exercise, amount)
                yield DoneSet(record, exercise, nth + 1, side, amount, clock_s, lasts_s)
                clock_s += lasts_s
            if clock_s > before_s:
                clock_s += exercise.rest_seconds if exercise else USUAL_REST_S


def _lasts_s(record: Record, exercise: Exercise | None, amount: int) -> int:
    if record.measure is Measure.SECONDS:
        return amount
    each_ms = repetition_ms(exercise, record.beat_percent) if exercise else DEFAULT_MS
    return max(1, round(amount * each_ms / 1000))
