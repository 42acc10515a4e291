"""What the coach knows of one runner: wishes, history, and the workout in progress."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from skill.athlete.zone import Zone
from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.training.preferences import Preferences
from skill.training.record import History, Record
from skill.workout.cursor import SIDES, Mark, Tally, add_heard, empty_tally, locate
from skill.workout.place import Place
from skill.workout.script import next_due
from skill.workout.segment import Question
from skill.workout.states import ACTIVE, State

ALLOWANCE = timedelta(seconds=3)
"""What lies between the clock and the ear: about a second until a response sounds, and about two in
which the runner wakes the speaker and speaks before the request is stamped. The sound stops at the wake word, so
time spent speaking was not heard. (Own estimate; too long repeats a repetition, too short would lose one.)"""

AT_AN_EDGE = frozenset(
    {
        Question.READY,
        Question.REST,
        Question.OTHER_SIDE,
        Question.STRETCH,
        Question.NEXT_STRETCH,
        Question.SUM_UP,
    }
)
"""The questions that end a segment: until they are answered the workout waits."""


@dataclass(frozen=True, slots=True)
class Workout:
    """One doing of a plan.

    ``place`` is where it was when the segment at hand began; ``marks`` and ``began_at`` tell how far that
    segment has come. Before it is begun a workout is idle with no state left behind.
    """

    plan: Plan
    place: Place
    tally: Tally
    marks: tuple[Mark, ...] = ()
    began_at: datetime | None = None

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

    def heard_until(self, now: datetime) -> int:
        """How many ms of the segment at hand have been heard; below zero before its first sound."""
        if self.began_at is None:
            return 0
        return round((now - self.began_at - ALLOWANCE) / timedelta(milliseconds=1))

    def led_until(self, heard_ms: int) -> "Workout":
        """The workout once ``heard_ms`` of its segment were heard, with no segment at hand any more."""
        return replace(
            self,
            place=next_due(self.plan, locate(self.marks, heard_ms)),
            tally=add_heard(self.tally, self.marks, heard_ms),
            marks=(),
            began_at=None,
        )

    def led_to_end(self) -> "Workout":
        """The workout once its whole segment was heard."""
        return self.led_until(self.marks[-1].at_ms)


def planned(plan: Plan) -> Workout:
    """A workout that has not begun."""
    return Workout(plan, Place(), empty_tally(plan))


@dataclass(frozen=True, slots=True)
class Athlete:
    """A runner's stored self.

    ``question`` is what the coach asked last; ``greeted`` whether the safety sentence was spoken;
    ``simple_devices`` are the devices, as hashes, that could not play the timed speech; ``zone`` is the time zone
    of the runner's speaker, None until Amazon has told it.
    """

    preferences: Preferences = field(default_factory=Preferences)
    history: History = ()
    workout: Workout | None = None
    question: Question | None = None
    greeted: bool = False
    simple_devices: tuple[str, ...] = ()
    zone: Zone | None = None

    @property
    def waiting(self) -> bool:
        """Whether the workout stands at an edge until a question is answered."""
        workout = self.workout
        if workout is None or self.question not in AT_AN_EDGE:
            return False
        return not workout.marks and (workout.running or workout.finished)


def settle(athlete: Athlete, now: datetime) -> Athlete:
    """The athlete with the workout moved to where the runner is at ``now``.

    Whatever the clocks say, the place stays within the segment that was played.
    """
    workout = athlete.workout
    if workout is None or not workout.marks:
        return athlete
    end_ms = workout.marks[-1].at_ms
    heard_ms = min(workout.heard_until(now), end_ms)
    question = athlete.question if heard_ms == end_ms else None
    return replace(athlete, workout=workout.led_until(heard_ms), question=question)


def close_workout(athlete: Athlete) -> Athlete:
    """The athlete with the workout put into the history: every set counts of which anything was done."""
    workout = athlete.workout
    if workout is None:
        return athlete
    return replace(
        athlete, workout=None, question=None, history=athlete.history + records_of(workout)
    )


def records_of(workout: Workout) -> History:
    """What the workout has done so far, exercise by exercise."""
    records = []
    for exercise in workout.plan.exercises:
        units = [
            workout.tally[s.index * SIDES : (s.index + 1) * SIDES]
            for s in workout.plan.sets
            if s.exercise is exercise
        ]
        sets, amount = sum(any(unit) for unit in units), sum(map(sum, units))
        if sets:
            counted = exercise.measure is Measure.REPETITIONS
            day = workout.plan.day
            repetitions, seconds = (amount, 0) if counted else (0, amount)
            records.append(Record(day, exercise.id, sets, repetitions, seconds))
    return tuple(records)
