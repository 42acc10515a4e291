"""What things are called when they are spoken of: exercises, doses, sides."""

from collections.abc import Collection, Iterable

from skill.training.exercise import Dose, Measure, Side, Sides, Stretch
from skill.training.loads import amount_of, is_weight, own_units
from skill.training.plan import WorkSet
from skill.training.preferences import Units
from skill.training.prescription import Prescription
from skill.workout.cue import Phrase, phrase


def exercise_name(id_: str) -> Phrase:
    """An exercise as it is spoken within a sentence."""
    return phrase(f"exercise.{id_}.name")


def stretch_name(id_: str) -> Phrase:
    """A stretch as it is spoken within a sentence."""
    return phrase(f"stretch.{id_}.name")


def programme_name(id_: str) -> Phrase:
    """A programme as it is spoken within a sentence."""
    return phrase(f"programme.{id_}.name")


def dose_phrase(work: WorkSet, units: Units = Units.KILOGRAMS) -> Phrase:
    """What a set asks for: "fifteen on each leg", "thirty seconds", "twelve reps with eight kilos"."""
    dose, item = _dose(work.dose, work.exercise.sides), work.prescription
    if item.tool is None:
        return dose
    return phrase("dose.loaded", dose=dose, load=load_phrase(item.tool, item.load_grams, units))


def load_phrase(tool: str, grams: int, units: Units) -> Phrase:
    """A load as it is spoken: "eight kilos", "two and a half pounds", "your mini band"."""
    if not is_weight(tool):
        return need_name(tool)
    return weight_phrase(grams, units)


def weight_phrase(grams: int, units: Units) -> Phrase:
    """A weight as it is spoken, to half a unit: "eight kilos", "twelve and a half pounds", "half a kilo"."""
    units = own_units(grams, units)
    halves = round(2 * amount_of(grams, units))
    if halves == 1:
        return phrase(f"load.half_{units}")
    half = "_and_half" if halves % 2 else ""
    return phrase(f"load.{units}{half}", n=halves // 2)


def need_name(need: str) -> Phrase:
    """Something to lay out: "a sturdy step"."""
    return phrase(f"need.{need}")


def tool_names(tools: Iterable[str]) -> tuple[Phrase, ...]:
    """Tools as kinds of things: "a kettlebell"."""
    return tuple(phrase(f"tool.{tool}") for tool in tools)


def joint_names(joints: Iterable[str]) -> tuple[Phrase, ...]:
    """Joints as they are spoken within a sentence."""
    return tuple(phrase(f"joint.{joint}") for joint in joints)


def muscle_names(muscles: Iterable[str]) -> tuple[Phrase, ...]:
    """Muscles as they are spoken within a sentence."""
    return tuple(phrase(f"muscle.{muscle}") for muscle in muscles)


def need_names(item: Prescription) -> tuple[Phrase, ...]:
    """What to lay out for an exercise; a band is left out, since the dose names it."""
    band = item.tool is not None and not is_weight(item.tool)
    return tuple(map(need_name, item.exercise.needs if band else item.needs))


def hold_phrase(stretch: Stretch) -> Phrase:
    """What a stretch asks for: "twenty-five seconds on each side"."""
    return _dose(Dose(Measure.SECONDS, stretch.hold_seconds), stretch.sides)


def _dose(dose: Dose, sides: Sides) -> Phrase:
    return phrase(f"dose.{dose.measure}.{sides}", n=dose.amount)


def move_name(id_: str) -> Phrase:
    """A move of the warm-up as it is spoken within a sentence."""
    return phrase(f"warm_up.{id_}.name")


_OF_A_LEG = frozenset({"hip", "knee", "ankle"})
"""The joints of a leg."""


def side_name(side: Side, joints: Collection[str]) -> Phrase:
    """A side as it is spoken: "left leg", or "left side" where these joints are loaded and none of a leg."""
    whole = side is not Side.BOTH and joints and _OF_A_LEG.isdisjoint(joints)
    return phrase(f"side.{side}_side" if whole else f"side.{side}")
