"""What burns or pulls as training does is no injury; anywhere else it is pain."""

import pytest
from runner import Runner

from skill.coach.commands import (
    FeelBurn,
    FeelPull,
    FinishEarly,
    Named,
    Pain,
    Yes,
)
from skill.workout.question import Question
from skill.workout.states import State

CALF = Named("ankle", "calf")


def in_the_calf_stretch(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    runner.tell(Yes(), after_s=5)
    assert runner.workout.place.state is State.STRETCHING
    assert runner.workout.plan.holds[runner.workout.place.at].stretch.id == "calf"


def test_burning_muscles_hold_the_count_and_spare_nothing(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FeelBurn())
    assert runner.said() == ["too_hard.burns", "ask.too_hard"]
    assert runner.workout.place.state is State.PAUSED
    assert runner.stored.preferences.avoided_joints == ()
    assert runner.workout.pains == ()


def test_the_pull_of_a_stretch_is_no_pain(runner: Runner) -> None:
    in_the_calf_stretch(runner)
    runner.tell(FeelPull(CALF, "lower_leg"), after_s=15)
    assert "stretching.mild_pull" in runner.said()
    assert runner.stored.preferences.avoided_joints == ()
    runner.tell(FeelPull(), after_s=15)
    assert "stretching.mild_pull" in runner.said()


@pytest.mark.parametrize("word", [Pain(CALF, "lower_leg"), FeelPull(Named("knee", "knee"), "knee")])
def test_a_sharp_pain_or_a_joint_that_pulls_in_a_stretch_is_spared(
    runner: Runner, word: Pain
) -> None:
    in_the_calf_stretch(runner)
    runner.tell(word, after_s=15)
    assert "pain.stop_stretch" in runner.said()
    assert word.joint is not None
    assert runner.stored.preferences.avoided_joints == (word.joint.id,)


def test_what_pulls_beside_the_muscle_that_is_stretched_is_pain(runner: Runner) -> None:
    in_the_calf_stretch(runner)
    knee = Pain(Named("knee", "knee"), "knee")
    runner.tell(FeelPull(CALF, "lower_leg", besides=(knee,)), after_s=15)
    assert "pain.stop_stretch" in runner.said()
    assert "knee" in runner.stored.preferences.avoided_joints


def test_a_jaw_that_pulls_beside_the_calf_is_asked_about(runner: Runner) -> None:
    in_the_calf_stretch(runner)
    runner.tell(FeelPull(CALF, "lower_leg", besides=(Pain(None, "jaw"),)), after_s=15)
    assert runner.stored.question is Question.DANGER


def test_what_pulls_near_the_heart_is_asked_about(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FeelPull(Named("back", "upper back"), "upper_back"))
    assert runner.stored.question is Question.DANGER


def test_a_pull_in_the_middle_of_a_set_is_pain(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FeelPull(CALF, "lower_leg"))
    assert "pain.spare" in runner.said()
