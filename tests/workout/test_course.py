"""The course knows the way without the machine, and leads where the machine would."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_workouts import BOOK, plans
from support.examples import tried
from support.tables import with_each

from skill.loaders import load_catalog
from skill.training.exercise import Dose, Measure
from skill.training.plan import Plan
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.workout.course import (
    beginning,
    counted,
    course,
    is_over,
    moved,
    next_due,
    place_after,
    rest_ms,
    whole,
)
from skill.workout.machine import MachineError, PlanUnderWay
from skill.workout.manner import Manner
from skill.workout.place import Place
from skill.workout.script import perform
from skill.workout.states import ACTIVE, State, Trigger

PLAN = plan_workout(load_catalog(), (), date(2026, 3, 2), Preferences(rounds=1))

WARM_UPS = st.sampled_from([PLAN.warm_up, PLAN.warm_up[:1], ()])
PLANS = st.builds(lambda plan, moves: plan._replace(warm_up=moves), plans(), WARM_UPS)


def places(plan: Plan) -> Iterator[Place]:
    """Anywhere in a workout: under way, paused, stopped, before it and after it."""
    yield Place()
    yield Place(State.FINISHED)
    for place in course(plan):
        yield place._replace(done=1)
        yield from (
            place._replace(state=held, left=place.state) for held in (State.PAUSED, State.IDLE)
        )


def by_the_machine(plan: Plan, place: Place, trigger: Trigger, target: int) -> Place | None:
    """Where the machine leads, back from a stop first; None where it refuses."""
    run = PlanUnderWay(plan, place)
    with suppress(MachineError):
        if place.state is State.IDLE and trigger not in (Trigger.START, Trigger.RESUME):
            run.trigger(Trigger.RESUME)
        run.trigger(trigger, target)
        return run.place
    return None


def test_a_first_workout_comes_through_every_state_in_which_time_runs() -> None:
    assert {place.state for place in course(PLAN)} == {*ACTIVE}


@given(PLANS)
def test_the_course_of_a_plan_is_the_way_on_which_the_machine_leads(plan: Plan) -> None:
    run, led = PlanUnderWay(plan, beginning(plan)), []
    while run.state in ACTIVE:
        led.append(run.place)
        run.trigger(Trigger.ADVANCE)
    assert [*course(plan)] == led


@given(PLANS, st.data())
def test_whatever_of_a_place_is_done_the_next_one_is_that_of_the_machine(
    plan: Plan, data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from([*course(plan)]))
    place = place._replace(done=data.draw(st.integers(0, 90_000)))
    run = PlanUnderWay(plan, place)
    run.trigger(Trigger.ADVANCE)
    assert place_after(plan, place) == run.place


@with_each("trigger", Trigger)
def test_every_word_leads_where_the_machine_leads_or_is_refused_as_by_it(trigger: Trigger) -> None:
    for place in places(PLAN):
        expected = by_the_machine(PLAN, place, trigger, 2)
        if expected is None:
            with pytest.raises(MachineError):
                moved(PLAN, place, trigger, 2)
        else:
            assert moved(PLAN, place, trigger, 2) == expected, place


def test_nothing_is_begun_where_there_is_nothing_to_do() -> None:
    plan = Plan(date(2026, 1, 5), (), rounds=1, stretches=())
    assert moved(plan, Place(), Trigger.START) == Place()


@tried(30)
@given(PLANS)
def test_what_is_done_is_left_behind_at_once_but_a_rest_waits_for_the_runners_word(
    plan: Plan,
) -> None:
    for place in course(plan):
        if place.state in (State.ANNOUNCING, State.CHANGING_SIDES):
            assert next_due(plan, place) == place
            continue
        done = place._replace(done=_all_of(plan, place))
        begun = done._replace(done=done.done - 1)
        assert next_due(plan, begun) == begun
        rests = place.state is State.RESTING
        assert next_due(plan, done) == (done if rests else place_after(plan, done))


def _all_of(plan: Plan, place: Place) -> int:
    """All that there is to do at a place, as it counts it."""
    match place.state:
        case State.WARMING_UP:
            return whole(plan.moves[place.at].move.dose)
        case State.RESTING:
            return rest_ms(plan, place)
        case State.STRETCHING:
            return plan.holds[place.at].hold_ms
    return whole(plan.sets[place.at].dose)


def test_of_a_rest_that_is_over_no_word_is_said_and_of_one_that_is_nearly_so_the_last_are() -> None:
    rest = next(place for place in course(PLAN) if place.state is State.RESTING)
    over = rest._replace(done=rest_ms(PLAN, rest))
    nearly = over._replace(done=over.done - 1)
    assert is_over(PLAN, over)
    assert not is_over(PLAN, nearly)
    assert next(perform(PLAN, over, Manner(BOOK, 100))).place == place_after(PLAN, rest)
    assert next(perform(PLAN, nearly, Manner(BOOK, 100))).place == nearly


def test_a_hold_is_measured_in_ms_and_told_in_whole_seconds_and_repetitions_are_counted() -> None:
    assert whole(Dose(Measure.SECONDS, 45)) == 45_000
    assert whole(Dose(Measure.REPETITIONS, 45)) == 45
    assert counted(Place(State.HOLDING, done=7_999)) == 7
    assert counted(Place(State.HOLDING, done=8_000)) == 8
    assert counted(Place(State.COUNTING, done=7)) == 7
    assert counted(Place(State.PAUSED, done=7, left=State.COUNTING)) == 7
