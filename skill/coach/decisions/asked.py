"""The open question: what a short answer to it means, and how it is asked again where it was not heard.

A question stays open until it is answered, or until the runner wants something else. "What?", "pardon?" and a
sentence that nobody understands do not close it.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from skill.coach.commands import (
    BringBack,
    ChangePlan,
    Command,
    DidRepetitions,
    Equipment,
    ForgetMe,
    GoToExercise,
    HeardNumber,
    HowTo,
    Load,
    Minutes,
    MoreTime,
    NeverMind,
    No,
    NotUnderstood,
    Pain,
    RateExercise,
    Ready,
    RepeatExercise,
    SayAgain,
    SetDone,
    SoMany,
    Somewhat,
    SpareRepetitions,
    StartOver,
    StartWorkout,
    Yes,
)
from skill.coach.decisions.account import reminders
from skill.coach.decisions.flow import order_in_doubt
from skill.coach.decisions.runner import bringing_back, own_count, weights
from skill.coach.decisions.runner.pain import asked_first
from skill.coach.decisions.yes_no import is_answered_by_half
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.training.record import Effort
from skill.workout.question import ABOUT_A_LOAD, AT_AN_EDGE, Question
from skill.workout.states import State

MINUTE = 60
"""From so many seconds on, a time said before a workout is its length and no breather."""

_OF_A_SET = AT_AN_EDGE | {Question.GO_ON}
"""At these questions "again" means the set, not the question."""

_ASK: Mapping[Question, Callable[[Turn], Outcome]] = MappingProxyType(
    {
        Question.BRING_BACK: bringing_back.ask_again,
        Question.REALLY: own_count.ask_really,
        Question.MEANT: order_in_doubt.ask_again,
        Question.WHICH_DAYS: reminders.ask_again,
        Question.WHAT_TIME: reminders.ask_again,
        Question.REMIND: reminders.ask_again,
        **dict.fromkeys(ABOUT_A_LOAD, weights.ask_again),
    }
)
"""How a question about what was said so far is asked again; every other one needs nothing but its own words."""


def as_answer(turn: Turn, command: Command) -> Command:
    """What a bare number, tool, exercise or "start" means at a question for one; any other command stays."""
    unsure = turn.aside.unsure if turn.aside else None
    match turn.athlete.question, command:
        case _, Yes() | No():
            return command  # half of all words: the question itself says what they mean
        case question, ForgetMe(answering=True) if question is not Question.FORGET_WHOSE:
            return NotUnderstood()  # "just me", and nobody has asked
        case Question.START_FRESH, Ready() | SetDone() | StartOver() | StartWorkout():
            return Yes()
        case Question.HOW_MANY, DidRepetitions() if unsure is not None:
            return own_count.completed(command, unsure)
        case (
            Question.HOW_MUCH_TIME,
            DidRepetitions(repetitions=amount, side=None)
            | SpareRepetitions(repetitions=amount)
            | SoMany(amount=amount, exercise=None, more=True),
        ) if amount:
            return MoreTime(amount)
        case _, ChangePlan(exercises=None, rounds=None, short=False) if _may_be_longer(turn):
            return MoreTime()  # "longer please"
        case (
            Question.INSTEAD | Question.GO_ON,
            RateExercise(effort=Effort.EASY | Effort.RIGHT, exercise=None),
        ) if turn.workout.in_pain:
            return BringBack()  # "it was nothing", "it's fine"
        case Question.BETTER, Pain() as named if _is_better(turn, named):
            return BringBack(joint=named.joint)  # "my knee": asked once more before it is planned
        case Question() as question, _ if question in _MEANT_AT:
            return _MEANT_AT[question](question, command)
        case _:
            return command


def _before_a_workout(question: Question, command: Command) -> Command:
    """What a length means before a workout, and "I'm fine" where it was asked whether anything is sore."""
    match question, command:
        case (
            Question.SORE_OR_NEW,
            BringBack(exercise=None, joint=None, kind=None)
            | NeverMind()
            | RateExercise(effort=Effort.EASY | Effort.RIGHT, exercise=None),
        ):
            return No()
        case _, MoreTime(seconds=asked) if asked and (asked.value or 0) >= MINUTE:
            return Minutes(HeardNumber((asked.value or 0) // MINUTE))
        case _, SoMany(amount=asked, exercise=None, more=False) if asked:
            return Minutes(asked)
        case _:
            return command


def _at_an_edge(_question: Question, command: Command) -> Command:
    """What "start" means where the workout waits: "Ready for squats?" "Start"."""
    return Ready() if isinstance(command, StartWorkout) else command


def _of_a_load(question: Question, command: Command) -> Command:
    """What a bare number, tool or exercise means where the coach has asked about a load."""
    match question, command:
        case (
            Question.HOW_HEAVY | Question.SO_HEAVY | Question.WITH_WHAT,
            DidRepetitions(repetitions=amount, seconds=None, side=None),
        ):
            return Load(amount=amount, exercise=command.exercise)
        case Question.WITH_WHAT | Question.HOW_HEAVY | Question.SO_HEAVY, Equipment(tools=(tool,)):
            return Load(tool=tool)
        case Question.WHAT_FOR, GoToExercise(exercise=named) | HowTo(exercise=named) if named:
            return Load(exercise=named)
        case Question.WHAT_FOR, SetDone():
            # "For all of them" sounds like "all of them done": the exercise is asked for again.
            return Load()
        case _:
            return command


_MEANT_AT: Mapping[Question, Callable[[Question, Command], Command]] = MappingProxyType(
    {
        Question.START: _before_a_workout,
        Question.SORE_OR_NEW: _before_a_workout,
        **dict.fromkeys(ABOUT_A_LOAD, _of_a_load),
        **dict.fromkeys(AT_AN_EDGE - {Question.SUM_UP}, _at_an_edge),
    }
)
"""The questions at which a bare answer is read by a rule of its own."""


def _is_better(turn: Turn, named: Pain) -> bool:
    """Whether what was named at "which part is better?" answers it: it is spared, and no sign of danger."""
    if named.injured or named.joint is None or asked_first(named):
        return False
    return named.joint.id in turn.athlete.preferences.avoided_joints


def _may_be_longer(turn: Turn) -> bool:
    """Whether a rest or a stretch is under way."""
    under_way = turn.workout.under_way
    return under_way and turn.workout.place.active in (State.RESTING, State.STRETCHING)


def asked_again(turn: Turn, command: Command) -> Outcome | None:
    """The open question once more, where the runner did not hear it or was not heard; None for other commands."""
    question = turn.athlete.question
    match command:
        case NotUnderstood() | SayAgain():
            pass
        case Somewhat() if not is_answered_by_half(question):
            pass
        case RepeatExercise() if question not in _OF_A_SET:
            pass
        case _:
            return None
    if question is None or (question in AT_AN_EDGE and not turn.athlete.waiting):
        return None  # a set is led, at the end of which it will be asked
    misheard = isinstance(command, NotUnderstood)
    if misheard:
        turn = turn.with_notice(turn.phrase("done.misheard"))
    return _ASK.get(question, _in_its_own_words)(turn)._replace(misheard=misheard)


def _in_its_own_words(turn: Turn) -> Outcome:
    return turn.talk([], turn.athlete.question)._replace(aside=turn.aside)
