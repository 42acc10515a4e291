"""What follows where an exercise is named, or a kind of them: it is left out, wished for, or exchanged."""

from skill.alexa.body import feared, spared
from skill.alexa.slots import Slots, is_filled, named_exercise, named_part
from skill.coach import commands
from skill.coach.commands import Command, Named

_GREETING = "good_morning"
"""The one exercise whose name greets as well, in some languages: for another no words are looked up."""


def skip_exercise(slots: Slots) -> Command:
    """An exercise, or a kind of them, is left out today."""
    kind = _kind(slots)
    if kind is None and is_filled(slots, "kind"):
        return commands.NotUnderstood()
    return commands.SkipExercise(named_exercise(slots), kind)


def go_to_exercise(slots: Slots) -> Command:
    """An exercise is wished for; or a programme, in the same words."""
    named = named_exercise(slots)
    if named is not None and named.id is None and (id_ := slots.id_as("exercise", "programme")):
        return commands.StartProgramme(Named(id_, named.said))
    may_greet = named is not None and named.id == _GREETING
    return commands.GoToExercise(named, greets=may_greet and slots.is_greeting("exercise"))


def something_else(slots: Slots) -> Command:
    """Something else is wished for in place of an exercise: a certain one, or whatever fits."""
    if wished := named_exercise(slots, "other"):
        return commands.SomethingElse(named_exercise(slots), wished=wished)
    later = _kind(slots) is commands.Kind.NEXT
    if is_filled(slots, "kind") and not later:
        return commands.NotUnderstood()
    return commands.SomethingElse(named_exercise(slots), later)


def bring_back(slots: Slots) -> Command:
    """An exercise is wanted again, or the jumps, or what a part of the body takes part in."""
    kind = _kind(slots)
    if is_filled(slots, "kind") and kind is not commands.Kind.JUMPING:
        return commands.NotUnderstood()  # no other kind is left out for good
    part = named_part(slots)
    return commands.BringBack(named_exercise(slots), spared(part), kind, feared(part))


def _kind(slots: Slots) -> commands.Kind | None:
    """The kind of exercises that was named; None where none was, or one that nobody knows."""
    kind = slots.id("kind")
    return commands.Kind(kind) if kind in list(commands.Kind) else None
