"""Commands about the workout: to start and to choose one, to move through it, to ask about it."""

from skill.coach.commands.command import Command, HeardNumber, Kind, Named, NamedExercise, Topic
from skill.training.exercise import Side

# Starting and choosing.


class OpenCoach(Command):
    """The skill is opened, and nothing else was asked for."""


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
    """As long as it takes: no number of minutes any more."""


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
    """A breather, of so many seconds if they were named.

    With ``later`` it is no breather: "in ten minutes".
    """

    seconds: HeardNumber | None = None
    later: bool = False


class SkipRest(Command):
    """No rest, straight on."""


class SkipExercise(Command):
    """On to the next one. Where an exercise or a kind of exercise is named, that is left out."""

    exercise: NamedExercise | None = None
    kind: Kind | None = None


class OtherSide(Command):
    """On with the other leg, or with the other side of a stretch."""


class TimeLeft(Command):
    """There are only so many minutes left today; without any this set is the last one."""

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
    """Go to a certain exercise; ``greets`` where its name is a greeting, too: "good morning"."""

    exercise: NamedExercise | None = None
    greets: bool = False


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
    """Leave alone what was said or asked; nothing ends because of it."""


# Questions.


class WhatIsNext(Command):
    """What comes after this?"""


class WhatIsThis(Command):
    """Which exercise is this, and where am I? With a ``side``: is that one done already?"""

    side: Side | None = None


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
    """What did I do last time, or last on one of these days (0 is Monday), and where did I stop?"""

    days: tuple[int, ...] = ()


class HowIsItGoing(Command):
    """How am I doing: in a workout of today, else of late?"""


class HowAmIDoing(Command):
    """What have my weeks and months come to?"""


class IsItSafe(Command):
    """Is this good for me, or is an exercise good for a joint?"""

    exercise: NamedExercise | None = None
    joint: Named | None = None


class TrainPart(Command):
    """Something for the muscles that are felt in a part of the body."""

    part: Named


class Help(Command):
    """What can I say?"""


class TrainAsGuest(Command):
    """Somebody else than the account's runner trains: with a record of their own, kept for the day."""


class Thanks(Command):
    """A friendly word that wants nothing."""


class Greeting(Command):
    """Hello; how are you?"""


class AskAdvice(Command):
    """How often do I train, with what weight, with shoes on?"""

    topic: Topic


class CheerMeOn(Command):
    """Say something that gets me through."""


class WhoAreYou(Command):
    """Who speaks: a person, a machine, a doctor?"""


LONGEST_WORDS = 100
"""Characters of the words of an order in doubt: so many are said back, and kept until the answer."""


class OrderInDoubt(Command):
    """An order that may have been misheard.

    ``words`` are what was heard. ``written`` is the order in the form in which ``Visit.read_order`` takes it.
    ``or_else`` is what is asked about after a no; it has none of its own.
    """

    words: str
    written: str
    or_else: "OrderInDoubt | None" = None


class NoWord(Command):
    """Nobody answered when the coach asked about what may have been misheard."""


class NotUnderstood(Command):
    """Something that fits no intent."""
