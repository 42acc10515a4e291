"""What the coach knows of one runner: preferences, history, and the workout in progress."""

from datetime import date, datetime
from typing import NamedTuple
from zlib import crc32

from skill.athlete.timing import timed_sides
from skill.athlete.workout import (
    Workout,
    records_of,
    units_of,
)
from skill.athlete.zone import Zone
from skill.training.pains import PainfulDays, recent, with_pains
from skill.training.past import Past, compacted
from skill.training.plan import Plan
from skill.training.preferences import Preferences, Talk
from skill.training.record import History, joined
from skill.training.runs import LoggedRun
from skill.training.times import Times, joined_times
from skill.workout.asking import asks_effort
from skill.workout.course import next_due
from skill.workout.cursor import locate
from skill.workout.question import AT_AN_EDGE, Question
from skill.workout.states import State

DOUBT_MS = 2_500
"""By so much the estimate of the time heard may be too short: to repeat a repetition is better than to lose
one."""


class Athlete(NamedTuple):
    """A runner's stored self.

    ``history`` are the records of the last weeks, oldest first, ``past`` what is left of older ones.
    ``question`` is what the coach asked last; ``greeted`` whether the safety sentence was spoken;
    ``simple_devices`` are the devices, as hashes, that could not play the timed speech; ``zone`` is the time
    zone of the runner's speaker, None while it is not known; ``offered_non_stop`` is whether the runner has
    heard that a workout can be played through. ``alarmed`` is whether training waits for the word that a doctor
    allows it: after a sign of danger, or with a condition that the runner has named.
    ``unwell`` is whether it waits for the word that a fever or an infection is over.

    ``unasked`` is whether the coach has still to ask how hard the last workout was, since that one was played.
    ``times`` tell when the sets of the last workouts in the history were done. ``runs`` are those of the last
    four weeks that a watch recorded, oldest first; ``full_day`` is a day on which the runner wants the full
    session even after a hard run. ``programme`` is the id of what the runner has chosen to train, None where the
    weekday decides. ``handled`` is the last request that has changed anything, as a hash; "" where none is
    known. ``painful_days`` are those of the last weeks on which something hurt in a workout.
    """

    preferences: Preferences = Preferences()
    history: History = ()
    workout: Workout | None = None
    question: Question | None = None
    greeted: bool = False
    simple_devices: tuple[str, ...] = ()
    past: Past = Past()
    zone: Zone | None = None
    offered_non_stop: bool = False
    unasked: bool = False
    alarmed: bool = False
    unwell: bool = False
    times: tuple[Times, ...] = ()
    runs: tuple[LoggedRun, ...] = ()
    full_day: date | None = None
    programme: str | None = None
    handled: str = ""
    painful_days: PainfulDays = ()

    @property
    def waiting(self) -> bool:
        """Whether the workout stands at an edge until a question is answered."""
        workout = self.workout
        if workout is None or self.question not in AT_AN_EDGE:
            return False
        return not workout.marks and (workout.running or workout.finished)

    @property
    def may_not_train(self) -> bool:
        """Whether nothing is led before an answer: on the heart, a doctor's word, or the end of an illness."""
        return self.question is Question.DANGER or self.alarmed or self.unwell

    @property
    def edge_question(self) -> Question | None:
        """The question that the workout stands at an edge for; None where it stands at none."""
        return self.question if self.waiting else None


def display_id(athlete: Athlete) -> str:
    """What a display of the athlete's workout is known by: another one for each segment, place and question.

    So an event that a screen sends twice, or after the next display was sent, shows by its id that it is late. So
    it does where the plan was changed, as after a pain: a touch agrees to no other plan than the one it saw.
    """
    question = athlete.question or ""
    workout = athlete.workout
    if workout is None:
        return question
    began_s = int(workout.began_at.timestamp()) if workout.began_at else 0
    place = workout.place
    at = (question, place.state, workout.number, began_s, place.at, place.side, place.done)
    return ".".join(map(str, (*at, _mark_of(workout.plan))))


def _mark_of(plan: Plan) -> str:
    """What tells a plan from another one: a few letters made from what is done in it."""
    done = (
        *(move.move.id for move in plan.moves),
        *(work.exercise.id for work in plan.sets),
        *(stretch.id for stretch in plan.stretches),
    )
    return f"{crc32(' '.join(done).encode()):x}"


def numbered(athlete: Athlete, now: datetime) -> Athlete:
    """The athlete with a number for the workout, which it gets when it is begun and then keeps."""
    workout = athlete.workout
    if workout is None or workout.number:
        return athlete
    number, taken = int(now.timestamp()), {record.workout for record in athlete.history}
    while number in taken:  # begun again within the second
        number += 1
    return athlete._replace(workout=workout._replace(number=number))


def settle(athlete: Athlete, moment: datetime, proof: State | Question | None = None) -> Athlete:
    """The athlete with the workout moved to where the runner was at ``moment``, when the speaker fell silent.

    ``proof`` is what must have been heard for the runner's words to make sense: the state that they speak of, or
    the question that they answer. The moment is only known roughly; where that leaves two places possible, the
    proof decides. Whatever the clocks say, the place stays within the segment that was played.
    """
    workout = athlete.workout
    if workout is None or not workout.marks:
        return athlete
    end_ms = workout.marks[-1].at_ms
    heard_ms = min(workout.heard_until(moment), end_ms)
    heard_ms = _proved(workout, heard_ms, proof)
    question = athlete.question if heard_ms == end_ms else None
    return athlete._replace(workout=workout.led_until(heard_ms), question=question)


def _proved(workout: Workout, heard_ms: int, proof: State | Question | None) -> int:
    """The time heard; more, where the proof shows so, or to the end of a rest that was nearly over.

    A rest begins with a set's last repetition: whoever has heard that one has nothing left but the question.
    """
    end = workout.marks[-1]
    if end.at_ms <= heard_ms + DOUBT_MS:
        resting = next_due(workout.plan, locate(workout.marks, heard_ms)).state is State.RESTING
        if resting or isinstance(proof, Question):
            return end.at_ms
    ahead = (mark for mark in workout.marks if heard_ms < mark.at_ms <= heard_ms + DOUBT_MS)
    return next((mark.at_ms for mark in ahead if mark.place.state is proof), heard_ms)


def close_workout(athlete: Athlete) -> Athlete:
    """The athlete with the workout put into the history: every set counts of which anything was done.

    Records that are too old to be kept one by one go into the past.
    """
    workout = athlete.workout
    if workout is None:
        return athlete
    history, past = compacted(history_of(athlete), athlete.past, workout.plan.day)
    unasked = workout.plays > 0 and _can_tell_more(workout, athlete.preferences.talk)
    return athlete._replace(
        workout=None,
        question=None,
        history=history,
        past=past,
        unasked=unasked,
        times=times_of(athlete),
        painful_days=_painful_days(athlete.painful_days, workout),
    )


def forgetting(athlete: Athlete, today: date) -> Athlete:
    """The athlete without what is kept for some weeks only, and is older by now."""
    days = recent(athlete.painful_days, today)
    return athlete if days == athlete.painful_days else athlete._replace(painful_days=days)


def _painful_days(known: PainfulDays, workout: Workout) -> PainfulDays:
    return with_pains(known, workout.plan.day, filter(None, workout.pains))


def _can_tell_more(workout: Workout, talk: Talk) -> bool:
    """Whether there is an exercise whose effort is not known yet, so that an answer would be of use."""
    return any(
        asks_effort(workout.plan, work.at, talk)
        for work in workout.plan.sets
        if any(workout.done[unit] for unit in units_of(work))
        and workout.said_of(work.exercise.id) is None
    )


def history_of(athlete: Athlete) -> History:
    """The history with what the workout in progress has done so far."""
    workout = athlete.workout
    if workout is None:
        return athlete.history
    return joined(athlete.history, records_of(workout, athlete.preferences))


def times_of(athlete: Athlete) -> tuple[Times, ...]:
    """When the sets of the last workouts were done, the one in progress included."""
    workout = athlete.workout
    if workout is None or not workout.times:
        return athlete.times
    mine = Times(workout.plan.day, workout.number, timed_sides(workout.plan, workout.times))
    return joined_times(athlete.times, (mine,))


def records_today(athlete: Athlete) -> History:
    """What was done in the current workout, with exercises that were replaced on the way."""
    workout = athlete.workout
    if workout is None:
        return ()
    led = records_of(workout, athlete.preferences)
    here = (workout.plan.day, workout.number)
    if not any(record.key[:2] == here for record in reversed(athlete.history)):
        return led
    return tuple(record for record in history_of(athlete) if record.key[:2] == here)
