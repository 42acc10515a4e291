"""What follows from tools and loads that are named."""

from skill.alexa.slots import Slots, heard_number, is_filled, named_exercise, named_thing
from skill.coach import commands
from skill.coach.commands import Command, HeardNumber
from skill.training.preferences import Units

_UNITS = {"kilograms": Units.KILOGRAMS, "pounds": Units.POUNDS}
_HALF = "half"
"""The ids of the slot type WEIGHT_UNIT: a unit, ``half``, or a unit and ``half`` as in "and a half kilos"."""


def is_told(slots: Slots) -> bool:
    """Whether anything was said of how much is lifted."""
    return is_filled(slots, "load") or is_filled(slots, "loads")


def equipment(slots: Slots) -> Command:
    """The tools that the runner has."""
    named = (named_thing(slots, name) for name in ("tool", "second_tool", "third_tool"))
    return commands.Equipment(tuple(tool for tool in named if tool is not None))


_IN_ONE_HAND = frozenset({"dumbbell", "kettlebell"})
"""The tools that nobody has at home with more than a hundred kilos, or pounds."""


def load(slots: Slots) -> Command:
    """What is lifted, as far as it was said: how much, with which tool, for which exercise."""
    unit, _, half = (slots.id("unit") or "").partition("_and_")
    tool = named_thing(slots, "tool")
    amount = heard_number(slots, "load") or _by_its_figure(slots)
    if amount and tool and tool.id in _IN_ONE_HAND:
        amount = _of_one(amount)
    return commands.Load(
        amount, _HALF in (unit, half), _UNITS.get(unit), named_exercise(slots), tool
    )


def _by_its_figure(slots: Slots) -> HeardNumber | None:
    """A weight that is called by its figure, as "two twelves" are: the ids of the slot type LOADS."""
    if not is_filled(slots, "loads"):
        return None
    figure = slots.id("loads")
    return HeardNumber(int(figure) if figure and figure.isdecimal() else None)


def _of_one(amount: HeardNumber) -> HeardNumber:
    """The load of one such tool: "one twenty pound dumbbell" is one of twenty, though it sounds like 120."""
    heard = amount.value or 0
    return HeardNumber(heard - 100) if 100 < heard < 200 else amount


def heavier(slots: Slots) -> Command:
    """More is to be lifted: by so much, or by a step."""
    unit = _UNITS.get(slots.id("unit") or "")
    return commands.Heavier(named_exercise(slots), heard_number(slots, "load"), unit)
