"""One doing of a plan, and what of it becomes a record."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from skill.athlete.stream import Stream, TrackId
from skill.athlete.timing import SOUNDS_AFTER, UnitTime, with_heard_times
from skill.recent import kept_of_runners
from skill.speed.value import Value
from skill.training.exercise import Move, Side
from skill.training.plan import Plan, StretchHold, WorkSet
from skill.training.preferences import Preferences
from skill.training.record import DoneBySide, Effort, History, Record
from skill.workout.course import next_due
from skill.workout.cursor import SIDES, Mark, Tally, add_heard, empty_tally, locate
from skill.workout.place import Place
from skill.workout.states import ACTIVE, State

ALLOWANCE = timedelta(milliseconds=1_400)
"""What lies between the clock and the ear: about 0.9 s from a response's stamp until it sounds, and half a
second since Amazon's stamps are whole seconds. (Own estimate; too long repeats a repetition, too short would
lose one.) How long the runner spoke before the next stamp is estimated for each request."""


MILLISECOND = timedelta(milliseconds=1)

MOST_RECORDED = 200
"""Workouts whose records are kept in memory."""


class Said(Value):
    """How hard an exercise was, in the runner's own words; ``spare`` repetitions were left, if that was said."""

    exercise_id: str
    effort: Effort
    spare: int | None = None


class Workout(NamedTuple):
    """One doing of a plan.

    ``number`` tells it apart from the athlete's other workouts, on all devices: the second since 1970 in which
    it was begun, 0 before. ``place`` is where it was when the current segment began; ``marks`` and ``began_at``
    say how far that segment has come. Before it is begun a workout is idle, and no state was left. ``tally`` is
    what was led, ``corrections`` the runner's own word on single units of it, ``efforts`` how hard exercises
    were so far.

    ``stream`` is what a speaker plays of it by itself; then there is no current segment. ``plays`` is how often
    that was begun, ``spoken`` whether it has failed, so that the coach leads by speaking. ``times`` tell when
    the units of the tally were done. ``pains`` are the joints that began to hurt in it, "" where none was named.
    ``device`` is where its last segment was led, ``broken_off`` the index of the set in which the runner
    finished early.
    """

    plan: Plan
    place: Place
    tally: Tally
    marks: tuple[Mark, ...] = ()
    began_at: datetime | None = None
    number: int = 0
    efforts: tuple[Said, ...] = ()
    corrections: tuple[tuple[int, int], ...] = ()
    stream: Stream | None = None
    plays: int = 0
    spoken: bool = False
    times: tuple[UnitTime, ...] = ()
    pains: tuple[str, ...] = ()
    device: str = ""
    broken_off: int | None = None

    @property
    def under_way(self) -> bool:
        """Whether it was begun and is not finished."""
        return self.place.active in ACTIVE

    @property
    def running(self) -> bool:
        """Whether time runs: it is neither paused nor stopped nor finished."""
        return self.place.state in ACTIVE

    @property
    def finished(self) -> bool:
        """Whether everything is done, the last stretch included."""
        return self.place.state is State.FINISHED

    @property
    def in_pain(self) -> bool:
        """Whether it is under way, and something has begun to hurt in it."""
        return self.under_way and bool(self.pains)

    @property
    def set_here(self) -> WorkSet:
        """The set at its place; in a rest the one that was just done."""
        return self.plan.sets[self.place.at]

    @property
    def hold_here(self) -> StretchHold:
        """The stretch at its place, on its side, while it stretches."""
        return self.plan.holds[self.place.at]

    @property
    def move_here(self) -> Move:
        """The move of the warm-up at its place, while it warms up."""
        return self.plan.moves[self.place.at].move

    @property
    def done(self) -> Tally:
        """What was done of each unit: as it was led, or as the runner says."""
        if not self.corrections:
            return self.tally
        own = dict(self.corrections)
        return tuple(own.get(unit, led) for unit, led in enumerate(self.tally))

    def said_of(self, exercise_id: str) -> Said | None:
        """How hard an exercise was so far, if the runner said so."""
        return next((said for said in self.efforts if said.exercise_id == exercise_id), None)

    def heard_until(self, moment: datetime) -> int:
        """How many ms of the current segment have been heard; below zero before its first sound."""
        if self.began_at is None:
            return 0
        return round((moment - self.began_at - ALLOWANCE) / MILLISECOND)

    def with_heard(self, marks: tuple[Mark, ...], heard_ms: int) -> "Workout":
        """The workout with what was done in the first ``heard_ms`` after these marks began."""
        return self._replace(tally=add_heard(self.tally, marks, heard_ms))

    def led_until(self, heard_ms: int) -> "Workout":
        """The workout once ``heard_ms`` of its segment were heard, with no current segment any more."""
        return self._replace(
            tally=add_heard(self.tally, self.marks, heard_ms),
            times=self._times_until(heard_ms),
            place=next_due(self.plan, locate(self.marks, heard_ms)),
            marks=(),
            began_at=None,
        )

    def _times_until(self, heard_ms: int) -> tuple[UnitTime, ...]:
        if self.began_at is None or not self.number:
            return self.times
        began_s = (self.began_at + SOUNDS_AFTER).timestamp() - self.number
        return with_heard_times(self.times, self.marks, heard_ms, began_s)

    def led_to_end(self) -> "Workout":
        """The workout once its whole segment was heard."""
        return self.led_until(self.marks[-1].at_ms)

    def track_id(self, nth: int) -> TrackId:
        """The id of a track of the current play."""
        return TrackId(self.number, self.plays, nth)

    def played_until(self, heard_ms: int) -> "Workout":
        """The workout once ``heard_ms`` of the current track were heard, with no stream any more."""
        if self.stream is None:
            return self
        began_at = self.stream.reported_at - timedelta(milliseconds=self.stream.heard_ms)
        led = self._replace(marks=self.stream.marks, stream=None, began_at=began_at - SOUNDS_AFTER)
        return led.led_until(min(heard_ms, self.stream.end_ms))


def planned(plan: Plan) -> Workout:
    """A workout that has not begun."""
    return Workout(plan, Place(), empty_tally(plan))


UNRECORDED: dict[str, Any] = {
    "place": Place(),
    "marks": (),
    "began_at": None,
    "stream": None,
    "plays": 0,
    "spoken": False,
    "times": (),
    "pains": (),
    "device": "",
}
"""What changes from turn to turn and is no part of a record, as it is before a workout begins. Without it the
records that were made last are found again."""


def records_of(workout: Workout, preferences: Preferences | None = None) -> History:
    """What the workout has done so far, exercise by exercise, in the order in which they first come.

    ``preferences`` give the beat; without them it is taken to be the exercises' own.
    """
    return _records(workout._replace(**UNRECORDED), (preferences or Preferences()).beat_percent)


@kept_of_runners(MOST_RECORDED)
def _records(led: Workout, beat_percent: int) -> History:
    """The records of a workout, given only what they depend on: they are asked for several times a turn."""
    sets: dict[str, list[WorkSet]] = {}
    for work in led.plan.sets:
        sets.setdefault(work.exercise.id, []).append(work)
    records = (_record(led, each, beat_percent) for each in sets.values())
    return tuple(record for record in records if record.sets)


def _record(workout: Workout, sets: list[WorkSet], beat_percent: int) -> Record:
    done = workout.done
    begun = [work for work in sets if any(_units(done, work))]
    # A load may have changed on the way: the last one stands.
    asked = (begun or sets)[-1].prescription
    exercise = asked.exercise
    said = workout.said_of(exercise.id)
    own = dict(workout.corrections)
    return Record(
        day=workout.plan.day,
        workout=workout.number,
        exercise_id=exercise.id,
        base_id=exercise.base_id,
        measure=exercise.measure,
        asked=asked.dose.amount,
        sets_done=tuple(_by_side(work, _units(done, work)) for work in sets),
        extra_sets=asked.extra_sets,
        tool=asked.tool,
        load_grams=asked.load_grams,
        beat_percent=round(beat_percent * asked.beat_percent / 100),
        effort=said.effort if said else None,
        spare=said.spare if said else None,
        corrected=tuple(
            i for i, work in enumerate(sets) if not own.keys().isdisjoint(units_of(work))
        ),
        broken_off=bool(begun) and begun[-1].at == workout.broken_off,
    )


def units_of(work: WorkSet) -> range:
    """The units of a set in its workout's tally, in the order in which its sides are trained."""
    return range(work.at * SIDES, work.at * SIDES + len(work.sides))


def _units(tally: Tally, work: WorkSet) -> Tally:
    return tuple(tally[unit] for unit in units_of(work))


def _by_side(work: WorkSet, done: Tally) -> DoneBySide:
    """What a set did, left before right whichever came first."""
    return done[::-1] if work.sides[0] is Side.RIGHT else done
