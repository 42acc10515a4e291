"""The table of decisions: one function for each command.

A launch is what a cold start mostly waits for (decision 18), so only what it needs is imported at once. All other
modules load when one of their functions is first called.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from skill.coach import commands
from skill.coach.decisions.flow import starting
from skill.coach.turn.outcome import Outcome
from skill.coach.turn.turn import Turn
from skill.late_imports import LateModule

if TYPE_CHECKING:
    from skill.coach.decisions import yes_no
    from skill.coach.decisions.account import privacy, reminders
    from skill.coach.decisions.flow import moving, programmes, questions, why
    from skill.coach.decisions.playback import non_stop, player_events, screen_events
    from skill.coach.decisions.runner import (
        difficulty,
        effort,
        equipment,
        pace,
        pain,
        preferences,
        week,
        weights,
    )
else:
    yes_no = LateModule("skill.coach.decisions.yes_no")
    privacy = LateModule("skill.coach.decisions.account.privacy")
    reminders = LateModule("skill.coach.decisions.account.reminders")
    moving = LateModule("skill.coach.decisions.flow.moving")
    programmes = LateModule("skill.coach.decisions.flow.programmes")
    questions = LateModule("skill.coach.decisions.flow.questions")
    why = LateModule("skill.coach.decisions.flow.why")
    non_stop = LateModule("skill.coach.decisions.playback.non_stop")
    player_events = LateModule("skill.coach.decisions.playback.player_events")
    difficulty = LateModule("skill.coach.decisions.runner.difficulty")
    screen_events = LateModule("skill.coach.decisions.playback.screen_events")
    effort = LateModule("skill.coach.decisions.runner.effort")
    equipment = LateModule("skill.coach.decisions.runner.equipment")
    pace = LateModule("skill.coach.decisions.runner.pace")
    pain = LateModule("skill.coach.decisions.runner.pain")
    preferences = LateModule("skill.coach.decisions.runner.preferences")
    week = LateModule("skill.coach.decisions.runner.week")
    weights = LateModule("skill.coach.decisions.runner.weights")

DECISIONS: dict[type, Callable[[Turn, Any], Outcome]] = {
    commands.OpenCoach: starting.open_coach,
    commands.StartWorkout: starting.start_workout,
    commands.StartOver: starting.start_over,
    commands.ChangePlan: starting.change_plan,
    commands.WhichProgrammes: programmes.which_programmes,
    commands.StartProgramme: programmes.start_programme,
    commands.SwitchProgramme: programmes.switch_programme,
    commands.WhatIsNext: questions.what_is_next,
    commands.WhatIsThis: questions.what_is_this,
    commands.HowTo: questions.how_to,
    commands.WhichMuscles: questions.which_muscles,
    commands.HowManyLeft: questions.how_many_left,
    commands.HowFar: questions.how_far,
    commands.HowLong: questions.how_long,
    commands.WhatIsToday: questions.what_is_today,
    commands.WhyThis: why.why_this,
    commands.RateExercise: effort.rate_exercise,
    commands.SpareRepetitions: effort.spare_repetitions,
    commands.DidRepetitions: effort.did_repetitions,
    commands.WhenLast: week.when_last,
    commands.HowAmIDoing: week.how_am_i_doing,
    commands.LongRunTomorrow: week.long_run_tomorrow,
    commands.Help: questions.give_help,
    commands.NotUnderstood: questions.not_understood,
    commands.SkipExercise: moving.skip_exercise,
    commands.GoBack: moving.go_back,
    commands.RepeatExercise: moving.repeat_exercise,
    commands.GoToExercise: moving.go_to_exercise,
    commands.Ready: moving.ready,
    commands.MoreTime: moving.more_time,
    commands.SkipRest: moving.skip_rest,
    commands.Pause: moving.pause,
    commands.Resume: moving.resume,
    commands.FinishEarly: moving.finish_early,
    commands.SkipStretch: moving.skip_stretch,
    commands.SkipWarmUp: moving.skip_warm_up,
    commands.NoWarmUp: moving.no_warm_up,
    commands.WithWarmUp: moving.with_warm_up,
    commands.StopCoach: moving.stop_coach,
    commands.LeaveSession: moving.leave_session,
    commands.TooHard: difficulty.too_hard,
    commands.TooEasy: difficulty.too_easy,
    commands.Fewer: difficulty.fewer,
    commands.IsItSafe: questions.is_it_safe,
    commands.ChangeVolume: questions.change_volume,
    commands.Slower: pace.slower,
    commands.Faster: pace.faster,
    commands.WaitForMe: pace.wait_for_me,
    commands.KeepGoing: pace.keep_going,
    commands.UseSimpleSpeech: pace.use_simple_speech,
    commands.UsePreciseSpeech: pace.use_precise_speech,
    commands.TimedSpeechFailed: pace.timed_speech_failed,
    commands.DisplayOver: screen_events.display_over,
    commands.ScreenFailed: screen_events.screen_failed,
    commands.Equipment: equipment.equipment,
    commands.NoTool: equipment.no_tool,
    commands.Load: weights.load,
    commands.SomethingElse: equipment.something_else,
    commands.Pain: pain.pain,
    commands.RedFlag: pain.red_flag,
    commands.BringBack: pain.bring_back,
    commands.TalkFully: preferences.talk_fully,
    commands.TalkLess: preferences.talk_less,
    commands.OnlyCount: preferences.only_count,
    commands.LongerRests: preferences.longer_rests,
    commands.ShorterRests: preferences.shorter_rests,
    commands.NormalRests: preferences.normal_rests,
    commands.UseKilos: preferences.use_kilos,
    commands.UsePounds: preferences.use_pounds,
    commands.LeftSideFirst: preferences.left_side_first,
    commands.RightSideFirst: preferences.right_side_first,
    commands.Minutes: preferences.minutes,
    commands.UsualLength: preferences.usual_length,
    commands.RemindMe: reminders.remind_me,
    commands.WhichReminders: reminders.which_reminders,
    commands.CancelReminders: reminders.cancel_reminders,
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
    commands.PressButton: player_events.press_button,
    **dict.fromkeys(
        (
            commands.PlayBegan,
            commands.PlayNearlyOver,
            commands.PlayOver,
            commands.PlayStopped,
            commands.PlayFailed,
        ),
        player_events.follow,
    ),
}
