"""A pain that comes back for weeks is told as what it is: once, kindly, and with who can help."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.coach.commands import (
    BringBack,
    FinishEarly,
    LeaveSession,
    Named,
    OpenCoach,
    Pain,
    RedFlag,
    StartWorkout,
    StopCoach,
    WhatDoYouKnow,
    Yes,
)

KNEE, HIP = Pain(Named("knee", "knee"), "knee"), Pain(Named("hip", "hip"), "hip")


def welcome_after_a_week(runner: Runner) -> list[str]:
    """What is said when the coach is opened, a week later."""
    runner.now += timedelta(weeks=1)
    runner.tell(OpenCoach())
    return runner.said()


def trains_with(runner: Runner, *pains: Pain) -> None:
    """From the welcome through a short workout in which these pains are told; what hurt before is fine again."""
    for joint in runner.stored.preferences.avoided_joints:
        runner.tell(BringBack(joint=Named(joint, joint)), after_s=20)
        runner.tell(Yes(), after_s=5)
    runner.tell(StartWorkout(), after_s=5)
    runner.now += timedelta(seconds=100)
    for pain in pains:
        runner.tell(pain, after_s=5)
    runner.tell(FinishEarly(), after_s=5)
    runner.tell(FinishEarly(), after_s=5)
    runner.tell(LeaveSession())


def weeks_with(runner: Runner, *weeks: tuple[Pain, ...]) -> list[bool]:
    """Of the welcome of each week whether it speaks of a pain that returns."""
    told = []
    for pains in weeks:
        told.append("pain.returns" in welcome_after_a_week(runner))
        trains_with(runner, *pains)
    return told


def test_the_welcome_after_the_third_workout_with_the_same_pain_names_who_can_help(
    runner: Runner,
) -> None:
    assert weeks_with(runner, (KNEE,), (), (KNEE,), (KNEE,)) == [False] * 4
    assert "pain.returns" in welcome_after_a_week(runner)
    assert "pain in your knee" in runner.words()
    assert "physiotherapist" in runner.words()


def test_who_was_told_hears_it_no_more_until_it_has_hurt_as_often_again(runner: Runner) -> None:
    hurting = [(KNEE,)] * 7
    assert weeks_with(runner, *hurting) == [False, False, False, True, False, False, True]


def test_who_was_told_and_does_not_train_hears_it_no_more(runner: Runner) -> None:
    weeks_with(runner, (KNEE,), (KNEE,), (KNEE,))
    assert "pain.returns" in welcome_after_a_week(runner)
    runner.tell(StopCoach(), after_s=20)
    assert "pain.returns" not in welcome_after_a_week(runner)


def test_two_joints_that_took_turns_are_no_pattern(runner: Runner) -> None:
    assert not any(weeks_with(runner, (KNEE,), (HIP,), (KNEE,), (HIP,), ()))


def test_pains_that_are_months_apart_are_no_pattern(runner: Runner) -> None:
    told = []
    for _ in range(4):
        runner.now += timedelta(weeks=4)
        told += weeks_with(runner, (KNEE,))
    assert not any(told)


def test_a_pain_that_ended_a_workout_by_an_alarm_counts_as_well(runner: Runner) -> None:
    weeks_with(runner, (KNEE,), (KNEE,))
    welcome_after_a_week(runner)
    runner.tell(StartWorkout(), after_s=20)
    runner.tell(KNEE, after_s=100)
    runner.tell(RedFlag(), after_s=5)
    assert [one.joints for one in runner.stored.painful_days] == [("knee",)] * 3


@pytest.mark.parametrize("pains", [(), (Pain(),)])
def test_of_a_workout_without_a_joint_that_hurt_no_day_is_kept(
    runner: Runner, pains: tuple[Pain, ...]
) -> None:
    weeks_with(runner, pains)
    assert runner.stored.painful_days == ()


def test_who_asks_what_the_coach_knows_hears_of_the_days(runner: Runner) -> None:
    weeks_with(runner, (KNEE,), (KNEE,))
    welcome_after_a_week(runner)
    runner.tell(WhatDoYouKnow(), after_s=20)
    assert "privacy.painful_days" in runner.said()
    assert "two days" in runner.words()
    assert "six weeks" in runner.words()


def test_after_six_weeks_the_days_are_gone_from_the_store_at_the_first_word(runner: Runner) -> None:
    weeks_with(runner, (KNEE,), (HIP,))
    assert len(runner.stored.painful_days) == 2
    runner.now += timedelta(days=36)
    runner.tell(OpenCoach())
    assert [one.joints for one in runner.stored.painful_days] == [("hip",)]
    runner.now += timedelta(weeks=1)
    runner.tell(OpenCoach())
    assert not runner.stored.painful_days


def test_who_asks_after_a_longer_time_hears_of_no_day_that_should_be_forgotten(
    runner: Runner,
) -> None:
    weeks_with(runner, (KNEE,), (KNEE,))
    runner.now += timedelta(weeks=7)
    runner.tell(WhatDoYouKnow())
    assert "privacy.nothing_else" in runner.said()
    assert "privacy.painful_days" not in runner.said()
