"""Something else instead: what can stand in for an exercise."""

from collections.abc import Collection

from skill.recent import kept_of_runners
from skill.training.catalog import Catalog
from skill.training.exercise import Exercise, in_place
from skill.training.preferences import Preferences

MOST_KEPT = 500
"""Answers kept in memory, a few hundred bytes each."""


def alternatives(
    catalog: Catalog,
    exercise: Exercise,
    preferences: Preferences,
    *,
    alike: bool = False,
) -> tuple[Exercise, ...]:
    """What can be done in place of an exercise, the most similar first.

    First comes what the data name for the joints that have to be spared, then the same pattern, then most
    muscles shared. With ``alike``, exercises that share no muscle are left out, and all of them where the data
    say that nothing will do. None of them loads a joint that hurts, needs what is missing, or is done lying on
    the back where that is left out; and none of them jumps: a substitute is no harder on the legs.
    """
    joints, tools = frozenset(preferences.avoided_joints), frozenset(preferences.avoided_tools)
    return _alternatives(catalog, exercise.id, joints, tools, alike, preferences.off_back)


@kept_of_runners(MOST_KEPT)
def _alternatives(
    catalog: Catalog,
    id_: str,
    sore: frozenset[str],
    missing: frozenset[str],
    alike: bool,
    off_back: bool,
) -> tuple[Exercise, ...]:
    """See ``alternatives``: many runners have one sore joint, and one planner asks again and again."""
    exercise = catalog.exercises[id_]
    base, muscles = catalog.family(exercise)[0], frozenset(exercise.muscles)
    hurting = [joint for joint in exercise.joints if joint in sore]
    known = dict(base.instead)
    named = [in_place(base.instead, joint) for joint in hurting if joint in known]
    if alike and named and not any(named):
        return ()

    def may_be(other: Exercise) -> bool:
        if other.base_id == base.id or other.impact or (off_back and other.on_back):
            return False
        return sore.isdisjoint(other.joints) and missing.isdisjoint(other.needs)

    def likeness(other: Exercise) -> tuple[bool, int]:
        return other.pattern == exercise.pattern, shared(other)

    def shared(other: Exercise) -> int:
        return len(muscles.intersection(other.muscles))

    first = [catalog.exercises[id_] for id_ in named if id_ is not None]
    others = [o for o in catalog.basics if may_be(o) and (shared(o) or not alike)]
    others.sort(key=likeness, reverse=True)
    return tuple(dict.fromkeys([*filter(may_be, first), *others]))


def swap(
    catalog: Catalog,
    exercise: Exercise,
    preferences: Preferences,
    besides: Collection[str] = (),
) -> Exercise | None:
    """The most similar of the alternatives for the same muscles, none of ``besides`` (ids); None without any."""
    found = alternatives(catalog, exercise, preferences, alike=True)
    return next((other for other in found if other.id not in besides), None)
