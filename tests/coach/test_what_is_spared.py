"""How an exercise that hurts is stopped, and what is led instead of what a sore joint cannot do."""

import pytest
from runner import Runner
from support.tables import with_each

from skill.athlete.changing import next_set, sets_ahead
from skill.coach.coach import Coach
from skill.coach.commands import (
    Command,
    EasierWay,
    GoToExercise,
    HeardNumber,
    LeaveSession,
    Load,
    Named,
    NamedExercise,
    OpenCoach,
    Pain,
    Pause,
    Resume,
    SkipExercise,
    SomethingElse,
    StartWorkout,
    WhichWasThat,
    Yes,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.preferences import Units
from skill.training.rung import Why
from skill.workout.question import Question
from skill.workout.states import State

EIGHT_KILOS = Load(
    HeardNumber(8),
    units=Units.KILOGRAMS,
    exercise=NamedExercise("squat", "squats"),
    tool=Named("kettlebell", "kettlebell"),
)
JOINTS = ("ankle", "back", "hip", "knee", "shoulder")


def hurts(joint: str) -> Pain:
    return Pain(Named(joint, joint), joint)


@pytest.mark.parametrize(
    ("sore", "joint"),
    [
        *(((), joint) for joint in JOINTS),
        *((("ankle",), joint) for joint in ("back", "hip", "knee")),
        *((("back",), joint) for joint in ("hip", "knee")),
        *((("knee",), joint) for joint in ("back", "hip")),
    ],
)
@pytest.mark.parametrize("done", range(3))
def test_no_set_to_come_loads_a_joint_that_hurts_and_what_is_left_out_is_told(
    runner: Runner, sore: tuple[str, ...], joint: str, done: int
) -> None:
    runner.tell(OpenCoach())
    for other in sore:
        runner.tell(hurts(other), after_s=5)
    runner.tell(StartWorkout(), after_s=20)
    for _ in range(done):
        runner.tell(SkipExercise(), after_s=5)
    before = runner.workout.plan.sets[done:]
    runner.tell(hurts(joint), after_s=5)
    workout = runner.workout
    ahead = workout.plan.sets[workout.place.at :]
    assert ahead
    assert not any({*sore, joint} & {*work.exercise.joints} for work in ahead)
    others = [work.exercise for work in before if work.exercise is not before[0].exercise]
    kept = {exercise.id for exercise in others if joint not in exercise.joints}
    assert kept <= {work.exercise.id for work in ahead}
    gone = {work.entry for work in before} - {work.entry for work in ahead}
    assert ("left_out.done" in runner.said()) == bool(gone)


def test_when_a_joint_hurts_that_all_that_is_left_loads_the_workout_ends_with_a_kind_word(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(hurts("ankle"), after_s=5)
    runner.tell(hurts("knee"), after_s=5)
    runner.tell(StartWorkout(), after_s=20)
    runner.works_until(3)
    assert all("hip" in work.exercise.joints for work in runner.workout.plan.sets)
    runner.tell(hurts("hip"))
    assert "pain.nothing_left" in runner.said()
    assert "ask.instead" not in runner.said()
    assert runner.stored.workout is None or runner.workout.finished


@pytest.mark.parametrize("asked", [EasierWay(), WhichWasThat()], ids=repr)
def test_what_is_asked_of_an_exercise_is_answered_where_every_joint_hurts(
    runner: Runner, asked: Command
) -> None:
    runner.tell(OpenCoach())
    for joint in JOINTS:
        runner.tell(hurts(joint), after_s=5)
    runner.tell(asked, after_s=5)
    assert runner.stored.workout is None or not runner.workout.plan.sets
    assert runner.said()


@pytest.mark.parametrize("loaded", [True, False])
def test_a_weight_is_put_down_when_something_hurts_and_without_one_nothing_is_said_of_it(
    runner: Runner, loaded: bool
) -> None:
    runner.tell(OpenCoach())
    if loaded:
        runner.tell(EIGHT_KILOS, after_s=5)
    runner.tell(StartWorkout(), after_s=5)
    assert (runner.workout.plan.sets[0].prescription.tool is not None) == loaded
    runner.works_until(2)
    runner.tell(Pain())
    assert runner.said()[0] == "pain.stop"
    assert ("pain.put_down" in runner.said()) == loaded


@with_each("move", range(5))
def test_in_the_warm_up_no_weight_is_put_down(move: int) -> None:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    runner.tell(OpenCoach())
    runner.tell(EIGHT_KILOS, after_s=5)
    for said in (StartWorkout(), *[SkipExercise()] * move):
        runner.tell(said, after_s=5)
    assert (runner.workout.place.active, runner.workout.place.at) == (State.WARMING_UP, move)
    assert runner.workout.plan.sets[0].prescription.tool is not None
    runner.tell(Pain(), after_s=5)
    assert runner.said()[0] == "pain.stop"
    assert "pain.put_down" not in runner.said()


def test_a_pain_in_no_named_place_is_counted_once_while_the_workout_is_held(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pause())
    runner.tell(Pain(), after_s=5)
    assert runner.workout.pains == ("",)
    runner.tell(hurts("knee"), after_s=5)
    assert runner.workout.pains == ("knee",)


@pytest.mark.parametrize("seconds", [3, 40])
def test_what_came_instead_is_announced_in_full_after_resume(
    runner: Runner, seconds: float
) -> None:
    runner.does_seven()
    runner.tell(hurts("knee"))
    runner.loses_session()
    runner.tell(Resume(), after_s=seconds)
    assert [*runner.said()[:2], "why.swap_joint"] == ["done.resume", *runner.said()[1:3]]


def test_after_a_pause_in_mid_set_the_count_goes_on_though_the_exercise_was_changed_before(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(SomethingElse())
    assert any(change.since == 0 for change in runner.workout.plan.changes)
    runner.works_until(5)
    runner.tell(Pause())
    assert runner.workout.place.done
    runner.tell(Resume(), after_s=20)
    assert runner.said()[:2] == ["done.resume", "resume.counting"]


def test_a_pain_on_the_first_side_of_the_last_stretch_ends_the_workout(runner: Runner) -> None:
    runner.starts()
    while runner.workout.place.active is not State.STRETCHING:
        runner.tell(SkipExercise(), after_s=5)
    holds = runner.workout.plan.holds
    assert holds[-1].second
    while runner.workout.place.at < len(holds) - 2:
        runner.tell(SkipExercise(), after_s=5)
    assert runner.workout.place.at == len(holds) - 2
    runner.tell(Pain(), after_s=5)
    assert runner.stored.workout is None or runner.workout.finished


def at_the_last_round(runner: Runner) -> None:
    runner.starts()
    while runner.workout.place.at < len(runner.workout.plan.prescriptions):
        runner.tell(SkipExercise(), after_s=5)
    assert "announce.last_round" in runner.said()


@pytest.mark.parametrize("meanwhile", [(), (LeaveSession(), OpenCoach())], ids=["at once", "later"])
def test_a_round_whose_first_exercise_is_another_one_now_is_announced_again(
    runner: Runner, meanwhile: tuple[Command, ...]
) -> None:
    at_the_last_round(runner)
    runner.tell(hurts("ankle"), after_s=2)
    for command in (*meanwhile, Resume()):
        runner.tell(command, after_s=8)
    assert runner.said()[:3] == ["done.resume", "announce.last_round", "announce.new"]


def test_a_round_that_was_announced_is_not_announced_again_after_a_pause(runner: Runner) -> None:
    at_the_last_round(runner)
    runner.tell(Pause(), after_s=2)
    runner.tell(Resume(), after_s=20)
    assert runner.said()[0] == "done.resume"
    assert "announce.last_round" not in runner.said()


# Where a pain has no name, or the next set is spared by it.


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("sore", [None, *JOINTS])
def test_what_hurt_does_not_come_back_today_though_nothing_may_stand_in_for_it(
    runner: Runner, sore: str | None, at: int
) -> None:
    runner.tell(OpenCoach())
    if sore:
        runner.tell(hurts(sore), after_s=3)
    runner.tell(StartWorkout(), after_s=20)
    at = min(at, len(runner.workout.plan.sets) - 1)
    runner.tell(GoToExercise(runner.exercise_of(at)), after_s=5)
    runner.tell(Yes(), after_s=5)
    hurting = runner.workout.plan.sets[next_set(runner.workout)].exercise
    runner.tell(Pain(), after_s=40)
    ahead = [work.exercise.id for work in sets_ahead(runner.workout)]
    assert ahead
    assert hurting.id not in ahead
    left_out_from_now_on = bool(runner.stored.preferences.swaps)
    assert ("instead.leave_out" in runner.said()) is left_out_from_now_on


@pytest.mark.parametrize("joint", ["knee", "ankle", "shoulder"])
def test_in_a_rest_before_a_set_that_spares_what_hurts_the_rest_is_held(
    runner: Runner, joint: str
) -> None:
    runner.rests(5)
    coming = runner.workout.plan.sets[1].exercise
    assert joint not in coming.joints
    runner.tell(hurts(joint), after_s=2)
    assert runner.said()[0] == "pain.enough"
    assert runner.words().startswith("Squats: ")  # what was done, not what was announced
    assert runner.stored.question is Question.GO_ON
    place = runner.workout.place
    assert (place.state, place.left, place.at) == (State.PAUSED, State.RESTING, 0)
    assert runner.workout.plan.sets[1].exercise is coming


def test_what_stands_in_for_a_pain_without_a_place_moves_fewer_of_the_same_joints(
    runner: Runner,
) -> None:
    runner.does_seven()
    squat = runner.workout.plan.sets[0].exercise
    runner.tell(Pain())
    other = runner.workout.plan.sets[0].exercise
    alike = load_catalog().exercises["wall_sit"]
    assert len({*other.joints} & {*squat.joints}) < len({*alike.joints} & {*squat.joints})


@pytest.mark.parametrize("joint", JOINTS)
def test_before_a_workout_the_new_size_is_told_exactly_where_sparing_made_it_smaller(
    runner: Runner, joint: str
) -> None:
    runner.tell(OpenCoach())
    before = runner.workout.plan
    runner.tell(Pain(Named(joint, joint), joint), after_s=10)
    workout = runner.stored.workout
    smaller = workout is not None and (
        len(workout.plan.prescriptions) < len(before.prescriptions)
        or workout.plan.rounds < before.rounds
    )
    assert ("pain.smaller" in runner.said()) == smaller


def test_a_session_that_a_sore_knee_makes_smaller_is_told_in_its_new_size(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Pain(Named("knee", "knee"), "knee"), after_s=10)
    assert runner.said()[:2] == ["pain.spare", "pain.smaller"]
    assert "three exercises" in runner.words().lower()


def at_the_exercise(runner: Runner, at: int) -> None:
    """Begin today's workout, and do some of its exercise of this number."""
    runner.starts()
    for _ in range(at):
        runner.tell(SkipExercise(), after_s=5)


@pytest.mark.parametrize("at", range(4))
@pytest.mark.parametrize("joint", [None, *JOINTS])
def test_nothing_that_stands_in_for_a_pain_comes_twice_a_round(
    runner: Runner, joint: str | None, at: int
) -> None:
    at_the_exercise(runner, at)
    runner.tell(hurts(joint) if joint else Pain(), after_s=25)
    ahead = runner.workout.plan.sets[next_set(runner.workout) :]
    coming = [(work.round, work.exercise.id) for work in ahead]
    assert len({*coming}) == len(coming)


def test_what_loads_a_sore_joint_is_replaced_and_not_left_out_where_anything_else_can_be_done(
    runner: Runner,
) -> None:
    runner.does_seven()
    before = {work.entry for work in sets_ahead(runner.workout)}
    runner.tell(hurts("ankle"))
    assert "left_out.done" not in runner.said()
    assert {work.entry for work in sets_ahead(runner.workout)} == before


def test_whoever_names_a_joint_that_the_exercise_does_not_load_hears_that_it_is_left_out_as_well(
    runner: Runner,
) -> None:
    """Else it would stay away for good, and nobody would know why."""
    runner.does_seven()
    assert "shoulder" not in runner.workout.plan.sets[0].exercise.joints
    runner.tell(hurts("shoulder"))
    assert runner.said()[1:3] == ["pain.spare", "instead.leave_out"]
    assert "pain.which_part" not in runner.said()
    assert dict(runner.stored.preferences.swaps).keys() == {"squat"}


def test_whoever_names_a_joint_that_the_exercise_loads_hears_of_the_joint_alone(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(hurts("ankle"))
    assert runner.said() == ["pain.stop", "pain.spare", "ask.instead"]
    assert runner.stored.preferences.swaps == ()


def test_a_weight_that_loads_what_hurts_is_put_down_in_the_sets_to_come(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(EIGHT_KILOS, after_s=5)
    at_the_exercise(runner, 1)
    runner.tell(hurts("back"), after_s=25)
    squats = [work.prescription for work in sets_ahead(runner.workout)][-1]
    assert (squats.exercise.id, squats.tool, squats.load_grams) == ("squat", None, 0)
    assert (squats.reason.why, squats.reason.without) == (Why.JOINT, "back")


def test_in_a_rest_before_a_set_that_gives_way_to_another_one_the_runner_is_asked_about_that(
    runner: Runner,
) -> None:
    runner.rests(5)
    coming = runner.workout.plan.sets[1].exercise
    assert "back" in coming.joints
    runner.tell(hurts("back"), after_s=2)
    assert runner.stored.question is Question.INSTEAD
    assert runner.workout.set_here.exercise is not coming
