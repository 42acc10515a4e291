"""What hurts is spared: stop it, replan without it, and lead on with what is left.

Kept is only what has to be left out: a joint, and which exercise is replaced or not made harder, until the runner
asks for it again (``bringing_back.py``).
"""

from collections.abc import Iterable, Sequence

from skill.athlete.changing import changed, first_of, next_set, sets_ahead, without
from skill.athlete.workout import Workout
from skill.coach.commands import Named
from skill.coach.decisions.runner.hurting_stretch import (
    out_of_hurting_stretch,
    pain_at_stretching,
)
from skill.coach.decisions.runner.hurting_warm_up import pain_in_warm_up
from skill.coach.decisions.runner.what_is_left import (
    ask_into_what_is_left,
    held_with_what_is_left,
)
from skill.coach.telling.summary import size_params
from skill.coach.turn.again import is_again
from skill.coach.turn.naming import origin
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import (
    ask_to_stretch,
    can_be_done,
    loads_nothing_sore,
    put_right,
    replanned,
    stand_in,
    with_stretches_spared,
)
from skill.coach.turn.turn import Turn
from skill.training.ladder import is_allowed
from skill.training.plan import Plan, WorkSet
from skill.training.rung import Reason, Why
from skill.workout.cue import Phrase, phrase
from skill.workout.names import exercise_name, joint_names
from skill.workout.question import Question
from skill.workout.states import AT_WORK, State

MOST_PAINS = 2
"""Pains in one workout after which it ends: what hurts twice is no day for more (ours)."""


def spared_meanwhile(turn: Turn, named: Sequence[Named]) -> tuple[Turn, list[Phrase]]:
    """The turn in which more parts that hurt are spared while another is asked about, and the words on them."""
    known = known_joints(turn, named)
    return _sparing_all(turn, known), [_spared(known)] if known else [phrase("danger.stop")]


def _sparing_all(turn: Turn, joints: Iterable[Named]) -> Turn:
    """The turn with more joints spared, each a pain of its own in a workout."""
    for joint in joints:
        turn = sparing(_with_pain(turn, joint.id) if turn.workout.under_way else turn, joint.id)
    return turn


def spare(turn: Turn, named: Sequence[Named]) -> Outcome:
    """Stop what hurts and spare every joint that was named, as far as they are known; offer what is left."""
    joints = known_joints(turn, named)
    joint = joints[0].id if joints else None
    known = [_spared(joints)] if joints else []
    about = [phrase("pain.unsure")] if named and not joints else known
    told_before = bool(turn.workout.pains) and not turn.workout.running
    before = turn.workout.plan
    turn = _sparing_all(turn, joints[1:])
    if not turn.workout.under_way:
        if joint is None:
            # Where nothing can be done today the session closes, and nobody could tell.
            return turn.go_on(about if turn.nothing_today else [*about, phrase("pain.tell_me")])
        turn = sparing(turn, joint)
        return turn.go_on([*about, *_smaller(turn, before)])
    turn = _with_pain(turn, joint)
    if turn.workout.place.active is State.STRETCHING:
        return pain_at_stretching(sparing(turn, joint), about)
    unheard = not told_before or is_again(turn)
    said = about
    if unheard:  # the word to stop comes before all that there is to tell
        said, turn = [*_stop(turn), *turn.notices, *about], turn._replace(notices=())
    if len(turn.workout.pains) >= MOST_PAINS:
        return _enough_for_today(sparing(turn, joint), said)
    if turn.workout.place.active is State.WARMING_UP:
        return pain_in_warm_up(sparing(turn, joint), joint, said, begun=not told_before)
    if told_before and turn.athlete.question is Question.INSTEAD:
        if joint is None and any(turn.workout.pains):
            return _still_hurts(turn, said)
        return _more_of_that_pain(turn, joint, said)
    return _pain_at_work(turn, joint, said)


def _smaller(turn: Turn, before: Plan) -> list[Phrase]:
    """The size of today's plan, where less is left of the one ``before`` that was offered."""
    plan = turn.workout.plan
    fewer = len(plan.prescriptions) < len(before.prescriptions) or plan.rounds < before.rounds
    if not fewer or turn.nothing_today or turn.workout.finished:
        return []
    return [turn.phrase("pain.smaller", **size_params(plan, turn.minutes_left))]


def _pain_at_work(turn: Turn, joint: str | None, said: list[Phrase]) -> Outcome:
    """Out of the set that hurts, or that was just done in a rest: on with what spares it, from now on."""
    workout = turn.workout
    resting = workout.place.active is State.RESTING
    hurting = workout.set_here
    index = next_set(workout)
    turn, _ = with_stretches_spared(put_right(sparing(turn, joint, hurting)))
    turn = _without(turn, hurting)
    if not resting and turn.workout.plan.sets[index].exercise is hurting.exercise:
        index += 1  # there is nothing else for it
    turn = _without_later(turn, hurting, index)
    said = [*said, *_replaced(turn, hurting)]
    if joint is None:
        said = [*said, phrase("pain.which_part")]
    if resting and _stays(turn, workout, index):
        return held_with_what_is_left(turn, workout, said)
    return ask_into_what_is_left(turn, workout, index, said)


def _still_hurts(turn: Turn, said: list[Phrase]) -> Outcome:
    """What hurts is known, nothing loads it, and it hurts still: end the work, and offer the kind stretches."""
    return ask_to_stretch(turn, [*said, phrase("pain.stays")])


def _more_of_that_pain(turn: Turn, joint: str | None, said: list[Phrase]) -> Outcome:
    """More is told of a pain while something else is offered: the offer stands, if it spares the joint.

    Where the joint is still not known it is asked for: what was not even begun does not hurt.
    """
    before = turn.workout
    turn, _ = with_stretches_spared(put_right(sparing(turn, joint)))
    said = said or [phrase("pain.which_part")]
    return ask_into_what_is_left(turn, before, next_set(before), said)


def _without_later(turn: Turn, hurting: WorkSet, since: int) -> Turn:
    """The turn without the sets from ``since`` (an index) on of what hurt and has nothing in its place."""
    ahead = sets_ahead(turn.workout, since)
    later = first_of(work for work in ahead if work.exercise is hurting.exercise)
    return turn.with_workout(without(turn.workout, later)) if later else turn


def _replaced(turn: Turn, hurting: WorkSet) -> list[Phrase]:
    """What is said about an exercise that hurt and is replaced from now on; nothing where it is not."""
    base_id = hurting.exercise.base_id
    kept = base_id in dict(turn.athlete.preferences.swaps)
    return [phrase("instead.leave_out", exercise=exercise_name(base_id))] if kept else []


def _hurt(turn: Turn, hurting: WorkSet) -> list[str]:
    """The ids of what is not to come again while it hurts: the exercise of a set, and the one it stands for."""
    return list(dict.fromkeys((origin(turn, hurting.prescription), hurting.exercise.base_id)))


def _stays(turn: Turn, before: Workout, index: int) -> bool:
    """Whether the set of an index is of the same exercise as ``before``, and may be done."""
    sets = turn.workout.plan.sets
    if index >= len(sets) or sets[index].exercise is not before.plan.sets[index].exercise:
        return False
    return can_be_done(turn, index)


def _spared(joints: Sequence[Named]) -> Phrase:
    """What is said about the spared joints: as the runner called one, or the names of several."""
    if len(joints) == 1:
        return phrase("pain.spare", joint=joints[0].said)
    return phrase("pain.spare", joint=joint_names(str(joint.id) for joint in joints))


def _with_pain(turn: Turn, joint: str | None) -> Turn:
    """The turn with one more pain counted. A joint named while the workout is held may be the same pain.

    From now on nobody is asked how hard anything was: that is not what such a day is about.
    """
    plan = turn.workout.plan._replace(asks_nothing=True)
    workout, pains = turn.workout._replace(plan=plan), turn.workout.pains
    if not workout.running:
        if joint is None or joint in pains:
            return turn.with_workout(workout._replace(pains=pains or ("",)))
        pains = tuple(known for known in pains if known)
    return turn.with_workout(workout._replace(pains=(*pains, joint or "")))


def _enough_for_today(turn: Turn, said: list[Phrase]) -> Outcome:
    """End the work after the second pain, and ask whether to do the stretches that spare what hurts."""
    turn, _ = with_stretches_spared(turn)
    return ask_to_stretch(turn, [*said, phrase("pain.second")])


def _stop(turn: Turn) -> list[Phrase]:
    """The words that stop what hurts, and have its weight put down; none before a stop is over."""
    workout, place = turn.workout, turn.workout.place
    if turn.athlete.question in (Question.CARRY_ON, Question.CARRY_ON_OR_FRESH):
        return []
    if place.active is State.RESTING:
        hurting = exercise_name(workout.set_here.exercise.id)
        return [phrase("pain.enough", exercise=hurting)]
    moving = place.active is State.WARMING_UP
    loaded = not moving and workout.set_here.prescription.tool is not None
    return [turn.phrase("pain.stop"), *([phrase("pain.put_down")] if loaded else [])]


def held_back(turn: Turn, outcome: Outcome) -> Outcome:
    """The outcome; where it would lead what loads a joint to be spared, one that leads on with something else.

    The runner may have gone back to such an exercise, or named the joint in another room meanwhile. Work that
    ended after the second pain stays ended, also where all of it is said to be fine again.
    """
    workout = outcome.athlete.workout
    if workout is None or not workout.running:
        return outcome
    if len(workout.pains) >= MOST_PAINS and workout.place.active is not State.STRETCHING:
        return _stays_ended(turn)
    if not outcome.athlete.preferences.avoided_joints:
        return outcome
    moved = turn.athlete.workout is not None and turn.athlete.workout.running
    turn = turn.with_athlete(outcome.athlete)
    turn = turn.with_workout(workout._replace(marks=(), began_at=None))
    if loads_nothing_sore(turn):
        return outcome
    spared, state = phrase("pain.spared"), workout.place.state
    if state is State.STRETCHING:
        return out_of_hurting_stretch(turn, [spared])
    stops = moved and state in (*AT_WORK, State.WARMING_UP)
    said = [*_stop(turn), spared] if stops else [spared]
    return ask_into_what_is_left(put_right(turn), workout, next_set(workout), said)


def _stays_ended(turn: Turn) -> Outcome:
    """On with the stretches, and the word that the work has ended: to them first, where they had not begun."""
    said = [phrase("pain.over")]
    if turn.workout.place.active is State.STRETCHING:
        return turn.go_on(said)
    turn, _ = with_stretches_spared(turn)
    return ask_to_stretch(turn, said, Question.STRETCH_KINDLY)


def joint_of(turn: Turn, named: Named | None) -> str | None:
    """The id of the joint that was named, if any exercise loads it."""
    return named.id if named is not None and named.id in turn.catalog.joints else None


def known_joints(turn: Turn, named: Sequence[Named]) -> list[Named]:
    """Those of the joints that were named which some exercise loads, each once."""
    known = ((joint_of(turn, one), one) for one in named)
    return list({id_: one for id_, one in known if id_}.values())


def sparing(turn: Turn, joint: str | None, hurting: WorkSet | None = None) -> Turn:
    """The turn with a joint spared from now on, and the exercise that hurt held where it is."""
    preferences = turn.athlete.preferences
    joints = preferences.avoided_joints if joint is None else (*preferences.avoided_joints, joint)
    frozen = preferences.frozen
    if hurting is not None:
        frozen = (*frozen, *_hurt(turn, hurting))
    preferences = preferences._replace(
        avoided_joints=tuple(dict.fromkeys(joints)),
        frozen=tuple(dict.fromkeys(frozen)),
    )
    return replanned(turn, preferences)


def _without(turn: Turn, hurting: WorkSet) -> Turn:
    """The turn with an exercise that hurt replaced, today and from now on, unless a spared joint has replaced it.

    Nobody knows what hurts then, so what jumps on the same joints is replaced as well, for today. What comes
    today anyway replaces nothing: nothing comes twice a round.
    """
    if not is_allowed(hurting.exercise, turn.preferences):
        return turn
    hurt, joints = _hurt(turn, hurting), {*hurting.exercise.joints}
    reason = Reason(Why.JOINT, instead_of=hurt[0])
    other = stand_in(turn, hurting.exercise, reason, besides=hurt, gently=True)
    if other is None or other.exercise in {work.exercise for work in sets_ahead(turn.workout)}:
        return turn
    preferences = turn.athlete.preferences
    for id_ in hurt:
        preferences = preferences.with_swap(id_, other.exercise.base_id)
    turn = turn.with_preferences(preferences)
    for work in sets_ahead(turn.workout):
        item = other if work.exercise is hurting.exercise else None
        if item is None and work.exercise.impact and joints & {*work.exercise.joints}:
            reason = Reason(Why.JOINT, instead_of=work.exercise.base_id)
            item = stand_in(turn, work.exercise, reason, besides=hurt, gently=True)
        if item is not None:
            turn = turn.with_athlete(changed(turn.athlete, work.at, item))
    return turn
