"""How large today's workout is: so many exercises and rounds, a short one, or the full one."""

from skill.coach.commands import ChangePlan, HeardNumber
from skill.coach.telling.summary import size_params
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.todays_plan import offer_plan
from skill.coach.turn.turn import Turn
from skill.speed.value import Value
from skill.training.coming_back import EasedIn, eased_in
from skill.training.preferences import (
    FEWEST_EXERCISES,
    FEWEST_ROUNDS,
    MOST_EXERCISES,
    MOST_ROUNDS,
    Preferences,
)
from skill.workout.cue import Phrase, phrase
from skill.workout.question import Question

SHORT_EXERCISES, SHORT_ROUNDS = 4, 2
"""The short session: the fewest exercises of the article, and a round less."""


def change_plan(turn: Turn, command: ChangePlan) -> Outcome:
    """Make today's workout another size, before it begins."""
    if turn.workout.under_way:
        return turn.go_on([turn.phrase("plan.under_way")])
    if question := unheard(turn, command.exercises, command.rounds):
        return question
    if turn.programme is not None:
        return turn.go_on([_size_of_programme(turn)])
    remarks: list[Phrase] = []
    turn = turn.with_workout(turn.workout)
    if command.short is not None:
        turn, remarks = _short(turn) if command.short else (_full(turn), [])
    turn, size = resized(turn, command.exercises, command.rounds)
    return offer_plan(turn, [*remarks, *size])


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


def unheard(turn: Turn, *numbers: HeardNumber | None) -> Outcome | None:
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


def resized(
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
