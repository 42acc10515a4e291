"""Commands: what the listener asked for. One class each, named from the trade.

A frozen dataclass where there is something to tell; making one takes Python a quarter of a millisecond at every
cold start, so the many that say all by their name are plain classes.
"""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import NamedTuple

from skill.training.exercise import Side
from skill.training.preferences import Units
from skill.training.record import Effort


class DayPart(StrEnum):
    """A part of the day, where no hour was named."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


class Command:
    """What the listener asked for."""

    __slots__ = ()


class _Bare(Command):
    """A command that says all by its name: equal to every other of its class."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


class Heard(NamedTuple):
    """A number, a duration or a name as it came in: ``value`` is None where it could not be understood."""

    value: int | None


class Named(NamedTuple):
    """A thing that was named. ``id`` is None where it is not known; ``said`` is the word."""

    id: str | None
    said: str


class NamedExercise(Named):
    """An exercise that was named; without ``id`` where the catalog has none of that name."""

    __slots__ = ()


class OpenCoach(_Bare):
    """The skill is opened without a wish."""


@dataclass(frozen=True, slots=True)
class StartWorkout(Command):
    """Begin, with so many exercises or rounds if they were named."""

    exercises: Heard | None = None
    rounds: Heard | None = None


@dataclass(frozen=True, slots=True)
class ChangePlan(Command):
    """Another size of session: so many exercises or rounds, or ``short``: True, or False for the full one."""

    exercises: Heard | None = None
    rounds: Heard | None = None
    short: bool | None = None


class WhatIsNext(_Bare):
    """What comes after this?"""


class WhatIsThis(_Bare):
    """Which exercise is this, and where am I?"""


@dataclass(frozen=True, slots=True)
class HowTo(Command):
    """How is it done? The exercise at hand where none is named."""

    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class WhichMuscles(Command):
    """What is it good for? The exercise at hand where none is named."""

    exercise: NamedExercise | None = None


class HowManyLeft(_Bare):
    """How many repetitions, seconds or sets are left?"""


class HowFar(_Bare):
    """Which round and exercise of how many?"""


class HowLong(_Bare):
    """How many minutes still?"""


class WhatIsToday(_Bare):
    """What is in today's workout?"""


@dataclass(frozen=True, slots=True)
class WhyThis(Command):
    """Why so many, why more? Of the exercise at hand where none is named."""

    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class RateExercise(Command):
    """How hard an exercise was; ``effort`` is None where it was said in words that nobody knows."""

    effort: Effort | None = None
    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class SpareRepetitions(Command):
    """So many repetitions, or seconds of a hold, were left."""

    repetitions: Heard | None = None
    seconds: Heard | None = None
    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class DidRepetitions(Command):
    """So many repetitions, or seconds of a hold, were really done; on one side, if it was named."""

    repetitions: Heard | None = None
    seconds: Heard | None = None
    side: Side | None = None
    exercise: NamedExercise | None = None


class WhenLast(_Bare):
    """When did I last train?"""


class HowAmIDoing(_Bare):
    """What have my weeks and months come to?"""


class LongRunTomorrow(_Bare):
    """Tomorrow is a long run, or the legs are tired: spare them today."""


class SkipExercise(_Bare):
    """On to the next one."""


class GoBack(_Bare):
    """Back to the one before."""


class RepeatExercise(_Bare):
    """This one again, from its start."""


@dataclass(frozen=True, slots=True)
class GoToExercise(Command):
    """Go to a certain exercise."""

    exercise: NamedExercise | None = None


class Ready(_Bare):
    """The runner is ready for what comes."""


@dataclass(frozen=True, slots=True)
class MoreTime(Command):
    """A breather, of so many seconds if they were named."""

    seconds: Heard | None = None


class SkipRest(_Bare):
    """No rest, straight on."""


@dataclass(frozen=True, slots=True)
class Slower(Command):
    """A slower beat, of one exercise where it is named."""

    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class Faster(Command):
    """A faster beat, of one exercise where it is named."""

    exercise: NamedExercise | None = None


class FinishEarly(_Bare):
    """Enough work: on to the stretch, or out of it."""


class SkipStretch(_Bare):
    """No stretch today."""


class WaitForMe(_Bare):
    """Ask after each set."""


class KeepGoing(_Bare):
    """Flow on by the clock."""


class UseSimpleSpeech(_Bare):
    """Plain speech with pauses, where the timed kind sounds wrong."""


class UsePreciseSpeech(_Bare):
    """The timed kind again."""


class Pause(_Bare):
    """Hold everything."""


class Resume(_Bare):
    """Go on from where it was held."""


class StartOver(_Bare):
    """A fresh workout from the beginning."""


class StopCoach(_Bare):
    """Enough for now; the place is kept."""


class Help(_Bare):
    """What can I say?"""


class Yes(_Bare):
    """Yes to the question that was asked."""


class No(_Bare):
    """No to the question that was asked."""


@dataclass(frozen=True, slots=True)
class Equipment(Command):
    """These are at hand."""

    tools: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class NoTool(Command):
    """This is not at hand, or not any more."""

    tool: Named | None = None


@dataclass(frozen=True, slots=True)
class Load(Command):
    """So much is lifted, ``half`` a unit more; what was not said is None."""

    amount: Heard | None = None
    half: bool = False
    units: Units | None = None
    exercise: NamedExercise | None = None
    tool: Named | None = None


@dataclass(frozen=True, slots=True)
class Pain(Command):
    """It hurts: there, if a place was named."""

    joint: Named | None = None


class RedFlag(_Bare):
    """A sign that training has to end at once: chest pain, dizziness, no air."""


@dataclass(frozen=True, slots=True)
class SomethingElse(Command):
    """Another exercise in place of this one; of the one at hand where none is named."""

    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class BringBack(Command):
    """What was spared is wanted again: an exercise, or all that a joint takes part in."""

    exercise: NamedExercise | None = None
    joint: Named | None = None


class TalkFully(_Bare):
    """Explain everything again."""


class TalkLess(_Bare):
    """Keep it short."""


class OnlyCount(_Bare):
    """Say no more than is needed to follow."""


class LongerRests(_Bare):
    """Longer rests."""


class ShorterRests(_Bare):
    """Shorter rests."""


class NormalRests(_Bare):
    """Rests as long as the exercises want them."""


class UseKilos(_Bare):
    """Loads in kilograms."""


class UsePounds(_Bare):
    """Loads in pounds."""


class LeftSideFirst(_Bare):
    """The left side begins."""


class RightSideFirst(_Bare):
    """The right side begins."""


@dataclass(frozen=True, slots=True)
class Minutes(Command):
    """A session of so many minutes."""

    minutes: Heard | None = None


class UsualLength(_Bare):
    """As long as it takes, no wish for minutes any more."""


@dataclass(frozen=True, slots=True)
class RemindMe(Command):
    """Remind me to train: on these days of the week (0 is Monday), at this time.

    What was not said is empty or None; ``misheard`` where a day or a time was said that could not be understood.
    """

    days: tuple[int, ...] = ()
    at: time | DayPart | None = None
    misheard: bool = False


class WhichReminders(_Bare):
    """When will I be reminded?"""


class CancelReminders(_Bare):
    """No reminders any more."""


class WhatDoYouKnow(_Bare):
    """What is stored about me?"""


class ForgetMe(_Bare):
    """Delete everything about me."""


class ForgetEveryone(_Bare):
    """Delete everything about everybody of the household."""


class NotUnderstood(_Bare):
    """Something that fits no intent."""


class LeaveSession(_Bare):
    """The session is over, for whatever reason; nothing can be said."""


class TimedSpeechFailed(_Bare):
    """The device could not play the timed speech."""


# Playing without questions: the wish, and what a speaker's player and its buttons tell by themselves.


class NonStop(_Bare):
    """Play the whole workout without asking."""


class StartTicks(_Bare):
    """Let a metronome tick along."""


class StopTicks(_Bare):
    """Let it tick no more."""


class Loop(_Bare):
    """Play this again and again, or no longer."""


class Shuffle(_Bare):
    """In any order, or no longer."""


@dataclass(frozen=True, slots=True)
class PressButton(Command):
    """A button for playing was pressed, which means ``wish``. Nothing can be said in answer."""

    wish: SkipExercise | GoBack | Pause | Resume


class PlayerEvent(_Bare):
    """A speaker's player tells of the track that it names. Nothing can be said in answer."""


class PlayBegan(PlayerEvent):
    """The track sounds."""


class PlayNearlyOver(PlayerEvent):
    """What comes after the track can be told now; it may be near its end, or not."""


class PlayOver(PlayerEvent):
    """The track was played to its end."""


class PlayStopped(PlayerEvent):
    """The track was stopped or interrupted on its way."""


@dataclass(frozen=True, slots=True)
class PlayFailed(PlayerEvent):
    """The track cannot be played; ``meanwhile`` is the token of the one that sounds, or "" for silence."""

    meanwhile: str = ""
