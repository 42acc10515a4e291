from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_histories import CATALOG, HISTORIES
from support.training_records import trained

from skill.training.exercise import Exercise
from skill.training.planner import plan_workout
from skill.training.preferences import Preferences
from skill.training.record import Effort, History, joined
from skill.training.rung import Why
from skill.training.swaps import alternatives, swap
from skill.value import replace

E = CATALOG.exercises
MONDAY = date(2026, 9, 7)
JOINTS = sorted({joint for exercise in E.values() for joint in exercise.joints})
NEEDS = sorted({need for exercise in E.values() for need in exercise.needs})
chosen = settings(max_examples=60, deadline=None)
SOME_JOINTS = st.sets(st.sampled_from(JOINTS), max_size=3)
SOME_NEEDS = st.sets(st.sampled_from(NEEDS))


@chosen
@given(st.sampled_from([*E.values()]), SOME_JOINTS, SOME_NEEDS)
def test_a_substitute_spares_the_joint_needs_nothing_that_is_missing_and_does_not_jump(
    exercise: Exercise, joints: set[str], needs: set[str]
) -> None:
    for other in alternatives(CATALOG, exercise, joints, needs):
        assert other.base_id != exercise.base_id
        assert not set(other.joints) & joints
        assert not set(other.needs) & needs
        assert not other.impact
        assert other.variation_of is None


@pytest.mark.parametrize(
    ("id_", "joints", "needs", "other_id"),
    [
        ("step_up", (), ("step",), "lunge"),
        ("wall_sit", (), ("wall",), "squat"),
        ("squat", ("knee",), (), "good_morning"),
        ("good_morning", ("back",), (), "squat"),
        ("jump_squat", ("knee",), (), "good_morning"),
    ],
)
def test_the_likest_exercise_comes_first(
    id_: str, joints: tuple[str, ...], needs: tuple[str, ...], other_id: str
) -> None:
    other = swap(CATALOG, E[id_], joints, needs)
    assert other is not None
    assert other.id == other_id


def test_the_same_pattern_comes_before_shared_muscles() -> None:
    found = alternatives(CATALOG, E["squat"])
    assert found[0].pattern == "squat"


def test_where_everything_hurts_there_is_no_substitute() -> None:
    assert swap(CATALOG, E["squat"], JOINTS) is None


@chosen
@given(HISTORIES, SOME_JOINTS, SOME_NEEDS, st.integers(2, 5))
def test_a_plan_spares_what_hurts_and_needs_nothing_that_is_missing(
    history: History, joints: set[str], needs: set[str], size: int
) -> None:
    wishes = Preferences(
        exercises=size, avoided_joints=tuple(sorted(joints)), avoided_tools=tuple(sorted(needs))
    )
    plan = plan_workout(CATALOG, history, MONDAY, wishes)
    ids = [exercise.base_id for exercise in plan.exercises]
    assert len(ids) == len(set(ids)) <= size
    assert plan.sets
    fine = [e for e in CATALOG.basics if not set(e.joints) & joints and not set(e.needs) & needs]
    if fine:
        for exercise in plan.exercises:
            assert not set(exercise.joints) & joints
            assert not set(exercise.needs) & needs


def test_what_stands_in_is_told_with_its_reason_and_asked_for_as_it_was() -> None:
    easy = trained(date(2026, 8, 31), E["squat"], effort=Effort.EASY, spare=5)
    history = joined((), [easy, replace(easy, workout=2), trained(date(2026, 9, 1), E["wall_sit"])])
    wishes = Preferences(avoided_tools=("step",))
    plan = plan_workout(CATALOG, history, MONDAY, wishes)
    (item,) = (item for item in plan.prescriptions if item.reason.instead_of == "step_up")
    assert (item.reason.why, item.reason.without) == (Why.NO_TOOL, "step")
    assert item.extra_sets == 0
    assert item.exercise.id == "squat"


def test_a_wish_for_something_else_is_kept() -> None:
    first = plan_workout(CATALOG, (), MONDAY, Preferences()).exercises[0]
    wishes = Preferences().with_swap(first.id, "side_leg_raise")
    plan = plan_workout(CATALOG, (), MONDAY, wishes)
    (item,) = (item for item in plan.prescriptions if item.reason.why is Why.WISH)
    assert (item.exercise.id, item.reason.instead_of) == ("side_leg_raise", first.id)
    back = wishes.with_swap(first.id, None)
    assert plan_workout(CATALOG, (), MONDAY, back) == plan_workout(
        CATALOG, (), MONDAY, Preferences()
    )


def test_a_wish_for_what_cannot_be_done_gives_the_likest_exercise_instead() -> None:
    wishes = Preferences(avoided_tools=("wall",)).with_swap("squat", "wall_sit")
    plan = plan_workout(CATALOG, (), MONDAY, wishes)
    assert "wall_sit" not in {exercise.id for exercise in plan.exercises}
    assert "squat" not in {exercise.id for exercise in plan.exercises}


def test_the_day_before_a_long_run_has_a_round_less_and_no_jumps() -> None:
    usual = plan_workout(CATALOG, (), MONDAY, Preferences())
    assert any(exercise.impact for exercise in usual.exercises)
    light = plan_workout(CATALOG, (), MONDAY, Preferences(light_day=MONDAY))
    assert light.rounds == usual.rounds - 1
    assert not any(exercise.impact for exercise in light.exercises)
    (item,) = (item for item in light.prescriptions if item.reason.instead_of)
    assert (item.reason.why, item.reason.instead_of) == (Why.LIGHT_DAY, "jump_squat")
    other_day = Preferences(light_day=date(2026, 9, 8))
    assert plan_workout(CATALOG, (), MONDAY, other_day) == usual


def test_a_light_day_keeps_at_least_one_round() -> None:
    wishes = Preferences(rounds=1, light_day=MONDAY)
    assert plan_workout(CATALOG, (), MONDAY, wishes).rounds == 1
