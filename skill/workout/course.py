"""The course of a workout: which place follows which, and how much of a place is still to do.

Nothing is said here; ``skill.workout.script`` writes what is heard on the way.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from skill.recent import kept_of_runners
from skill.training.exercise import Dose, Measure
from skill.training.plan import Plan
from skill.workout.machine import PlanUnderWay
from skill.workout.place import Place
from skill.workout.states import ACTIVE, AT_REST, State, Trigger

MOST_COURSES = 200
"""Workouts whose course is kept in memory, some 10 kB each."""


def place_after(plan: Plan, place: Place) -> Place:
    """The place to which the clock leads from another: the next one of the course.

    Where the course has none, as after the last place, the machine is asked.
    """
    coming = _following(plan).get(place[:3])
    if coming is not None:
        return coming
    under_way = PlanUnderWay(plan, place)
    under_way.trigger(Trigger.ADVANCE)
    return under_way.place


def moved(plan: Plan, place: Place, trigger: Trigger, target: int | None = None) -> Place:
    """The place after the machine took a trigger; from a stop it comes back first.

    A beginning, and a step on as by the clock, are found without the machine. Most words lead to one of the two,
    so the machine is seldom made, and never for a first "yes".

    Raises:
        MachineError: the place's state has no such transition.
    """
    if trigger is Trigger.ADVANCE and place.state in ACTIVE:
        return place_after(plan, place)
    if trigger is Trigger.START and place.state in AT_REST and plan.sets:
        return beginning(plan)
    under_way = PlanUnderWay(plan, place)
    if under_way.state is State.IDLE and trigger not in (Trigger.START, Trigger.RESUME):
        under_way.trigger(Trigger.RESUME)
    under_way.trigger(trigger, target)
    return under_way.place


@kept_of_runners(MOST_COURSES)
def _following(plan: Plan) -> Mapping[tuple[State, int, int], Place]:
    """What follows each place of the course but the last, by state, index and side, whatever is ``done``."""
    return {place[:3]: coming for place, coming in pairwise(course(plan))}


def course(plan: Plan) -> Iterator[Place]:
    """The places at which the scenes of a whole workout begin, in order.

    It is the way that the machine leads. The machine itself is not asked: sixty steps of it take a millisecond,
    and whoever opens the coach, or wants another plan, would wait for them.
    """
    for index in range(len(plan.moves)):
        yield Place(State.WARMING_UP, index)
    for work in plan.sets:
        index, counted = work.at, work.dose.measure is Measure.REPETITIONS
        yield Place(State.ANNOUNCING, index)
        for side in range(len(work.sides)):
            if side:
                yield Place(State.CHANGING_SIDES, index, side - 1)
            yield Place(State.COUNTING if counted else State.HOLDING, index, side)
        if index + 1 < len(plan.sets):
            yield Place(State.RESTING, index, len(work.sides) - 1)
    for index in range(len(plan.holds)):
        yield Place(State.STRETCHING, index)


def next_due(plan: Plan, place: Place) -> Place:
    """The place without what is over, moved on to the next thing that takes time.

    A rest that is over stays: the next set begins with the runner's word.
    """
    while place.state in ACTIVE and place.state is not State.RESTING and is_over(plan, place):
        place = place_after(plan, place)
    return place


def rest_ms(plan: Plan, place: Place) -> int:
    """The rest after the set at ``place``, in ms."""
    return plan.rest_ms(place.at)


def is_over(plan: Plan, place: Place) -> bool:
    """Whether nothing of this state is left to do."""
    if not place.done:
        return False
    match place.state:
        case State.WARMING_UP:
            return place.done >= whole(plan.moves[place.at].move.dose)
        case State.COUNTING | State.HOLDING:
            return place.done >= whole(plan.sets[place.at].dose)
        case State.RESTING:
            return place.done >= rest_ms(plan, place)
        case State.STRETCHING:
            return place.done >= plan.holds[place.at].hold_ms
        case _:
            return False


def beginning(plan: Plan) -> Place:
    """Where a workout begins: with its warm-up, if it has one."""
    return Place(State.WARMING_UP if plan.moves else State.ANNOUNCING)


def counted(place: Place) -> int:
    """What is done of the set at a place of work: repetitions, or whole seconds."""
    return place.done if place.active is State.COUNTING else place.done // 1000


def whole(dose: Dose) -> int:
    """All of a dose, as a place counts it: repetitions, or ms."""
    return dose.amount if dose.measure is Measure.REPETITIONS else dose.amount * 1000
