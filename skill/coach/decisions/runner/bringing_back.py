"""Back to what was spared: an exercise, a joint, or everything.

It takes the runner's word that it is fine again. See decision 37.
"""

from skill.athlete.changing import changed, sets_ahead
from skill.coach.commands import BringBack, Kind, Pain
from skill.coach.decisions.runner.half_heard import ask_whether_it_hurts
from skill.coach.decisions.runner.pain import NEAR_THE_HEART
from skill.coach.decisions.runner.sparing import joint_of
from skill.coach.decisions.runner.wished import soreness_of
from skill.coach.turn.aside import LONGEST_TEXT, Aside
from skill.coach.turn.naming import id_of
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import replanned
from skill.coach.turn.turn import Turn
from skill.training.ladder import is_allowed
from skill.training.preferences import Preferences
from skill.workout.cue import Param, phrase
from skill.workout.names import exercise_name, joint_names
from skill.workout.question import Question


def bring_back(turn: Turn, command: BringBack) -> Outcome:
    """Plan again what was spared, once the runner has said yes: an exercise, a joint, or all if none is named."""
    if command.kind is Kind.JUMPING:
        return _jumps_back(turn)
    exercise, joint = id_of(command.exercise), joint_of(turn, command.joint)
    if command.joint is not None and joint is None:
        return _nothing_to_bring_back(turn, command, "back.not_heard")
    preferences = turn.athlete.preferences
    if exercise is not None:
        named = turn.catalog.exercises[exercise]
        base_id = named.base_id
        left_out = (named.eyes_closed and preferences.eyes_open) or (
            named.on_back and preferences.off_back
        )
        if base_id not in preferences.frozen and not left_out:
            if joint is None or _is_spared(preferences, base_id, joint):
                return _exercise_back(turn, base_id)
            return _good_for(turn, command)
    elif joint not in (None, *preferences.avoided_joints) or not preferences.hurting:
        return _nothing_to_bring_back(turn, command, "back.nothing")
    under = turn.athlete.edge_question
    said = command.joint.said if command.joint else ""
    aside = Aside(under, joint=joint, exercise=exercise, said=said[:LONGEST_TEXT])
    return ask_again(_held_for_an_answer(turn)._replace(aside=aside))


def _good_for(turn: Turn, command: BringBack) -> Outcome:
    """An exercise does not hurt a joint that is not spared: good, and on. Near the heart it is asked about."""
    if isinstance(command.feared, Pain) and command.feared.part not in NEAR_THE_HEART:
        return turn.go_on([phrase("back.nothing")])
    return _nothing_to_bring_back(turn, command, "back.nothing")


def _is_spared(preferences: Preferences, base_id: str, joint: str) -> bool:
    """Whether an exercise is left out, or a joint that it is said to be good to."""
    return joint in preferences.avoided_joints or base_id in dict(preferences.swaps)


def ask_again(turn: Turn) -> Outcome:
    """Ask whether what is spared is fine again, by its name."""
    about = {"spared": _spared(turn, turn.aside or Aside())}
    return turn.ask_aside([], Question.BRING_BACK, turn.aside, about)


def _spared(turn: Turn, aside: Aside) -> Param:
    """What a question is about: the exercise, the joint in the runner's own word, or all that is spared."""
    if aside.exercise in turn.catalog.exercises:
        return exercise_name(str(aside.exercise))
    if aside.said:
        return phrase("back.your", joint=aside.said)
    preferences = turn.athlete.preferences
    joints = (aside.joint,) if aside.joint else preferences.avoided_joints
    if joints:
        return phrase("back.your", joint=joint_names(joints))
    return tuple(exercise_name(id_) for id_ in preferences.frozen if id_ in turn.catalog.exercises)


def _nothing_to_bring_back(turn: Turn, command: BringBack, key: str) -> Outcome:
    """Nothing is spared there. A part of the body that was named in the middle of work may hurt: ask first."""
    if command.feared is None or not turn.is_led_on:
        return turn.go_on([phrase(key)])
    return ask_whether_it_hurts(turn, command.feared)


def _jumps_back(turn: Turn) -> Outcome:
    """The runner wants jumps: today if the workout has not begun and nothing speaks against them, else later."""
    jumps = {exercise.base_id for exercise in turn.catalog.exercises.values() if exercise.impact}
    preferences = _freed(turn.athlete.preferences, frozenset(jumps))._replace(jumps=True)
    turn = replanned(turn, preferences)
    key = "back.jumps_next_time" if turn.workout.under_way else "back.jumps"
    return turn.go_on([phrase(key)])


def _held_for_an_answer(turn: Turn) -> Turn:
    """The turn with the workout held, unless it stands at a question anyway."""
    return turn if turn.athlete.waiting else turn.held()


def brought_back(turn: Turn) -> Outcome:
    """Yes, it is fine again."""
    aside = turn.aside
    if aside is None:
        return turn.go_on([])
    exercise = turn.catalog.exercises.get(aside.exercise or "")
    if exercise is not None:
        if exercise.eyes_closed and turn.preferences.eyes_open:
            turn = replanned(turn, turn.athlete.preferences._replace(eyes_open=False))
            return turn.go_on([phrase("back.exercise", exercise=exercise_name(exercise.id))])
        if exercise.on_back and turn.preferences.off_back:
            turn = replanned(turn, turn.athlete.preferences._replace(off_back=False))
        return _exercise_back(turn, exercise.base_id)
    joint = aside.joint
    preferences = turn.athlete.preferences
    sore = tuple(j for j in preferences.avoided_joints if joint not in (None, j))
    exercises = turn.catalog.exercises
    theirs = {
        id_ for id_ in preferences.frozen if id_ in exercises and joint in exercises[id_].joints
    }
    back = frozenset(theirs if sore else preferences.frozen)
    turn = replanned(turn, _freed(preferences, back)._replace(avoided_joints=sore))
    return turn.go_on([turn.phrase("back.next_time" if turn.workout.under_way else "back.joint")])


def still_spared(turn: Turn) -> Outcome:
    """No: it stays as it is."""
    return turn.go_on([phrase("back.kept")])


def _exercise_back(turn: Turn, id_: str) -> Outcome:
    exercise, name = turn.catalog.exercises[id_], exercise_name(id_)
    preferences = _freed(turn.athlete.preferences, frozenset({id_}))
    if exercise.impact:  # a runner who asks for jumps gets them
        preferences = preferences._replace(jumps=True)
    turn = replanned(turn, preferences)
    if sore := soreness_of(turn, exercise):
        return turn.go_on([sore])
    if not is_allowed(exercise, turn.preferences):
        return turn.go_on([phrase("back.no_tool", exercise=name)])
    if not turn.workout.under_way:
        return turn.go_on([phrase("back.exercise", exercise=name)])
    plan, here = turn.workout.plan, turn.workout.place.at
    key = "back.exercise_next_time"
    for work in sets_ahead(turn.workout):
        later = [w for w in plan.sets[here + 1 :] if w.entry == work.entry]
        planned = plan.prescriptions[work.entry]
        if later and planned.exercise.base_id == id_ != work.exercise.base_id:
            turn = turn.with_athlete(changed(turn.athlete, later[0].at, planned))
            key = "back.exercise_later"
    return turn.go_on([phrase(key, exercise=name)])


def _freed(preferences: Preferences, ids: frozenset[str]) -> Preferences:
    """The preferences with nothing against these exercises any more."""
    return preferences._replace(
        frozen=tuple(id_ for id_ in preferences.frozen if id_ not in ids),
        swaps=tuple((id_, other) for id_, other in preferences.swaps if id_ not in ids),
        unwanted=tuple((id_, day) for id_, day in preferences.unwanted if id_ not in ids),
    )
