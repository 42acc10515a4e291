"""From a command to a decision: the rules that hold for all commands. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from skill.athlete.athlete import Athlete, close_workout, settle
from skill.coach import commands
from skill.coach.audio_player import Stop
from skill.coach.commands import Command
from skill.coach.decisions.asked import as_answer, asked_again
from skill.coach.decisions.flow.order_in_doubt import settled_doubt
from skill.coach.decisions.flow.taking_back import way_back
from skill.coach.decisions.playback import player_events, screen_events
from skill.coach.decisions.runner.danger import until_answered
from skill.coach.decisions.runner.sparing import held_back
from skill.coach.decisions.table import DECISIONS, OF_THE_PLAN
from skill.coach.reply import Reply
from skill.coach.turn import naming
from skill.coach.turn.again import books, is_again
from skill.coach.turn.outcome import Outcome, state_of
from skill.coach.turn.playback import Found, plays_elsewhere, settled
from skill.coach.turn.replanning import spared_later
from skill.coach.turn.turn import Turn
from skill.training.preferences import Pacing
from skill.workout.cue import phrase
from skill.workout.question import Question
from skill.workout.states import State, Trigger

_UNASKED = (commands.PressButton, commands.PlayerEvent)
"""What comes without a session: the workout goes on meanwhile."""

_UNPLAYED = (commands.TimedSpeechFailed, commands.ScreenFailed)
"""What says that the current segment was not heard."""

_ANSWERS = (
    commands.Yes,
    commands.No,
    commands.Ready,
    commands.SetDone,
    commands.Resume,
    commands.StartWorkout,
)
"""What answers the question at a segment's end, whichever it is."""

_ANSWERS_TO: Mapping[Question | None, type[Command]] = MappingProxyType(
    {
        Question.REST: commands.SkipRest,
        Question.OTHER_SIDE: commands.OtherSide,
        Question.STRETCH: commands.SkipStretch,
        Question.STRETCH_KINDLY: commands.SkipStretch,
    }
)
"""What else answers one of them: after "Ready to stretch?" "no stretch" is no word said in the set before it."""

_IN_A_REST = (commands.SkipRest, commands.MoreTime)
"""What is said in a rest, often as soon as it is announced."""

FAREWELL_MS = 60_000
"""Within this time of a segment's end a session still is open, or was just closed: the question, eight seconds of
open microphone, the reprompt with its patience, and eight more (Amazon: manage skill session)."""

ANSWER_LIMIT = timedelta(seconds=8)
"""So long Alexa waits for an answer (Amazon: about eight seconds)."""


def decide(turn: Turn, command: Command, *, new_session: bool) -> Outcome:
    """Answer a command.

    First the place is brought up to ``turn.now``. In a new session a running workout is stopped, whatever the
    command: the runner is asked before time runs again. A workout that a speaker plays by itself runs on, since
    a new session is the runner's only way to speak to it.
    """
    if isinstance(command, _UNASKED):
        return _once(turn, command)._replace(before=state_of(turn.athlete))
    if isinstance(command, commands.ScreenEvent):
        return _of_screen(turn, command)
    workout, found = turn.athlete.workout, Found.SILENT
    if workout is not None and workout.stream is not None:
        if isinstance(command, commands.LeaveSession):
            return turn.leave()  # the session was closed by us when the play began
        if plays_elsewhere(turn):
            turn = turn.with_notice(phrase("non_stop.taken_over"))
        turn, found = settled(turn)
    if isinstance(command, _UNPLAYED) or _cut_off(turn):
        turn = _unheard(turn)
    elif new_session and _in_doubt(turn):
        turn = _unheard(turn).with_notice(phrase("launch.unsure"))
    turn = turn.with_athlete(
        settle(turn.athlete, _heard_until(turn, command), _proof(turn, command))
    )
    before = state_of(turn.athlete)
    if turn.athlete.preferences.avoided_joints:
        turn = spared_later(turn)
    if new_session:
        turn = _newly_opened(turn, found)
    outcome = _once(turn, command)
    return outcome._replace(before=before, way_back=way_back(turn, command, outcome))


def _heard_until(turn: Turn, command: Command) -> datetime:
    """When the speaker fell silent; at the latest when Alexa began to wait for what never came."""
    if isinstance(command, commands.LeaveSession) and command.unanswered:
        return turn.heard_until - ANSWER_LIMIT
    return turn.heard_until


def _in_doubt(turn: Turn) -> bool:
    """Whether, in a new session, nobody knows if the last segment was heard.

    After a segment that left the microphone open on this speaker comes a word of the runner, or the end of its
    session. Where neither came, the segment may never have arrived, and no set counts as done because of it.
    """
    workout, question = turn.athlete.workout, turn.athlete.question
    if workout is None or question is None or workout.device != turn.device:
        return False
    return workout.heard_until(turn.heard_until) > 0 and bool(workout.marks)


def _proof(turn: Turn, command: Command) -> State | Question | None:
    """What the runner must have heard: without it the command would make no sense."""
    question = turn.athlete.question
    if isinstance(command, _ANSWERS) or type(command) is _ANSWERS_TO.get(question):
        return question
    if isinstance(command, _IN_A_REST):
        return State.RESTING
    return None


def _of_screen(turn: Turn, command: commands.ScreenEvent) -> Outcome:
    """Answer a screen. It reports the exact moment; a report that comes late changes nothing."""
    if screen_events.is_late(turn, command):
        return turn.leave()
    turn, before = screen_events.located(turn, command), state_of(turn.athlete)
    meant = command.meant if isinstance(command, commands.Touched) else command
    return _decided(turn, meant)._replace(before=before)


def _once(turn: Turn, command: Command) -> Outcome:
    """What the command's own function decides; where its request was delivered before, nothing counts twice."""
    outcome = _decided(turn, command)
    again = is_again(turn) and not isinstance(command, commands.PlayerEvent)
    if not again or not books(turn.athlete, outcome.athlete):
        return outcome
    if isinstance(command, commands.PressButton):
        return player_events.press_again(turn)
    return turn.go_on([])


def _decided(turn: Turn, command: Command) -> Outcome:
    """What the command's own function decides, unless a rule for all commands comes first.

    It may be the heart, and nobody has said no yet; training waits for a doctor's word; the command may have been
    misheard; the open question has to be asked again; the command names an exercise that nobody knows; or it is
    about a plan, and nothing can be done today.
    """
    if turn.athlete.may_not_train and (asked := until_answered(turn, command)):
        return asked
    turn, command = settled_doubt(turn, command)
    if again := asked_again(turn, command):
        return again
    command = as_answer(turn, command)
    if refused := naming.refused(turn, command):
        return refused
    if type(command) in OF_THE_PLAN and turn.nothing_today:
        return turn.rest_today([])
    outcome = DECISIONS[type(command)](turn, command)
    if isinstance(command, commands.PlayerEvent) or not _hurts(outcome.athlete):
        return outcome
    held = held_back(turn, outcome)
    if held is not outcome and isinstance(command, commands.PressButton):
        return held._replace(reply=Reply(None, player=Stop()))
    return held


def _hurts(athlete: Athlete) -> bool:
    """Whether a joint is to be spared, or something hurt in this workout."""
    workout = athlete.workout
    return bool(athlete.preferences.avoided_joints) or (workout is not None and workout.in_pain)


def _newly_opened(turn: Turn, found: Found) -> Turn:
    danger = Question.DANGER if turn.athlete.question is Question.DANGER else None
    turn = turn.with_athlete(turn.athlete._replace(question=danger))
    workout = turn.athlete.workout
    if workout is not None and workout.finished:
        return turn.with_athlete(close_workout(turn.athlete)._replace(question=danger))
    if found is Found.BROKEN_OFF or _fell_back(turn):
        turn = turn.with_notice(phrase("non_stop.broke_off"))
    if workout is not None and workout.running and found is not Found.SOUNDING:
        return turn.move(Trigger.STOP)
    return turn


def _fell_back(turn: Turn) -> bool:
    """Whether the workout was to be played, and is led by speaking since that has failed."""
    workout = turn.athlete.workout
    wanted = turn.athlete.preferences.pacing is Pacing.NON_STOP
    return wanted and workout is not None and workout.under_way and workout.spoken


def _cut_off(turn: Turn) -> bool:
    """Whether the current segment was cut off without a word from Alexa, as by a power cut.

    Alexa reports any other end of a session within seconds. Here nobody knows how much of the segment was heard,
    and to do a set again is better than to lose it. No session stays open for so long: where one is open, it is
    the clock that was wrong.
    """
    workout = turn.athlete.workout
    if workout is None or not workout.marks:
        return False
    return workout.heard_until(turn.now) > workout.marks[-1].at_ms + FAREWELL_MS


def _unheard(turn: Turn) -> Turn:
    """The turn with the current segment taken back: nothing of it was played."""
    workout = turn.athlete.workout
    if workout is None or not workout.marks:
        return turn
    taken_back = workout._replace(place=workout.marks[0].place, marks=(), began_at=None)
    return turn.with_athlete(turn.athlete._replace(workout=taken_back, question=None))
