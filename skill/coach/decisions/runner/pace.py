"""The beat, the pacing and the kind of speech: as the runner wants them, and as far as the device can."""

from collections.abc import Callable
from typing import NamedTuple

from skill.coach.commands import (
    Faster,
    KeepGoing,
    NamedExercise,
    ScreenFailed,
    Slower,
    TimedSpeechFailed,
    UsePreciseSpeech,
    UseSimpleSpeech,
    WaitForMe,
)
from skill.coach.turn.naming import id_of, meant
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import replanned
from skill.coach.turn.turn import Turn
from skill.training.preferences import Pacing, Preferences
from skill.workout import tempo
from skill.workout.cue import phrase
from skill.workout.names import exercise_name


class _Step(NamedTuple):
    """A step of the beat, and what is said once it is ``taken``, or at the ``end``, where none is left."""

    take: Callable[[int], int]
    taken: str
    end: str

    def said(self, before: int, after: int) -> str:
        return self.end if before == after else self.taken


_SLOWER = _Step(tempo.slower, "slower", "slowest")
_FASTER = _Step(tempo.faster, "faster", "fastest")


def slower(turn: Turn, command: Slower) -> Outcome:
    """A slower beat, from the next repetition on; of one exercise where it is named."""
    return _stepped(turn, command.exercise, _SLOWER)


def faster(turn: Turn, command: Faster) -> Outcome:
    """A faster beat, from the next repetition on; of one exercise where it is named."""
    return _stepped(turn, command.exercise, _FASTER)


def _stepped(turn: Turn, named: NamedExercise | None, step: _Step) -> Outcome:
    if id_ := id_of(named):
        return _own_beat(turn, meant(turn, id_), step)
    preferences = turn.athlete.preferences
    percent = step.take(preferences.beat_percent)
    said = step.said(preferences.beat_percent, percent)
    return _preferring(turn, preferences._replace(beat_percent=percent), f"done.{said}")


def _own_beat(turn: Turn, id_: str, step: _Step) -> Outcome:
    """One exercise's own beat, on top of the general one."""
    preferences, name = turn.athlete.preferences, exercise_name(id_)
    if turn.catalog.exercises[id_].tempo is None:
        return turn.go_on([phrase("done.no_beat", exercise=name)])
    percent = step.take(preferences.own_beat(id_))
    said = step.said(preferences.own_beat(id_), percent)
    preferences = preferences.with_own_beat(id_, percent)
    turn = replanned(turn, preferences)
    if turn.workout.under_way:
        workout = turn.workout
        plan = workout.plan.led_by(preferences)._replace(rest_percent=workout.plan.rest_percent)
        turn = turn.with_workout(workout._replace(plan=plan))
    return turn.go_on([turn.phrase(f"done.{said}_exercise", exercise=name)])


def _preferring(turn: Turn, preferences: Preferences, key: str) -> Outcome:
    """Keep what the runner prefers, none of which changes the plan, and go on after the phrase ``key``."""
    return turn.with_preferences(preferences).go_on([turn.phrase(key)])


def wait_for_me(turn: Turn, _command: WaitForMe) -> Outcome:
    """Ask after each set."""
    preferences = turn.athlete.preferences._replace(pacing=Pacing.WAIT_FOR_ME)
    return _preferring(turn, preferences, "done.wait")


def keep_going(turn: Turn, _command: KeepGoing) -> Outcome:
    """Flow on by the clock."""
    preferences = turn.athlete.preferences._replace(pacing=Pacing.KEEP_GOING)
    return _preferring(turn, preferences, "done.keep_going")


def use_simple_speech(turn: Turn, _command: UseSimpleSpeech) -> Outcome:
    """Plain speech with pauses."""
    preferences = turn.athlete.preferences._replace(simple_speech=True)
    return _preferring(turn, preferences, "done.simple_speech")


def use_precise_speech(turn: Turn, _command: UsePreciseSpeech) -> Outcome:
    """The timed kind again, also on devices that once failed."""
    turn = turn.with_athlete(turn.athlete._replace(simple_devices=()))
    preferences = turn.athlete.preferences._replace(simple_speech=False)
    return _preferring(turn, preferences, "done.precise_speech")


def timed_speech_failed(turn: Turn, _command: TimedSpeechFailed) -> Outcome:
    """Speak simply on this device from now on, and say again what it could not play."""
    known = dict.fromkeys((*turn.athlete.simple_devices, turn.device))
    return _once_more(turn.with_athlete(turn.athlete._replace(simple_devices=tuple(known))))


def screen_failed(turn: Turn, _command: ScreenFailed) -> Outcome:
    """Lead this workout by speaking, and say again what could not be shown."""
    return _once_more(turn.with_workout(turn.workout._replace(spoken=True)))


def _once_more(turn: Turn) -> Outcome:
    """Say again what was not heard; an announcement is made from its start."""
    if turn.is_led_on:
        return turn.lead(resumed=turn.workout.place.done != 0)
    return turn.go_on([])
