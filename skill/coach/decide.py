"""From a command to a decision: one function a command, and the rules that hold for all of them. Pure."""

from collections.abc import Callable
from typing import Any

from skill.athlete.athlete import close_workout, settle
from skill.coach import (
    answers,
    body,
    effort,
    equipment,
    leading,
    loading,
    manners,
    non_stop,
    opening,
    playing,
    privacy,
    reasons,
    reminding,
    week,
    wishes,
    yes_no,
)
from skill.coach.following import Found, plays_elsewhere, settled
from skill.coach.reply import Outcome, state_of
from skill.coach.turn import Turn
from skill.training.preferences import Pacing
from skill.workout import commands
from skill.workout.commands import Command
from skill.workout.cue import phrase
from skill.workout.states import Trigger

_DECISIONS: dict[type, Callable[[Turn, Any], Outcome]] = {
    commands.OpenCoach: opening.open_coach,
    commands.StartWorkout: opening.start_workout,
    commands.StartOver: opening.start_over,
    commands.ChangePlan: opening.change_plan,
    commands.WhatIsNext: answers.what_is_next,
    commands.WhatIsThis: answers.what_is_this,
    commands.HowTo: answers.how_to,
    commands.WhichMuscles: answers.which_muscles,
    commands.HowManyLeft: answers.how_many_left,
    commands.HowFar: answers.how_far,
    commands.HowLong: answers.how_long,
    commands.WhatIsToday: answers.what_is_today,
    commands.WhyThis: reasons.why_this,
    commands.RateExercise: effort.rate_exercise,
    commands.SpareRepetitions: effort.spare_repetitions,
    commands.DidRepetitions: effort.did_repetitions,
    commands.WhenLast: week.when_last,
    commands.HowAmIDoing: week.how_am_i_doing,
    commands.LongRunTomorrow: week.long_run_tomorrow,
    commands.Help: answers.give_help,
    commands.NotUnderstood: answers.not_understood,
    commands.SkipExercise: leading.skip_exercise,
    commands.GoBack: leading.go_back,
    commands.RepeatExercise: leading.repeat_exercise,
    commands.GoToExercise: leading.go_to_exercise,
    commands.Ready: leading.ready,
    commands.MoreTime: leading.more_time,
    commands.SkipRest: leading.skip_rest,
    commands.Pause: leading.pause,
    commands.Resume: leading.resume,
    commands.FinishEarly: leading.finish_early,
    commands.SkipStretch: leading.skip_stretch,
    commands.StopCoach: leading.stop_coach,
    commands.LeaveSession: leading.leave_session,
    commands.Slower: wishes.slower,
    commands.Faster: wishes.faster,
    commands.WaitForMe: wishes.wait_for_me,
    commands.KeepGoing: wishes.keep_going,
    commands.UseSimpleSpeech: wishes.use_simple_speech,
    commands.UsePreciseSpeech: wishes.use_precise_speech,
    commands.TimedSpeechFailed: wishes.timed_speech_failed,
    commands.Equipment: equipment.equipment,
    commands.NoTool: equipment.no_tool,
    commands.Load: loading.load,
    commands.SomethingElse: equipment.something_else,
    commands.Pain: body.pain,
    commands.RedFlag: body.red_flag,
    commands.BringBack: body.bring_back,
    commands.TalkFully: manners.talk_fully,
    commands.TalkLess: manners.talk_less,
    commands.OnlyCount: manners.only_count,
    commands.LongerRests: manners.longer_rests,
    commands.ShorterRests: manners.shorter_rests,
    commands.NormalRests: manners.normal_rests,
    commands.UseKilos: manners.use_kilos,
    commands.UsePounds: manners.use_pounds,
    commands.LeftSideFirst: manners.left_side_first,
    commands.RightSideFirst: manners.right_side_first,
    commands.Minutes: manners.minutes,
    commands.UsualLength: manners.usual_length,
    commands.RemindMe: reminding.remind_me,
    commands.WhichReminders: reminding.which_reminders,
    commands.CancelReminders: reminding.cancel_reminders,
    commands.WhatDoYouKnow: privacy.what_do_you_know,
    commands.ForgetMe: privacy.forget_me,
    commands.ForgetEveryone: privacy.forget_everyone,
    commands.Yes: yes_no.say_yes,
    commands.No: yes_no.say_no,
    commands.NonStop: non_stop.play_non_stop,
    commands.StartTicks: non_stop.start_ticks,
    commands.StopTicks: non_stop.stop_ticks,
    commands.Loop: non_stop.no_loop,
    commands.Shuffle: non_stop.no_shuffle,
    commands.PressButton: playing.press_button,
    **dict.fromkeys(
        (
            commands.PlayBegan,
            commands.PlayNearlyOver,
            commands.PlayOver,
            commands.PlayStopped,
            commands.PlayFailed,
        ),
        playing.follow,
    ),
}

_UNASKED = (commands.PressButton, commands.PlayerEvent)
"""What comes without a session: the workout goes on meanwhile."""

FAREWELL_MS = 60_000
"""Within this time of a segment's end a session still is open, or was just closed: the question, eight seconds of
open microphone, the reprompt with its patience, and eight more (Amazon: manage skill session)."""


def decide(turn: Turn, command: Command, *, new_session: bool) -> Outcome:
    """Answer a command.

    The place is brought up to ``turn.now`` first. A new session finds a running workout stopped: whatever
    was asked, the runner is asked before time runs again. One that a speaker plays by itself runs on: it is the
    runner's way to speak into it.
    """
    if isinstance(command, _UNASKED):
        before = state_of(turn.athlete)
        return _DECISIONS[type(command)](turn, command)._replace(before=before)
    workout = turn.athlete.workout
    if (
        isinstance(command, commands.LeaveSession)
        and workout is not None
        and workout.stream is not None
    ):
        return turn.leave()  # the session was closed by us when the play began
    if plays_elsewhere(turn):
        turn = turn._replace(notices=(*turn.notices, phrase("non_stop.taken_over")))
    turn, found = settled(turn)
    if isinstance(command, commands.TimedSpeechFailed) or (new_session and _cut_off(turn)):
        turn = _unheard(turn)
    turn = turn.with_athlete(settle(turn.athlete, turn.now))
    before = state_of(turn.athlete)
    if new_session:
        turn = _newly_opened(turn, found)
    return _DECISIONS[type(command)](turn, command)._replace(before=before)


def _newly_opened(turn: Turn, found: Found) -> Turn:
    turn = turn.with_athlete(turn.athlete._replace(question=None))
    workout = turn.athlete.workout
    if workout is not None and workout.finished:
        return turn.with_athlete(close_workout(turn.athlete))
    if found is Found.BROKEN_OFF or _fell_back(turn):
        turn = turn._replace(notices=(*turn.notices, phrase("non_stop.broke_off")))
    if workout is not None and workout.running and found is not Found.SOUNDING:
        return turn.move(Trigger.STOP)
    return turn


def _fell_back(turn: Turn) -> bool:
    """Whether the workout was to be played, and is led by speaking since that has failed."""
    workout = turn.athlete.workout
    wished = turn.athlete.preferences.pacing is Pacing.NON_STOP
    return wished and workout is not None and workout.under_way and workout.spoken


def _cut_off(turn: Turn) -> bool:
    """Whether the segment at hand was cut off without a word from Alexa, as by a power cut.

    A session that ends otherwise tells so within seconds; here nobody knows how much of the segment was
    heard, and to do a set again is better than to lose it.
    """
    workout = turn.athlete.workout
    if workout is None or not workout.marks:
        return False
    return workout.heard_until(turn.now) > workout.marks[-1].at_ms + FAREWELL_MS


def _unheard(turn: Turn) -> Turn:
    """The turn with the segment at hand taken back: nothing of it was played."""
    workout = turn.athlete.workout
    if workout is None or not workout.marks:
        return turn
    taken_back = workout._replace(place=workout.marks[0].place, marks=(), began_at=None)
    return turn.with_athlete(turn.athlete._replace(workout=taken_back, question=None))
