import gc
import weakref
from datetime import date

import pytest
from random_workouts import CATALOG
from support.tables import with_each

from skill.training.exercise import Dose
from skill.training.plan import Plan
from skill.training.prescription import Prescription
from skill.workout.machine import MachineError, PlanUnderWay
from skill.workout.place import Place
from skill.workout.states import ACTIVE, TRANSITIONS, State, Trigger


def plan_of(*ids: str, rounds: int = 2, stretches: tuple[str, ...] = ("calf", "shoulders")) -> Plan:
    exercises = [CATALOG.exercises[id_] for id_ in ids]
    prescriptions = tuple(Prescription(e, Dose(e.measure, e.lowest)) for e in exercises)
    return Plan(
        date(2026, 3, 2), prescriptions, rounds, tuple(CATALOG.stretches[id_] for id_ in stretches)
    )


# Sets 0 to 5: squat (both sides), step-up (each), single-leg stand (each, held), and again.
# Holds 0 to 2: calf left, calf right, shoulders.
PLAN = plan_of("squat", "step_up", "single_leg_stand")
TARGET = 4

HERE = {
    State.IDLE: Place(),
    State.WARMING_UP: Place(State.WARMING_UP, 1, 0, 2),
    State.ANNOUNCING: Place(State.ANNOUNCING, 1, 0, 1),
    State.COUNTING: Place(State.COUNTING, 1, 0, 4),
    State.HOLDING: Place(State.HOLDING, 2, 1, 7_000),
    State.CHANGING_SIDES: Place(State.CHANGING_SIDES, 1),
    State.RESTING: Place(State.RESTING, 1, 1, 12_000),
    State.STRETCHING: Place(State.STRETCHING, 1, 0, 3_000),
    State.PAUSED: Place(State.PAUSED, 1, 1, 4, State.COUNTING),
    State.FINISHED: Place(State.FINISHED, 2),
}

STRETCHES = Place(State.STRETCHING, 0)


def announced(index: int) -> Place:
    return Place(State.ANNOUNCING, index)


def under_way(place: Place, back: int, after_skip: int = 2, again: int = 1) -> dict[Trigger, Place]:
    """Where the runner's words lead from the work: they do not depend on the state's own clock."""
    left = place.left or place.state
    stopped = Place(State.IDLE, place.at, place.side, place.done, left)
    return {
        Trigger.SKIP: announced(after_skip),
        Trigger.BACK: announced(back),
        Trigger.REPEAT: announced(again),
        Trigger.GO_TO: announced(TARGET),
        Trigger.FINISH: STRETCHES,
        Trigger.STOP: stopped,
    }


def paused(state: State) -> Place:
    place = HERE[state]
    return Place(State.PAUSED, place.at, place.side, place.done, state)


MOVES: dict[State, dict[Trigger, Place]] = {
    State.IDLE: {Trigger.START: announced(0), Trigger.RESUME: HERE[State.IDLE]},
    State.ANNOUNCING: {
        **under_way(HERE[State.ANNOUNCING], back=0),
        Trigger.ADVANCE: Place(State.COUNTING, 1),
        Trigger.PAUSE: paused(State.ANNOUNCING),
    },
    State.COUNTING: {
        **under_way(HERE[State.COUNTING], back=0),
        Trigger.ADVANCE: Place(State.CHANGING_SIDES, 1),
        Trigger.PAUSE: paused(State.COUNTING),
    },
    State.HOLDING: {
        **under_way(HERE[State.HOLDING], back=1, after_skip=3, again=2),
        Trigger.ADVANCE: Place(State.RESTING, 2, 1),
        Trigger.PAUSE: paused(State.HOLDING),
    },
    State.CHANGING_SIDES: {
        **under_way(HERE[State.CHANGING_SIDES], back=0),
        Trigger.ADVANCE: Place(State.COUNTING, 1, 1),
        Trigger.PAUSE: paused(State.CHANGING_SIDES),
    },
    State.RESTING: {
        **under_way(HERE[State.RESTING], back=1),
        Trigger.ADVANCE: announced(2),
        Trigger.PAUSE: paused(State.RESTING),
    },
    State.WARMING_UP: {  # of a plan without a move after this one
        Trigger.ADVANCE: announced(0),
        Trigger.PAUSE: paused(State.WARMING_UP),
        Trigger.SKIP: announced(0),
        Trigger.BACK: Place(State.WARMING_UP, 0),
        Trigger.REPEAT: Place(State.WARMING_UP, 1),
        Trigger.GO_TO: announced(TARGET),
        Trigger.FINISH: Place(State.FINISHED),
        Trigger.STOP: Place(State.IDLE, 1, 0, 2, State.WARMING_UP),
    },
    State.STRETCHING: {
        Trigger.ADVANCE: Place(State.STRETCHING, 2),
        Trigger.PAUSE: paused(State.STRETCHING),
        Trigger.SKIP: Place(State.STRETCHING, 2),
        Trigger.BACK: Place(State.STRETCHING, 0),
        Trigger.REPEAT: Place(State.STRETCHING, 1),
        Trigger.GO_TO: announced(TARGET),
        Trigger.FINISH: Place(State.FINISHED, 1, 0, 3_000),
        Trigger.STOP: Place(State.IDLE, 1, 0, 3_000, State.STRETCHING),
    },
    State.PAUSED: {
        **under_way(HERE[State.PAUSED], back=0),
        Trigger.RESUME: Place(State.COUNTING, 1, 1, 4),
    },
    State.FINISHED: {Trigger.START: announced(0)},
}


@with_each("trigger", Trigger)
@with_each("state", State)
def test_every_trigger_in_every_state_moves_as_the_table_says_or_is_refused(
    state: State, trigger: Trigger
) -> None:
    here = HERE[state]
    run = PlanUnderWay(PLAN, here)
    assert run.may(trigger) is (trigger in MOVES[state])
    if trigger in MOVES[state]:
        nothing_left = state is State.IDLE and trigger is Trigger.RESUME
        assert run.trigger(trigger, TARGET) is not nothing_left
        assert run.place == MOVES[state][trigger]
    else:
        with pytest.raises(MachineError):
            run.trigger(trigger, TARGET)
        assert run.place == here


@with_each("way", [Trigger.PAUSE, Trigger.STOP])
@with_each("state", ACTIVE)
def test_what_was_paused_or_stopped_goes_on_exactly_where_it_was(
    state: State, way: Trigger
) -> None:
    run = PlanUnderWay(PLAN, HERE[state])
    assert run.trigger(way)
    assert run.state is (State.PAUSED if way is Trigger.PAUSE else State.IDLE)
    assert run.trigger(Trigger.RESUME)
    assert run.place == HERE[state]


@with_each("state", ACTIVE)
def test_a_paused_workout_that_is_stopped_still_goes_on_where_it_was(state: State) -> None:
    run = PlanUnderWay(PLAN, HERE[state])
    run.trigger(Trigger.PAUSE)
    run.trigger(Trigger.STOP)
    run.trigger(Trigger.RESUME)
    assert run.place == HERE[state]


@with_each("trigger", [Trigger.SKIP, Trigger.BACK, Trigger.REPEAT, Trigger.FINISH])
@with_each("state", ACTIVE)
def test_the_runners_word_means_the_same_while_paused(state: State, trigger: Trigger) -> None:
    at_work, on_hold = PlanUnderWay(PLAN, HERE[state]), PlanUnderWay(PLAN, paused(state))
    at_work.trigger(trigger)
    on_hold.trigger(trigger)
    assert on_hold.place == at_work.place


def states_of(plan: Plan) -> list[tuple[State, int, int]]:
    run = PlanUnderWay(plan)
    run.trigger(Trigger.START)
    passed = []
    while run.state in ACTIVE:
        passed.append((run.state, run.at, run.side))
        run.trigger(Trigger.ADVANCE)
    assert run.state is State.FINISHED
    return passed


def test_the_clock_alone_leads_through_every_set_side_rest_and_stretch() -> None:
    plan = plan_of("squat", "single_leg_stand", rounds=1)
    assert states_of(plan) == [
        (State.ANNOUNCING, 0, 0),
        (State.COUNTING, 0, 0),
        (State.RESTING, 0, 0),
        (State.ANNOUNCING, 1, 0),
        (State.HOLDING, 1, 0),
        (State.CHANGING_SIDES, 1, 0),
        (State.HOLDING, 1, 1),
        (State.STRETCHING, 0, 0),
        (State.STRETCHING, 1, 0),
        (State.STRETCHING, 2, 0),
    ]


@pytest.mark.parametrize(("index", "work"), [(1, State.COUNTING), (2, State.HOLDING)])
def test_an_explanation_that_was_heard_is_no_repetition_and_no_second(
    index: int, work: State
) -> None:
    run = PlanUnderWay(PLAN, Place(State.ANNOUNCING, index, done=1))
    run.trigger(Trigger.ADVANCE)
    assert run.place == Place(work, index)


def test_an_exercise_of_both_or_alternating_sides_has_no_change_of_sides() -> None:
    states = {state for state, _, _ in states_of(plan_of("squat", "lunge", "wall_sit"))}
    assert State.CHANGING_SIDES not in states


def test_no_rest_follows_the_last_set() -> None:
    rested = [index for state, index, _ in states_of(PLAN) if state is State.RESTING]
    assert rested == [*range(len(PLAN.sets) - 1)]


def test_a_plan_without_work_does_not_start() -> None:
    run = PlanUnderWay(plan_of())
    assert not run.trigger(Trigger.START)
    assert run.place == Place()


@with_each("target", [None, -1, 6, 10**9])
def test_a_set_that_the_plan_lacks_is_no_target(target: int | None) -> None:
    run = PlanUnderWay(PLAN, HERE[State.COUNTING])
    assert not run.trigger(Trigger.GO_TO, target)
    assert run.place == HERE[State.COUNTING]


def test_skipping_the_last_set_leads_to_the_stretches_and_the_last_stretch_to_the_end() -> None:
    run = PlanUnderWay(PLAN, Place(State.COUNTING, 5, 0, 3))
    run.trigger(Trigger.SKIP)
    assert run.place == STRETCHES
    run = PlanUnderWay(PLAN, Place(State.PAUSED, 2, 0, 3_000, State.STRETCHING))
    run.trigger(Trigger.SKIP)
    assert run.place == Place(State.FINISHED, 2, 0, 3_000)


@with_each("trigger", [Trigger.ADVANCE, Trigger.SKIP, Trigger.FINISH])
@with_each("state", [State.COUNTING, State.HOLDING])
def test_where_no_stretch_is_left_the_last_set_is_the_end(state: State, trigger: Trigger) -> None:
    """As where all of them load what hurts."""
    plan = plan_of("squat", "wall_sit", stretches=())
    run = PlanUnderWay(plan, Place(state, len(plan.sets) - 1, 0, 7))
    assert run.trigger(trigger)
    assert run.place == Place(State.FINISHED)


def test_nothing_comes_before_the_first_set_or_the_first_stretch() -> None:
    for state, expected in [(State.COUNTING, announced(0)), (State.STRETCHING, STRETCHES)]:
        run = PlanUnderWay(PLAN, Place(state, 0, 0, 5))
        run.trigger(Trigger.BACK)
        assert run.place == expected


def test_while_stretching_the_set_at_hand_is_the_last() -> None:
    assert PlanUnderWay(PLAN, HERE[State.STRETCHING]).work_set is PLAN.sets[-1]


def test_the_table_names_only_what_a_run_has() -> None:
    run = PlanUnderWay(PLAN)
    for row in TRANSITIONS:
        assert isinstance(row.dest, State)
        assert all(isinstance(source, State) for source in row.sources)
        assert all(hasattr(run, name) for name in row.when)
        assert row.then is None or callable(getattr(run, row.then))


@pytest.mark.slow
def test_a_warm_machine_keeps_no_run() -> None:
    run = PlanUnderWay(PLAN)
    run.trigger(Trigger.START)
    with pytest.raises(MachineError):
        run.trigger(Trigger.RESUME)
    kept = weakref.ref(run)
    del run
    gc.collect()
    assert kept() is None
