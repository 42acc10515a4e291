"""Opening the skill, planning and starting a workout."""

from datetime import timedelta

from skill.athlete.athlete import close_workout
from skill.athlete.workout import planned
from skill.coach.commands import ChangePlan, HeardNumber, OpenCoach, StartOver, StartWorkout
from skill.coach.telling.position import where
from skill.coach.telling.running import tired_legs
from skill.coach.telling.summary import size_params
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import offer_plan, tell_plan
from skill.coach.turn.turn import Turn
from skill.speed.value import Value
from skill.training.coming_back import EasedIn, eased_in
from skill.training.pains import returning, without
from skill.training.past import workouts_done
from skill.training.preferences import (
    FEWEST_EXERCISES,
    FEWEST_ROUNDS,
    MOST_EXERCISES,
    MOST_ROUNDS,
    Preferences,
)
from skill.training.progression import LONGEST_PAUSE_DAYS
from skill.training.rung import Why
from skill.training.week import last_day
from skill.workout.cue import Phrase, phrase
from skill.workout.names import joint_names
from skill.workout.question import Question
from skill.workout.states import State, Trigger

COLD_BREATHER_MS = 60_000
"""What is left silent for moving the legs warm, where a workout is carried on later (ours)."""

SHORT_EXERCISES, SHORT_ROUNDS = 4, 2
"""The short session: the fewest exercises of the article, and a round less."""

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
    if unheard := _unheard(turn, command.exercises, command.rounds):
        return unheard
    tired = [] if turn.athlete.workout else _tired(turn)  # who has heard the plan has heard why
    turn, remarks = _resize(turn, command.exercises, command.rounds)
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


def change_plan(turn: Turn, command: ChangePlan) -> Outcome:
    """Make today's workout another size, before it begins."""
    if turn.workout.under_way:
        return turn.go_on([turn.phrase("plan.under_way")])
    if unheard := _unheard(turn, command.exercises, command.rounds):
        return unheard
    if turn.programme is not None:
        return turn.go_on([_size_of_programme(turn)])
    remarks: list[Phrase] = []
    turn = turn.with_workout(turn.workout)
    if command.short is not None:
        turn, remarks = _short(turn) if command.short else (_full(turn), [])
    turn, resized = _resize(turn, command.exercises, command.rounds)
    return offer_plan(turn, [*remarks, *resized])


def _size_of_programme(turn: Turn) -> Phrase:
    """What is answered to a wish for another size where today has a programme: it is done as it was written."""
    return turn.phrase("programme.stays", **size_params(turn.workout.plan, turn.minutes_left))


class Bounded(Value):
    """A number within a range, and whether it had to be changed for that."""

    value: int
    was_below: bool
    was_above: bool


def bounded(value: int, lowest: int, highest: int) -> Bounded:
    """``value``, or the end of the range where the value is beyond it."""
    return Bounded(min(highest, max(lowest, value)), value < lowest, value > highest)


def _unheard(turn: Turn, *numbers: HeardNumber | None) -> Outcome | None:
    """The question for a number that did not come through, if there is one."""
    if any(number is not None and number.value is None for number in numbers):
        turn = turn.with_workout(turn.workout)
        return turn.talk([phrase("plan.not_heard")], Question.HOW_LARGE)
    return None


def _full(turn: Turn) -> Turn:
    """The turn with the full workout planned, even after a hard run; for today only."""
    if turn.tiring_run is not None:
        turn = turn.with_athlete(turn.athlete._replace(full_day=turn.today))
    return turn.with_workout(_standard(turn).fresh_workout())


def _standard(turn: Turn) -> Turn:
    """The turn with the full session's size, also where the legs were to be spared."""
    standard, preferences = Preferences(), turn.athlete.preferences
    preferences = preferences._replace(
        exercises=standard.exercises, rounds=standard.rounds, minutes=None, light_day=None
    )
    return turn.with_preferences(preferences)


def _short(turn: Turn) -> tuple[Turn, list[Phrase]]:
    """The turn with a short workout planned, and what is said about it; the preferences stay as they are.

    Where the one on offer is as short already, as a first one is, it has an exercise less, and at last a round.
    """
    offered, preferences = turn.workout.plan, turn.athlete.preferences._replace(minutes=None)
    exercises = min(SHORT_EXERCISES, preferences.exercises)
    rounds = min(SHORT_ROUNDS, preferences.rounds)
    have = len(offered.prescriptions)
    if exercises * rounds >= have * offered.rounds:
        if have <= FEWEST_EXERCISES and offered.rounds <= FEWEST_ROUNDS:
            return turn, [phrase("minutes.too_few", n=turn.minutes_left)]
        fewer = have > FEWEST_EXERCISES
        exercises, rounds = (have - 1, offered.rounds) if fewer else (have, offered.rounds - 1)
    short = preferences._replace(exercises=exercises, rounds=rounds)
    return turn.with_workout(turn.with_preferences(short).fresh_workout()), []


def _resize(
    turn: Turn, exercises: HeardNumber | None, rounds: HeardNumber | None
) -> tuple[Turn, list[Phrase]]:
    """The turn with the size that was asked for remembered and planned, and what is said about it."""
    if exercises is None and rounds is None:
        return turn.with_workout(turn.workout), []
    if turn.programme is not None:
        return turn.with_workout(turn.workout), [_size_of_programme(turn)]
    preferences, remarks = turn.athlete.preferences._replace(minutes=None), []
    ease = _eased_in(turn)
    if exercises is not None and exercises.value is not None:
        size = bounded(exercises.value, FEWEST_EXERCISES, MOST_EXERCISES)
        preferences = preferences._replace(exercises=size.value)
        remarks += _eased("exercises", size.value, ease.most_exercises) or _remark(
            size, "exercises"
        )
    if rounds is not None and rounds.value is not None:
        size = bounded(rounds.value, FEWEST_ROUNDS, MOST_ROUNDS)
        preferences = preferences._replace(rounds=size.value)
        planned = turn.with_preferences(preferences).fresh_workout().plan.rounds
        most = min(ease.rounds_ahead(size.value), max(ease.rounds(size.value), planned))
        # Of two limits the tighter one is named: it is the one that holds today.
        remarks += _eased("rounds", size.value, most) or _remark(size, "rounds")
    turn = turn.with_preferences(preferences)
    return turn.with_workout(turn.fresh_workout()), remarks


def _eased_in(turn: Turn) -> EasedIn:
    return eased_in(turn.athlete.history, turn.athlete.past, turn.today)


def _eased(what: str, wanted: int, most: int) -> list[Phrase]:
    """What is said about a session smaller than the runner wants: the legs are not used to it yet."""
    return [phrase(f"plan.eased_{what}", n=most)] if most < wanted else []


def _remark(size: Bounded, what: str) -> list[Phrase]:
    if size.was_above:
        return [phrase(f"plan.too_many_{what}", n=size.value)]
    if size.was_below:
        return [phrase(f"plan.too_few_{what}", n=size.value)]
    return []
