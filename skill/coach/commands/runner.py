"""Commands about the runner: how hard it was, what hurts, with which tools, and how the coach shall lead."""

from enum import StrEnum

from skill.coach.commands.command import Command, HeardNumber, Kind, Named, NamedExercise
from skill.coach.commands.flow import OrderInDoubt
from skill.training.exercise import Side
from skill.training.preferences import Units
from skill.training.record import Effort

# How it went, and how hard it is.


class RateExercise(Command):
    """How hard an exercise was; ``effort`` is None where it was said in words that nobody knows."""

    effort: Effort | None = None
    exercise: NamedExercise | None = None


class SpareRepetitions(Command):
    """So many more repetitions, or seconds of a hold, would have been possible.

    ``or_to_come`` is whether it may be said as well of those that are still to come: "three left".
    """

    repetitions: HeardNumber | None = None
    seconds: HeardNumber | None = None
    exercise: NamedExercise | None = None
    or_to_come: bool = False


class DidRepetitions(Command):
    """So many repetitions, or seconds of a hold, were really done; on one side, if it was named.

    ``effort`` is how hard it was, where that was said in the same breath.
    """

    repetitions: HeardNumber | None = None
    seconds: HeardNumber | None = None
    side: Side | None = None
    exercise: NamedExercise | None = None
    effort: Effort | None = None


class TooHard(Command):
    """It is too much: the current exercise, or the one that is named."""

    exercise: NamedExercise | None = None


class TooEasy(Command):
    """It is too little: the current exercise, or the one that is named."""

    exercise: NamedExercise | None = None


class Fewer(Command):
    """Less of the current exercise, or of the one that is named.

    If a number was said: so many in all as ``amount``, so many less as ``off``, so many from here on as ``left``.
    """

    exercise: NamedExercise | None = None
    amount: HeardNumber | None = None
    off: HeardNumber | None = None
    left: HeardNumber | None = None


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
    """More weight: in the current exercise, or in the one that is named; by ``amount``, if it was said."""

    exercise: NamedExercise | None = None
    amount: HeardNumber | None = None
    units: Units | None = None


class LongRunTomorrow(Command):
    """Tomorrow is a long run, or the legs are tired from one: spare them today."""


class LightDay(Command):
    """It has to be light today: little sleep, a long day."""


class NewToThis(Command):
    """The runner has never trained like this."""


# What hurts.


class Pain(Command):
    """It hurts, at one place if it was named.

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


class Despair(Command):
    """Somebody wishes to die."""


class RedFlag(Command):
    """A sign that training has to end at once: chest pain, dizziness, no air."""


class HalfHeard(Command):
    """Words of pain or danger that may have been misheard; ``meant`` is the command that they would be.

    ``or_else`` is what is asked about where nothing hurts.
    """

    meant: Pain | RedFlag = RedFlag()
    or_else: OrderInDoubt | None = None


class MeantToFeel(Command):
    """Is this to be felt in that part of the body? ``feared`` is what it would be if it hurts there."""

    part: Named
    feared: Pain = Pain()


class BringBack(Command):
    """What was spared is wanted again: an exercise, a kind of them, or all that a joint takes part in.

    ``joint`` is what is spared for the part of the body that was named, and ``feared`` what it would be if it
    hurts: "my chest is fine" may be misheard.
    """

    exercise: NamedExercise | None = None
    joint: Named | None = None
    kind: Kind | None = None
    feared: Pain | RedFlag | None = None


# Tools, loads, and another exercise.


class Equipment(Command):
    """The runner has these tools."""

    tools: tuple[Named, ...] = ()


class NoTool(Command):
    """The runner does not have this tool, or no longer."""

    tool: Named | None = None


class Load(Command):
    """So much is lifted; with ``half``, half a unit more. What was not said is None.

    ``done`` is how many were done with it, where that was said in the same breath: "fourteen at sixteen kilos".
    """

    amount: HeardNumber | None = None
    half: bool = False
    units: Units | None = None
    exercise: NamedExercise | None = None
    tool: Named | None = None
    done: HeardNumber | None = None


class SomethingElse(Command):
    """Another exercise in place of this one; of the current one where none is named, ``later`` of the next.

    ``wished`` is the one that comes in its place; without it the coach chooses.
    """

    exercise: NamedExercise | None = None
    later: bool = False
    wished: NamedExercise | None = None


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
