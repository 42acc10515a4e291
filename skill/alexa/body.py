"""What follows from words about the body: pain, danger, and what somebody lives with."""

from collections.abc import Callable, Mapping

from skill.alexa.slots import Slots, heard_number, is_filled, named_exercise, named_part
from skill.coach import commands
from skill.coach.commands import Command, Named
from skill.language.alarms import CONDITIONS, Alarm, Grade

WORDS = "words"
"""The slot for any words, before words of pain, or in a sentence that fits no other intent."""

AFTER = "after"
"""The slot for any words behind words of pain: nothing in it changes the meaning of what was said before."""

WHO = "who"
"""The slot for who does not move, answer or wake up, in any words."""

_CHEST = "chest"
"""The value of the slot type JOINT that ends a workout, in whatever sentence it stands."""

_JOINTS: Mapping[str, str | None] = {
    "thigh": "knee",
    "hamstring": "hip",
    "foot": "ankle",
    "lower_leg": "ankle",
    "shin": "ankle",
    "arm": "shoulder",
    "hand": "shoulder",
    "neck": "shoulder",
    "upper_back": "back",
}
"""The joint that is spared for other parts of the body, since it moves with them."""


def spared(part: Named | None) -> Named | None:
    """The joint that is spared for a part of the body."""
    return part and Named(_JOINTS.get(part.id or "", part.id), part.said)


def feared(part: Named | None) -> commands.Pain | commands.RedFlag | None:
    """What it would be if a known part of the body hurts."""
    if part is None or part.id is None:
        return None
    return commands.RedFlag() if part.id == _CHEST else commands.Pain(spared(part), part.id)


def felt(grade: Grade) -> Callable[[Slots], Command]:
    """What reads an intent by which a runner feels something of this grade somewhere."""

    def read(slots: Slots) -> Command:
        if slots.is_turned(WORDS):
            return commands.NotUnderstood()
        part = named_part(slots) or slots.part_among(WORDS) or slots.part_among(AFTER)
        return alarmed(Alarm(grade, part and part.id, part.said if part else ""))

    return read


def sore_muscles(slots: Slots) -> Command:
    """A question about sore muscles; where what is named is none, such as a joint, it hurts."""
    part = named_part(slots)
    feels = alarmed(Alarm(Grade.SORE, part and part.id, part.said if part else ""))
    asked = isinstance(feels, commands.FeelSore)
    return commands.AskAdvice(commands.Topic.SORENESS) if asked else feels


def is_it_safe(slots: Slots) -> Command:
    """Whether something is good for a runner, or for a joint, which is only asked about and does not hurt."""
    return commands.IsItSafe(named_exercise(slots), spared(named_part(slots)))


_TRAINED = frozenset({"thigh", "hamstring", "lower_leg", "foot", "leg"})
"""Parts of the body whose muscles are trained. Something for a knee or a back is wanted where it hurts."""


def train_part(slots: Slots) -> Command:
    """Something for a part of the body: for its muscles, or because it hurts, which is the safe guess."""
    part = named_part(slots)
    if part is None:
        return commands.NotUnderstood()
    if part.id in _TRAINED:
        return commands.TrainPart(part)
    return alarmed(Alarm(Grade.PAIN, part.id, part.said))


def which_muscles(slots: Slots) -> Command:
    """What an exercise is good for, or whether it is to be felt in the part of the body that is named.

    Whoever asks this of the chest feels something there: that is danger.
    """
    part = named_part(slots)
    if part is None:
        return commands.WhichMuscles(named_exercise(slots))
    match feared(part):
        case None:
            return commands.NotUnderstood()
        case commands.Pain() as hurts:
            return commands.MeantToFeel(part, hurts)
        case danger:
            return danger


def lives_with(condition: commands.Condition) -> Callable[[Slots], Command]:
    """What reads an intent by which a runner names this condition."""
    return lambda _slots: commands.TellCondition(condition)


def operated(slots: Slots) -> Command:
    """The runner was operated on; a word that names no part of the body was misheard."""
    part = named_part(slots)
    if part is not None and part.id is None:  # "I had my phone replaced"
        return commands.NotUnderstood()
    return commands.TellCondition(commands.Condition.OPERATED, spared(part))


_LIMBS = frozenset({"arm", "hand", "leg"})
"""Where a stroke is felt: one that does not move is a sign of it. A joint may only be locked."""


def _does_not_move(slots: Slots) -> Command:
    """Somebody who does not move, answer or wake up is in danger, and so is who feels no limb.

    Words for nobody that is known may be a name all the same: it is asked about.
    """
    part = slots.part_among(WHO)
    if part is not None and part.id not in _LIMBS:
        return alarmed(Alarm(Grade.INJURY, part.id, part.said))
    in_danger = part is not None or slots.names_somebody(WHO)
    return commands.RedFlag() if in_danger else commands.CallForHelp()


def red_flag(slots: Slots) -> Command:
    """A sign that training has to end at once, unless the words around it deny it."""
    if is_filled(slots, WHO):
        return _does_not_move(slots)
    return commands.NotUnderstood() if slots.is_turned(WORDS) else commands.RedFlag()


PULSE_OF_DANGER = 190
"""A pulse that is told to be as high ends the workout; below it the runner is asked.

A bound of our own: by the common estimate, 220 less the age, it is the most that a heart of thirty years does.
"""


def call_for_help(slots: Slots) -> Command:
    """A call for help, or a pulse that is told; one of danger ends the workout as any sign of it does."""
    rate = heard_number(slots, "rate")
    high = rate is not None and (rate.value or 0) >= PULSE_OF_DANGER
    return commands.RedFlag() if high else commands.CallForHelp()


_MUSCLES = frozenset({"thigh", "hamstring", "lower_leg", "leg"})
"""Parts of the body that may burn from work, and be no worse for it. A shin and a tendon may not."""


_FELT_IN_MUSCLES: Mapping[Grade, Callable[[], Command]] = {
    Grade.SORE: commands.FeelSore,
    Grade.BURN: commands.FeelBurn,
    Grade.WORN_OUT: commands.MoreTime,
}
_FELT_ANYWHERE: Mapping[Grade, Callable[[], Command]] = {
    Grade.STITCH: commands.FeelStitch,
    Grade.SWEAT: commands.FeelSweat,
}
"""What is no pain, whatever part of the body was named."""


def alarmed(alarm: Alarm) -> Command:
    """The command of a word of pain, of danger or of a condition, in whatever sentence it was said."""
    named = spared(Named(alarm.part, alarm.said) if alarm.said else None)
    if alarm.grade in CONDITIONS:
        return commands.TellCondition(commands.Condition(alarm.grade), named)
    if alarm.grade is Grade.DESPAIR:
        return commands.Despair()
    if alarm.grade is Grade.DANGER or alarm.part == _CHEST:
        return commands.RedFlag()
    if alarm.grade is Grade.HELP:
        return commands.CallForHelp()
    if alarm.grade is Grade.PULL:
        return commands.FeelPull(named, alarm.part)
    in_muscle = alarm.part in _MUSCLES if alarm.said else alarm.part is None
    harmless = _FELT_ANYWHERE.get(alarm.grade) or (in_muscle and _FELT_IN_MUSCLES.get(alarm.grade))
    if harmless:
        return harmless()
    return commands.Pain(named, alarm.part, alarm.grade is Grade.INJURY)


def with_all_parts(pain: commands.Pain, slots: Slots) -> Command:
    """The pain with every other part of the body that was named: "my knee and my back hurt" is both.

    With the chest among them, wherever it stands, it is danger.
    """
    named = [part for part in slots.parts() if part.id != pain.part]
    if any(part.id == _CHEST for part in named):
        return commands.RedFlag()
    besides = {joint: part for part in named if (joint := spared(part)) != pain.joint}
    return pain._replace(
        besides=tuple(commands.Pain(joint, part.id) for joint, part in besides.items())
    )
