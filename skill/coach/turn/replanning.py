"""Today's plan after a change: planned again before it begins, changed set by set once it is under way."""

from collections.abc import Collection

from skill.athlete.athlete import records_today
from skill.athlete.changing import changed, first_of, next_set, sets_ahead, without
from skill.coach.turn.naming import origin
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.exercise import Exercise
from skill.training.ladder import is_allowed, loaded_sore
from skill.training.plan import WorkSet
from skill.training.preferences import Preferences
from skill.training.prescription import Prescription
from skill.training.progression import refusal, unloading
from skill.training.rung import Reason, Why
from skill.training.stretching import sparing
from skill.training.substitutes import lighter, no_stand_ins, prescribe, tires
from skill.training.swaps import alternatives
from skill.workout.cue import Phrase
from skill.workout.names import stretch_name
from skill.workout.question import Question
from skill.workout.states import State, Trigger


def replanned(turn: Turn, preferences: Preferences) -> Turn:
    """The turn with other preferences, and with today's plan made for them where it has not begun.

    A plan that was made another size for today alone keeps its size.
    """
    workout = turn.workout
    if workout.under_way or workout.finished:
        return turn.with_preferences(preferences)
    usual = workout.plan == turn.fresh_workout().plan
    turn = turn.with_preferences(preferences)
    if usual:
        return turn.with_workout(turn.fresh_workout())
    plan = workout.plan
    size = preferences._replace(exercises=len(plan.prescriptions), rounds=plan.rounds, minutes=None)
    return turn.with_workout(turn.with_preferences(size).fresh_workout())


def put_right(turn: Turn, since: int = 0) -> Turn:
    """The turn in which every set still to come spares what hurts and needs nothing that is missing.

    Sets before the one of index ``since`` stay as they are.

    A set for which there is nothing stays as it is: see ``can_be_done``. Where all that could stand in comes
    today anyway, the exercise is left out, so that nothing comes twice a round; not the current set.
    """
    preferences = turn.preferences
    at_hand = next_set(turn.workout)
    twice: set[int] = set()
    for work in sets_ahead(turn.workout, since):
        item = work.prescription
        if not is_allowed(item.exercise, preferences):
            other = _milder(turn, item) or stand_in(
                turn, item.exercise, refusal(item.exercise, preferences)
            )
        elif item.tool is not None and (reason := unloading(item.exercise, item.tool, preferences)):
            reason = reason._replace(was=item.reason.was)
            other = item._replace(tool=None, load_grams=0, reason=reason)
        else:
            continue
        if other is None:
            continue
        others = {
            o.exercise for o in sets_ahead(turn.workout) if o.entry not in {work.entry, *twice}
        }
        if other.exercise in others and work.at != at_hand:
            twice.add(work.entry)
        else:
            turn = turn.with_athlete(changed(turn.athlete, work.at, other))
    return turn.with_workout(without(turn.workout, dict.fromkeys(twice, since))) if twice else turn


def can_be_done(turn: Turn, index: int) -> bool:
    """Whether a set spares what hurts and needs nothing that is missing."""
    return is_allowed(turn.workout.plan.sets[index].exercise, turn.preferences)


def loads_nothing_sore(turn: Turn) -> bool:
    """Whether the set, move or stretch that comes now loads no joint that hurts."""
    plan, place, preferences = turn.workout.plan, turn.workout.place, turn.preferences
    match place.active:
        case State.STRETCHING:
            return not {*turn.workout.hold_here.stretch.joints} & {*preferences.avoided_joints}
        case State.WARMING_UP:
            joints = {joint for move in plan.moves[place.at :] for joint in move.move.joints}
            return not joints & {*preferences.avoided_joints}
        case _:
            item = plan.sets[next_set(turn.workout)].prescription
            return loaded_sore(item.exercise, item.tool, preferences) is None


def spared_later(turn: Turn) -> Turn:
    """The turn in which nothing after the current set or stretch loads a joint that hurts.

    One may have been named in another room since the plan was made.
    """
    workout, preferences = turn.workout, turn.preferences
    if not workout.under_way:
        return turn
    later = next_set(workout) + 1

    def is_sore(item: Prescription) -> bool:
        return loaded_sore(item.exercise, item.tool, preferences) is not None

    if any(is_sore(work.prescription) for work in workout.plan.sets[later:]):
        turn = put_right(turn, since=later)
        left = turn.workout.plan.sets[later:]
        turn = turn.with_workout(
            without(turn.workout, first_of(work for work in left if is_sore(work.prescription)))
        )
    return with_stretches_spared(turn)[0]


def _milder(turn: Turn, item: Prescription) -> Prescription | None:
    """The easier exercise that a harder variation came from, where that one may be done."""
    base = turn.catalog.family(item.exercise)[0]
    if not is_allowed(base, turn.preferences):
        return None
    return in_its_place(turn, base.id, refusal(item.exercise, turn.preferences))


def stand_in(
    turn: Turn,
    exercise: Exercise,
    reason: Reason,
    *,
    besides: Collection[str] = (),
    after: str | None = None,
    gently: bool = False,
) -> Prescription | None:
    """What can be done in place of an exercise, none of ``besides`` (ids); what today has already comes last.

    ``after`` is the id of what was offered before: then it is the next one, and the first again after the last.
    ``gently`` puts first what moves fewest of the same joints, and another way: nobody knows which of them hurts.
    None where nothing else spares what hurts and needs only what the runner has.
    """
    every = _choices(turn, exercise, reason)
    if gently:
        joints, pattern = set(exercise.joints), exercise.pattern
        every.sort(key=lambda e: (len(joints & {*e.joints}), e.pattern == pattern))
    wanted = [other.id for other in every if other.id not in besides]
    today = {work.exercise.base_id for work in turn.workout.plan.sets} - {after}
    found = [id_ for id_ in wanted if id_ not in today] or wanted
    at = found.index(after) + 1 if after in found else 0
    other = found[at % len(found)] if found else None
    return None if other in (None, after) else in_its_place(turn, str(other), reason)


def _choices(turn: Turn, exercise: Exercise, reason: Reason) -> list[Exercise]:
    """What can be done in place of an exercise, the most similar first."""
    preferences = turn.preferences
    unwanted = no_stand_ins(turn.catalog, preferences, turn.workout.plan.day)
    alike = reason.instead_of is not None and reason.without in preferences.avoided_joints
    every = alternatives(turn.catalog, exercise, preferences, alike=alike)
    return [other for other in every if other.id not in unwanted]


def easier(turn: Turn, item: Prescription) -> Prescription | None:
    """An easier way to do what an item asks for: what it varies, no load, or another exercise; None without."""
    base = turn.catalog.family(item.exercise)[0]
    reason = Reason(Why.WISH, instead_of=origin(turn, item))
    if base is not item.exercise and is_allowed(base, turn.preferences):
        return in_its_place(turn, base.id, reason)
    if item.tool is not None:
        reason = reason._replace(was=item.reason.was)
        return item._replace(tool=None, load_grams=0, reason=reason)
    return stand_in(turn, base, reason)


def as_planned(turn: Turn, work: WorkSet) -> Prescription | None:
    """What a set was planned as, where another exercise was offered for it on a wish and nothing forbids it.

    Who has asked for something else wants neither, what hurts comes no more, and what tires the legs not on a
    light day.
    """
    planned, preferences = turn.workout.plan.prescriptions[work.entry], turn.preferences
    offered = work.prescription.reason.why is Why.WISH and work.exercise is not planned.exercise
    swapped = planned.exercise.base_id in dict(preferences.swaps)
    if swapped or not offered or not is_allowed(planned.exercise, preferences):
        return None
    if not turn.grounds.light:
        return planned
    today = {exercise.id for exercise in turn.workout.plan.all_exercises}
    return lighter(turn.grounds, planned, today) or (None if tires(planned.exercise) else planned)


def withdrawn(turn: Turn) -> Turn:
    """The turn without what was offered on a wish, where the runner went elsewhere and left it unanswered."""
    if turn.athlete.question is not Question.INSTEAD:
        return turn
    coming = sets_ahead(turn.workout)
    planned = as_planned(turn, coming[0]) if coming else None
    if planned is None:
        return turn
    return turn.with_athlete(changed(turn.athlete, coming[0].at, planned))


def in_its_place(turn: Turn, id_: str, reason: Reason) -> Prescription:
    """What to ask of an exercise that comes in place of another one, for this reason."""
    return prescribe(turn.grounds, turn.catalog.exercises[id_], reason)


def lead_into(turn: Turn, index: int, said: list[Phrase]) -> Outcome:
    """Lead on with a set from its beginning; ask first where the workout was held."""
    if not turn.workout.running:
        return ask_into(turn, index, said)
    return turn.move(Trigger.GO_TO, index).lead(said)


def ask_into(turn: Turn, index: int, said: list[Phrase]) -> Outcome:
    """Hold the workout at the beginning of a set, and ask whether to do it."""
    return ask_instead(turn.move(Trigger.GO_TO, index), said)


def ask_instead(turn: Turn, said: list[Phrase]) -> Outcome:
    """Hold the workout where it is, at the beginning of a set, and ask whether to do it."""
    return turn.move(Trigger.PAUSE).talk(said, Question.INSTEAD)


def ask_to_stretch(turn: Turn, said: list[Phrase], question: Question | None = None) -> Outcome:
    """Leave the rest of the work, and ask for the stretch; end it where there is nothing to stretch.

    Without a ``question`` it praises the work, if any was done and nothing hurt.
    """
    if question is None:
        praised = records_today(turn.athlete) and not turn.workout.pains
        question = Question.STRETCH if praised else Question.STRETCH_KINDLY
    turn = turn.move(Trigger.FINISH)
    return turn.finish(said) if turn.workout.finished else turn.talk(said, question)


def with_stretches_spared(turn: Turn, *, begun: bool = True) -> tuple[Turn, list[Phrase]]:
    """The turn in which no stretch still to come loads what hurts, and the word on what is left out.

    Before the first stretch the script has that word itself. The current stretch stays in the plan, if it was
    ``begun``: the runner is led out of it.
    """
    workout = turn.workout
    plan = workout.plan
    stretching = workout.place.active is State.STRETCHING
    behind = 0
    if stretching:
        behind = plan.stretches.index(workout.hold_here.stretch) + begun
    ahead = sparing(turn.catalog, plan.stretches[behind:], turn.preferences, turn.today)
    kept = tuple(stretch for stretch in ahead.chosen if stretch not in plan.stretches[:behind])
    if kept == plan.stretches[behind:] and not ahead.left_out:
        return turn, []
    left_out = tuple(dict.fromkeys((*plan.left_out, *ahead.left_out)))
    changed_plan = plan._replace(stretches=(*plan.stretches[:behind], *kept), left_out=left_out)
    turn = turn.with_workout(workout._replace(plan=changed_plan))
    if not stretching or not ahead.left_out:
        return turn, []
    names = tuple(stretch_name(stretch.id) for stretch in ahead.left_out)
    return turn, [turn.phrase("stretching.left_out", stretches=names)]
