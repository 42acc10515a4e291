"""A plan as the FIT workout that a watch leads: sets, holds, rests, rounds and stretches.

It gets onto a watch by copying the file into its folder NewFiles.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import UTC, datetime, time
from itertools import groupby
from typing import Any, NamedTuple

from fit_tool.message import Message
from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import (
    FileType,
    Intensity,
    Sport,
    SubSport,
    WorkoutStepDuration,
    WorkoutStepTarget,
)

from skill.exchange.fit_message import built, fitting, message, opening, shown_in
from skill.exchange.fit_names import NO_NAME, FitName, FitNames
from skill.training.exercise import Measure, Side
from skill.training.plan import Plan, WorkSet
from skill.training.preferences import Units
from skill.workout.cue import Phrase, Voice
from skill.workout.names import exercise_name, move_name, side_name, stretch_name


class _Round(NamedTuple):
    """The sets of one round, and the rest after each in ms."""

    sets: tuple[WorkSet, ...]
    rests_ms: tuple[int, ...]

    @property
    def asks(self) -> tuple[object, ...]:
        """What makes two rounds the same for the runner."""
        return tuple((w.prescription.rung, w.sides) for w in self.sets), self.rests_ms


def write_workout(plan: Plan, names: FitNames, voice: Voice, units: Units, title: str) -> bytes:
    """The plan as a FIT file, called ``title`` on the watch.

    Raises:
        FileRefused: a name or a value does not fit into the format.
    """
    steps = tuple(_steps(plan, names, voice, units))
    created = datetime.combine(plan.day, time(12), UTC)
    heading = message(
        WorkoutMessage,
        workout_name=fitting(title),
        sport=Sport.TRAINING,
        sub_sport=SubSport.STRENGTH_TRAINING,
        num_valid_steps=len(steps),
    )
    serial = plan.day.toordinal()
    return built(title, (*opening(FileType.WORKOUT, serial, created), heading, *steps))


def _steps(plan: Plan, names: FitNames, voice: Voice, units: Units) -> Iterator[Message]:
    """Every step with its index; equal rounds in a row are written once, and repeated."""
    index = 0
    for warming in plan.moves:
        move = warming.move
        words = _words(voice, move_name(move.id), _side_of(warming.side, move.joints))
        lasts_ms = move.dose.amount * move.beat_ms
        yield _timed(index, lasts_ms, names.warm_up, words, Intensity.WARMUP)
        index += 1
    for _, group in groupby(_rounds(plan), key=lambda one: one.asks):
        rounds = tuple(group)
        first = index
        for work, rest_ms in zip(rounds[0].sets, rounds[0].rests_ms, strict=True):
            for side in work.sides:
                yield _set(index, work, side, names, voice, units)
                index += 1
            if rest_ms:
                yield _rest(index, rest_ms)
                index += 1
        if len(rounds) > 1:
            yield _repeat(index, first, len(rounds))
            index += 1
    for hold in plan.holds:
        name = names.stretch(hold.stretch.id)
        of_hold = _side_of(hold.side, hold.stretch.joints)
        words = _words(voice, stretch_name(hold.stretch.id), of_hold)
        yield _timed(index, hold.hold_ms, name, words, Intensity.COOLDOWN)
        index += 1


def _rounds(plan: Plan) -> Iterable[_Round]:
    for _, group in groupby(plan.sets, key=lambda work: work.round):
        sets = tuple(group)
        yield _Round(sets, tuple(plan.rest_ms(work.at) for work in sets))


def _side_of(side: Side, joints: Collection[str]) -> Phrase | None:
    return None if side is Side.BOTH else side_name(side, joints)


def _words(voice: Voice, name: Phrase, side: Phrase | None) -> dict[str, str | None]:
    notes = None if side is None else fitting(voice(side).text)
    return {"workout_step_name": fitting(voice(name).text), "notes": notes}


def _set(
    index: int, work: WorkSet, side: Side, names: FitNames, voice: Voice, units: Units
) -> Message:
    item = work.prescription
    name = names.exercise(work.exercise.id, work.exercise, item.tool)
    words = _words(voice, exercise_name(work.exercise.id), _side_of(side, work.exercise.joints))
    if item.dose.measure is Measure.SECONDS:
        return _timed(index, item.dose.amount * 1000, name, words, Intensity.ACTIVE)
    return message(
        WorkoutStepMessage,
        message_index=index,
        duration_type=WorkoutStepDuration.REPS,
        duration_reps=item.dose.amount,
        target_type=WorkoutStepTarget.OPEN,
        intensity=Intensity.ACTIVE,
        exercise_category=name.category,
        exercise_name=NO_NAME if name.name is None else name.name,
        exercise_weight=item.load_grams / 1000 if item.load_grams else None,
        weight_display_unit=shown_in(units) if item.load_grams else None,
        **words,
    )


def _timed(
    index: int, ms: int, name: FitName, words: dict[str, str | None], intensity: Intensity
) -> Message:
    return _for_a_time(
        index,
        ms,
        intensity,
        exercise_category=name.category,
        exercise_name=NO_NAME if name.name is None else name.name,
        **words,
    )


def _rest(index: int, ms: int) -> Message:
    return _for_a_time(index, ms, Intensity.REST)


def _for_a_time(index: int, ms: int, intensity: Intensity, **more: Any) -> Message:
    """A step that ends by the clock."""
    return message(
        WorkoutStepMessage,
        message_index=index,
        duration_type=WorkoutStepDuration.TIME,
        duration_time=ms / 1000,
        target_type=WorkoutStepTarget.OPEN,
        intensity=intensity,
        **more,
    )


def _repeat(index: int, first: int, times: int) -> Message:
    return message(
        WorkoutStepMessage,
        message_index=index,
        duration_type=WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT,
        duration_step=first,
        target_value=times,
    )
