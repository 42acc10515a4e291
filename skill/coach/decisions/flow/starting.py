"""Opening the skill, starting a workout, and carrying one on."""

from datetime import timedelta

from skill.athlete.athlete import close_workout
from skill.athlete.workout import planned
from skill.coach.commands import OpenCoach, StartOver, StartWorkout
from skill.coach.decisions.flow.sizing import resized, unheard
from skill.coach.telling.position import where
from skill.coach.telling.running import tired_legs
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import tell_plan
from skill.coach.turn.turn import Turn
from skill.training.pains import returning, without
from skill.training.past import workouts_done
from skill.training.progression import LONGEST_PAUSE_DAYS
from skill.training.rung import Why
from skill.training.week import last_day
from skill.workout.cue import Phrase, phrase
from skill.workout.names import joint_names
from skill.workout.question import Question
from skill.workout.states import State, Trigger

COLD_BREATHER_MS = 60_000
"""What is left silent for moving the legs warm, where a workout is carried on later (ours)."""

COLD = timedelta(hours=3)
"""A workout that was begun longer ago, and of which only stretches are left, is over: the muscles are cold."""

STALE = timedelta(days=1)
"""A workout that was begun longer ago than this is also offered from its start: the legs have cooled down."""

LONG_AGO = timedelta(days=LONGEST_PAUSE_DAYS)
"""Whoever says "start" to a workout begun longer ago means a new one; "carry on" still goes on with it."""


def open_coach(turn: Turn, _command: OpenCoach) -> Outcome:
    """Welcome the runner: back to a workout in progress, to today's plan, or for the first time."""
    if turn.athlete.workout and _is_over(turn):
        turn = turn.with_athlete(close_workout(turn.athlete))
    workout = turn.workout
    if workout.under_way:
        stale = _is_stale(turn)
        key = "launch.in_progress_stale" if stale else "launch.in_progress"
        question = Question.CARRY_ON_OR_FRESH if stale else Question.CARRY_ON
        return turn.talk([turn.phrase(key, where=where(workout))], question)
    turn, said = _greeted(turn)
    if turn.athlete.unasked:  # once: silence counts as "right". Today's plan depends on the answer.
        turn = turn.with_athlete(turn.athlete._replace(unasked=False, workout=None))
        return turn.talk(said, Question.HOW_WAS_IT)
    turn = turn.with_workout(workout)
    return tell_plan(turn, [*said, *_tired(turn)])


def _greeted(turn: Turn) -> tuple[Turn, list[Phrase]]:
    """The turn with the runner told, once, of a pain that keeps coming back, and the welcome with it."""
    said = greeting(turn)
    joints = returning(turn.athlete.painful_days, turn.today)
    if not joints:
        return turn, said
    days = without(turn.athlete.painful_days, joints)
    told = turn.with_athlete(turn.athlete._replace(painful_days=days))
    return told, [*said, phrase("pain.returns", joints=joint_names(joints))]


def _is_over(turn: Turn) -> bool:
    """Whether nothing of the workout is left to be done, as after a store that was away at its end."""
    workout = turn.workout
    stretching = workout.under_way and workout.place.active is State.STRETCHING
    return workout.finished or (stretching and turn.since_begun > COLD)


def _tired(turn: Turn) -> list[Phrase]:
    return tired_legs(turn.tiring_run, turn.voice.miles, turn.variation)


HALF_A_YEAR_DAYS = 182
"""Days without training after which the coach begins as with somebody new, the safety sentence included."""


def greeting(turn: Turn) -> list[Phrase]:
    """A welcome: for the first time, the same day again, after days, or after a longer time.

    Its wording changes with every workout done: by the clock alone a runner would hear the same one for weeks.
    """
    history, past = turn.athlete.history, turn.athlete.past
    if not turn.athlete.greeted:
        return [phrase("launch.first_time"), phrase("launch.safety")]
    last = last_day(history, past)
    if last is None:
        return [turn.phrase("launch.again")]
    nth = workouts_done(history, past)
    days = (turn.today - last).days
    if days <= 0:
        return [phrase("launch.same_day", nth)]
    if days < LONGEST_PAUSE_DAYS:
        return [phrase("launch.again", nth)]
    said = [phrase("launch.lapse", nth)]
    if days > HALF_A_YEAR_DAYS:  # much may have changed since
        said.append(phrase("launch.safety"))
    if any(item.reason.why is Why.GAP for item in turn.workout.plan.prescriptions):
        said.append(turn.phrase("launch.easier"))
    return said


def start_workout(turn: Turn, command: StartWorkout) -> Outcome:
    """Start today's workout, in the size that was asked for; one in progress is carried on."""
    workout = turn.workout
    if workout.under_way:
        if turn.athlete.waiting or workout.running:
            return turn.go_on([])
        return start_fresh(turn) if turn.since_begun > LONG_AGO else carry_on(turn)
    if workout.finished:
        turn = turn.with_athlete(close_workout(turn.athlete))
    if question := unheard(turn, command.exercises, command.rounds):
        return question
    tired = [] if turn.athlete.workout else _tired(turn)  # who has heard the plan has heard why
    turn, remarks = resized(turn, command.exercises, command.rounds)
    return turn.move(Trigger.START).lead([turn.phrase("done.starting"), *tired, *remarks])


def start_over(turn: Turn, _command: StartOver) -> Outcome:
    """Begin again; what was done so far is kept in the history."""
    if turn.athlete.question is Question.CARRY_ON_OR_FRESH:
        return start_fresh(turn)
    plan = turn.workout.plan
    if plan.day != turn.today:  # the legs are cold again: with the warm-up, if it was skipped then
        plan = plan._replace(day=turn.today, warm_up=turn.fresh_workout().plan.warm_up)
    turn = turn.with_athlete(close_workout(turn.athlete)).with_workout(planned(plan))
    return turn.move(Trigger.START).lead([turn.phrase("done.start_over")])


def carry_on(turn: Turn, *, heard: bool = True) -> Outcome:
    """On with a workout that was paused or stopped.

    ``heard`` is whether the runner has heard of the part that comes. If not, it is announced.
    """
    if turn.workout.place.state is State.IDLE and _is_stale(turn):
        return _carry_on_cold(turn)
    return turn.move(Trigger.RESUME).lead([turn.phrase("done.resume")], resumed=heard)


def _is_stale(turn: Turn) -> bool:
    """Whether the workout under way was begun so long ago that the legs have cooled down."""
    return turn.since_begun > STALE


def _carry_on_cold(turn: Turn) -> Outcome:
    """Carry on with cold legs: a minute to warm up, then the set from its announcement, never amid its count.

    A warm-up that was not over begins again. Who wants no warm-up for good is given no minute for one. Whoever
    had begun the set is told that it starts over.
    """
    over: list[Phrase] = []
    match turn.workout.place.active:
        case State.WARMING_UP:
            place = turn.workout.place._replace(at=0, side=0, done=0)
            turn = turn.with_workout(turn.workout._replace(place=place))
            return turn.move(Trigger.RESUME).lead([turn.phrase("done.resume")])
        case State.STRETCHING:
            return turn.move(Trigger.RESUME).lead([turn.phrase("done.resume")], resumed=True)
        case State.RESTING:
            turn = turn.move(Trigger.ADVANCE)
        case _:
            if turn.workout.place.done or turn.workout.place.side:
                over = [phrase("done.set_over")]
            turn = turn.move(Trigger.REPEAT)
    if not turn.athlete.preferences.warm_up:
        return turn.lead([turn.phrase("done.resume"), *over])
    return turn.lead([turn.phrase("done.cold"), *over], breather_ms=COLD_BREATHER_MS)


def start_fresh(turn: Turn) -> Outcome:
    """Leave the workout in progress, keep what was done of it, and start a new plan."""
    turn = turn.with_athlete(close_workout(turn.athlete))
    return turn.move(Trigger.START).lead([turn.phrase("done.start_over")])
