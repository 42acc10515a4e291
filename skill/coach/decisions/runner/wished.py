"""What speaks against an exercise that a runner wishes for in place of another one."""

from skill.coach.turn.turn import Turn
from skill.training.exercise import Exercise
from skill.training.ladder import is_allowed
from skill.training.preferences import Preferences
from skill.training.progression import refusal
from skill.training.rung import Why
from skill.training.substitutes import no_stand_ins
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, joint_names

_REFUSED = {
    Why.NO_TOOL: "back.no_tool",
    Why.EYES_OPEN: "privacy.eyes_open",
    Why.OFF_BACK: "privacy.off_back",
}


def objection_to(turn: Turn, exercise: Exercise) -> Phrase | None:
    """Why an exercise takes no other's place today; None where it may."""
    if sore := soreness_of(turn, exercise):
        return sore
    key = _key(turn, exercise, turn.preferences)
    return phrase(key, exercise=exercise_name(exercise.id)) if key else None


def soreness_of(turn: Turn, exercise: Exercise) -> Phrase | None:
    """That an exercise loads joints that are spared; None where it does not."""
    sore = [joint for joint in exercise.joints if joint in turn.preferences.avoided_joints]
    if not sore:
        return None
    name = exercise_name(exercise.id)
    return phrase("back.still_spared", exercise=name, joints=joint_names(sore))


def _key(turn: Turn, exercise: Exercise, preferences: Preferences) -> str | None:
    """The phrase about an exercise that loads nothing sore."""
    day = turn.workout.plan.day
    if not is_allowed(exercise, preferences):
        return _REFUSED[refusal(exercise, preferences).why]
    if exercise.base_id in {one.exercise.base_id for one in turn.workout.plan.sets}:
        return "instead.today_anyway"
    if exercise.impact:
        return "instead.jumps"
    if preferences.swap_for(exercise.base_id) or exercise.base_id in preferences.unwanted_on(day):
        return "instead.put_aside"
    if exercise.base_id in no_stand_ins(turn.catalog, preferences, day):
        return "instead.tiring"
    return None
