"""The beat, the pacing and the kind of speech: as the runner wants them, and as far as the device can."""

from collections.abc import Callable

from skill.coach.commands import (
    Faster,
    KeepGoing,
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
from skill.training.preferences import Pacing
from skill.workout import tempo
from skill.workout.cue import phrase
from skill.workout.names import exercise_name


def slower(turn: Turn, command: Slower) -> Outcome:
    """A slower beat, from the next repetition on; of one exercise where it is named."""
    if id_ := id_of(command.exercise):
        return _own_beat(turn, meant(turn, id_), tempo.slower, "slower", "slowest")
    return _beat(turn, tempo.slower(turn.athlete.preferences.beat_percent), "slower", "slowest")


def faster(turn: Turn, command: Faster) -> Outcome:
    """A faster beat, from the next repetition on; of one exercise where it is named."""
    if id_ := id_of(command.exercise):
        return _own_beat(turn, meant(turn, id_), tempo.faster, "faster", "fastest")
    return _beat(turn, tempo.faster(turn.athlete.preferences.beat_percent), "faster", "fastest")


def _beat(turn: Turn, percent: int, changed: str, at_the_end: str) -> Outcome:
    said = at_the_end if percent == turn.athlete.preferences.beat_percent else changed
    return turn.with_preferences(turn.athlete.preferences._replace(beat_percent=percent)).go_on(
        [turn.phrase(f"done.{said}")]
    )


def _own_beat(
    turn: Turn,
    id_: str,
    step: Callable[[int], int],
    changed: str,
    at_the_end: str,
) -> Outcome:
    """One exercise's own beat, on top of the general one."""
    preferences, name = turn.athlete.preferences, exercise_name(id_)
    if turn.catalog.exercises[id_].tempo is None:
        return turn.go_on([phrase("done.no_beat", exercise=name)])
    percent = step(preferences.own_beat(id_))
    said = at_the_end if percent == preferences.own_beat(id_) else changed
    preferences = preferences.with_own_beat(id_, percent)
    turn = replanned(turn, preferences)
    if turn.workout.under_way:
        workout = turn.workout
        plan = workout.plan.led_by(preferences)._replace(rest_percent=workout.plan.rest_percent)
        turn = turn.with_workout(workout._replace(plan=plan))
    return turn.go_on([turn.phrase(f"done.{said}_exercise", exercise=name)])


def wait_for_me(turn: Turn, _command: WaitForMe) -> Outcome:
    """Ask after each set."""
    return turn.with_preferences(
        turn.athlete.preferences._replace(pacing=Pacing.WAIT_FOR_ME)
    ).go_on([turn.phrase("done.wait")])


def keep_going(turn: Turn, _command: KeepGoing) -> Outcome:
    """Flow on by the clock."""
    return turn.with_preferences(turn.athlete.preferences._replace(pacing=Pacing.KEEP_GOING)).go_on(
        [turn.phrase("done.keep_going")]
    )


def use_simple_speech(turn: Turn, _command: UseSimpleSpeech) -> Outcome:
    """Plain speech with pauses."""
    return turn.with_preferences(turn.athlete.preferences._replace(simple_speech=True)).go_on(
        [turn.phrase("done.simple_speech")]
    )


def use_precise_speech(turn: Turn, _command: UsePreciseSpeech) -> Outcome:
    """The timed kind again, also on devices that once failed."""
    turn = turn.with_athlete(turn.athlete._replace(simple_devices=()))
    return turn.with_preferences(turn.athlete.preferences._replace(simple_speech=False)).go_on(
        [turn.phrase("done.precise_speech")]
    )


def timed_speech_failed(turn: Turn, _command: TimedSpeechFailed) -> Outcome:
    """Speak simply on this device from now on, and say again what it could not play."""
    known = dict.fromkeys((*turn.athlete.simple_devices, turn.device))
    turn = turn.with_athlete(turn.athlete._replace(simple_devices=tuple(known)))
    if turn.workout.running and not turn.athlete.waiting:
        # An announcement that was not heard is made again.
        return turn.lead(resumed=turn.workout.place.done != 0)
    return turn.go_on([])


def screen_failed(turn: Turn, _command: ScreenFailed) -> Outcome:
    """Lead this workout by speaking, and say again what could not be shown."""
    turn = turn.with_workout(turn.workout._replace(spoken=True))
    if turn.workout.running and not turn.athlete.waiting:
        return turn.lead(resumed=turn.workout.place.done != 0)
    return turn.go_on([])
