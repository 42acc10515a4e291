"""Commands: what the listener asked for. One frozen dataclass each, named from the trade."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum


class DayPart(StrEnum):
    """A part of the day, where no hour was named."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Heard:
    """A number, a duration or a name as it came in: ``value`` is None where it could not be understood."""

    value: int | None


@dataclass(frozen=True, slots=True)
class NamedExercise:
    """An exercise that was named. ``id`` is None where the catalog has no such exercise; ``said`` is the word."""

    id: str | None
    said: str


@dataclass(frozen=True, slots=True)
class OpenCoach:
    """The skill is opened without a wish."""


@dataclass(frozen=True, slots=True)
class StartWorkout:
    """Begin, with so many exercises or rounds if they were named."""

    exercises: Heard | None = None
    rounds: Heard | None = None


@dataclass(frozen=True, slots=True)
class ChangePlan:
    """Another size of session: so many exercises or rounds, or ``short``: True, or False for the full one."""

    exercises: Heard | None = None
    rounds: Heard | None = None
    short: bool | None = None


@dataclass(frozen=True, slots=True)
class WhatIsNext:
    """What comes after this?"""


@dataclass(frozen=True, slots=True)
class WhatIsThis:
    """Which exercise is this, and where am I?"""


@dataclass(frozen=True, slots=True)
class HowTo:
    """How is it done? The exercise at hand where none is named."""

    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class WhichMuscles:
    """What is it good for? The exercise at hand where none is named."""

    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class HowManyLeft:
    """How many repetitions, seconds or sets are left?"""


@dataclass(frozen=True, slots=True)
class HowFar:
    """Which round and exercise of how many?"""


@dataclass(frozen=True, slots=True)
class HowLong:
    """How many minutes still?"""


@dataclass(frozen=True, slots=True)
class WhatIsToday:
    """What is in today's workout?"""


@dataclass(frozen=True, slots=True)
class SkipExercise:
    """On to the next one."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Back to the one before."""


@dataclass(frozen=True, slots=True)
class RepeatExercise:
    """This one again, from its start."""


@dataclass(frozen=True, slots=True)
class GoToExercise:
    """Go to a certain exercise."""

    exercise: NamedExercise | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The runner is ready for what comes."""


@dataclass(frozen=True, slots=True)
class MoreTime:
    """A breather, of so many seconds if they were named."""

    seconds: Heard | None = None


@dataclass(frozen=True, slots=True)
class SkipRest:
    """No rest, straight on."""


@dataclass(frozen=True, slots=True)
class Slower:
    """A slower beat."""


@dataclass(frozen=True, slots=True)
class Faster:
    """A faster beat."""


@dataclass(frozen=True, slots=True)
class FinishEarly:
    """Enough work: on to the stretch, or out of it."""


@dataclass(frozen=True, slots=True)
class SkipStretch:
    """No stretch today."""


@dataclass(frozen=True, slots=True)
class WaitForMe:
    """Ask after each set."""


@dataclass(frozen=True, slots=True)
class KeepGoing:
    """Flow on by the clock."""


@dataclass(frozen=True, slots=True)
class UseSimpleSpeech:
    """Plain speech with pauses, where the timed kind sounds wrong."""


@dataclass(frozen=True, slots=True)
class UsePreciseSpeech:
    """The timed kind again."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Hold everything."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on from where it was held."""


@dataclass(frozen=True, slots=True)
class StartOver:
    """A fresh workout from the beginning."""


@dataclass(frozen=True, slots=True)
class StopCoach:
    """Enough for now; the place is kept."""


@dataclass(frozen=True, slots=True)
class Help:
    """What can I say?"""


@dataclass(frozen=True, slots=True)
class Yes:
    """Yes to the question that was asked."""


@dataclass(frozen=True, slots=True)
class No:
    """No to the question that was asked."""


@dataclass(frozen=True, slots=True)
class RemindMe:
    """Remind me to train: on these days of the week (0 is Monday), at this time.

    What was not said is empty or None; ``misheard`` where a day or a time was said that could not be understood.
    """

    days: tuple[int, ...] = ()
    at: time | DayPart | None = None
    misheard: bool = False


@dataclass(frozen=True, slots=True)
class WhichReminders:
    """When will I be reminded?"""


@dataclass(frozen=True, slots=True)
class CancelReminders:
    """No reminders any more."""


@dataclass(frozen=True, slots=True)
class WhatDoYouKnow:
    """What is stored about me?"""


@dataclass(frozen=True, slots=True)
class ForgetMe:
    """Delete everything about me."""


@dataclass(frozen=True, slots=True)
class ForgetEveryone:
    """Delete everything about everybody of the household."""


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Something that fits no intent."""


@dataclass(frozen=True, slots=True)
class LeaveSession:
    """The session is over, for whatever reason; nothing can be said."""


@dataclass(frozen=True, slots=True)
class TimedSpeechFailed:
    """The device could not play the timed speech."""


Command = (
    OpenCoach
    | StartWorkout
    | ChangePlan
    | WhatIsNext
    | WhatIsThis
    | HowTo
    | WhichMuscles
    | HowManyLeft
    | HowFar
    | HowLong
    | WhatIsToday
    | SkipExercise
    | GoBack
    | RepeatExercise
    | GoToExercise
    | Ready
    | MoreTime
    | SkipRest
    | Slower
    | Faster
    | FinishEarly
    | SkipStretch
    | WaitForMe
    | KeepGoing
    | UseSimpleSpeech
    | UsePreciseSpeech
    | Pause
    | Resume
    | StartOver
    | StopCoach
    | Help
    | Yes
    | No
    | RemindMe
    | WhichReminders
    | CancelReminders
    | WhatDoYouKnow
    | ForgetMe
    | ForgetEveryone
    | NotUnderstood
    | LeaveSession
    | TimedSpeechFailed
)
