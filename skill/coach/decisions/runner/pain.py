"""What the body says: something hurts, something hurts no more, or training has to end at once.

Nothing is diagnosed. Kept is only what has to be left out: a joint, and which exercise is replaced or not made
harder, until the runner asks for it again.
"""

from skill.athlete.changing import changed, next_set, sets_ahead
from skill.coach.commands import BringBack, Named, Pain, RedFlag
from skill.coach.turn.naming import id_of, origin
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import (
    ask_into,
    ask_to_stretch,
    can_be_done,
    put_right,
    replanned,
    stand_in,
)
from skill.coach.turn.turn import Turn
from skill.training.ladder import is_allowed
from skill.training.plan import WorkSet
from skill.training.preferences import Preferences
from skill.training.rung import Reason, Why
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name
from skill.workout.question import Question
from skill.workout.states import State, Trigger


def red_flag(turn: Turn, _command: RedFlag) -> Outcome:
    """End the workout at once and say whom to call; the place and what was done are kept, nothing more is led."""
    turn = turn._replace(notices=(), aside=None)
    return turn.stopped().talk([phrase("red_flag.stop"), phrase("red_flag.help")])


def pain(turn: Turn, command: Pain) -> Outcome:
    """Stop what hurts, and offer what spares it: from now on, until the runner says that it is fine."""
    workout, joint = turn.workout, _joint(turn, command.joint)
    spare = phrase("pain.spare", joint=command.joint.said if command.joint else "")
    unsure = [phrase("pain.unsure")] if command.joint and joint is None else []
    if not workout.under_way:
        if joint is None:
            return turn.go_on([*unsure, phrase("pain.tell_me")])
        return _sparing(turn, joint).go_on([spare])
    if workout.place.active is State.STRETCHING:
        known = [] if joint is None else [spare]
        return _pain_in_stretch(_sparing(turn, joint), [*unsure, *known])
    resting = workout.place.active is State.RESTING
    hurting = workout.plan.sets[workout.place.index]
    said = [phrase("pain.enough") if resting else turn.phrase("pain.stop"), *unsure]
    left_out = exercise_name(origin(turn, hurting.prescription))
    said.append(phrase("pain.leave_out", exercise=left_out) if joint is None else spare)
    index = next_set(workout)
    turn = _without(put_right(_sparing(turn, joint, hurting)), hurting)
    coming = turn.workout.plan.sets[index]
    if not can_be_done(turn, index) or (not resting and coming.exercise is hurting.exercise):
        return ask_to_stretch(turn, [*said, phrase("pain.nothing_left")])
    if resting and coming.exercise is workout.plan.sets[index].exercise:
        return _held(turn).talk(said, Question.GO_ON)
    return ask_into(turn, index, said)


def _joint(turn: Turn, named: Named | None) -> str | None:
    """The joint that was named, if any exercise loads it."""
    known = {joint for exercise in turn.catalog.exercises.values() for joint in exercise.joints}
    return named.id if named is not None and named.id in known else None


def _sparing(turn: Turn, joint: str | None, hurting: WorkSet | None = None) -> Turn:
    """The turn with a joint spared from now on, and the exercise that hurt held where it is."""
    wishes = turn.athlete.preferences
    joints = wishes.avoided_joints if joint is None else (*wishes.avoided_joints, joint)
    frozen = wishes.frozen
    if hurting is not None:
        frozen = (*frozen, origin(turn, hurting.prescription))
    wishes = wishes._replace(
        avoided_joints=tuple(dict.fromkeys(joints)),
        frozen=tuple(dict.fromkeys(frozen)),
    )
    return replanned(turn, wishes)


def _without(turn: Turn, hurting: WorkSet) -> Turn:
    """The turn with an exercise that hurt replaced, today and from now on, where no joint has done so already.

    Nobody knows what hurts then, so what jumps on the same joints is replaced as well, for today.
    """
    if not is_allowed(hurting.exercise, turn.wishes):
        return turn
    base_id, joints = origin(turn, hurting.prescription), {*hurting.exercise.joints}
    reason = Reason(Why.WISH, instead_of=base_id)
    other = stand_in(turn, hurting.exercise, reason, besides=(base_id,), gently=True)
    if other is None:
        return turn
    turn = turn.with_wishes(turn.athlete.preferences.with_swap(base_id, other.exercise.base_id))
    for work in sets_ahead(turn.workout):
        item = other if work.exercise is hurting.exercise else None
        if item is None and work.exercise.impact and joints & {*work.exercise.joints}:
            reason = Reason(Why.WISH, instead_of=work.exercise.base_id)
            item = stand_in(turn, work.exercise, reason, besides=(base_id,), gently=True)
        if item is not None:
            turn = turn.with_athlete(changed(turn.athlete, work.index, item))
    return turn


def _held(turn: Turn) -> Turn:
    return turn.move(Trigger.PAUSE) if turn.workout.running else turn


def _pain_in_stretch(turn: Turn, known: list[Phrase]) -> Outcome:
    """Out of the stretch; the next one waits for a word."""
    said = [phrase("pain.stop_stretch"), *known]
    turn = turn.move(Trigger.SKIP)
    return turn.finish(said) if turn.workout.finished else _held(turn).talk(said, Question.GO_ON)


def leave_out(turn: Turn) -> Outcome:
    """Not that one either: offer the next set, or the stretch after the last one."""
    following = next_set(turn.workout) + 1
    said = [turn.phrase("instead.left_out")]
    if following >= len(turn.workout.plan.sets):
        return ask_to_stretch(turn, said)
    return ask_into(turn, following, said)


# Back to what was spared.


def bring_back(turn: Turn, command: BringBack) -> Outcome:
    """Plan again what was spared: an exercise, a joint's exercises, or all where neither is named."""
    if id_ := id_of(command.exercise):
        return _exercise_back(turn, turn.catalog.exercises[id_].base_id)
    joint = _joint(turn, command.joint)
    if command.joint is not None and joint is None:
        return turn.go_on([phrase("back.not_heard")])
    wishes = turn.athlete.preferences
    sore = tuple(j for j in wishes.avoided_joints if joint not in (None, j))
    exercises = turn.catalog.exercises
    theirs = {id_ for id_ in wishes.frozen if id_ in exercises and joint in exercises[id_].joints}
    back = frozenset(theirs if sore else wishes.frozen)
    turn = replanned(turn, _freed(wishes, back)._replace(avoided_joints=sore))
    key = "back.next_time" if turn.workout.under_way else "back.joint"
    return turn.go_on([phrase(key)])


def _exercise_back(turn: Turn, id_: str) -> Outcome:
    exercise, name = turn.catalog.exercises[id_], exercise_name(id_)
    turn = replanned(turn, _freed(turn.athlete.preferences, frozenset({id_})))
    sore = [joint for joint in exercise.joints if joint in turn.wishes.avoided_joints]
    if sore:
        names = tuple(phrase(f"joint.{joint}") for joint in sore)
        return turn.go_on([phrase("back.still_spared", exercise=name, joints=names)])
    if not is_allowed(exercise, turn.wishes):
        return turn.go_on([phrase("back.no_tool", exercise=name)])
    if not turn.workout.under_way:
        return turn.go_on([phrase("back.exercise", exercise=name)])
    plan, here = turn.workout.plan, turn.workout.place.index
    key = "back.exercise_next_time"
    for work in sets_ahead(turn.workout):
        later = [w for w in plan.sets[here + 1 :] if w.entry == work.entry]
        planned = plan.prescriptions[work.entry]
        if later and planned.exercise.base_id == id_ != work.exercise.base_id:
            turn = turn.with_athlete(changed(turn.athlete, later[0].index, planned))
            key = "back.exercise_later"
    return turn.go_on([phrase(key, exercise=name)])


def _freed(wishes: Preferences, ids: frozenset[str]) -> Preferences:
    """The wishes without a word against these exercises."""
    return wishes._replace(
        frozen=tuple(id_ for id_ in wishes.frozen if id_ not in ids),
        swaps=tuple((id_, other) for id_, other in wishes.swaps if id_ not in ids),
    )
