"""Questions of the runner, answered at any moment without losing the place."""

from collections.abc import Iterable

from skill.athlete.corrections import last_set
from skill.athlete.workout import Workout
from skill.coach.commands import (
    ChangeVolume,
    EasierWay,
    Help,
    HowTo,
    NotUnderstood,
    SayAgain,
    WhatIsNext,
    WhatIsThis,
    WhatIsToday,
    WhichMuscles,
    WhichWasThat,
)
from skill.coach.telling.position import not_under_way, side_of
from skill.coach.telling.summary import size_params
from skill.coach.turn.naming import exercise_meant
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.exercise import Position, Side
from skill.training.plan import WorkSet
from skill.training.preferences import Pacing
from skill.workout.cue import Phrase, phrase
from skill.workout.names import (
    dose_phrase,
    exercise_name,
    move_name,
    muscle_names,
    need_name,
    need_names,
    side_name,
    stretch_name,
)
from skill.workout.question import Question
from skill.workout.script import explains
from skill.workout.states import AT_WORK, State, Trigger


def what_is_next(turn: Turn, _command: WhatIsNext) -> Outcome:
    """What comes after this; a rest that goes on names it anyway."""
    named_anyway = turn.is_led_on and turn.workout.place.state is State.RESTING
    return turn.go_on([] if named_anyway else _coming(turn, turn.workout))


def _coming(turn: Turn, workout: Workout) -> list[Phrase]:
    plan, place = workout.plan, workout.place
    if workout.finished:
        return [not_under_way(workout)]
    if not workout.under_way:
        return _named(turn, "answer.first", plan.sets[0])
    if place.active is State.WARMING_UP:
        later_moves = [m.move for m in plan.moves[place.at :] if m.move is not workout.move_here]
        if later_moves:
            return [phrase("answer.next_move", move=move_name(later_moves[0].id))]
        return _named(turn, "answer.next", plan.sets[0])
    if place.active is State.STRETCHING:
        at_hand = workout.hold_here.stretch
        later = [h.stretch for h in plan.holds[place.at :] if h.stretch is not at_hand]
        if later:
            return [phrase("answer.next_stretch", stretch=stretch_name(later[0].id))]
        return [phrase("answer.nothing_next")]
    if place.at + 1 == len(plan.sets):
        return [turn.phrase("answer.next_is_stretch")]
    resting = place.active is State.RESTING
    key = "answer.next_after_rest" if resting else "answer.next"
    return _named(turn, key, plan.sets[place.at + 1])


def _named(turn: Turn, key: str, work: WorkSet) -> list[Phrase]:
    name, needs = exercise_name(work.exercise.id), need_names(work.prescription)
    said = [turn.phrase(key, exercise=name, dose=dose_phrase(work, turn.units))]
    if needs:
        said.append(phrase("answer.next_needs", needs=needs))
    return said


def what_is_this(turn: Turn, command: WhatIsThis) -> Outcome:
    """Which exercise this is, or whether a side of it is done."""
    workout = turn.workout
    if command.side is not None and (told := _about_side(workout, command.side)):
        return turn.go_on([told])
    if workout.finished:
        return turn.go_on([not_under_way(workout)])
    if not workout.under_way:
        return turn.go_on([not_under_way(workout), *_coming(turn, workout)])
    plan, place = workout.plan, workout.place
    if place.active is State.WARMING_UP:
        return turn.go_on([phrase("warm_up.this", move=move_name(workout.move_here.id))])
    if place.active is State.STRETCHING:
        hold = workout.hold_here
        key = "answer.this_stretch" if hold.side is Side.BOTH else "answer.this_stretch_side"
        name = stretch_name(hold.stretch.id)
        return turn.go_on(
            [phrase(key, stretch=name, side=side_name(hold.side, hold.stretch.joints))]
        )
    resting = place.active is State.RESTING
    work = plan.sets[place.at + resting]
    key, side = "answer.this_rest" if resting else "answer.this", Side.BOTH
    if not resting and side_of(workout) is not Side.BOTH:
        key, side = "answer.this_side", side_of(workout)
    if turn.is_led_on and place.state in (State.ANNOUNCING, State.RESTING):
        return turn.lead(resumed=True)  # what goes on says it
    name, dose = exercise_name(work.exercise.id), dose_phrase(work, turn.units)
    words = side_name(side, work.exercise.joints)
    return turn.go_on([phrase(key, exercise=name, dose=dose, side=words)])


def _about_side(workout: Workout, side: Side) -> Phrase | None:
    """Whether a side of the set at hand, or of the one before a rest, is done; None where it has no such side."""
    place = workout.place
    if not workout.under_way or place.active in (State.WARMING_UP, State.STRETCHING):
        return None
    work = workout.set_here
    if side not in work.sides:
        return None
    at, now = work.sides.index(side), place.side + (place.active is State.CHANGING_SIDES)
    if place.active is State.RESTING or at < now:
        key = "answer.side_done"
    else:
        at_it = at == now and place.active in AT_WORK
        key = "answer.side_now" if at_it else "answer.side_to_come"
    return phrase(key, side=side_name(side, work.exercise.joints))


def which_was_that(turn: Turn, _command: WhichWasThat) -> Outcome:
    """Which exercise was just done, in a rest or in the stretch; elsewhere the current one."""
    plan, place = turn.workout.plan, turn.workout.place
    after_it = place.active in (State.RESTING, State.STRETCHING)
    done = last_set(turn.workout) if turn.workout.under_way and after_it else None
    if done is None:
        return what_is_this(turn, WhatIsThis())
    name = exercise_name(done.exercise.id)
    if place.active is State.STRETCHING and place.at:
        name = stretch_name(plan.holds[place.at - 1].stretch.id)
    return turn.go_on([phrase("answer.that_was", exercise=name)])


def easier_way(turn: Turn, _command: EasierWay) -> Outcome:
    """Offer something to hold, a chair or a smaller movement: what suits the position of now, or the next one."""
    plan, place = turn.workout.plan, turn.workout.place
    if turn.workout.under_way and place.active is State.STRETCHING:
        return turn.go_on([phrase("easier_way.stretch")])
    on_floor = False
    if plan.sets and place.active is not State.WARMING_UP:
        exercise = turn.catalog.exercises[exercise_meant(turn, None)]
        on_floor = exercise.position is Position.FLOOR
    return turn.go_on([phrase(f"easier_way.{'floor' if on_floor else 'standing'}")])


def how_to(turn: Turn, command: HowTo) -> Outcome:
    """How an exercise is done: the named one, or the current one.

    What goes on with the very same words says them once.
    """
    workout = turn.workout
    if _is_of_now(turn, command) and _explains_anyway(turn):
        return turn.lead(resumed=True)
    if command.exercise is None and workout.place.active is State.STRETCHING:
        id_ = workout.hold_here.stretch.id
        return turn.go_on([phrase(f"stretch.{id_}.how_to")])
    if command.exercise is None and workout.place.active is State.WARMING_UP:
        return turn.go_on([phrase(f"warm_up.{workout.move_here.id}.how_to")])
    return turn.go_on([phrase(f"exercise.{exercise_meant(turn, command.exercise)}.how_to")])


def _is_of_now(turn: Turn, command: HowTo | WhichMuscles) -> bool:
    """Whether a question is about what the runner does now, named or not."""
    if command.exercise is None:
        return True
    place = turn.workout.place
    at_work = place.active not in (State.WARMING_UP, State.STRETCHING)
    return at_work and exercise_meant(turn, None) == exercise_meant(turn, command.exercise)


def _explains_anyway(turn: Turn) -> bool:
    """Whether what goes on tells in full how what comes is done."""
    workout = turn.workout
    return turn.is_led_on and explains(workout.plan, workout.place, turn.preferences.talk)


def which_muscles(turn: Turn, command: WhichMuscles) -> Outcome:
    """What an exercise is good for: the named one, or the current one; what a stretch or the warm-up is for."""
    place = turn.workout.place
    if place.state is State.ANNOUNCING and _is_of_now(turn, command) and _explains_anyway(turn):
        return turn.lead(resumed=True)
    if command.exercise is None and place.active is State.WARMING_UP:
        return turn.go_on([phrase("warm_up.good_for")])
    if command.exercise is None and place.active is State.STRETCHING:
        stretch = turn.workout.hold_here.stretch
        return turn.go_on([_muscles(stretch_name(stretch.id), stretch.muscles)])
    id_ = exercise_meant(turn, command.exercise)
    return turn.go_on([_muscles(exercise_name(id_), turn.catalog.exercises[id_].muscles)])


def _muscles(name: Phrase, muscles: Iterable[str]) -> Phrase:
    return phrase("answer.muscles", exercise=name, muscles=muscle_names(muscles))


def what_is_today(turn: Turn, _command: WhatIsToday) -> Outcome:
    """Today's exercises, and what they need."""
    plan = turn.workout.plan
    names = tuple(exercise_name(item.exercise.id) for item in plan.latest)
    rounds = size_params(plan, 0)["rounds"]
    said = [phrase("answer.today", exercises=names, rounds=rounds)]
    if plan.needs:
        needs = tuple(map(need_name, plan.needs))
        said.append(phrase("answer.today_needs", needs=needs))
    else:
        said.append(phrase("answer.today_no_needs"))
    return turn.go_on(said)


def give_help(turn: Turn, _command: Help) -> Outcome:
    """What can be said now."""
    said = [phrase("help.during" if turn.workout.under_way else "help.before")]
    if turn.can_play and turn.athlete.preferences.pacing is not Pacing.NON_STOP:
        said.append(phrase("help.non_stop"))
    return turn.go_on(said)


def change_volume(turn: Turn, _command: ChangeVolume) -> Outcome:
    """The speaker's own volume, which only the runner's word to Alexa changes: say which word."""
    return turn.go_on([phrase("answer.volume")])


def say_again(turn: Turn, _command: SayAgain) -> Outcome:
    """What was said last, where no question is open: which exercise this is, and on from there.

    An announcement begins again from its start, since its words are what was not heard.
    """
    workout = turn.workout
    if workout.running and workout.place.state is State.ANNOUNCING:
        unheard = workout._replace(place=workout.place._replace(done=0))
        return turn.with_workout(unheard).lead()
    if not turn.workout.under_way:
        return turn.go_on([])
    return what_is_this(turn, WhatIsThis())


def not_understood(turn: Turn, _command: NotUnderstood) -> Outcome:
    """Something that fits no intent. The second time in the middle of a set the count is held: it may be pain."""
    place = turn.workout.place
    if turn.misheard and place.state in (State.COUNTING, State.HOLDING, State.CHANGING_SIDES):
        return turn.move(Trigger.PAUSE).talk([phrase("done.misheard_held")], Question.GO_ON)
    return turn.go_on([turn.phrase("done.misheard")])._replace(misheard=True)
