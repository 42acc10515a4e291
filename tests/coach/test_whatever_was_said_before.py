"""Whatever was said before, pain and danger win, and every set ahead may be done."""

from hypothesis import given
from hypothesis import strategies as st
from names import exercise, named
from runner import Runner
from support.examples import tried
from support.straight_to_work import catalog_without_warm_up

from skill.athlete.athlete import history_of
from skill.athlete.changing import sets_ahead
from skill.coach.coach import Coach
from skill.coach.commands import (
    BringBack,
    Command,
    Equipment,
    FinishEarly,
    HeardNumber,
    LeftSideFirst,
    Load,
    LongerRests,
    Minutes,
    Named,
    No,
    NormalRests,
    NoTool,
    OnlyCount,
    OpenCoach,
    Pain,
    Ready,
    RedFlag,
    RightSideFirst,
    ShorterRests,
    SkipExercise,
    Slower,
    SomethingElse,
    StartWorkout,
    TalkFully,
    TalkLess,
    UseKilos,
    UsePounds,
    Yes,
)
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.ladder import is_allowed
from skill.workout.states import State

CATALOG = catalog_without_warm_up()
JOINTS = sorted({joint for e in CATALOG.exercises.values() for joint in e.joints})
TOOLS = sorted({tool for e in CATALOG.exercises.values() for tool in (*e.needs, *e.tools)})

ON_THE_WAY: st.SearchStrategy[Command] = st.sampled_from(
    [
        *(SkipExercise(), Ready(), Yes(), No(), FinishEarly(), OpenCoach(), StartWorkout()),
        *(SomethingElse(), SomethingElse(exercise("squat")), BringBack(exercise("squat"))),
        *(SomethingElse(exercise("squat"), wished=exercise("lunge")),),
        *(SomethingElse(wished=exercise("calf_raise")),),
        *(BringBack(), BringBack(joint=named("knee")), BringBack(exercise("lunge"))),
        *(
            Equipment((named("kettlebell"), named("step"))),
            Load(HeardNumber(8), tool=named("kettlebell")),
        ),
        *(NoTool(named(tool)) for tool in TOOLS),
        *(Pain(), Pain(Named(None, "elbow grease")), *(Pain(named(joint)) for joint in JOINTS)),
        *(LongerRests(), ShorterRests(), NormalRests(), TalkFully(), TalkLess(), OnlyCount()),
        *(UseKilos(), UsePounds(), LeftSideFirst(), RightSideFirst(), Minutes(HeardNumber(15))),
        *(Slower(), Slower(exercise("squat")), Load(HeardNumber(8), exercise=exercise("squat"))),
    ]
)
WAYS = st.lists(st.tuples(ON_THE_WAY, st.integers(0, 200)), max_size=12)


def counts(runner: Runner) -> list[str]:
    return [key for key in runner.said() if key.startswith("count.")]


def led(way: list[tuple[Command, int]]) -> Runner:
    """A runner who has said all this, one after another."""
    runner = Runner(Coach(CATALOG, MemoryStore(), load_phrasebook))
    runner.starts()
    for command, after_s in way:
        runner.tell(command, after_s)
    return runner


@tried(60)
@given(WAYS, st.sampled_from(JOINTS), st.integers(0, 200))
def test_whatever_was_said_before_nothing_ahead_loads_a_joint_that_hurts_and_nothing_counts_on(
    way: list[tuple[Command, int]], joint: str, after_s: int
) -> None:
    runner = led(way)
    runner.tell(Pain(named(joint)), after_s)
    assert counts(runner) == []
    assert joint in runner.stored.preferences.avoided_joints
    workout = runner.stored.workout
    if workout is not None and workout.under_way:
        ahead = [w.prescription for w in sets_ahead(workout)]
        assert all(joint not in item.exercise.joints_with(item.tool) for item in ahead)
        here = workout.place.at if workout.place.active is State.STRETCHING else -1
        assert all(joint not in hold.stretch.joints for hold in workout.plan.holds[here + 1 :])


@tried(60)
@given(WAYS, st.integers(0, 200))
def test_whatever_was_said_before_a_red_flag_closes_the_session_and_keeps_what_was_done(
    way: list[tuple[Command, int]], after_s: int
) -> None:
    runner = led(way)
    before = sum(record.amount for record in history_of(runner.stored))
    runner.tell(RedFlag(), after_s)
    assert runner.said() == ["red_flag.stop", "red_flag.help"]
    assert not runner.in_session
    workout = runner.stored.workout
    assert workout is None or not workout.running
    assert sum(record.amount for record in history_of(runner.stored)) >= before


@tried(60)
@given(WAYS)
def test_every_set_ahead_may_be_done_whatever_was_said(way: list[tuple[Command, int]]) -> None:
    stored = led(way).stored
    if stored.workout is not None and stored.workout.under_way:
        ahead = [work.exercise for work in sets_ahead(stored.workout)]
        assert all(is_allowed(one, stored.preferences) for one in ahead) or not any(
            is_allowed(one, stored.preferences) for one in CATALOG.basics if not one.impact
        )


def test_what_was_done_of_an_exercise_that_hurt_is_recorded_as_that_exercise(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pain(named("knee")))
    runner.tell(Yes(), after_s=5)
    runner.works_until(4)
    runner.tell(FinishEarly())
    runner.tell(FinishEarly(), after_s=30)
    assert "eleven reps" in runner.words()
    done = {record.exercise_id: record.amount for record in runner.stored.history}
    assert done == {"squat": 7, "glute_bridge": 4}


def test_what_stands_in_is_explained_also_in_another_session(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(Pain(named("knee")))
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=600)
    assert counts(runner) == []
    runner.tell(Yes(), after_s=5)
    assert "exercise.glute_bridge.how_to" in runner.said()


def test_pain_in_a_place_that_is_not_known_leads_nowhere_near_what_was_done_and_warns(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pain(Named(None, "stomach")))
    assert "pain.unsure" in runner.said()
    other = runner.workout.plan.sets[0].exercise
    assert other.pattern != "squat"
    assert not any(work.exercise.impact for work in sets_ahead(runner.workout))
    assert runner.stored.preferences.swap_for("squat") == other.id


def test_what_hurt_gets_no_harder_until_the_runner_asks_for_it_again(runner: Runner) -> None:
    runner.starts()
    runner.tell(Pain(named("knee")), after_s=30)
    assert runner.stored.preferences.frozen == ("squat",)
    runner.tell(BringBack(joint=named("knee")), after_s=10)
    assert runner.stored.preferences.frozen == ("squat",)  # not before a yes
    runner.tell(Yes(), after_s=5)
    preferences = runner.stored.preferences
    assert (preferences.frozen, preferences.avoided_joints, preferences.swaps) == ((), (), ())
