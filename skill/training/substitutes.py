"""What is really done on a day: exercises that hurt, lack a tool, come too early or are unwanted are swapped."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from skill.training.catalog import Catalog
from skill.training.exercise import Exercise
from skill.training.ladder import is_allowed
from skill.training.loads import is_weight
from skill.training.preferences import FEWEST_EXERCISES, Preferences
from skill.training.prescription import Prescription
from skill.training.progression import Grounds, refusal, steady_target, target
from skill.training.rung import Reason, Why
from skill.training.swaps import swap

FILLED_UP_TO = 3
"""Exercises that a session is filled up to where sore joints leave fewer of those that were chosen."""


class Leeway(NamedTuple):
    """``jumps``: the runner is ready to jump. ``fill``: exercises that were not chosen may fill a session up."""

    jumps: bool = True
    fill: bool = True


LEEWAY = Leeway()


def substitute(
    grounds: Grounds, chosen: Sequence[Exercise], leeway: Leeway = LEEWAY
) -> tuple[Prescription, ...]:
    """The prescriptions for the chosen exercises, or for what stands in for them, each exercise once.

    A substitute trains the same muscles, and is asked for as it was last, so that nothing gets harder by
    surprise. An exercise for which there is none is left out. Where that leaves few, others that may be done
    fill the session up; where even so there are fewer than make a session, nothing is done today: never an
    exercise on a joint that hurts.
    """
    catalog, _, preferences, day = grounds
    taken = {exercise.id for exercise in chosen} | no_stand_ins(catalog, preferences, day)
    items = []
    for exercise in chosen:
        reason = _objection(grounds, exercise, leeway)
        other = _instead(grounds, exercise, taken) if reason else exercise
        if other is None:
            continue
        taken.add(other.id)
        item = prescribe(grounds, other, reason)
        if is_weight(item.tool) and grounds.light:
            item = _unloaded(grounds, exercise, taken) or item
            taken.add(item.exercise.id)
        items.append(item)
    for exercise in catalog.basics if leeway.fill else ():
        if len(items) >= min(FILLED_UP_TO, len(chosen)):
            break
        if exercise.id not in taken and not _objection(grounds, exercise, leeway):
            items.append(target(grounds, exercise))
    return tuple(items) if len(items) >= min(FEWEST_EXERCISES, len(chosen)) else ()


def lighter(grounds: Grounds, item: Prescription, besides: Collection[str]) -> Prescription | None:
    """What takes the place of what tires the legs once a light day is named, none of ``besides`` (ids).

    None for what is light already, or where there is nothing else.
    """
    exercise = item.exercise
    taken = (
        {*besides}
        | _tiring(grounds.catalog)
        | no_stand_ins(grounds.catalog, grounds.preferences, grounds.day)
    )
    other = _instead(grounds, exercise, taken) if tires(exercise) else None
    if other is not None:
        reason = Reason(Why.LIGHT_DAY, instead_of=exercise.id)
        item = prescribe(grounds, other, reason)
    if is_weight(item.tool):
        item = _unloaded(grounds, exercise, taken) or item
    return None if item.exercise is exercise else item


def no_stand_ins(catalog: Catalog, preferences: Preferences, day: date) -> set[str]:
    """The ids of what stands in for nothing on a day.

    Something else is done in its place, since it hurts or is not liked; it is left out today; or it tires the
    legs on a light day.
    """
    tiring = _tiring(catalog) if preferences.light_day == day else set()
    return {id_ for id_, _ in preferences.swaps} | preferences.unwanted_on(day) | tiring


def _tiring(catalog: Catalog) -> set[str]:
    return {exercise.id for exercise in catalog.exercises.values() if tires(exercise)}


def _unloaded(grounds: Grounds, exercise: Exercise, taken: set[str]) -> Prescription | None:
    """What takes the place of a loaded exercise on a light day (docs/training.md); None where all is loaded.

    To do it without its weight would lose the weight that the runner has reached.
    """
    reason, tried = Reason(Why.LIGHT_DAY, instead_of=exercise.id), {*taken}
    while other := _instead(grounds, exercise, tried):
        item = prescribe(grounds, other, reason)
        if not is_weight(item.tool):
            return item
        tried.add(other.id)
    return None


def prescribe(grounds: Grounds, exercise: Exercise, reason: Reason | None) -> Prescription:
    """What to ask of an exercise; for ``reason`` where it stands in for another one, then without a step."""
    if reason is None:
        return target(grounds, exercise)
    item = steady_target(grounds, exercise)
    return item._replace(reason=reason._replace(was=item.reason.was))


def _objection(grounds: Grounds, exercise: Exercise, leeway: Leeway) -> Reason | None:
    """Why an exercise is not done today, None where it is."""
    preferences = grounds.preferences
    if not is_allowed(exercise, preferences):
        return refusal(exercise, preferences)
    if exercise.impact and preferences.jumps is False:
        return Reason(Why.WISH, instead_of=exercise.id)
    if exercise.impact and not leeway.jumps:
        return Reason(Why.EASE_IN, instead_of=exercise.id)
    if preferences.swap_for(exercise.id) is not None:
        # What is frozen as well was left out since it hurt.
        hurt = exercise.id in preferences.frozen
        return Reason(Why.JOINT if hurt else Why.WISH, instead_of=exercise.id)
    # Last, so that a light day is given as the reason only where it changes something.
    if tires(exercise) and grounds.light:
        return Reason(Why.LIGHT_DAY, instead_of=exercise.id)
    return None


def tires(exercise: Exercise) -> bool:
    """Whether the legs feel it for days: jumps do, and so does braking a deep way down (docs/training.md)."""
    return exercise.impact or exercise.lowers


def _instead(grounds: Grounds, exercise: Exercise, taken: set[str]) -> Exercise | None:
    """What stands in for an exercise: what the runner has asked for, or else the most similar one."""
    catalog, preferences = grounds.catalog, grounds.preferences
    wanted = catalog.exercises.get(preferences.swap_for(exercise.id) or "")
    if wanted and wanted.id not in taken and is_allowed(wanted, preferences):
        return wanted
    return swap(catalog, exercise, preferences, taken)
