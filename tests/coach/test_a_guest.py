"""Somebody else trains at the account's speaker: a workout of their own, of which the account keeps nothing."""

import pytest
from runner import RUNNER, Runner

from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach
from skill.coach.commands import (
    CallForHelp,
    Command,
    Condition,
    FinishEarly,
    Named,
    OpenCoach,
    Pain,
    RedFlag,
    SkipStretch,
    StartWorkout,
    StopCoach,
    TellCondition,
    TrainAsGuest,
    Yes,
)
from skill.coach.persistence.household import Household
from skill.coach.visit import guest_of
from skill.workout.question import Question

GUEST = guest_of(RUNNER)

DAY_S = 86_400


def stored(coach: Coach, id_: str) -> Athlete:
    found = coach.peek(id_)
    assert found is not None
    return found


def trains_as_guest(runner: Runner) -> None:
    """Open the coach, say that it is a guest, do some of the first set, and end there."""
    runner.tell(OpenCoach())
    runner.tell(TrainAsGuest(), after_s=5)
    runner.tell(StartWorkout(), after_s=20)
    runner.works_until(5)
    runner.tell(FinishEarly())
    runner.tell(SkipStretch())


def test_a_guest_is_welcomed_with_safety_and_a_first_workout(coach: Coach, runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(TrainAsGuest(), after_s=5)
    assert runner.said()[:2] == ["guest.welcome", "launch.safety"]
    assert stored(coach, GUEST).question is Question.SORE_OR_NEW


def test_nothing_that_a_guest_does_is_written_into_the_account(
    coach: Coach, runner: Runner
) -> None:
    runner.tell(OpenCoach())
    before = stored(coach, RUNNER)
    runner.loses_session()
    trains_as_guest(runner)
    after = stored(coach, RUNNER)
    assert (after.history, after.preferences) == (before.history, before.preferences)
    assert stored(coach, GUEST).history


def test_a_workout_that_waits_for_the_accounts_runner_waits_on(
    coach: Coach, runner: Runner
) -> None:
    runner.starts()
    runner.works_until(5)
    runner.tell(StopCoach())
    done = stored(coach, RUNNER).workout
    runner.loses_session()
    runner.now = runner.now.replace(hour=runner.now.hour + 2)
    trains_as_guest(runner)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=60)
    assert "launch.in_progress" in runner.said()
    kept = stored(coach, RUNNER).workout
    assert done is not None
    assert kept is not None
    assert kept.done == done.done


def test_what_a_guest_has_just_begun_as_the_accounts_runner_is_dropped(
    coach: Coach, runner: Runner
) -> None:
    runner.starts()
    runner.works_until(5)
    runner.tell(TrainAsGuest())
    assert stored(coach, RUNNER).workout is None
    assert stored(coach, RUNNER).history == ()
    assert "guest.welcome" in runner.said()


def test_in_the_session_of_a_guest_all_that_is_said_is_the_guests(
    coach: Coach, runner: Runner
) -> None:
    runner.tell(OpenCoach())
    runner.tell(TrainAsGuest(), after_s=5)
    runner.tell(Pain(Named("knee", "knee"), "knee"), after_s=5)
    assert stored(coach, GUEST).preferences.avoided_joints
    assert not stored(coach, RUNNER).preferences.avoided_joints


def test_a_guest_who_comes_back_the_same_day_may_carry_on(coach: Coach, runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(TrainAsGuest(), after_s=5)
    runner.tell(StartWorkout(), after_s=20)
    runner.works_until(5)
    runner.tell(StopCoach())
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(TrainAsGuest(), after_s=5)
    assert "launch.in_progress" in runner.said()
    runner.tell(Yes(), after_s=5)
    assert stored(coach, GUEST).workout is not None


def test_the_next_days_guest_begins_anew(coach: Coach, runner: Runner) -> None:
    trains_as_guest(runner)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=DAY_S)
    runner.tell(TrainAsGuest(), after_s=5)
    guest = stored(coach, GUEST)
    assert (guest.history, guest.preferences.avoided_joints) == ((), ())
    assert "guest.welcome" in runner.said()


def test_who_says_it_twice_hears_so_and_trains_on(coach: Coach, runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(TrainAsGuest(), after_s=5)
    runner.tell(StartWorkout(), after_s=20)
    runner.works_until(5)
    runner.tell(TrainAsGuest())
    assert "guest.already" in runner.said()
    workout = stored(coach, GUEST).workout
    assert workout is not None
    assert workout.running


@pytest.mark.parametrize(
    ("said", "asked"),
    [(Pain(Named("head", "head"), "head"), Question.DANGER), (CallForHelp(), Question.HURT)],
)
def test_nobody_who_may_be_hurt_becomes_a_guest(
    coach: Coach, runner: Runner, said: Command, asked: Question
) -> None:
    runner.starts()
    runner.works_until(5)
    runner.tell(said)
    assert stored(coach, RUNNER).question is asked
    runner.tell(TrainAsGuest(), after_s=5)
    assert coach.peek(GUEST) is None
    assert stored(coach, RUNNER).question is asked


def test_a_guest_may_train_while_the_accounts_runner_waits_for_a_doctors_word(
    coach: Coach, runner: Runner
) -> None:
    runner.tell(OpenCoach())
    runner.tell(TellCondition(Condition.HEART), after_s=5)
    assert stored(coach, RUNNER).alarmed
    runner.tell(OpenCoach(), after_s=DAY_S)
    runner.tell(TrainAsGuest(), after_s=5)
    assert "guest.welcome" in runner.said()


def test_a_sign_of_danger_in_a_guest_asks_the_next_one_for_a_doctors_word(
    coach: Coach, runner: Runner
) -> None:
    runner.tell(OpenCoach())
    runner.tell(TrainAsGuest(), after_s=5)
    runner.tell(RedFlag(), after_s=5)
    runner.tell(OpenCoach(), after_s=DAY_S)
    runner.tell(TrainAsGuest(), after_s=5)
    assert stored(coach, GUEST).question is Question.CLEARED


def test_the_accounts_runner_has_the_next_session(coach: Coach, runner: Runner) -> None:
    trains_as_guest(runner)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=60)
    assert "guest.already" not in runner.said()
    assert stored(coach, RUNNER).question is not None
    assert "launch.same_day" not in runner.said()


def test_what_is_kept_of_a_guest_is_exported_and_forgotten_with_the_account(
    coach: Coach, runner: Runner
) -> None:
    trains_as_guest(runner)
    exported = Household(coach.store).export(RUNNER)
    assert [one["told_by"] for one in exported["profiles"]] == ["account", "guest"]
    coach.forget(RUNNER)
    assert coach.peek(GUEST) is None
