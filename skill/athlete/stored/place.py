"""A place out of JSON, refused where no workout of its plan can be; it is written as the values it has."""

from collections.abc import Iterable
from typing import Any

from skill.athlete.stored.form import whole
from skill.recent import kept_of_runners
from skill.training.exercise import Measure
from skill.training.plan import Plan
from skill.workout.cursor import SIDES
from skill.workout.place import Place
from skill.workout.states import ACTIVE, AT_WORK, State

MOST_PLACES = 5_000
"""Places kept in memory: some two hundred a plan, of the plans that are asked for most."""


def read_place(values: Iterable[Any], plan: Plan) -> Place:
    """The place of these values.

    Raises ValueError or TypeError where no workout of the plan can be there.
    """
    return _place(plan, *values)


@kept_of_runners(MOST_PLACES, typed=True)
def _place(plan: Plan, state: Any, index: Any, side: Any, done: Any, left: Any) -> Place:
    """A place of a plan; kept, since every turn reads a dozen of them and they are few."""
    place = Place(
        State(state),
        index,
        whole(side, 0, SIDES - 1),
        whole(done, -(10**6), 10**6),
        None if left is None else State(left),
    )
    whole(index, 0, 1000)
    if not _was_left_rightly(place) or not _is_in(place, plan):
        raise ValueError(f"no workout of this plan can be at {place}")
    return place


def _was_left_rightly(place: Place) -> bool:
    """Whether a pause or a stop names the state that it left, and no other state names one."""
    if place.left is None:
        return place.state is not State.PAUSED
    return place.left in ACTIVE and place.state in (State.PAUSED, State.IDLE)


def _is_in(place: Place, plan: Plan) -> bool:
    """Whether the plan has such a place."""
    state = place.active
    if place.done < 0 and state is not State.RESTING:
        return False
    if state is State.WARMING_UP:
        return place.at < len(plan.moves)
    if state in (State.STRETCHING, State.FINISHED):
        return place.at < len(plan.holds) or (state is State.FINISHED and not place.at)
    if place.at >= len(plan.sets):
        return False
    work = plan.sets[place.at]
    if state in AT_WORK:
        counted = work.dose.measure is Measure.REPETITIONS
        return counted is (state is State.COUNTING) and place.side < len(work.sides)
    if state is State.CHANGING_SIDES:
        return place.side + 1 < len(work.sides)
    return state is not State.RESTING or place.at + 1 < len(plan.sets)
