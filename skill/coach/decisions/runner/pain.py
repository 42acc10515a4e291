"""What the body says: something hurts, something hurts no more, or training has to end at once.

Nothing is diagnosed. Kept is only what has to be left out: a joint, and which exercise is replaced or not made
harder, until the runner asks for it again. See decisions 26 and 37.
"""

from collections.abc import Mapping

from skill.athlete.athlete import close_workout
from skill.athlete.changing import changed, first_of, next_set, sets_ahead, without
from skill.athlete.workout import Workout
from skill.coach.commands import BringBack, FeelPull, Named, Pain, RedFlag
from skill.coach.turn.aside import LONGEST_TEXT, Aside
from skill.coach.turn.naming import id_of, origin
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import (
    ask_into,
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
from skill.training.plan import WorkSet
from skill.training.preferences import Preferences
from skill.training.rung import Reason, Why
from skill.workout.cue import Phrase, phrase
from skill.workout.cursor import AT_WORK
from skill.workout.names import exercise_name
from skill.workout.question import Question
from skill.workout.states import State, Trigger

NEAR_THE_HEART = frozenset({"arm", "jaw", "neck", "upper_back", "shoulder_blade"})
"""Parts of the body in which a heart in need may be felt (AHA; NHS, chest pain): asked about before anything is
spared. The arm's lower half and the shoulder itself are not among them."""


HEAD = "head"
"""The part of the body in which a stroke may be felt, and which a blow hurts at once: asked about as well."""

MOST_PAINS = 2
"""Pains in one workout after which it ends: what hurts twice is no day for more (ours)."""


def red_flag(turn: Turn, _command: RedFlag) -> Outcome:
    """End the workout at once and say whom to call.

    What was done is kept; the place is not, since nothing is to be carried on. From now on nothing is done with
    closed eyes: whoever has been dizzy or faint may fall.
    """
    eyes_open = turn.athlete.preferences._replace(eyes_open=True)
    ended = _ended(turn.with_preferences(eyes_open))
    return ended.talk([phrase("red_flag.stop"), phrase("red_flag.help")])


def _ended(turn: Turn) -> Turn:
    """The turn in which training is over until a doctor has had a word; the next visit says so once."""
    turn = turn._replace(notices=(), aside=None).stopped()
    closed = close_workout(turn.athlete)
    return turn.with_athlete(closed._replace(alarmed=True, unasked=False))


def pain(turn: Turn, command: Pain) -> Outcome:
    """Stop what hurts, and offer what spares it: from now on, until the runner says that it is fine.

    What gave way ends training for today. What may be the heart is asked about first.
    """
    if command.injured:
        return _ended(sparing(turn, _joint(turn, command.joint))).talk(
            [phrase("injury.stop"), phrase("injury.help")]
        )
    if command.part in NEAR_THE_HEART or command.part == HEAD:
        named = command.joint or Named(None, "")
        joint = HEAD if command.part == HEAD else named.id
        under = turn.athlete.question if turn.athlete.waiting else None
        aside = Aside(under, joint=joint, said=named.said[:LONGEST_TEXT])
        turn = held(turn)._replace(aside=aside)
        return turn.ask_aside([phrase("danger.stop"), danger_check(turn)], Question.DANGER)
    return _spare(turn, command.joint)


def danger_check(turn: Turn) -> Phrase:
    """The signs that are asked about: those of a stroke where the head hurts, else those of a heart in need."""
    in_head = turn.aside is not None and turn.aside.joint == HEAD
    return phrase("danger.check_head" if in_head else "danger.check")


def no_danger(turn: Turn) -> Outcome:
    """It is not the heart: spare what hurts, as for any other part of the body. A head cannot be spared."""
    aside = turn.aside  # gone where the runner had left meanwhile
    if aside and aside.joint == HEAD:
        return turn._replace(aside=None).stopped().talk([phrase("danger.head_rests")])
    named = Named(aside.joint, aside.said) if aside and aside.said else None
    return _spare(turn._replace(aside=None), named)


def danger(turn: Turn) -> Outcome:
    """It may be the heart."""
    return red_flag(turn, RedFlag())


def spared_meanwhile(turn: Turn, named: Named | None) -> tuple[Turn, list[Phrase]]:
    """The turn in which one more part that hurts is spared while another is asked about, and the words on it."""
    joint = _joint(turn, named)
    if named is None or joint is None:
        return turn, [phrase("danger.stop")]
    if turn.workout.under_way:
        turn = _with_pain(turn, joint)
    return sparing(turn, joint), [phrase("pain.spare", joint=named.said)]


def _spare(turn: Turn, named: Named | None) -> Outcome:
    workout, joint = turn.workout, _joint(turn, named)
    spare = phrase("pain.spare", joint=named.said if named else "")
    unsure = [phrase("pain.unsure")] if named and joint is None else []
    known = [] if joint is None else [spare]
    if not workout.under_way:
        if joint is None:
            return turn.go_on([*unsure, phrase("pain.tell_me")])
        return sparing(turn, joint).go_on([spare])
    if workout.place.active is State.STRETCHING:
        turn, left_out = with_stretches_spared(sparing(turn, joint))
        return _pain_in_stretch(turn, [*unsure, *known, *left_out])
    turn = _with_pain(turn, joint)
    if len(turn.workout.pains) >= MOST_PAINS:
        return _enough_for_today(sparing(turn, joint), [*unsure, *known])
    workout = turn.workout
    if workout.place.active is State.WARMING_UP:
        return _pain_in_warm_up(sparing(turn, joint), joint, [*unsure, *known])
    resting = workout.place.active is State.RESTING
    hurting = workout.plan.sets[workout.place.index]
    said = [*_stop(turn), *unsure]
    left_out_name = exercise_name(origin(turn, hurting.prescription))
    said += known or [phrase("pain.leave_out", exercise=left_out_name)]
    index = next_set(workout)
    turn, _ = with_stretches_spared(put_right(sparing(turn, joint, hurting)))
    said += _left_out(workout, turn)
    turn = _without(turn, hurting)
    coming = turn.workout.plan.sets[index]
    if not resting and coming.exercise is hurting.exercise:  # nothing else for it
        index += 1
    elif (
        resting
        and can_be_done(turn, index)
        and coming.exercise is workout.plan.sets[index].exercise
    ):
        return held(_without_barred(turn)).talk(said, Question.GO_ON)
    return _ask_into_what_is_left(turn, index, said)


def _with_pain(turn: Turn, joint: str | None) -> Turn:
    """The turn with one pain more. Whoever names a joint while the workout is held may mean the same one."""
    workout, pains = turn.workout, turn.workout.pains
    if not workout.running:
        if joint is None or joint in pains:
            return turn if pains else turn.with_workout(workout._replace(pains=("",)))
        pains = tuple(known for known in pains if known)
    return turn.with_workout(workout._replace(pains=(*pains, joint or "")))


def _enough_for_today(turn: Turn, known: list[Phrase]) -> Outcome:
    """No more work after one pain and another: only what stretches it allows, if they are wished for."""
    said = [*_stop(turn), *known, phrase("pain.second")]
    turn, _ = with_stretches_spared(turn)
    return ask_to_stretch(turn, said, Question.STRETCH_KINDLY)


def _stop(turn: Turn) -> list[Phrase]:
    """The words that stop what hurts, and have its weight put down."""
    workout, place = turn.workout, turn.workout.place
    if place.active is State.RESTING:
        return [phrase("pain.enough")]
    moving = place.active is State.WARMING_UP
    loaded = not moving and workout.plan.sets[place.index].prescription.tool is not None
    return [turn.phrase("pain.stop"), *([phrase("pain.put_down")] if loaded else [])]


def held_back(turn: Turn, outcome: Outcome) -> Outcome:
    """The outcome, unless it leads what loads a joint that has to be spared: then that is not led.

    The runner may have gone back to it, or have named the joint in another room meanwhile.
    """
    workout = outcome.athlete.workout
    if workout is None or not workout.running or not outcome.athlete.preferences.avoided_joints:
        return outcome
    turn = turn.with_athlete(outcome.athlete)
    turn = turn.with_workout(workout._replace(marks=(), began_at=None))
    if loads_nothing_sore(turn):
        return outcome
    spared, state = phrase("pain.spared"), workout.place.state
    if state is State.STRETCHING:
        return _pain_in_stretch(turn, [spared])
    said = [*_stop(turn), spared] if state in (*AT_WORK, State.WARMING_UP) else [spared]
    return _ask_into_what_is_left(put_right(turn), next_set(workout), said)


def _left_out(before: Workout, turn: Turn) -> list[Phrase]:
    """The word on exercises for which there was nothing but what comes today anyway."""
    still = {work.entry for work in sets_ahead(turn.workout)}
    gone = (work.exercise.id for work in sets_ahead(before) if work.entry not in still)
    names = tuple(map(exercise_name, dict.fromkeys(gone)))
    return [turn.phrase("left_out.done", exercises=names)] if names else []


def _ask_into_what_is_left(turn: Turn, index: int, said: list[Phrase]) -> Outcome:
    """On with the first set from ``index`` on that may be done, without those that may not.

    Where none is left, kindly to the end.
    """
    left = [i for i in range(index, len(turn.workout.plan.sets)) if can_be_done(turn, i)]
    if not left:
        said = [*said, phrase("pain.nothing_left")]
        return ask_to_stretch(turn, said, Question.STRETCH_KINDLY)
    return ask_into(_without_barred(turn.move(Trigger.GO_TO, left[0])), left[0], said)


def _without_barred(turn: Turn) -> Turn:
    """The turn without the sets to come that load what hurts, and for which there is nothing else."""
    ahead = turn.workout.plan.sets[next_set(turn.workout) :]
    barred = first_of(work for work in ahead if not can_be_done(turn, work.index))
    return turn.with_workout(without(turn.workout, barred)) if barred else turn


def _pain_in_warm_up(turn: Turn, joint: str | None, known: list[Phrase]) -> Outcome:
    """Out of the move: on with the next one, or straight to the work where a joint has to be spared."""
    said = [*_stop(turn), *known]
    if joint is None:
        turn = turn.move(Trigger.SKIP)
        return held(turn).talk([*said, phrase("pain.which_part")], Question.GO_ON)
    turn, _ = with_stretches_spared(put_right(turn))
    return _ask_into_what_is_left(turn, 0, said)


def _joint(turn: Turn, named: Named | None) -> str | None:
    """The joint that was named, if any exercise loads it."""
    known = {joint for exercise in turn.catalog.exercises.values() for joint in exercise.joints}
    return named.id if named is not None and named.id in known else None


def sparing(turn: Turn, joint: str | None, hurting: WorkSet | None = None) -> Turn:
    """The turn with a joint spared from now on, and the exercise that hurt held where it is."""
    preferences = turn.athlete.preferences
    joints = preferences.avoided_joints if joint is None else (*preferences.avoided_joints, joint)
    frozen = preferences.frozen
    if hurting is not None:
        frozen = (*frozen, origin(turn, hurting.prescription))
    preferences = preferences._replace(
        avoided_joints=tuple(dict.fromkeys(joints)),
        frozen=tuple(dict.fromkeys(frozen)),
    )
    return replanned(turn, preferences)


_PULLED: Mapping[str, frozenset[str]] = {
    "thigh": frozenset({"quadriceps"}),
    "hamstring": frozenset({"hamstrings", "glutes", "hip_abductors"}),
    "lower_leg": frozenset({"calves"}),
    "foot": frozenset({"feet"}),
    "hip": frozenset({"glutes", "hip_abductors", "hip_adductors", "quadriceps"}),
    "back": frozenset({"lower_back"}),
    "shoulder": frozenset({"shoulders"}),
    "leg": frozenset({"quadriceps", "hamstrings", "calves", "hip_adductors"}),
}
"""The muscles that are felt in a part of the body. A knee or an ankle never has to pull."""


def feel_pull(turn: Turn, command: FeelPull) -> Outcome:
    """What a stretch asks for is no pain: say how much of it is right. Anywhere else something hurts."""
    place = turn.workout.place
    if turn.workout.under_way and place.active is State.STRETCHING:
        muscles = turn.workout.plan.holds[place.index].stretch.muscles
        if command.part is None or _PULLED.get(command.part, frozenset()) & {*muscles}:
            return turn.go_on([phrase("stretching.mild_pull")])
    return pain(turn, Pain(command.joint, command.part))


def _without(turn: Turn, hurting: WorkSet) -> Turn:
    """The turn with an exercise that hurt replaced, today and from now on, where no joint has done so already.

    Nobody knows what hurts then, so what jumps on the same joints is replaced as well, for today.
    """
    if not is_allowed(hurting.exercise, turn.preferences):
        return turn
    base_id, joints = origin(turn, hurting.prescription), {*hurting.exercise.joints}
    reason = Reason(Why.JOINT, instead_of=base_id)
    other = stand_in(turn, hurting.exercise, reason, besides=(base_id,), gently=True)
    if other is None:
        return turn
    turn = turn.with_preferences(
        turn.athlete.preferences.with_swap(base_id, other.exercise.base_id)
    )
    for work in sets_ahead(turn.workout):
        item = other if work.exercise is hurting.exercise else None
        if item is None and work.exercise.impact and joints & {*work.exercise.joints}:
            reason = Reason(Why.JOINT, instead_of=work.exercise.base_id)
            item = stand_in(turn, work.exercise, reason, besides=(base_id,), gently=True)
        if item is not None:
            turn = turn.with_athlete(changed(turn.athlete, work.index, item))
    return turn


def held(turn: Turn) -> Turn:
    """The turn with the workout held, if it runs."""
    return turn.move(Trigger.PAUSE) if turn.workout.running else turn


def _pain_in_stretch(turn: Turn, known: list[Phrase]) -> Outcome:
    """Out of the stretch; the next one waits for a word."""
    said = [phrase("pain.stop_stretch"), *known]
    holds, index = turn.workout.plan.holds, turn.workout.place.index
    turn = turn.move(Trigger.SKIP)
    if index + 1 < len(holds) and holds[index + 1].second:  # not on the other side either
        turn = turn.move(Trigger.SKIP)
    return turn.finish(said) if turn.workout.finished else held(turn).talk(said, Question.GO_ON)


def leave_out(turn: Turn) -> Outcome:
    """Not that one either: offer the next set, or the stretch after the last one."""
    following = next_set(turn.workout) + 1
    said = [turn.phrase("instead.left_out")]
    if following >= len(turn.workout.plan.sets):
        return ask_to_stretch(turn, said)
    return ask_into(turn, following, said)


# Back to what was spared.


def bring_back(turn: Turn, command: BringBack) -> Outcome:
    """Plan again what was spared, once the runner has said yes: an exercise, a joint, or all if none is named."""
    exercise, joint = id_of(command.exercise), _joint(turn, command.joint)
    if exercise is None and command.joint is not None and joint is None:
        return turn.go_on([phrase("back.not_heard")])
    preferences = turn.athlete.preferences
    if exercise is not None:
        base_id = turn.catalog.exercises[exercise].base_id
        with_closed_eyes = turn.catalog.exercises[exercise].eyes_closed and preferences.eyes_open
        if base_id not in preferences.frozen and not with_closed_eyes:
            return _exercise_back(turn, base_id)
    elif joint not in (None, *preferences.avoided_joints) or not (
        preferences.avoided_joints or preferences.frozen
    ):
        return turn.go_on([phrase("back.nothing")])
    under = turn.athlete.question if turn.athlete.waiting else None
    said = command.joint.said if command.joint else ""
    aside = Aside(under, joint=joint, exercise=exercise, said=said[:LONGEST_TEXT])
    return _held_for_an_answer(turn).ask_aside([], Question.BRING_BACK, aside)


def _held_for_an_answer(turn: Turn) -> Turn:
    """The turn with the workout held, unless it stands at a question anyway."""
    return turn if turn.athlete.waiting else held(turn)


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
    if exercise.impact:  # whoever asks for jumps gets them
        preferences = preferences._replace(jumps=True)
    turn = replanned(turn, preferences)
    sore = [joint for joint in exercise.joints if joint in turn.preferences.avoided_joints]
    if sore:
        names = tuple(phrase(f"joint.{joint}") for joint in sore)
        return turn.go_on([phrase("back.still_spared", exercise=name, joints=names)])
    if not is_allowed(exercise, turn.preferences):
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


def _freed(preferences: Preferences, ids: frozenset[str]) -> Preferences:
    """The preferences without a word against these exercises."""
    return preferences._replace(
        frozen=tuple(id_ for id_ in preferences.frozen if id_ not in ids),
        swaps=tuple((id_, other) for id_, other in preferences.swaps if id_ not in ids),
        unwanted=tuple((id_, day) for id_, day in preferences.unwanted if id_ not in ids),
    )
