"""The ladder of an exercise: one rung harder, one rung easier.

Repetitions inside the article's range come first, then a set more, then a load or a harder variation, whichever
the runner's equipment allows, with the repetitions back at the lower end of the range. A hold grows by 5-10 s to
the top of its range, then comes a harder variation. (The article: more repetitions and sets, or fewer with
weight. ACSM, Progression Models in Resistance Training for Healthy Adults, 2009: one variable at a time.)
"""

from skill.training.catalog import Catalog
from skill.training.exercise import Exercise, Measure
from skill.training.loads import heavier, is_weight, lighter, lightest
from skill.training.plan import MOST_EXTRA_SETS
from skill.training.preferences import Preferences, Units
from skill.training.rung import Rung

REPETITIONS_STEP = 2
"""Repetitions that one rung adds: the two that were to spare (2-for-2)."""


def lowest_rung(exercise: Exercise) -> Rung:
    """Where an exercise begins."""
    return Rung(exercise.id, exercise.lowest)


def usable_tools(exercise: Exercise, preferences: Preferences) -> tuple[str, ...]:
    """The runner's tools that can load an exercise and spare what hurts, in the order of preference."""
    return tuple(
        tool
        for tool in exercise.tools
        if tool in preferences.equipment
        and tool not in preferences.avoided_tools
        and loaded_sore(exercise, tool, preferences) is None
    )


def loaded_sore(exercise: Exercise, tool: str | None, preferences: Preferences) -> str | None:
    """The first joint that hurts and that an exercise loads, with a tool or without; None where there is none."""
    joints = exercise.joints_with(tool)
    return next((joint for joint in joints if joint in preferences.avoided_joints), None)


def harder(catalog: Catalog, rung: Rung, preferences: Preferences) -> Rung | None:
    """One rung up; None at the top of what the runner's equipment allows."""
    exercise = catalog.exercises[rung.exercise_id]
    if rung.amount < exercise.highest:
        return rung._replace(amount=min(exercise.highest, rung.amount + _step(exercise)))
    more_sets = rung._replace(extra_sets=rung.extra_sets + 1)
    has_sets_left = rung.extra_sets < MOST_EXTRA_SETS
    if has_sets_left and exercise.measure is Measure.REPETITIONS:
        return more_sets
    load = _loaded(exercise, rung, preferences)
    variation = _variation(catalog, exercise, rung, preferences)
    beyond = (variation or load) if exercise.variation_first else (load or variation)
    return beyond or (more_sets if has_sets_left else None)


def easier(catalog: Catalog, rung: Rung, preferences: Preferences) -> Rung | None:
    """One rung down; None at the bottom."""
    exercise = catalog.exercises[rung.exercise_id]
    if rung.extra_sets:
        return rung._replace(extra_sets=rung.extra_sets - 1)
    if rung.amount > exercise.lowest:
        return rung._replace(amount=max(exercise.lowest, rung.amount - _step(exercise)))
    if rung.tool is not None:
        grams = None
        if is_weight(rung.tool):
            grams = lighter(rung.tool, rung.load_grams, _units(preferences))
        tool = rung.tool if grams else None
        return Rung(exercise.id, exercise.highest, tool=tool, load_grams=grams or 0)
    family = catalog.family(exercise)
    at = family.index(exercise)
    return Rung(family[at - 1].id, family[at - 1].highest) if at else None


def _step(exercise: Exercise) -> int:
    if exercise.measure is Measure.REPETITIONS:
        return REPETITIONS_STEP
    return 10 if exercise.highest - exercise.lowest >= 30 else 5


def _units(preferences: Preferences) -> Units:
    return preferences.units or Units.KILOGRAMS


def _loaded(exercise: Exercise, rung: Rung, preferences: Preferences) -> Rung | None:
    """The rung with its first load, or the next heavier one."""
    if rung.tool is None:
        tools = usable_tools(exercise, preferences)
        if not tools:
            return None
        own = preferences.own_load(exercise.id)
        named = own is not None and own.tool == tools[0]
        grams = own.grams if own and named else lightest(tools[0], _units(preferences))
        return Rung(exercise.id, exercise.lowest, tool=tools[0], load_grams=grams)
    if not is_weight(rung.tool):
        return None
    grams_up = heavier(rung.tool, rung.load_grams, _units(preferences))
    if grams_up is None:
        return None
    return Rung(exercise.id, exercise.lowest, tool=rung.tool, load_grams=grams_up)


def _variation(
    catalog: Catalog, exercise: Exercise, rung: Rung, preferences: Preferences
) -> Rung | None:
    """The next harder variation that may be done; from a weight there is no way back to none."""
    if is_weight(rung.tool):
        return None
    family = catalog.family(exercise)
    later = family[family.index(exercise) + 1 :]
    allowed = (e for e in later if is_allowed(e, preferences))
    return next((lowest_rung(e) for e in allowed), None)


def is_allowed(exercise: Exercise, preferences: Preferences) -> bool:
    """Whether an exercise spares what hurts, needs nothing that is missing, and may be done so at all."""
    return not (
        set(exercise.joints) & set(preferences.avoided_joints)
        or set(exercise.needs) & set(preferences.avoided_tools)
        or (exercise.eyes_closed and preferences.eyes_open)
        or (exercise.on_back and preferences.off_back)
    )
