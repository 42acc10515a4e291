"""Commands: what the listener asked for. One class each, named from the trade, in the order of the headings."""

from datetime import time
from enum import StrEnum
from typing import NamedTuple

from skill.training.exercise import Side
from skill.training.preferences import Units
from skill.training.record import Effort
from skill.value import Value

# What was named in words, beside the command itself.


class HeardNumber(NamedTuple):
    """A number, a duration or a name as it came in: ``value`` is None where it could not be understood."""

    value: int | None


class Named(NamedTuple):
    """A thing that was named. ``id`` is None where it is not known; ``said`` is the word."""

    id: str | None
    said: str


class NamedExercise(Named):
    """An exercise that was named; without ``id`` where the catalog has none of that name."""

    __slots__ = ()


class DayPart(StrEnum):
    """A part of the day, where no hour was named."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Kind(StrEnum):
    """A kind of exercise that somebody may not want; or whichever comes next."""

    JUMPING = "jumping"
    FLOOR = "floor"
    NEXT = "next"


class Command(Value):
    """What the listener asked for."""


# Starting and choosing.


class OpenCoach(Command):
    """The skill is opened without a wish."""


class StartWorkout(Command):
    """Begin, with so many exercises or rounds if they were named."""

    exercises: HeardNumber | None = None
    rounds: HeardNumber | None = None


class StartOver(Command):
    """A fresh workout from the beginning."""


class ChangePlan(Command):
    """Another size of session: so many exercises or rounds, or ``short``: True, or False for the full one."""

    exercises: HeardNumber | None = None
    rounds: HeardNumber | None = None
    short: bool | None = None


class Minutes(Command):
    """A session of so many minutes; ``seconds`` is what was said, where that is too short for one."""

    minutes: HeardNumber | None = None
    seconds: int | None = None


class UsualLength(Command):
    """As long as it takes, no wish for minutes any more."""


class WhichProgrammes(Command):
    """Which programmes are there, beside the legs?"""


class StartProgramme(Command):
    """Start this programme now."""

    programme: Named | None = None


class SwitchProgramme(Command):
    """Train this programme from now on."""

    programme: Named | None = None


# Moving through the workout.


class Ready(Command):
    """The runner is ready for what comes."""


class SetDone(Command):
    """The runner has finished the set, whatever was counted."""


class Yes(Command):
    """Yes to the question that was asked."""


class Somewhat(Command):
    """Neither yes nor no: "a bit, I guess"."""


class No(Command):
    """No to the question that was asked."""


class Pause(Command):
    """Hold everything."""


class Resume(Command):
    """Go on from where it was held."""


class MoreTime(Command):
    """A breather, of so many seconds if they were named."""

    seconds: HeardNumber | None = None


class SkipRest(Command):
    """No rest, straight on."""


class SkipExercise(Command):
    """On to the next one; or without a certain exercise, or a kind of them, where one is named."""

    exercise: NamedExercise | None = None
    kind: Kind | None = None


class OtherSide(Command):
    """On with the other leg, or with the other side of a stretch."""


class TimeLeft(Command):
    """There are only so many minutes left today."""

    minutes: HeardNumber | None = None


class GoBack(Command):
    """Back to the one before."""


class RepeatExercise(Command):
    """This one again, from its start."""


class OneMoreSet(Command):
    """The set that was just done once more."""


class SayAgain(Command):
    """What did you say?"""


class GoToExercise(Command):
    """Go to a certain exercise."""

    exercise: NamedExercise | None = None


class FinishEarly(Command):
    """Enough work: on to the stretch, or out of it."""


class SkipStretch(Command):
    """No stretch today."""


class SkipWarmUp(Command):
    """No warm-up today, or no more of it."""


class NoWarmUp(Command):
    """No warm-up, today and from now on."""


class WithWarmUp(Command):
    """A warm-up again, from now on."""


class StopCoach(Command):
    """Enough for now; the place is kept."""


class NeverMind(Command):
    """What was said or asked is to be left alone; nothing ends by it."""


# Questions.


class WhatIsNext(Command):
    """What comes after this?"""


class WhatIsThis(Command):
    """Which exercise is this, and where am I?"""


class WhichWasThat(Command):
    """Which exercise was it that was just done?"""


class EasierWay(Command):
    """May I hold on to something, sit on a chair, or not go so far?"""


class HowTo(Command):
    """How is it done? The current exercise where none is named."""

    exercise: NamedExercise | None = None


class WhichMuscles(Command):
    """What is it good for? The current exercise where none is named."""

    exercise: NamedExercise | None = None


class HowManyLeft(Command):
    """How many repetitions, seconds or sets are left?"""


class HowFar(Command):
    """Which round and exercise of how many?"""


class HowLong(Command):
    """How many minutes still?"""


class WhatIsToday(Command):
    """What is in today's workout?"""


class WhyThis(Command):
    """Why so many, why more? Of the current exercise where none is named."""

    exercise: NamedExercise | None = None


class WhenLast(Command):
    """When did I last train?"""


class LastTime(Command):
    """What did I do last time, and where did I stop?"""


class HowAmIDoing(Command):
    """What have my weeks and months come to?"""


class IsItSafe(Command):
    """Is this good for me?"""


class Help(Command):
    """What can I say?"""


class Thanks(Command):
    """A friendly word that wants nothing."""


class NotUnderstood(Command):
    """Something that fits no intent."""


# How it went, and how hard it is.


class RateExercise(Command):
    """How hard an exercise was; ``effort`` is None where it was said in words that nobody knows."""

    effort: Effort | None = None
    exercise: NamedExercise | None = None


class SpareRepetitions(Command):
    """So many repetitions, or seconds of a hold, were left."""

    repetitions: HeardNumber | None = None
    seconds: HeardNumber | None = None
    exercise: NamedExercise | None = None


class DidRepetitions(Command):
    """So many repetitions, or seconds of a hold, were really done; on one side, if it was named."""

    repetitions: HeardNumber | None = None
    seconds: HeardNumber | None = None
    side: Side | None = None
    exercise: NamedExercise | None = None


class TooHard(Command):
    """It is too much: the current exercise, or the one that is named."""

    exercise: NamedExercise | None = None


class TooEasy(Command):
    """It is too little: the current exercise, or the one that is named."""

    exercise: NamedExercise | None = None


class Fewer(Command):
    """Less of the current exercise, or of the one that is named: so many, if a number was said."""

    exercise: NamedExercise | None = None
    amount: HeardNumber | None = None


class SoMany(Command):
    """So many in a set: of the current exercise, or of the one that is named; ``more`` on top of what it asks."""

    amount: HeardNumber | None = None
    exercise: NamedExercise | None = None
    more: bool = False


class OnlyDid(Command):
    """No more than so many could be done: the set is over."""

    repetitions: HeardNumber | None = None


class Harder(Command):
    """More of a challenge: of the current exercise, or of the one that is named; ``later`` of the next one."""

    exercise: NamedExercise | None = None
    later: bool = False


class Lighter(Command):
    """Less weight: in the current exercise, or in the one that is named."""

    exercise: NamedExercise | None = None


class Heavier(Command):
    """More weight: in the current exercise, or in the one that is named."""

    exercise: NamedExercise | None = None


class LongRunTomorrow(Command):
    """Tomorrow is a long run, or the legs are tired from one: spare them today."""


class LightDay(Command):
    """It has to be light today: little sleep, a long day."""


# What hurts.


class Pain(Command):
    """It hurts: there, if a place was named.

    ``joint`` is what is spared for it, ``part`` the part of the body itself, such as "jaw"; ``injured`` where
    something gave way, snapped or swelled; ``besides`` are the other parts that were named in the same breath.
    """

    joint: Named | None = None
    part: str | None = None
    injured: bool = False
    besides: tuple["Pain", ...] = ()


class FeelPull(Pain):
    """Something pulls, as the muscle does in a stretch. Anywhere else that is pain."""


class FeelBurn(Command):
    """The muscles burn: tired, not hurt."""


class Condition(StrEnum):
    """What a runner lives with, and a trainer takes care of."""

    HEART = "heart"
    PREGNANT = "pregnant"
    OPERATED = "operated"
    DELICATE = "delicate"
    ILL = "ill"
    CHRONIC = "chronic"


class TellCondition(Command):
    """Tell what one lives with; ``joint`` is the part of the body that was operated on, if it was named."""

    condition: Condition = Condition.CHRONIC
    joint: Named | None = None


class DoctorCleared(Command):
    """A doctor has said that training is fine."""


class FeelSore(Command):
    """The muscles are sore from the last training."""


class FeelStitch(Command):
    """A stitch in the side."""


class FeelSweat(Command):
    """Sweating a lot: from the work, or a sign that was asked about."""


class CallForHelp(Command):
    """Somebody needs help, and has not said what for."""


class RedFlag(Command):
    """A sign that training has to end at once: chest pain, dizziness, no air."""


class HalfHeard(Command):
    """Words of pain or danger that may have been misheard; ``meant`` is what they would come to."""

    meant: Pain | RedFlag = RedFlag()


class BringBack(Command):
    """What was spared is wanted again: an exercise, or all that a joint takes part in."""

    exercise: NamedExercise | None = None
    joint: Named | None = None


# Tools, loads, and another exercise.


class Equipment(Command):
    """The runner has these tools."""

    tools: tuple[Named, ...] = ()


class NoTool(Command):
    """The runner does not have this tool, or no longer."""

    tool: Named | None = None


class Load(Command):
    """So much is lifted, ``half`` a unit more; what was not said is None."""

    amount: HeardNumber | None = None
    half: bool = False
    units: Units | None = None
    exercise: NamedExercise | None = None
    tool: Named | None = None


class SomethingElse(Command):
    """Another exercise in place of this one; of the current one where none is named."""

    exercise: NamedExercise | None = None


# How the coach leads and speaks, from now on.


class WaitForMe(Command):
    """Ask after each set."""


class KeepGoing(Command):
    """Flow on by the clock."""


class Slower(Command):
    """A slower beat, of one exercise where it is named."""

    exercise: NamedExercise | None = None


class Faster(Command):
    """A faster beat, of one exercise where it is named."""

    exercise: NamedExercise | None = None


class TalkFully(Command):
    """Explain everything again."""


class TalkLess(Command):
    """Keep it short."""


class OnlyCount(Command):
    """Say no more than is needed to follow."""


class LongerRests(Command):
    """Longer rests."""


class ShorterRests(Command):
    """Shorter rests."""


class NormalRests(Command):
    """Rests as long as the exercises want them."""


class UseKilos(Command):
    """Loads in kilograms."""


class UsePounds(Command):
    """Loads in pounds."""


class LeftSideFirst(Command):
    """The left side begins."""


class RightSideFirst(Command):
    """The right side begins."""


class UseSimpleSpeech(Command):
    """Plain speech with pauses, where the timed kind sounds wrong."""


class UsePreciseSpeech(Command):
    """The timed kind again."""


class ChangeVolume(Command):
    """Louder, or quieter."""


# Reminders, and what is stored.


class RemindMe(Command):
    """Remind me to train: on these days of the week (0 is Monday), at this time.

    What was not said is empty or None; ``misheard`` where a day or a time was said that could not be understood.
    """

    days: tuple[int, ...] = ()
    at: time | DayPart | None = None
    misheard: bool = False


class WhichReminders(Command):
    """When will I be reminded?"""


class CancelReminders(Command):
    """No reminders any more."""


class WhatDoYouKnow(Command):
    """What is stored about me?"""


class ForgetMe(Command):
    """Delete everything about me."""


class ForgetEveryone(Command):
    """Delete everything about everybody of the household."""


# Playing without questions.


class NonStop(Command):
    """Play the whole workout without asking."""


class StartTicks(Command):
    """Let a metronome tick along."""


class StopTicks(Command):
    """Let it tick no more."""


class Loop(Command):
    """Play this again and again, or no longer."""


class Shuffle(Command):
    """In any order, or no longer."""


class PressButton(Command):
    """A button for playing was pressed, which means ``wish``. Nothing can be said in answer."""

    wish: SkipExercise | GoBack | Pause | Resume


# What a device reports by itself; most of it cannot be answered in words.


class LeaveSession(Command):
    """The session is over, for whatever reason; nothing can be said.

    ``unanswered`` is whether an answer, or the device, did not come within Alexa's time.
    """

    unanswered: bool = False


class TimedSpeechFailed(Command):
    """The device could not play the timed speech."""


class ScreenEvent(Command):
    """A screen tells something of the display that it names: ``at_ms`` is how far that was, exactly."""

    display: str = ""
    at_ms: int = 0


class DisplayOver(ScreenEvent):
    """A display is at its end: ``heard_ms`` of its sound were heard; ``unheard`` times before, too little."""

    heard_ms: int = 0
    unheard: int = 0


class Touched(ScreenEvent):
    """A button of the display was touched, which means ``wish``."""

    wish: Command = Command()


class ScreenFailed(Command):
    """The device could not show a display."""


class PlayerEvent(Command):
    """A speaker's player reports on the track that it names. Nothing can be said in answer."""


class PlayBegan(PlayerEvent):
    """The track sounds."""


class PlayNearlyOver(PlayerEvent):
    """What comes after the track can be told now; it may be near its end, or not."""


class PlayOver(PlayerEvent):
    """The track was played to its end."""


class PlayStopped(PlayerEvent):
    """The track was stopped or interrupted on its way."""


class PlayFailed(PlayerEvent):
    """The track cannot be played; ``meanwhile`` is the token of the one that sounds, or "" for silence."""

    meanwhile: str = ""
