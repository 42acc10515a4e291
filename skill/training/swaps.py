"""Something else instead: what can stand in for an exercise."""

from collections.abc import Collection

from skill.training.catalog import Catalog
from skill.training.exercise import Exercise


def alternatives(
    catalog: Catalog,
    exercise: Exercise,
    without_joints: Collection[str] = (),
    without_tools: Collection[str] = (),
) -> tuple[Exercise, ...]:
    """What can be done in place of an exercise, the likest first: same pattern, then most muscles shared.

    None of them loads a joint or needs a tool that has to be done without, and none of them jumps: a substitute
    is no harder on the legs.
    """
    base = catalog.family(exercise)[0]
    others = [
        other
        for other in catalog.basics
        if other is not base
        and not other.impact
        and not set(other.joints) & set(without_joints)
        and not set(other.needs) & set(without_tools)
    ]

    def likeness(other: Exercise) -> tuple[bool, int]:
        shared = len(set(other.muscles) & set(exercise.muscles))
        return other.pattern == exercise.pattern, shared

    return tuple(sorted(others, key=likeness, reverse=True))


def swap(
    catalog: Catalog,
    exercise: Exercise,
    without_joints: Collection[str] = (),
    without_tools: Collection[str] = (),
    besides: Collection[str] = (),
) -> Exercise | None:
    """The likest exercise that spares the joints, needs none of the tools and is none of ``besides`` (ids).

    None where the catalog has no such exercise.
    """
    found = alternatives(catalog, exercise, without_joints, without_tools)
    return next((other for other in found if other.id not in besides), None)
