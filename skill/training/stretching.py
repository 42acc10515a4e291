"""Which stretches close a workout, and what they have to spare."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from skill.training.catalog import Catalog
from skill.training.exercise import Exercise, Position, Stretch, in_place
from skill.training.preferences import Preferences

MOST_STRETCHES = 4
"""Stretches that close a workout: about four minutes, near ACSM's dose without losing the runner."""

MOST_CATALOGS = 8
"""Catalogs of which the exercises on the floor are kept: a process has one, and its tests a few."""


class Stretches(NamedTuple):
    """The stretches of a workout, and those that sore joints forbid without anything in their place."""

    chosen: tuple[Stretch, ...]
    left_out: tuple[Stretch, ...] = ()


def choose_stretches(
    catalog: Catalog,
    trained: Iterable[Exercise],
    preferences: Preferences,
    day: date | None = None,
    *,
    most: int = MOST_STRETCHES,
) -> Stretches:
    """The ``most`` stretches for the muscles of ``trained``; those trained most are chosen first.

    The ones marked ``always`` come whatever was trained: the calves matter most to a runner. A stretch that
    would load a joint that hurts, or needs what is missing, is replaced by one for the same muscles, or left
    out. On a ``day`` without the floor, those on the floor do not come either.
    """
    trained_times = Counter(muscle for exercise in trained for muscle in exercise.muscles)
    if not trained_times:
        return Stretches(())
    usual = [stretch for stretch in catalog.stretches.values() if not stretch.stand_in]
    worth = {s.id: sum(map(trained_times.__getitem__, s.muscles)) for s in usual}
    wanted = [stretch for stretch in usual if stretch.always or worth[stretch.id]]
    wanted.sort(key=lambda s: (not s.always, -worth[s.id]))
    return sparing(catalog, wanted[:most], preferences, day)


@lru_cache(maxsize=MOST_CATALOGS)
def floor_exercises(catalog: Catalog) -> frozenset[str]:
    """The ids of the exercises on the floor; for a variation, that of the exercise it varies."""
    every = catalog.exercises.values()
    return frozenset(exercise.base_id for exercise in every if exercise.position is Position.FLOOR)


def sparing(
    catalog: Catalog,
    stretches: Iterable[Stretch],
    preferences: Preferences,
    day: date | None = None,
) -> Stretches:
    """These stretches, or what stands in for them, in the catalog's order.

    On a ``day`` on which all exercises on the floor are unwanted, none is on the floor, and none is done lying on
    the back where that is left out; of that nothing is said: the runner knows it already.
    """
    unwanted = frozenset() if day is None else preferences.unwanted_on(day)
    floor = not floor_exercises(catalog) <= unwanted
    chosen: dict[str, Stretch] = {}
    left_out = []
    for stretch in stretches:
        other = _allowed(catalog, stretch, preferences)
        if other is None:
            left_out.append(stretch)
        elif other.on_back and preferences.off_back:
            continue
        elif floor or other.position is not Position.FLOOR:
            chosen[other.id] = other
    in_order = (stretch for id_, stretch in catalog.stretches.items() if id_ in chosen)
    return Stretches(tuple(in_order), tuple(left_out))


def _allowed(catalog: Catalog, stretch: Stretch, preferences: Preferences) -> Stretch | None:
    """A stretch, or what does its work and spares what hurts; None where nothing does."""
    if spares(stretch, preferences):
        return stretch
    named = (
        in_place(stretch.instead, joint)
        for joint in stretch.joints
        if joint in preferences.avoided_joints
    )
    others = (catalog.stretches[id_] for id_ in named if id_ is not None)
    return next((other for other in others if spares(other, preferences)), None)


def spares(stretch: Stretch, preferences: Preferences) -> bool:
    """Whether a stretch spares what hurts and needs nothing that is missing."""
    return not (
        set(stretch.joints) & set(preferences.avoided_joints)
        or set(stretch.needs) & set(preferences.avoided_tools)
    )
