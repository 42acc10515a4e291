"""Without an exercise today, or without a kind of them: neither now nor later."""

from collections.abc import Sequence

from skill.athlete.changing import first_of, next_set, sets_ahead, without
from skill.coach.commands import Kind, SkipExercise
from skill.coach.turn.naming import id_of, origin
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import ask_to_stretch, replanned, with_stretches_spared
from skill.coach.turn.turn import Turn
from skill.training.exercise import Position
from skill.training.plan import WorkSet
from skill.training.stretching import floor_exercises
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, stretch_name
from skill.workout.states import AT_WORK, State, Trigger


def leave_out(turn: Turn, command: SkipExercise) -> Outcome:
    """Not that one today, neither now nor later; what was done of it stays."""
    unwanted = _unwanted(turn, command)
    if standing_in := _standing_in(turn, command, unwanted):
        if not unwanted <= turn.athlete.preferences.unwanted_on(turn.today):
            return _told_what_stands_in(turn, command, standing_in[0], unwanted)
        unwanted |= {work.exercise.base_id for work in standing_in}
    ahead = [work for work in sets_ahead(turn.workout) if work.exercise.base_id in unwanted]
    rest = [work for work in sets_ahead(turn.workout) if work.exercise.base_id not in unwanted]
    preferences = turn.athlete.preferences.with_unwanted(unwanted, turn.today)
    if not turn.workout.under_way:
        if not rest:
            return turn.go_on([phrase("left_out.nothing_left")])
        without_it = replanned(turn, preferences)
        return without_it.go_on(_left_out(turn, ahead, without_it))
    before = turn
    turn, _ = with_stretches_spared(turn.with_preferences(preferences))
    said = _left_out(before, ahead, turn)
    if command.kind is Kind.FLOOR and _stretches_on_floor(turn):
        return out_of_stretch(turn, said)
    if not ahead:
        return turn.go_on(said)
    at_hand = next_set(turn.workout) in {work.at for work in ahead}
    if not rest:
        return ask_to_stretch(turn, [*said, phrase("left_out.last")])
    resting = turn.workout.place.active is State.RESTING
    if at_hand and not resting:
        turn = turn.move(Trigger.SKIP)
    turn = turn.with_workout(without(turn.workout, first_of(ahead)))
    return turn.lead(said) if at_hand and not resting else turn.go_on(said)


def _standing_in(turn: Turn, command: SkipExercise, unwanted: set[str]) -> list[WorkSet]:
    """What comes today in place of the exercise that was named, where that one itself does not come."""
    if command.exercise is None:
        return []
    ahead = sets_ahead(turn.workout)
    if any(work.exercise.base_id in unwanted for work in ahead):
        return []
    return [work for work in ahead if origin(turn, work.prescription) in unwanted]


def _told_what_stands_in(
    turn: Turn, command: SkipExercise, other: WorkSet, unwanted: set[str]
) -> Outcome:
    """Name what stands in for an exercise and how to leave that out: asked once more, it is."""
    preferences = turn.athlete.preferences.with_unwanted(unwanted, turn.today)
    told = phrase(
        "left_out.stands_in",
        exercise=exercise_name(str(id_of(command.exercise))),
        other=exercise_name(other.exercise.id),
    )
    return turn.with_workout(turn.workout).with_preferences(preferences).go_on([told])


def _left_out(turn: Turn, ahead: Sequence[WorkSet], after: Turn) -> list[Phrase]:
    """What is said about the exercises and stretches that are left out, or that none of them was to come."""
    names = tuple(map(exercise_name, dict.fromkeys(work.exercise.id for work in ahead)))
    said = [turn.phrase("left_out.done", exercises=names)] if names else []
    kept = after.workout.plan.stretches
    gone = [stretch.id for stretch in turn.workout.plan.stretches if stretch not in kept]
    if after.workout.under_way and _stretches_on_floor(after):
        gone.insert(0, after.workout.hold_here.stretch.id)
    if gone:  # "stretching.left_out" in the first wording: the other one speaks of pain
        key = "left_out.stretches" if names else "stretching.left_out"
        said.append(phrase(key, stretches=tuple(map(stretch_name, gone))))
    return said or [phrase("left_out.not_ahead")]


def _stretches_on_floor(turn: Turn) -> bool:
    """Whether the stretch that comes now is done on the floor."""
    stretching = turn.workout.place.active is State.STRETCHING
    return stretching and turn.workout.hold_here.stretch.position is Position.FLOOR


def out_of_stretch(turn: Turn, said: list[Phrase]) -> Outcome:
    """On without the current stretch."""
    return past_stretch(turn).lead_on(said)


def past_stretch(turn: Turn) -> Turn:
    """The turn after the current stretch; its other side is left out as well."""
    stretch = turn.workout.hold_here.stretch
    while not turn.workout.finished and turn.workout.hold_here.stretch == stretch:
        turn = turn.move(Trigger.SKIP)
    return turn


def _next(turn: Turn) -> set[str]:
    """The exercise that comes after the current set; before a set, or in a rest, the one it leads to."""
    workout = turn.workout
    in_a_set = workout.place.active in (*AT_WORK, State.CHANGING_SIDES)
    ahead = sets_ahead(workout, next_set(workout) + (in_a_set and not turn.athlete.waiting))
    return {work.exercise.base_id for work in ahead[:1]}


def _unwanted(turn: Turn, command: SkipExercise) -> set[str]:
    """The ids of the exercises that are named or of the kind; for a variation, that of the exercise it varies."""
    exercises = turn.catalog.exercises
    if command.exercise is not None:
        return {exercises[str(id_of(command.exercise))].base_id}
    if command.kind is Kind.NEXT:
        return _next(turn)
    if command.kind is Kind.JUMPING:
        return {exercise.base_id for exercise in exercises.values() if exercise.impact}
    return {*floor_exercises(turn.catalog)}
