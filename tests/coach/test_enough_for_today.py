"""After one pain and another it is enough for today."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.coach.commands import (
    BringBack,
    ChangePlan,
    GoToExercise,
    HeardNumber,
    Named,
    No,
    OneMoreSet,
    OpenCoach,
    Pain,
    Resume,
    StartOver,
    StartWorkout,
    Yes,
)
from skill.workout.question import Question
from skill.workout.states import State

KNEE, HIP = Named("knee", "knee"), Named("hip", "hip")


def on_to_the_next_set(runner: Runner) -> None:
    """Agree to what comes instead, and hear it to its end."""
    runner.tell(Yes(), after_s=3)
    runner.listens()


def test_after_a_second_joint_that_hurts_the_work_ends_and_a_gentle_stretch_is_offered(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE))
    assert "pain.second" not in runner.said()
    on_to_the_next_set(runner)
    runner.tell(Pain(HIP))
    assert runner.said()[-2:] == ["pain.second", "ask.stretch_kindly"]
    assert runner.stored.question is Question.STRETCH_KINDLY
    assert {"knee", "hip"} <= {*runner.stored.preferences.avoided_joints}
    assert not any({"knee", "hip"} & {*s.joints} for s in runner.workout.plan.stretches)


def test_two_joints_told_in_one_breath_are_both_spared_and_are_enough_for_today(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE, "knee", besides=(Pain(HIP, "hip"),)))
    assert {"knee", "hip"} <= {*runner.stored.preferences.avoided_joints}
    assert "pain.second" in runner.said()
    assert "knee and hip" in runner.words().replace("hip and knee", "knee and hip")


@pytest.mark.parametrize("first", [KNEE, None, Named(None, "leg")])
def test_two_joints_told_before_the_workout_are_both_left_out_of_it(
    runner: Runner, first: Named | None
) -> None:
    runner.tell(OpenCoach())
    runner.tell(Pain(first, besides=(Pain(Named("ankle", "ankle"), "ankle"), Pain(KNEE, "knee"))))
    assert {"knee", "ankle"} == {*runner.stored.preferences.avoided_joints}
    runner.tell(StartWorkout(), after_s=20)
    assert not any({"knee", "ankle"} & {*s.exercise.joints} for s in runner.workout.plan.sets)


@pytest.mark.parametrize("again", [Pain(KNEE), Pain()])
def test_what_hurts_once_more_although_it_was_spared_ends_the_work_as_well(
    runner: Runner, again: Pain
) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE))
    on_to_the_next_set(runner)
    runner.tell(again)
    assert "pain.second" in runner.said()


def has_enough(runner: Runner) -> None:
    """Two pains end the work, and the stretches begin."""
    runner.does_seven()
    runner.tell(Pain(KNEE))
    on_to_the_next_set(runner)
    runner.tell(Pain(HIP))
    runner.tell(Yes(), after_s=3)
    assert runner.workout.place.active is State.STRETCHING


def is_fine_again(runner: Runner) -> None:
    """Say that nothing hurts any more, and go on."""
    for said in (BringBack(), Yes(), Resume()):
        runner.tell(said, after_s=3)
    assert runner.stored.preferences.avoided_joints == ()


@pytest.mark.parametrize("better", [True, False])
@pytest.mark.parametrize("by_name", [True, False])
def test_work_that_ended_after_a_second_pain_stays_ended_though_all_is_fine_again(
    runner: Runner, *, better: bool, by_name: bool
) -> None:
    has_enough(runner)
    if better:
        is_fine_again(runner)
    done, last = runner.workout.done, len(runner.workout.plan.sets) - 1
    runner.tell(GoToExercise(runner.exercise_of(last)) if by_name else OneMoreSet(), after_s=3)
    assert "pain.over" in runner.said()
    assert runner.workout.place.active is State.STRETCHING
    assert runner.workout.done == done


def test_who_starts_over_on_another_day_may_work_again(runner: Runner) -> None:
    has_enough(runner)
    is_fine_again(runner)
    runner.loses_session()
    runner.now += timedelta(days=4)
    runner.tell(OpenCoach())
    runner.tell(StartOver(), after_s=20)
    assert "pain.over" not in runner.said()
    assert runner.workout.place.state is State.ANNOUNCING


def test_a_joint_named_for_the_pain_that_was_told_just_before_is_no_second_one(
    runner: Runner,
) -> None:
    runner.does_seven()
    for told in (Pain(), Pain(KNEE), Pain(KNEE)):
        runner.tell(told)
        assert "pain.second" not in runner.said()
    runner.tell(Pain(HIP))
    assert "pain.second" in runner.said()


def test_a_pain_in_the_warm_up_counts(runner: Runner) -> None:
    runner.starts()
    assert runner.workout.place.state is State.ANNOUNCING
    runner.tell(Pain(KNEE))
    on_to_the_next_set(runner)
    runner.tell(Pain(HIP))
    assert "pain.second" in runner.said()


def test_pains_of_another_workout_do_not_count(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE))
    runner.tell(No(), after_s=3)
    runner.loses_session()
    runner.now += timedelta(days=3)
    runner.tell(OpenCoach())
    runner.tell(No())
    runner.tell(Yes())
    runner.works_until(3)
    runner.tell(Pain(HIP))
    assert "pain.second" not in runner.said()


def test_where_no_stretch_is_left_the_closing_says_which_are_left_out(runner: Runner) -> None:
    runner.tell(OpenCoach())
    for joint in ("hip", "back", "shoulder"):
        runner.tell(Pain(Named(joint, joint)), after_s=20)
    runner.tell(ChangePlan(rounds=HeardNumber(1)), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    runner.works_until(5)
    runner.tell(Pain(Named("ankle", "ankle")))
    said = runner.said()
    assert said.index("pain.nothing_left") < said.index("stretching.left_out")
    assert said.index("stretching.left_out") < said.index("closing.done")
    assert "calf stretch" in runner.words()
    assert runner.stored.workout is None
