"""The intents table: from Amazon's intent names to the coach's commands."""

from collections.abc import Callable, Mapping

from skill.alexa.slots import (
    Slots,
    heard_number,
    heard_seconds,
    heard_time,
    is_filled,
    named_days,
    named_exercise,
    resolved_id,
)
from skill.workout import commands
from skill.workout.commands import Command


def _start_workout(slots: Slots) -> Command:
    return commands.StartWorkout(
        heard_number(slots, "exercise_count"), heard_number(slots, "round_count")
    )


def _change_plan(slots: Slots) -> Command:
    length = resolved_id(slots, "length")
    return commands.ChangePlan(
        heard_number(slots, "exercise_count"),
        heard_number(slots, "round_count"),
        None if length is None else length == "short",
    )


def _more_time(slots: Slots) -> Command:
    return commands.MoreTime(heard_seconds(slots, "duration") or heard_number(slots, "seconds"))


def _remind_me(slots: Slots) -> Command:
    days, at = named_days(slots), heard_time(slots)
    misheard = (is_filled(slots, "day") and not days) or (is_filled(slots, "time") and at is None)
    return commands.RemindMe(days, at, misheard)


def _plain(command: Callable[[], Command]) -> Callable[[Slots], Command]:
    return lambda _slots: command()


INTENTS: Mapping[str, Callable[[Slots], Command]] = {
    "StartWorkoutIntent": _start_workout,
    "ChangePlanIntent": _change_plan,
    "WhatIsNextIntent": _plain(commands.WhatIsNext),
    "WhatIsThisIntent": _plain(commands.WhatIsThis),
    "HowToIntent": lambda slots: commands.HowTo(named_exercise(slots)),
    "WhichMusclesIntent": lambda slots: commands.WhichMuscles(named_exercise(slots)),
    "HowManyLeftIntent": _plain(commands.HowManyLeft),
    "HowFarIntent": _plain(commands.HowFar),
    "HowLongIntent": _plain(commands.HowLong),
    "WhatIsTodayIntent": _plain(commands.WhatIsToday),
    "SkipExerciseIntent": _plain(commands.SkipExercise),
    "GoToExerciseIntent": lambda slots: commands.GoToExercise(named_exercise(slots)),
    "ReadyIntent": _plain(commands.Ready),
    "MoreTimeIntent": _more_time,
    "SkipRestIntent": _plain(commands.SkipRest),
    "SlowerIntent": _plain(commands.Slower),
    "FasterIntent": _plain(commands.Faster),
    "FinishEarlyIntent": _plain(commands.FinishEarly),
    "SkipStretchIntent": _plain(commands.SkipStretch),
    "WaitForMeIntent": _plain(commands.WaitForMe),
    "KeepGoingIntent": _plain(commands.KeepGoing),
    "SimpleSpeechIntent": _plain(commands.UseSimpleSpeech),
    "PreciseSpeechIntent": _plain(commands.UsePreciseSpeech),
    "NonStopIntent": _plain(commands.NonStop),
    "RemindMeIntent": _remind_me,
    "WhichRemindersIntent": _plain(commands.WhichReminders),
    "CancelRemindersIntent": _plain(commands.CancelReminders),
    "WhatDoYouKnowIntent": _plain(commands.WhatDoYouKnow),
    "ForgetMeIntent": _plain(commands.ForgetMe),
    "ForgetEveryoneIntent": _plain(commands.ForgetEveryone),
    "AMAZON.NextIntent": _plain(commands.SkipExercise),
    "AMAZON.PreviousIntent": _plain(commands.GoBack),
    "AMAZON.RepeatIntent": _plain(commands.RepeatExercise),
    "AMAZON.PauseIntent": _plain(commands.Pause),
    "AMAZON.ResumeIntent": _plain(commands.Resume),
    "AMAZON.StartOverIntent": _plain(commands.StartOver),
    "AMAZON.LoopOnIntent": _plain(commands.Loop),
    "AMAZON.LoopOffIntent": _plain(commands.Loop),
    "AMAZON.ShuffleOnIntent": _plain(commands.Shuffle),
    "AMAZON.ShuffleOffIntent": _plain(commands.Shuffle),
    "AMAZON.StopIntent": _plain(commands.StopCoach),
    "AMAZON.CancelIntent": _plain(commands.StopCoach),
    "AMAZON.NavigateHomeIntent": _plain(commands.StopCoach),
    "AMAZON.HelpIntent": _plain(commands.Help),
    "AMAZON.YesIntent": _plain(commands.Yes),
    "AMAZON.NoIntent": _plain(commands.No),
    "AMAZON.FallbackIntent": _plain(commands.NotUnderstood),
}


def command_of(name: str, slots: Slots) -> Command:
    """The command of an intent; an intent that is not in the table was not understood."""
    return INTENTS.get(name, _plain(commands.NotUnderstood))(slots)
