"""The question whether it may be the heart: it stays until it is answered, and nothing counts meanwhile.

Neither another wish, nor a word that is not understood, nor a session that ends takes it away (decision 26).
"""

from collections.abc import Sequence

from skill.coach.audio_player import Stop
from skill.coach.commands import (
    Command,
    LeaveSession,
    No,
    Pain,
    PlayerEvent,
    PressButton,
    RedFlag,
    ScreenFailed,
    StopCoach,
    TimedSpeechFailed,
    Yes,
)
from skill.coach.decisions.flow.moving import leave_session, stop_coach
from skill.coach.decisions.playback.screen_events import screen_failed
from skill.coach.decisions.runner.pace import timed_speech_failed
from skill.coach.decisions.runner.sparing import spared_meanwhile
from skill.coach.reply import Reply
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.workout.cue import Phrase, phrase
from skill.workout.question import Question


def until_answered(turn: Turn, command: Command) -> Outcome | None:
    """What any word comes to while the question is open; None for what the word's own function decides.

    That is an answer, a worse sign, and what a player reports of itself.
    """
    if turn.athlete.question is not Question.DANGER:
        return None
    match command:
        case Yes() | No() | RedFlag() | Pain(injured=True) | PlayerEvent():
            return None
        case Pain():
            turn, said = spared_meanwhile(turn, command.joint)
            return _ask(turn, said)
        case PressButton():  # nothing can be said to it
            return Outcome(turn.athlete, Reply(None, player=Stop()), aside=turn.aside)
        case StopCoach():
            notices = (*turn.notices, phrase("danger.check"))
            return _kept(stop_coach(turn._replace(notices=notices), command))
        case LeaveSession():
            return _kept(leave_session(turn, command))
        case TimedSpeechFailed():
            return _ask(turn.with_athlete(timed_speech_failed(turn, command).athlete))
        case ScreenFailed():
            return _ask(turn.with_athlete(screen_failed(turn, command).athlete))
        case _:
            return _ask(turn)


def _ask(turn: Turn, said: Sequence[Phrase] = ()) -> Outcome:
    """The question again; where the runner has gone meanwhile, with a word on why."""
    why = [phrase("danger.unanswered")] if turn.visit.new_session else []
    return turn.ask_aside([*why, *said, phrase("danger.check")], Question.DANGER)


def _kept(outcome: Outcome) -> Outcome:
    """The outcome with the question kept for the next visit."""
    return outcome._replace(athlete=outcome.athlete._replace(question=Question.DANGER))
