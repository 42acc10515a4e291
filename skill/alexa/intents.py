"""The intents table: from Amazon's intent names to the coach's commands (decision 6)."""

from collections.abc import Callable, Mapping

from ask_sdk_model import Slot

from skill.alexa.body import (
    alarmed,
    feared,
    felt,
    lives_with,
    operated,
    red_flag,
    spared,
    with_all_parts,
)
from skill.alexa.slots import (
    Slots,
    heard_number,
    heard_seconds,
    heard_time,
    is_filled,
    named_days,
    named_effort,
    named_exercise,
    named_part,
    named_side,
    named_thing,
)
from skill.coach import commands
from skill.coach.commands import Command, HeardNumber, Named, NamedExercise
from skill.language.listener import SIGNS, Grade, Listener, deaf
from skill.training.preferences import Units


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
    return commands.SpareRepetitions(
        heard_number(slots, "amount"), heard_seconds(slots, "duration"), named_exercise(slots)
    )


def _did_repetitions(slots: Slots) -> Command:
    return commands.DidRepetitions(
        heard_number(slots, "amount"),
        heard_seconds(slots, "duration"),
        named_side(slots),
        named_exercise(slots),
        named_effort(slots),
    )


SHORTEST_SESSION_SECONDS = 180
"""A shorter time is not taken for the length of a workout."""

A_MOMENT_SECONDS = 5
"""A shorter time is no length at all: "just a second"."""


def _minutes(slots: Slots) -> Command:
    heard = heard_seconds(slots, "duration")
    if heard is None or heard.value is None:
        return commands.Minutes(heard)
    if heard.value < A_MOMENT_SECONDS:
        return commands.Pause()
    short = heard.value if heard.value < SHORTEST_SESSION_SECONDS else None
    return commands.Minutes(HeardNumber(round(heard.value / 60)), short)


def _some(slots: Slots) -> HeardNumber | None:
    """How many "a couple" and "a few" are: the ids of the slot type SOME."""
    some = slots.id("some")
    return None if some is None else HeardNumber(int(some))


def _more_time(slots: Slots) -> Command:
    if is_filled(slots, "later"):
        return commands.MoreTime(later=True)
    heard = heard_seconds(slots, "duration") or heard_number(slots, "seconds")
    if minutes := heard_number(slots, "minutes") or _some(slots):
        heard = HeardNumber(None if minutes.value is None else 60 * minutes.value)
    if heard is not None and heard.value is not None and 0 < heard.value < A_MOMENT_SECONDS:
        return commands.Pause()
    return commands.MoreTime(heard)


def _equipment(slots: Slots) -> Command:
    named = (named_thing(slots, name) for name in ("tool", "second_tool", "third_tool"))
    return commands.Equipment(tuple(tool for tool in named if tool is not None))


_UNITS = {"kilograms": Units.KILOGRAMS, "pounds": Units.POUNDS}
_HALF = "half"
"""The ids of the slot type WEIGHT_UNIT: a unit, ``half``, or a unit and ``half`` as in "and a half kilos"."""


def _load(slots: Slots) -> Command:
    unit, _, half = (slots.id("unit") or "").partition("_and_")
    return commands.Load(
        heard_number(slots, "load"),
        _HALF in (unit, half),
        _UNITS.get(unit),
        named_exercise(slots),
        named_thing(slots, "tool"),
    )


def _time_left(slots: Slots) -> Command:
    heard = heard_seconds(slots, "duration")
    if heard is None or heard.value is None:
        return commands.TimeLeft(heard)
    return commands.TimeLeft(HeardNumber(max(1, round(heard.value / 60))))


def _bring_back(slots: Slots) -> Command:
    kind = _kind(slots)
    if is_filled(slots, "kind") and kind is not commands.Kind.JUMPING:
        return commands.NotUnderstood()  # no other kind is left out for good
    part = named_part(slots)
    return commands.BringBack(named_exercise(slots), spared(part), kind, feared(part))


def _go_to_exercise(slots: Slots) -> Command:
    """An exercise; or a programme, which is wished for in the same words."""
    named = named_exercise(slots)
    if named is not None and named.id is None and (id_ := slots.id_as("exercise", "programme")):
        return commands.StartProgramme(Named(id_, named.said))
    return commands.GoToExercise(named)


def _exchanged(exercise: NamedExercise | None, wished: NamedExercise) -> Command:
    """One exercise for another one; which of them nobody knows is said."""
    unknown = next((one for one in (wished, exercise) if one and one.id is None), None)
    if unknown:
        return commands.GoToExercise(unknown)
    return commands.SomethingElse(exercise, wished=wished)


def _something_else(slots: Slots) -> Command:
    if wished := named_exercise(slots, "other"):
        return _exchanged(named_exercise(slots), wished)
    later = _kind(slots) is commands.Kind.NEXT
    if is_filled(slots, "kind") and not later:
        return commands.NotUnderstood()
    return commands.SomethingElse(named_exercise(slots), later)


PULSE_OF_DANGER = 190
"""A pulse that is told to be as high ends the workout; below it the runner is asked.

A bound of our own: by the common estimate, 220 less the age, it is the most that a heart of thirty years does.
"""


def _call_for_help(slots: Slots) -> Command:
    """A call for help, or a pulse that is told."""
    rate = heard_number(slots, "rate")
    high = rate is not None and (rate.value or 0) >= PULSE_OF_DANGER
    return commands.RedFlag() if high else commands.CallForHelp()


def _skip_exercise(slots: Slots) -> Command:
    kind = _kind(slots)
    if kind is None and is_filled(slots, "kind"):
        return commands.NotUnderstood()
    return commands.SkipExercise(named_exercise(slots), kind)


def _kind(slots: Slots) -> commands.Kind | None:
    """The kind of exercises that was named; None where none was, or one that nobody knows."""
    kind = slots.id("kind")
    return commands.Kind(kind) if kind else None


def _plain(command: Callable[[], Command]) -> Callable[[Slots], Command]:
    return lambda _slots: command()


_NOT_UNDERSTOOD = _plain(commands.NotUnderstood)

INTENTS: Mapping[str, Callable[[Slots], Command]] = {
    "StartWorkoutIntent": _start_workout,
    "ChangePlanIntent": _change_plan,
    "WhichWasThatIntent": _plain(commands.WhichWasThat),
    "EasierWayIntent": _plain(commands.EasierWay),
    "LastTimeIntent": _plain(commands.LastTime),
    "ThanksIntent": _plain(commands.Thanks),
    "SomewhatIntent": _plain(commands.Somewhat),
    "OtherSideIntent": _plain(commands.OtherSide),
    "TimeLeftIntent": _time_left,
    "LightDayIntent": _plain(commands.LightDay),
    "NewToThisIntent": _plain(commands.NewToThis),
    "WhatIsNextIntent": _plain(commands.WhatIsNext),
    "WhatIsThisIntent": _plain(commands.WhatIsThis),
    "HowToIntent": lambda slots: commands.HowTo(named_exercise(slots)),
    "WhichMusclesIntent": lambda slots: commands.WhichMuscles(named_exercise(slots)),
    "HowManyLeftIntent": _plain(commands.HowManyLeft),
    "HowFarIntent": _plain(commands.HowFar),
    "HowLongIntent": _plain(commands.HowLong),
    "WhatIsTodayIntent": _plain(commands.WhatIsToday),
    "WhyThisIntent": lambda slots: commands.WhyThis(named_exercise(slots)),
    "RateExerciseIntent": _rate_exercise,
    "SpareRepetitionsIntent": _spare_repetitions,
    "DidRepetitionsIntent": _did_repetitions,
    "WhenLastIntent": _plain(commands.WhenLast),
    "HowAmIDoingIntent": _plain(commands.HowAmIDoing),
    "LongRunTomorrowIntent": _plain(commands.LongRunTomorrow),
    "SkipExerciseIntent": _skip_exercise,
    "GoToExerciseIntent": _go_to_exercise,
    "ReadyIntent": _plain(commands.Ready),
    "SetDoneIntent": _plain(commands.SetDone),
    "OneMoreSetIntent": _plain(commands.OneMoreSet),
    "SayAgainIntent": _plain(commands.SayAgain),
    "MoreTimeIntent": _more_time,
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
    "EquipmentIntent": _equipment,
    "NoToolIntent": lambda slots: commands.NoTool(named_thing(slots, "tool")),
    "LoadIntent": _load,
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
    "CallForHelpIntent": _call_for_help,
    "DespairIntent": _plain(commands.Despair),
    "SomethingElseIntent": _something_else,
    "BringBackIntent": _bring_back,
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
    "HeavierIntent": lambda slots: commands.Heavier(
        named_exercise(slots), heard_number(slots, "load"), _UNITS.get(slots.id("unit") or "")
    ),
    "IsItSafeIntent": _plain(commands.IsItSafe),
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
    "MinutesIntent": _minutes,
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
