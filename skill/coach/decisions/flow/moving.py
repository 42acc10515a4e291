"""Commands that move the workout: on, back, over, slower, longer."""

from skill.athlete.changing import first_of, next_set, without
from skill.athlete.corrections import last_set
from skill.athlete.workout import Workout, planned
from skill.coach.commands import (
    GoBack,
    GoToExercise,
    Greeting,
    MoreTime,
    NoWarmUp,
    OneMoreSet,
    OtherSide,
    Pause,
    Ready,
    RepeatExercise,
    Resume,
    SetDone,
    SkipExercise,
    SkipRest,
    SkipWarmUp,
    StartWorkout,
    WithWarmUp,
)
from skill.coach.decisions.flow.leaving_out import leave_out, out_of_stretch
from skill.coach.decisions.flow.small_talk import greet_back
from skill.coach.decisions.flow.starting import carry_on, start_workout
from skill.coach.telling.position import not_under_way
from skill.coach.turn.naming import id_of
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.replanning import replanned, withdrawn
from skill.coach.turn.turn import Turn
from skill.workout.course import counted, rest_ms
from skill.workout.cue import phrase
from skill.workout.names import exercise_name
from skill.workout.question import Question
from skill.workout.states import AT_WORK, State, Trigger

BREATHER_SECONDS = 15
"""More time, where no length was named."""

LONGEST_BREATHER_SECONDS = 90
"""The longest breather at once: one response must still hold the longest set after it."""

LONGEST_REST_SECONDS = 180
"""The longest rest, and the longest breather before a set is announced: the response may end before the set."""


def skip_exercise(turn: Turn, command: SkipExercise) -> Outcome:
    """On to the next set or stretch; without an exercise today, or a kind of them, where one is named."""
    if command.exercise is not None or command.kind is not None:
        return leave_out(turn, command)
    if not turn.workout.under_way:
        return turn.go_on([not_under_way(turn.workout)])
    asked = turn.athlete.waiting and turn.athlete.question is Question.READY
    if asked and turn.workout.place.active is State.RESTING:
        turn = turn.move(Trigger.ADVANCE)  # "Ready for squats?" "Skip": the squats, not the rest
    if turn.workout.place.active is State.STRETCHING:
        return out_of_stretch(turn, [turn.phrase("done.skip")])
    turn = turn.move(Trigger.SKIP)
    if turn.workout.finished:
        return turn.finish([turn.phrase("done.skip_stretch")])
    return turn.lead([turn.phrase("done.skip")])


def go_back(turn: Turn, _command: GoBack) -> Outcome:
    """Back to the set before, or to the one just done while resting; what was offered meanwhile comes no more."""
    turn = withdrawn(turn)
    workout = turn.workout
    if not workout.under_way:
        return turn.go_on([not_under_way(turn.workout)])
    first = workout.place.at == 0 and workout.place.active is not State.RESTING
    key = "done.no_previous" if first else "done.back"
    return turn.move(Trigger.BACK).lead([turn.phrase(key)])


def repeat_exercise(turn: Turn, _command: RepeatExercise) -> Outcome:
    """This set again from its announcement; what was just said, where no workout is under way."""
    if not turn.workout.under_way:
        return turn.go_on([])
    return turn.move(Trigger.REPEAT).lead([turn.phrase("done.repeat")])


def go_to_exercise(turn: Turn, command: GoToExercise) -> Outcome:
    """To the next set of a certain exercise, or back to its last one where none is ahead.

    Before a workout "good morning" greets.
    """
    if command.greets and not turn.workout.under_way:
        return greet_back(turn, Greeting())
    id_ = id_of(command.exercise)
    if id_ is None:
        said = phrase("answer.which_exercise")
        return turn.with_workout(turn.workout).talk([said], Question.WHICH_EXERCISE)
    plan = turn.workout.plan
    base_id = turn.catalog.exercises[id_].base_id  # whichever variation of it is planned
    targets = [work.at for work in plan.sets if work.exercise.id == id_] or [
        work.at for work in plan.sets if work.exercise.base_id == base_id
    ]
    if not targets and {*turn.catalog.exercises[id_].joints} & {*turn.preferences.avoided_joints}:
        return turn.go_on([phrase("pain.spared")])
    if not targets:
        names = tuple(exercise_name(item.exercise.id) for item in plan.latest)
        name = exercise_name(id_)
        return turn.go_on([turn.phrase("done.not_today", exercise=name, exercises=names)])
    if not turn.workout.under_way:
        first = plan.beginning_with(plan.sets[targets[0]].entry)
        return (
            turn.with_workout(planned(first)).move(Trigger.START).lead([turn.phrase("done.go_to")])
        )
    workout = turn.workout
    here = next_set(workout) - (workout.place.active is State.RESTING)
    ahead = [target for target in targets if target >= here]
    target = ahead[0] if ahead else targets[-1]
    return turn.move(Trigger.GO_TO, target).lead([turn.phrase("done.go_to")])


def ready(turn: Turn, _command: Ready) -> Outcome:
    """The runner is ready: whatever is waited for begins."""
    workout = turn.workout
    if not workout.under_way:
        return start_workout(turn, StartWorkout()) if not workout.finished else turn.finish([])
    if not workout.running:
        return resume(turn, Resume())
    state = workout.place.state
    if state is State.RESTING or (state is State.ANNOUNCING and not turn.athlete.waiting):
        return turn.move(Trigger.ADVANCE).lead()
    return turn.lead(resumed=not turn.athlete.waiting)


def set_done(turn: Turn, _command: SetDone) -> Outcome:
    """The set is over: keep what was counted, and go on to what comes next.

    Runners say so when they were quicker than the count, or have stopped before its end. Nobody is asked how
    many there were: somebody out of breath would rather rest. The coach says the number that it notes, and how
    to correct it.
    """
    workout = turn.workout
    place, state = workout.place, workout.place.active
    if not workout.under_way or turn.athlete.waiting or place.state is State.IDLE:
        return ready(turn, Ready())
    turn = turn if workout.running else turn.move(Trigger.RESUME)
    if state in (State.WARMING_UP, State.STRETCHING):
        return turn.move(Trigger.ADVANCE).lead_on([])
    if state is State.RESTING:
        return turn.go_on([])
    if state not in AT_WORK:
        return ready(turn, Ready())
    done, measure = counted(place), workout.set_here.exercise.measure
    key = f"set_done.{measure}" if done else "set_done.uncounted"
    said = [turn.phrase(key, n=done)]
    return turn.move(Trigger.ADVANCE).lead_on(said)


def other_side(turn: Turn, _command: OtherSide) -> Outcome:
    """On with the other side of a set or a stretch; a word where there is none."""
    plan, place = turn.workout.plan, turn.workout.place
    if turn.athlete.waiting:
        return ready(turn, Ready())
    if place.active is State.STRETCHING:
        another = any(hold.second for hold in plan.holds[place.at + 1 :][:1])
    else:
        another = place.active in AT_WORK and place.side + 1 < len(turn.workout.set_here.sides)
    return set_done(turn, SetDone()) if another else turn.go_on([phrase("done.no_other_side")])


def one_more_set(turn: Turn, _command: OneMoreSet) -> Outcome:
    """The set that was just done once more. A set under way is done to its end first.

    From the stretches the way back is to the last set of which something was done: what was left out behind it
    stays left out.
    """
    workout = turn.workout
    if not workout.under_way:
        return turn.go_on([not_under_way(turn.workout)])
    match workout.place.active:
        case State.RESTING:
            return turn.move(Trigger.REPEAT).lead([turn.phrase("done.repeat")])
        case State.STRETCHING if workout.plan.sets:
            again = last_set(workout) or workout.plan.sets[-1]
            turn = turn.move(Trigger.GO_TO, again.at)
            left_out = first_of(workout.plan.sets[again.at + 1 :])
            return turn.with_workout(without(turn.workout, left_out)).lead(
                [turn.phrase("done.repeat")]
            )
        case _:
            return turn.go_on([phrase("done.one_more_later")])


def more_time(turn: Turn, command: MoreTime) -> Outcome:
    """A breather: a longer rest while resting, a silence before going on elsewhere."""
    workout = turn.workout
    if command.later:
        return pause(turn, Pause()) if workout.running else turn.go_on([phrase("done.later")])
    seconds = command.seconds.value if command.seconds else BREATHER_SECONDS
    longest = _longest_seconds(turn)
    if seconds is None or not 1 <= seconds <= longest:
        reason = phrase("done.more_time_not_heard")
        if seconds is not None:
            reason = phrase("done.more_time_limit", n=longest)
        return turn.with_workout(workout).talk([reason], Question.HOW_MUCH_TIME)
    if not workout.running:
        return turn.go_on([phrase("done.more_time_needs_workout")])
    place = workout.place
    if place.state is State.RESTING:
        least = rest_ms(workout.plan, place) - LONGEST_REST_SECONDS * 1000
        longer = place._replace(done=max(place.done - seconds * 1000, min(least, place.done)))
        return turn.with_workout(workout._replace(place=longer)).lead(resumed=True)
    if place.state is State.STRETCHING and place.done:  # the runner wants a longer stretch
        longer = place._replace(done=max(0, place.done - seconds * 1000))
        return turn.with_workout(workout._replace(place=longer)).lead(resumed=True)
    return turn.lead(resumed=True, breather_ms=seconds * 1000)


def _longest_seconds(turn: Turn) -> int:
    """The longest breather that can be given from where the runner is. A screen asks nothing before a set."""
    place = turn.workout.place
    before = place.state is State.ANNOUNCING and not place.done and not turn.on_screen
    resting = place.state is State.RESTING
    return LONGEST_REST_SECONDS if resting or before else LONGEST_BREATHER_SECONDS


def skip_rest(turn: Turn, _command: SkipRest) -> Outcome:
    """Straight on from a rest."""
    workout = turn.workout
    if workout.running and workout.place.state is State.RESTING:
        return turn.move(Trigger.ADVANCE).lead([turn.phrase("done.skip_rest")])
    return turn.go_on([phrase("done.not_resting")])


def pause(turn: Turn, _command: Pause) -> Outcome:
    """Hold the place and wait for the runner."""
    workout = turn.workout
    if not workout.running:
        return turn.go_on([])
    turn = turn.move(Trigger.PAUSE)
    place = turn.workout.place
    # A speaker that plays knows "resume" at any time.
    question = None if turn.non_stop else Question.GO_ON
    if place.left is State.COUNTING and place.done:
        return turn.talk([turn.phrase("done.paused_at", n=place.done)], question)
    return turn.talk([turn.phrase("done.paused")], question)


def resume(turn: Turn, command: Resume) -> Outcome:
    """Go on from a pause, from a stop, or with whatever is waited for."""
    workout = turn.workout
    if workout.running or not workout.under_way:
        return ready(turn, Ready())
    unheard = turn.athlete.question is Question.INSTEAD or _just_changed(workout)
    return carry_on(turn, heard=not unheard)


def _just_changed(workout: Workout) -> bool:
    """Whether the set about to begin was exchanged during this workout: the runner may not know it yet."""
    place = workout.place
    here = any(change.since == place.at for change in workout.plan.changes)
    return place.active is State.ANNOUNCING and here


def skip_warm_up(turn: Turn, _command: SkipWarmUp) -> Outcome:
    """On to the first set, today; before the workout begins, a plan without a warm-up."""
    workout = turn.workout
    if workout.place.active is State.WARMING_UP:
        return turn.move(Trigger.GO_TO, 0).lead([turn.phrase("warm_up.skipped")])
    if workout.under_way or workout.finished:
        return turn.go_on([phrase("warm_up.not_now")])
    return turn.with_workout(planned(workout.plan._replace(warm_up=()))).go_on(
        [turn.phrase("warm_up.skipped")]
    )


def no_warm_up(turn: Turn, _command: NoWarmUp) -> Outcome:
    """No warm-up, today and from now on."""
    turn = replanned(turn, turn.athlete.preferences._replace(warm_up=False))
    said = [phrase("warm_up.none")]
    if turn.workout.place.active is State.WARMING_UP:
        return turn.move(Trigger.GO_TO, 0).lead(said)
    return turn.go_on(said)


def with_warm_up(turn: Turn, _command: WithWarmUp) -> Outcome:
    """A warm-up again, from the next workout on where one is under way."""
    turn = replanned(turn, turn.athlete.preferences._replace(warm_up=True))
    return turn.go_on([turn.phrase("warm_up.again")])
