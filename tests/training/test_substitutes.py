from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from random_histories import CATALOG, HISTORIES
from support.examples import tried
from support.tables import with_each
from support.training_records import trained

from skill.training.exercise import Exercise
from skill.training.loads import is_weight
from skill.training.planner import plan_workout
from skill.training.preferences import OwnLoad, Preferences
from skill.training.progression import Grounds
from skill.training.record import Effort, History, joined
from skill.training.rung import Why
from skill.training.stretching import choose_stretches
from skill.training.substitutes import lighter, substitute
from skill.training.swaps import alternatives, swap

E = CATALOG.exercises
MONDAY = date(2026, 9, 7)
JOINTS = sorted({joint for exercise in E.values() for joint in exercise.joints})
NEEDS = sorted({need for exercise in E.values() for need in exercise.needs})
chosen = tried(60)
SOME_JOINTS = st.sets(st.sampled_from(JOINTS), max_size=3)
SOME_NEEDS = st.sets(st.sampled_from(NEEDS))


def grounds(preferences: Preferences) -> Grounds:
    """What is asked of somebody new on a Monday follows from this."""
    return Grounds(CATALOG, {}, preferences, MONDAY)


def sparing(joints: Iterable[str], needs: Iterable[str] = ()) -> Preferences:
    """What a runner wants whose joints hurt, and who lacks some things."""
    return Preferences(avoided_joints=tuple(joints), avoided_tools=tuple(needs))


@chosen
@given(st.sampled_from([*E.values()]), SOME_JOINTS, SOME_NEEDS)
def test_a_substitute_spares_the_joint_needs_nothing_that_is_missing_and_does_not_jump(
    exercise: Exercise, joints: set[str], needs: set[str]
) -> None:
    for other in alternatives(CATALOG, exercise, sparing(joints, needs)):
        assert other.base_id != exercise.base_id
        assert not set(other.joints) & joints
        assert not set(other.needs) & needs
        assert not other.impact
        assert other.variation_of is None


@with_each(
    ("id_", "joints", "needs", "other_id"),
    [
        ("step_up", (), ("step",), "lunge"),
        ("wall_sit", (), ("wall",), "squat"),
        ("squat", ("knee",), (), "glute_bridge"),
        ("squat", ("hip",), (), "high_wall_sit"),
        ("good_morning", ("back",), (), "step_up"),
        ("jump_squat", ("knee",), (), "glute_bridge"),
        ("jump_squat", ("back",), (), "half_squat"),
        ("lunge", ("shoulder",), (), "plain_lunge"),
        ("step_up", ("ankle",), (), "glute_bridge"),
        ("squat", ("knee", "hip"), (), "calf_raise"),
    ],
)
def test_the_likest_exercise_comes_first(
    id_: str, joints: tuple[str, ...], needs: tuple[str, ...], other_id: str
) -> None:
    other = swap(CATALOG, E[id_], sparing(joints, needs))
    assert other is not None
    assert other.id == other_id


def test_the_same_pattern_comes_before_shared_muscles() -> None:
    found = alternatives(CATALOG, E["squat"], Preferences())
    assert found[0].pattern == "squat"


def test_where_everything_hurts_there_is_no_substitute() -> None:
    assert swap(CATALOG, E["squat"], sparing(JOINTS)) is None


@chosen
@given(HISTORIES, SOME_JOINTS, SOME_NEEDS, st.integers(2, 5))
def test_a_plan_spares_what_hurts_and_needs_nothing_that_is_missing(
    history: History, joints: set[str], needs: set[str], size: int
) -> None:
    preferences = Preferences(
        exercises=size, avoided_joints=tuple(sorted(joints)), avoided_tools=tuple(sorted(needs))
    )
    plan = plan_workout(CATALOG, history, MONDAY, preferences)
    ids = [exercise.base_id for exercise in plan.exercises]
    assert len(ids) == len(set(ids)) <= size
    fine = [e for e in CATALOG.basics if not set(e.joints) & joints and not set(e.needs) & needs]
    if len([exercise for exercise in fine if not exercise.impact]) >= 2:
        assert plan.sets
    for item in plan.prescriptions:
        assert not set(item.exercise.joints_with(item.tool)) & joints
        assert not set(item.exercise.needs) & needs
    for stretch in plan.stretches:
        assert not set(stretch.joints) & joints
        assert not set(stretch.needs) & needs


@with_each(
    "joints",
    [("hip", "ankle"), ("knee", "hip"), ("hip", "back", "knee", "ankle"), tuple(JOINTS)],
)
@with_each("minutes", [None, 8, 20])
def test_where_nothing_is_left_that_makes_a_session_nothing_is_planned(
    joints: tuple[str, ...], minutes: int | None
) -> None:
    preferences = Preferences(avoided_joints=joints, minutes=minutes)
    plan = plan_workout(
        CATALOG, (), MONDAY, preferences, length_of=lambda plan: 60_000 * len(plan.sets)
    )
    assert (plan.sets, plan.stretches, plan.left_out) == ((), (), ())


@with_each(
    ("joint", "fewest"), [("knee", 3), ("hip", 2), ("ankle", 3), ("back", 3), ("shoulder", 4)]
)
def test_one_sore_joint_leaves_a_session(joint: str, fewest: int) -> None:
    plan = plan_workout(CATALOG, (), MONDAY, Preferences(avoided_joints=(joint,)))
    assert fewest <= len(plan.exercises) <= 5


def test_no_jumps_before_the_third_workout_unless_they_are_asked_for() -> None:
    squat = E["squat"]
    history: History = ()
    for i in range(4):
        plan = plan_workout(CATALOG, history, MONDAY, Preferences())
        early = plan_workout(CATALOG, history, MONDAY, Preferences(jumps=True))
        never = plan_workout(CATALOG, history, MONDAY, Preferences(jumps=False))
        assert any(e.impact for e in plan.exercises) is (i >= 2)
        assert any(e.impact for e in early.exercises)
        assert not any(e.impact for e in never.exercises)
        history = joined(history, [trained(date(2026, 9, 1 + i), squat)])


@with_each(
    ("days_off", "rounds", "jumps"),
    [(13, 3, True), (14, 2, False), (27, 2, False), (28, 2, False), (56, 2, False), (57, 2, False)],
)
def test_the_first_session_after_weeks_off_is_shorter_and_without_jumps(
    days_off: int, rounds: int, jumps: bool
) -> None:
    days = [MONDAY - timedelta(days=days_off + 3 * i) for i in range(12)]
    history = joined((), [trained(day, E["squat"]) for day in days])
    plan = plan_workout(CATALOG, history, MONDAY, Preferences())
    assert plan.rounds == rounds
    assert any(e.impact for e in plan.exercises) <= jumps
    four = plan_workout(CATALOG, history, MONDAY, Preferences(rounds=4))
    assert four.rounds == (2 if days_off >= 28 else rounds + 1)


def test_after_more_than_eight_weeks_two_sessions_are_short() -> None:
    long_ago = [trained(MONDAY - timedelta(days=n), E["squat"]) for n in (80, 76, 73)]
    for i in range(3):
        back = [trained(MONDAY + timedelta(days=3 * n), E["squat"]) for n in range(i)]
        day = MONDAY + timedelta(days=3 * i)
        plan = plan_workout(CATALOG, joined((), [*long_ago, *back]), day, Preferences())
        assert (plan.rounds, plan.growing) == (2, ())
        assert i == 2 or not any(e.impact for e in plan.exercises)


def test_outer_and_inner_thighs_take_turns() -> None:
    day: date = MONDAY
    history: History = ()
    seen = []
    for _ in range(12):
        plan = plan_workout(CATALOG, history, day, Preferences())
        seen += [e.id for e in plan.exercises if e.pattern == "abduction"]
        history = joined(history, [trained(day, e, workout=1) for e in plan.exercises])
        day += timedelta(days=3)
    assert len(seen) >= 4
    assert (
        seen == ["side_leg_raise", "adductor_raise"] * (len(seen) // 2) + seen[len(seen) // 2 * 2 :]
    )


@with_each(
    ("joint", "here", "gone"),
    [
        ("knee", {"front_hip", "knee_hug"}, {"quadriceps", "glutes"}),
        ("hip", {"calf"}, {"quadriceps", "hamstring", "glutes"}),
        ("ankle", {"quad_lying", "hamstring_lying"}, {"calf", "quadriceps"}),
        ("back", {"quad_lying", "knee_hug"}, {"hamstring", "glutes"}),
    ],
)
def test_stretches_spare_a_sore_joint(joint: str, here: set[str], gone: set[str]) -> None:
    preferences = Preferences(avoided_joints=(joint,))
    chosen, left_out = choose_stretches(CATALOG, CATALOG.basics, preferences)
    ids = {stretch.id for stretch in chosen}
    assert here <= ids
    assert not gone & ids
    assert not {stretch.id for stretch in left_out} & ids


def test_a_stretch_that_nothing_replaces_is_left_out_by_name() -> None:
    preferences = Preferences(avoided_joints=("ankle",))
    assert [s.id for s in choose_stretches(CATALOG, [E["calf_raise"]], preferences).left_out] == [
        "calf",
        "sole",
    ]


def test_what_stands_in_is_told_with_its_reason_and_asked_for_as_it_was() -> None:
    easy = trained(date(2026, 8, 31), E["squat"], effort=Effort.EASY, spare=5)
    history = joined((), [easy, easy._replace(workout=2), trained(date(2026, 9, 1), E["wall_sit"])])
    preferences = Preferences(avoided_tools=("step",))
    plan = plan_workout(CATALOG, history, MONDAY, preferences)
    (item,) = (item for item in plan.prescriptions if item.reason.instead_of == "step_up")
    assert (item.reason.why, item.reason.without) == (Why.NO_TOOL, "step")
    assert item.extra_sets == 0
    assert item.exercise.id == "squat"


def test_a_wish_for_something_else_is_kept() -> None:
    first = plan_workout(CATALOG, (), MONDAY, Preferences()).exercises[0]
    preferences = Preferences().with_swap(first.id, "side_leg_raise")
    plan = plan_workout(CATALOG, (), MONDAY, preferences)
    (item,) = (item for item in plan.prescriptions if item.reason.why is Why.WISH)
    assert (item.exercise.id, item.reason.instead_of) == ("side_leg_raise", first.id)


def test_a_wish_for_what_cannot_be_done_gives_the_likest_exercise_instead() -> None:
    preferences = Preferences(avoided_tools=("wall",)).with_swap("squat", "wall_sit")
    plan = plan_workout(CATALOG, (), MONDAY, preferences)
    assert "wall_sit" not in {exercise.id for exercise in plan.exercises}
    assert "squat" not in {exercise.id for exercise in plan.exercises}


def test_the_day_before_a_long_run_has_a_round_less_and_no_jumps() -> None:
    calves = CATALOG.exercises["calf_raise"]
    history = tuple(trained(MONDAY - timedelta(days=days), calves) for days in range(14, 2, -1))
    usual = plan_workout(CATALOG, history, MONDAY, Preferences(jumps=True))
    assert any(exercise.impact for exercise in usual.exercises)
    light = plan_workout(CATALOG, history, MONDAY, Preferences(light_day=MONDAY, jumps=True))
    assert light.rounds == usual.rounds - 1
    assert not any(exercise.impact for exercise in light.exercises)
    (item,) = (item for item in light.prescriptions if item.reason.instead_of)
    assert (item.reason.why, item.reason.instead_of) == (Why.LIGHT_DAY, "jump_squat")
    other_day = Preferences(light_day=date(2026, 9, 8), jumps=True)
    assert plan_workout(CATALOG, history, MONDAY, other_day) == usual


def test_a_light_day_keeps_at_least_one_round() -> None:
    preferences = Preferences(rounds=1, light_day=MONDAY)
    assert plan_workout(CATALOG, (), MONDAY, preferences).rounds == 1


def test_the_day_before_a_long_run_has_no_lunges_and_brings_none_in() -> None:
    for jumps in (False, True):
        for weeks in range(6):
            day = MONDAY + timedelta(weeks=weeks)
            light = plan_workout(CATALOG, (), day, Preferences(light_day=day, jumps=jumps))
            assert light.exercises
            assert not any(exercise.lowers for exercise in light.exercises)
    lunges = [CATALOG.exercises["lunge"], *CATALOG.basics[:3]]
    usual = substitute(grounds(Preferences()), lunges)
    assert any(item.exercise.lowers for item in usual)
    light_items = substitute(grounds(Preferences(light_day=MONDAY)), lunges)
    (item,) = (item for item in light_items if item.reason.instead_of == "lunge")
    assert item.reason.why is Why.LIGHT_DAY
    sore = Preferences(light_day=MONDAY, avoided_joints=("shoulder",))
    items = substitute(grounds(sore), lunges)
    assert not any(item.exercise.lowers for item in items)


def test_the_day_before_a_long_run_lifts_nothing_and_loses_no_weight() -> None:
    """A loaded exercise gives way to one without: done without its weight, it would begin anew the next time."""
    loads = tuple(
        OwnLoad(exercise.id, tool, 8_000, MONDAY)
        for exercise in CATALOG.exercises.values()
        for tool in exercise.tools[:1]
        if is_weight(tool) and exercise.id in ("squat", "good_morning")
    )
    assert loads
    owner = Preferences(loads=loads, equipment=("kettlebell", "dumbbell", "barbell"))
    chosen = [CATALOG.exercises[load.exercise_id] for load in loads]
    usual = substitute(grounds(owner), chosen)
    assert all(is_weight(item.tool) for item in usual)
    light = substitute(grounds(owner._replace(light_day=MONDAY)), chosen)
    assert len(light) == len(usual)
    assert not any(is_weight(item.tool) for item in light)
    assert {item.reason.why for item in light} == {Why.LIGHT_DAY}
    assert not {item.exercise.id for item in light} & {exercise.id for exercise in chosen}


def test_a_light_day_named_later_changes_only_what_tires_and_what_has_a_weight() -> None:
    light = Preferences(light_day=MONDAY)
    squats = OwnLoad("squat", "kettlebell", 8_000, MONDAY)
    owner = Preferences(loads=(squats,), equipment=("kettlebell",))
    chosen = [E["jump_squat"], E["lunge"], E["squat"], E["glute_bridge"]]
    usual = substitute(grounds(owner._replace(jumps=True)), chosen)
    besides = {item.exercise.id for item in usual}
    others = [lighter(grounds(light), item, besides) for item in usual]
    *changed, bridge = others
    assert bridge is None
    for item in changed:
        assert item is not None
        assert item.exercise.id not in besides
        assert not item.exercise.impact
        assert not item.exercise.lowers
        assert not is_weight(item.tool)
        assert item.reason.why is Why.LIGHT_DAY


def test_what_hurt_stands_in_for_no_other_exercise() -> None:
    light = Preferences(light_day=MONDAY)
    usual, _ = substitute(grounds(light), [E["lunge"], E["calf_raise"]])
    hurt = usual.exercise.id
    spared = light._replace(swaps=((hurt, "side_leg_raise"),), frozen=(hurt,))
    other, _ = substitute(grounds(spared), [E["lunge"], E["calf_raise"]])
    assert other.reason.instead_of == "lunge"
    assert other.exercise.id != hurt


def test_no_stand_in_for_a_light_day_was_left_out_for_today() -> None:
    (lunge,) = substitute(grounds(Preferences()), [E["lunge"]])
    light = Preferences(light_day=MONDAY)
    usual = lighter(grounds(light), lunge, ())
    assert usual is not None
    unwanted = light.with_unwanted([usual.exercise.id], MONDAY)
    other = lighter(grounds(unwanted), lunge, ())
    assert other is not None
    assert other.exercise is not usual.exercise
