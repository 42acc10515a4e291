"""The intents table: from Amazon's intent names to the coach's commands (decision 6)."""

from collections.abc import Callable, Mapping

from ask_sdk_model import Slot

from skill.alexa import loads
from skill.alexa.body import (
    alarmed,
    call_for_help,
    felt,
    is_it_safe,
    lives_with,
    operated,
    red_flag,
    sore_muscles,
    train_part,
    which_muscles,
    with_all_parts,
)
from skill.alexa.durations import minutes, more_time, time_left
from skill.alexa.exercises import bring_back, go_to_exercise, skip_exercise, something_else
from skill.alexa.slots import (
    Slots,
    heard_number,
    is_filled,
    named_effort,
    named_exercise,
    named_side,
    named_thing,
)
from skill.alexa.times import heard_seconds, heard_time, named_day, named_days
from skill.coach import commands
from skill.coach.commands import Command
from skill.language.alarms import SIGNS, Grade
from skill.language.listener import Listener, deaf


def _start_workout(slots: Slots) -> Command:
    return commands.StartWorkout(
        heard_number(slots, "exercise_count"), heard_number(slots, "round_count")
    )


def _change_plan(slots: Slots) -> Command:
    length = slots.id("length")
    return commands.ChangePlan(
        heard_number(slots, "exercise_count"),
        heard_number(slots, "round_count"),
        None if length is None else length == "short",
    )


def _remind_me(slots: Slots) -> Command:
    days, at = named_days(slots), heard_time(slots)
    misheard = (is_filled(slots, "day") and not days) or (is_filled(slots, "time") and at is None)
    return commands.RemindMe(days, at, misheard)


def _rate_exercise(slots: Slots) -> Command:
    return commands.RateExercise(named_effort(slots), named_exercise(slots))


def _spare_repetitions(slots: Slots) -> Command:
    if is_filled(slots, "left"):
        return commands.SpareRepetitions(heard_number(slots, "left"), or_to_come=True)
    return commands.SpareRepetitions(
        heard_number(slots, "amount"), heard_seconds(slots, "duration"), named_exercise(slots)
    )


def _did_repetitions(slots: Slots) -> Command:
    if loads.is_told(slots):
        return loads.load(slots)._replace(done=heard_number(slots, "amount"))
    return commands.DidRepetitions(
        heard_number(slots, "amount"),
        heard_seconds(slots, "duration"),
        named_side(slots),
        named_exercise(slots),
        named_effort(slots),
    )


LONG_RUN = 8
"""From so many kilometers or miles on a run that is told spares the legs (ours): an hour of a beginner."""


def _has_run(slots: Slots) -> Command:
    """Legs that are to be spared; a short run that is told needs no less training, but a word on the two."""
    told = heard_number(slots, "amount")
    short = told is not None and (told.value or 0) < LONG_RUN
    return commands.AskAdvice(commands.Topic.RUN_TOO) if short else commands.LongRunTomorrow()


def _guest(slots: Slots) -> Command:
    """Somebody else trains; "I'm not Ben" says so only with a name that is known for one."""
    unknown = is_filled(slots, "runner_name") and slots.id("runner_name") is None
    return commands.NotUnderstood() if unknown else commands.TrainAsGuest()


def _other_days(slots: Slots) -> Command:
    if is_filled(slots, "day") and slots.id("day") is None:  # "what's on television"
        return commands.NotUnderstood()
    return commands.AskAdvice(commands.Topic.OTHER_DAYS)


def _plain(command: Callable[[], Command]) -> Callable[[Slots], Command]:
    return lambda _slots: command()


def _advice(topic: commands.Topic) -> Callable[[Slots], Command]:
    return lambda _slots: commands.AskAdvice(topic)


_NOT_UNDERSTOOD = _plain(commands.NotUnderstood)

INTENTS: Mapping[str, Callable[[Slots], Command]] = {
    "StartWorkoutIntent": _start_workout,
    "ChangePlanIntent": _change_plan,
    "WhichWasThatIntent": _plain(commands.WhichWasThat),
    "EasierWayIntent": _plain(commands.EasierWay),
    "LastTimeIntent": lambda slots: commands.LastTime(named_day(slots)),
    "ThanksIntent": _plain(commands.Thanks),
    "GreetingIntent": _plain(commands.Greeting),
    "WhoAreYouIntent": _plain(commands.WhoAreYou),
    "CheerMeOnIntent": _plain(commands.CheerMeOn),
    "HowOftenIntent": _advice(commands.Topic.HOW_OFTEN),
    "WhatWeightIntent": _advice(commands.Topic.WEIGHT),
    "ShoesIntent": _advice(commands.Topic.SHOES),
    "DrinkIntent": _advice(commands.Topic.DRINK),
    "CaloriesIntent": _advice(commands.Topic.CALORIES),
    "MusicIntent": _advice(commands.Topic.MUSIC),
    "SoreMusclesIntent": sore_muscles,
    "RaceAheadIntent": _advice(commands.Topic.RACE),
    "TrainTogetherIntent": _advice(commands.Topic.TOGETHER),
    "OtherDaysIntent": _other_days,
    "RunTooIntent": _advice(commands.Topic.RUN_TOO),
    "WhyRestIntent": _advice(commands.Topic.RESTS),
    "KeepsPlaceIntent": _advice(commands.Topic.PLACE),
    "CountAloudIntent": _advice(commands.Topic.COUNTING),
    "TrainPartIntent": train_part,
    "SomewhatIntent": _plain(commands.Somewhat),
    "OtherSideIntent": _plain(commands.OtherSide),
    "TimeLeftIntent": time_left,
    "LightDayIntent": _plain(commands.LightDay),
    "NewToThisIntent": _plain(commands.NewToThis),
    "WhatIsNextIntent": _plain(commands.WhatIsNext),
    "WhatIsThisIntent": lambda slots: commands.WhatIsThis(named_side(slots)),
    "HowToIntent": lambda slots: commands.HowTo(named_exercise(slots)),
    "WhichMusclesIntent": which_muscles,
    "HowManyLeftIntent": _plain(commands.HowManyLeft),
    "HowFarIntent": _plain(commands.HowFar),
    "HowLongIntent": _plain(commands.HowLong),
    "WhatIsTodayIntent": _plain(commands.WhatIsToday),
    "WhyThisIntent": lambda slots: commands.WhyThis(named_exercise(slots)),
    "RateExerciseIntent": _rate_exercise,
    "SpareRepetitionsIntent": _spare_repetitions,
    "DidRepetitionsIntent": _did_repetitions,
    "WhenLastIntent": _plain(commands.WhenLast),
    "HowIsItGoingIntent": _plain(commands.HowIsItGoing),
    "HowAmIDoingIntent": _plain(commands.HowAmIDoing),
    "LongRunTomorrowIntent": _has_run,
    "SkipExerciseIntent": skip_exercise,
    "GoToExerciseIntent": go_to_exercise,
    "ReadyIntent": _plain(commands.Ready),
    "SetDoneIntent": _plain(commands.SetDone),
    "OneMoreSetIntent": _plain(commands.OneMoreSet),
    "SayAgainIntent": _plain(commands.SayAgain),
    "MoreTimeIntent": more_time,
    "SkipWarmUpIntent": _plain(commands.SkipWarmUp),
    "NoWarmUpIntent": _plain(commands.NoWarmUp),
    "WithWarmUpIntent": _plain(commands.WithWarmUp),
    "SkipRestIntent": _plain(commands.SkipRest),
    "SlowerIntent": lambda slots: commands.Slower(named_exercise(slots)),
    "FasterIntent": lambda slots: commands.Faster(named_exercise(slots)),
    "FinishEarlyIntent": _plain(commands.FinishEarly),
    "SkipStretchIntent": _plain(commands.SkipStretch),
    "WaitForMeIntent": _plain(commands.WaitForMe),
    "KeepGoingIntent": _plain(commands.KeepGoing),
    "SimpleSpeechIntent": _plain(commands.UseSimpleSpeech),
    "PreciseSpeechIntent": _plain(commands.UsePreciseSpeech),
    "NonStopIntent": _plain(commands.NonStop),
    "StartTicksIntent": _plain(commands.StartTicks),
    "StopTicksIntent": _plain(commands.StopTicks),
    "EquipmentIntent": loads.equipment,
    "NoToolIntent": lambda slots: commands.NoTool(named_thing(slots, "tool")),
    "LoadIntent": loads.load,
    "PainIntent": felt(Grade.PAIN),
    "InjuryIntent": felt(Grade.INJURY),
    "RedFlagIntent": red_flag,
    "PullIntent": felt(Grade.PULL),
    "BurnIntent": felt(Grade.BURN),
    "HeartConditionIntent": lives_with(commands.Condition.HEART),
    "PregnantIntent": lives_with(commands.Condition.PREGNANT),
    "OperatedIntent": operated,
    "DelicateIntent": lives_with(commands.Condition.DELICATE),
    "IllIntent": lives_with(commands.Condition.ILL),
    "ChronicIntent": lives_with(commands.Condition.CHRONIC),
    "DoctorClearedIntent": _plain(commands.DoctorCleared),
    "SoreIntent": felt(Grade.SORE),
    "StitchIntent": _plain(commands.FeelStitch),
    "SweatIntent": _plain(commands.FeelSweat),
    "CallForHelpIntent": call_for_help,
    "DespairIntent": _plain(commands.Despair),
    "SomethingElseIntent": something_else,
    "BringBackIntent": bring_back,
    "TooHardIntent": lambda slots: commands.TooHard(named_exercise(slots)),
    "TooEasyIntent": lambda slots: commands.TooEasy(named_exercise(slots)),
    "HarderIntent": lambda slots: commands.Harder(named_exercise(slots)),
    "HarderNextIntent": lambda _slots: commands.Harder(later=True),
    "SetAmountIntent": lambda slots: commands.SoMany(
        heard_number(slots, "amount"), named_exercise(slots)
    ),
    "MoreRepetitionsIntent": lambda slots: commands.SoMany(
        heard_number(slots, "amount"), more=True
    ),
    "OnlyManagedIntent": lambda slots: commands.OnlyDid(heard_number(slots, "amount")),
    "FewerIntent": lambda slots: commands.Fewer(
        named_exercise(slots),
        *(heard_number(slots, name) for name in ("amount", "off", "left")),
    ),
    "LighterIntent": lambda slots: commands.Lighter(named_exercise(slots)),
    "HeavierIntent": loads.heavier,
    "IsItSafeIntent": is_it_safe,
    "VolumeIntent": _plain(commands.ChangeVolume),
    "UnmatchedIntent": _plain(commands.NotUnderstood),
    "TalkFullyIntent": _plain(commands.TalkFully),
    "TalkLessIntent": _plain(commands.TalkLess),
    "OnlyCountIntent": _plain(commands.OnlyCount),
    "LongerRestsIntent": _plain(commands.LongerRests),
    "ShorterRestsIntent": _plain(commands.ShorterRests),
    "NormalRestsIntent": _plain(commands.NormalRests),
    "UseKilosIntent": _plain(commands.UseKilos),
    "UsePoundsIntent": _plain(commands.UsePounds),
    "LeftSideFirstIntent": _plain(commands.LeftSideFirst),
    "RightSideFirstIntent": _plain(commands.RightSideFirst),
    "MinutesIntent": minutes,
    "UsualLengthIntent": _plain(commands.UsualLength),
    "RemindMeIntent": _remind_me,
    "WhichProgrammesIntent": _plain(commands.WhichProgrammes),
    "StartProgrammeIntent": lambda slots: commands.StartProgramme(named_thing(slots, "programme")),
    "SwitchProgrammeIntent": lambda slots: commands.SwitchProgramme(
        named_thing(slots, "programme")
    ),
    "WhichRemindersIntent": _plain(commands.WhichReminders),
    "CancelRemindersIntent": _plain(commands.CancelReminders),
    "WhatDoYouKnowIntent": _plain(commands.WhatDoYouKnow),
    "ForgetMeIntent": lambda slots: commands.ForgetMe(is_filled(slots, "whose")),
    "GuestIntent": _guest,
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
    "AMAZON.CancelIntent": _plain(commands.NeverMind),
    "AMAZON.NavigateHomeIntent": _plain(commands.StopCoach),
    "AMAZON.HelpIntent": _plain(commands.Help),
    "AMAZON.YesIntent": _plain(commands.Yes),
    "AMAZON.NoIntent": _plain(commands.No),
    "AMAZON.FallbackIntent": _plain(commands.NotUnderstood),
}


_SAID_BY: Mapping[str, frozenset[Grade]] = {
    "DespairIntent": frozenset(Grade),
    "RedFlagIntent": frozenset(Grade) - {Grade.DESPAIR},
    "InjuryIntent": frozenset(Grade) - {Grade.DESPAIR, Grade.DANGER},
    "PainIntent": frozenset(Grade) - {*SIGNS},
}
"""The grades to which a word in a slot adds nothing, since the intent says as much or more."""


def command_of(
    name: str, filled: Mapping[str, Slot], listen: Callable[[], Listener] = deaf
) -> Command:
    """The command of an intent; an intent that is not in the table was not understood.

    A word of pain or danger goes first, in whatever slot Alexa put it, unless the intent itself says as much.
    ``listen`` gives the listener that looks words up.
    """
    slots = Slots(filled, listen)
    alarm = slots.alarm()
    if alarm is not None and alarm.grade not in _SAID_BY.get(name, ()):
        command = alarmed(alarm)
    else:
        command = INTENTS.get(name, _NOT_UNDERSTOOD)(slots)
    return with_all_parts(command, slots) if isinstance(command, commands.Pain) else command
