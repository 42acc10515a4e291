"""The course knows the way without the machine, and leads where the machine would."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_workouts import plans
from support.examples import tried

from skill.training.exercise import Dose, Measure
from skill.training.plan import Plan
from skill.workout.course import (
    beginning,
    counted,
    course,
    moved,
    next_due,
    place_after,
    rest_ms,
    whole,
)
from skill.workout.machine import MachineError, Run
from skill.workout.place import Place
from skill.workout.states import ACTIVE, State, Trigger

HELD = (State.PAUSED, State.IDLE)


@st.composite
def places(draw: st.DrawFn, plan: Plan) -> Place:
    """Anywhere in a workout: under way, paused, stopped, before it and after it."""
    place = draw(st.sampled_from([*course(plan)]))._replace(done=draw(st.integers(0, 3)))
    held = place._replace(state=draw(st.sampled_from(HELD)), left=place.state)
    return draw(st.sampled_from([place, held, Place(), Place(State.FINISHED)]))


def by_the_machine(plan: Plan, place: Place, trigger: Trigger, target: int) -> Place | None:
    """Where the machine leads, back from a stop first; None where it refuses."""
    run = Run(plan, place)
    with suppress(MachineError):
        if place.state is State.IDLE and trigger not in (Trigger.START, Trigger.RESUME):
            run.trigger(Trigger.RESUME)
        run.trigger(trigger, target)
        return run.place
    return None


@given(plans())
def test_the_course_of_a_plan_is_the_way_on_which_the_machine_leads(plan: Plan) -> None:
    run, led = Run(plan, beginning(plan)), []
    while run.state in ACTIVE:
        led.append(run.place)
        run.trigger(Trigger.ADVANCE)
    assert [*course(plan)] == led


@given(plans(), st.data())
def test_whatever_of_a_place_is_done_the_next_one_is_that_of_the_machine(
    plan: Plan, data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from([*course(plan)]))
    place = place._replace(done=data.draw(st.integers(0, 90_000)))
    run = Run(plan, place)
    run.trigger(Trigger.ADVANCE)
    assert place_after(plan, place) == run.place


@tried(200)
@given(st.data(), plans(), st.sampled_from(Trigger))
def test_every_word_leads_where_the_machine_leads_or_is_refused_as_by_it(
    data: st.DataObject, plan: Plan, trigger: Trigger
) -> None:
    place = data.draw(places(plan))
    target = data.draw(st.integers(0, len(plan.sets) - 1))
    expected = by_the_machine(plan, place, trigger, target)
    if expected is None:
        with pytest.raises(MachineError):
            moved(plan, place, trigger, target)
    else:
        assert moved(plan, place, trigger, target) == expected


def test_nothing_is_begun_where_there_is_nothing_to_do() -> None:
    plan = Plan(date(2026, 1, 5), (), rounds=1, stretches=())
    assert moved(plan, Place(), Trigger.START) == Place()


@tried(30)
@given(plans())
def test_what_is_done_is_left_behind_at_once_but_a_rest_waits_for_the_runners_word(
    plan: Plan,
) -> None:
    for place in course(plan):
        done = place._replace(done=_all_of(plan, place))
        begun = done._replace(done=done.done - 1)
        assert next_due(plan, begun) == begun
        waits = place.state in (State.RESTING, State.ANNOUNCING, State.CHANGING_SIDES)
        assert next_due(plan, done) == (done if waits else place_after(plan, done))


def _all_of(plan: Plan, place: Place) -> int:
    """All that there is to do at a place, as it counts it; 1 where there is nothing."""
    match place.state:
        case State.WARMING_UP:
            return whole(plan.moves[place.index].move.dose)
        case State.COUNTING | State.HOLDING:
            return whole(plan.sets[place.index].dose)
        case State.RESTING:
            return rest_ms(plan, place)
        case State.STRETCHING:
            return plan.holds[place.index].hold_ms
    return 1


def test_a_hold_is_measured_in_ms_and_told_in_whole_seconds_and_repetitions_are_counted() -> None:
    assert whole(Dose(Measure.SECONDS, 45)) == 45_000
    assert whole(Dose(Measure.REPETITIONS, 45)) == 45
    assert counted(Place(State.HOLDING, done=7_999)) == 7
    assert counted(Place(State.COUNTING, done=7)) == 7
    assert counted(Place(State.PAUSED, done=7, left=State.COUNTING)) == 7
