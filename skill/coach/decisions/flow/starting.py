"""Opening the skill, planning and starting a workout."""

from collections.abc import Sequence
from datetime import timedelta

from skill.athlete.athlete import close_workout, planned
from skill.coach.commands import ChangePlan, Heard, OpenCoach, StartOver, StartWorkout
from skill.coach.decisions.playback import non_stop
from skill.coach.greeting import greeting
from skill.coach.numbers import Bounded, bounded
from skill.coach.reply import Card, Outcome
from skill.coach.telling.position import where
from skill.coach.telling.summary import plan_card, size_params
from skill.coach.turn.turn import Turn
from skill.training.preferences import (
    FEWEST_EXERCISES,
    FEWEST_ROUNDS,
    MOST_EXERCISES,
    MOST_ROUNDS,
    Pacing,
    Preferences,
)
from skill.value import replace
from skill.workout.cue import Phrase, phrase
from skill.workout.names import need_name
from skill.workout.segment import Question
from skill.workout.states import Trigger

SHORT_EXERCISES, SHORT_ROUNDS = 4, 2
"""The short session: the fewest exercises of the article, and a round less."""

STALE = timedelta(days=1)
"""A workout that was begun longer ago is offered anew as well: the legs are other legs by now."""


def open_coach(turn: Turn, _command: OpenCoach) -> Outcome:
    """Welcome the runner: to a workout in progress, to today's plan, or for the first time."""
    if turn.athlete.workout and turn.athlete.workout.finished:
        turn = turn.with_athlete(close_workout(turn.athlete))
    workout = turn.workout
    if workout.under_way:
        stale = turn.now.timestamp() - workout.number > STALE.total_seconds()
        key = "launch.in_progress_stale" if stale else "launch.in_progress"
        question = Question.CARRY_ON_OR_FRESH if stale else Question.CARRY_ON
        return turn.talk([turn.phrase(key, where=where(workout))], question)
    if turn.athlete.unasked:  # once: silence counts as "right". Today's plan depends on the answer.
        said = greeting(turn)
        turn = turn.with_athlete(turn.athlete._replace(unasked=False, workout=None))
        return turn.talk(said, Question.HOW_WAS_IT)
    turn = turn.with_workout(workout)
    return tell_plan(turn, greeting(turn))


def tell_plan(turn: Turn, said: Sequence[Phrase]) -> Outcome:
    """Tell today's plan after what is said, and ask whether to begin."""
    turn = turn.with_workout(turn.workout)
    workout, minutes = turn.workout, turn.minutes_left
    said = [*said, turn.phrase("launch.plan", **size_params(workout.plan, minutes))]
    if workout.plan.needs:
        said.append(turn.phrase("launch.needs", needs=tuple(map(need_name, workout.plan.needs))))
    if turn.athlete.preferences.pacing is Pacing.NON_STOP and not turn.can_play:
        said.append(phrase("non_stop.not_here"))
    if offered := non_stop.offer(turn):
        said += offered
        turn = turn.with_athlete(turn.athlete._replace(offered_non_stop=True))
    turn = turn.with_athlete(turn.athlete._replace(greeted=True))
    return turn.talk(said, Question.START, card=_card(turn, minutes))


def _card(turn: Turn, minutes: int) -> Card:
    return plan_card(turn.voice, turn.workout.plan, minutes, turn.units)


def start_workout(turn: Turn, command: StartWorkout) -> Outcome:
    """Start today's workout, in the size that was asked for; one in progress is carried on."""
    workout = turn.workout
    if workout.under_way:
        if turn.athlete.waiting or workout.running:
            return turn.go_on([])
        return turn.move(Trigger.RESUME).lead([turn.phrase("done.resume")], resumed=True)
    if workout.finished:
        turn = turn.with_athlete(close_workout(turn.athlete))
    if unheard := _unheard(turn, command.exercises, command.rounds):
        return unheard
    turn, remarks = _resize(turn, command.exercises, command.rounds)
    return turn.move(Trigger.START).lead([turn.phrase("done.starting"), *remarks])


def start_over(turn: Turn, _command: StartOver) -> Outcome:
    """Begin again; what was done so far is kept in the history."""
    if turn.athlete.question is Question.CARRY_ON_OR_FRESH:
        return start_fresh(turn)
    plan = replace(turn.workout.plan, day=turn.today)
    turn = turn.with_athlete(close_workout(turn.athlete)).with_workout(planned(plan))
    return turn.move(Trigger.START).lead([turn.phrase("done.start_over")])


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
    turn = turn.with_workout(turn.workout)
    if command.short is not None:
        turn = _short(turn) if command.short else turn.with_workout(_standard(turn).fresh_workout())
    turn, remarks = _resize(turn, command.exercises, command.rounds)
    return offer_plan(turn, remarks)


def offer_plan(turn: Turn, said: Sequence[Phrase], key: str = "plan.changed") -> Outcome:
    """Say what today's plan has become, by the phrase ``key``, and ask whether to begin."""
    turn = turn.with_workout(turn.workout)
    minutes = turn.minutes_left
    changed = turn.phrase(key, **size_params(turn.workout.plan, minutes))
    return turn.talk([*said, changed], Question.START, card=_card(turn, minutes))


def _unheard(turn: Turn, *numbers: Heard | None) -> Outcome | None:
    """The question for a number that did not come through, if there is one."""
    if any(number is not None and number.value is None for number in numbers):
        turn = turn.with_workout(turn.workout)
        return turn.talk([phrase("plan.not_heard")], Question.HOW_LARGE)
    return None


def _standard(turn: Turn) -> Turn:
    """The turn with the full session's size, also where the legs were to be spared."""
    standard, wishes = Preferences(), turn.athlete.preferences
    wishes = wishes._replace(
        exercises=standard.exercises, rounds=standard.rounds, minutes=None, light_day=None
    )
    return turn.with_wishes(wishes)


def _short(turn: Turn) -> Turn:
    """The turn with a short workout planned; for today only, so the wishes stay as they are."""
    wishes = turn.athlete.preferences
    short = wishes._replace(
        exercises=min(SHORT_EXERCISES, wishes.exercises),
        rounds=min(SHORT_ROUNDS, wishes.rounds),
        minutes=None,
    )
    workout = turn.with_wishes(short).fresh_workout()
    return turn.with_workout(workout)


def _resize(turn: Turn, exercises: Heard | None, rounds: Heard | None) -> tuple[Turn, list[Phrase]]:
    """The turn with the wished size remembered and planned, and what there is to say about it."""
    if exercises is None and rounds is None:
        return turn.with_workout(turn.workout), []
    wishes, remarks = turn.athlete.preferences._replace(minutes=None), []
    if exercises is not None and exercises.value is not None:
        size = bounded(exercises.value, FEWEST_EXERCISES, MOST_EXERCISES)
        wishes = wishes._replace(exercises=size.value)
        remarks += _remark(size, "exercises")
    if rounds is not None and rounds.value is not None:
        size = bounded(rounds.value, FEWEST_ROUNDS, MOST_ROUNDS)
        wishes = wishes._replace(rounds=size.value)
        remarks += _remark(size, "rounds")
    turn = turn.with_wishes(wishes)
    return turn.with_workout(turn.fresh_workout()), remarks


def _remark(size: Bounded, what: str) -> list[Phrase]:
    if size.was_above:
        return [phrase(f"plan.too_many_{what}", n=size.value)]
    if size.was_below:
        return [phrase(f"plan.too_few_{what}", n=size.value)]
    return []
