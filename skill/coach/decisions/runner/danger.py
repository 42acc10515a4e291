"""Three questions that stay open until they are answered. Meanwhile nothing is counted or led.

May it be the heart, or the head? No other command, no word that is not understood and no end of a session takes
this question away. Does a doctor allow training? After a sign of danger, or with a condition that was named,
this is asked again at every visit (decision 26). Is the fever or the infection over? So is this, after a runner
has spoken of one.
"""

from collections.abc import Sequence

from skill.coach.audio_player import Stop
from skill.coach.commands import (
    BringBack,
    CancelReminders,
    Command,
    Despair,
    DoctorCleared,
    FeelSweat,
    ForgetEveryone,
    ForgetMe,
    LeaveSession,
    No,
    Pain,
    PlayerEvent,
    PressButton,
    RedFlag,
    ScreenFailed,
    Somewhat,
    StopCoach,
    TellCondition,
    TimedSpeechFailed,
    TrainAsGuest,
    WhatDoYouKnow,
    Yes,
)
from skill.coach.decisions.flow.ending import leave_session, stop_coach
from skill.coach.decisions.runner.condition import well_again
from skill.coach.decisions.runner.pace import screen_failed, timed_speech_failed
from skill.coach.decisions.runner.pain import danger_check, joints_told
from skill.coach.decisions.runner.sparing import spared_meanwhile
from skill.coach.reply import Reply
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.cue import Phrase, phrase
from skill.workout.question import Question

_LEAD_NOTHING = (
    CancelReminders,
    DoctorCleared,
    ForgetEveryone,
    ForgetMe,
    LeaveSession,
    StopCoach,
    TellCondition,
    TrainAsGuest,
    WhatDoYouKnow,
)
"""What may be said while training waits for a doctor's word."""

_ANSWERED_FIRST = frozenset(
    {
        Question.CLEARED,
        Question.WELL,
        Question.FORGET,
        Question.FORGET_SURELY,
        Question.FORGET_WHOSE,
        Question.FORGET_ALL,
        Question.FORGET_ALL_SURELY,
    }
)
"""The questions that may be answered while training waits for the doctor's word, or for the end of an illness."""


_WHY_ASKED = {
    Question.DANGER: "danger.unanswered",
    Question.CLEARED: "launch.after_alarm",
    Question.WELL: "launch.after_illness",
}
"""Why a question is asked first at a new visit."""


def stays_open(question: Question | None) -> bool:
    """Whether nothing is led without an answer to a question, whatever is said or goes wrong."""
    return question in _WHY_ASKED


def until_answered(turn: Turn, command: Command) -> Outcome | None:
    """What a command comes to while such a question is open; None where the command's own function decides.

    It decides an answer, a worse sign, and what a player reports by itself.
    """
    match command:
        case Despair() | RedFlag() | Pain(injured=True) | PlayerEvent():
            return None
        case _ if turn.athlete.question is Question.DANGER:
            return _until_no_danger(turn, command)
        case _ if turn.athlete.alarmed:
            return _until_cleared(turn, command)
        case _ if turn.athlete.unwell:
            return _until_well(turn, command)
        case _:
            return None


def _until_no_danger(turn: Turn, command: Command) -> Outcome | None:
    match command:
        case Yes() | No() | Somewhat() | FeelSweat():
            return None
        case StopCoach():
            return _kept(stop_coach(turn.with_notice(danger_check(turn)), command))
        case LeaveSession():
            return _kept(leave_session(turn, command))
        case _:
            return _asked_again(turn, command, Question.DANGER)


def _until_cleared(turn: Turn, command: Command) -> Outcome | None:
    answers = isinstance(command, Yes | No) and turn.athlete.question in _ANSWERED_FIRST
    if answers or isinstance(command, _LEAD_NOTHING):
        return None
    return _asked_again(turn, command, Question.CLEARED)


def _until_well(turn: Turn, command: Command) -> Outcome | None:
    if command == BringBack():  # "I'm better"
        return well_again(turn)
    answers = isinstance(command, Yes | No | Somewhat) and turn.athlete.question in _ANSWERED_FIRST
    if answers or isinstance(command, _LEAD_NOTHING):
        return None
    return _asked_again(turn, command, Question.WELL)


def _asked_again(turn: Turn, command: Command, question: Question) -> Outcome:
    """The question again. What hurts meanwhile is spared, and what failed is set right, as at any other time."""
    said: Sequence[Phrase] = ()
    match command:
        case PressButton():  # nothing can be said to it
            return Outcome(turn.athlete, Reply(None, player=Stop()), aside=turn.aside)
        case Pain():
            turn, said = spared_meanwhile(turn, joints_told(command))
        case TimedSpeechFailed():
            turn = turn.with_athlete(timed_speech_failed(turn, command).athlete)
        case ScreenFailed():
            turn = turn.with_athlete(screen_failed(turn, command).athlete)
    return _ask(turn, said, question)


def _ask(turn: Turn, said: Sequence[Phrase], question: Question) -> Outcome:
    """The question; where the runner has gone meanwhile, with a word on why."""
    danger = question is Question.DANGER
    why = [phrase(_WHY_ASKED[question])] if turn.visit.new_session else []
    check = [danger_check(turn)] if danger else []
    return turn.ask_aside([*why, *said, *check], question)


def _kept(outcome: Outcome) -> Outcome:
    """The outcome with the question kept for the next visit."""
    return outcome._replace(athlete=outcome.athlete._replace(question=Question.DANGER))
