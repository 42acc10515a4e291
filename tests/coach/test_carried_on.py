"""A workout that was left standing, and what becomes of it at the next visit."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.athlete import history_of
from skill.coach.commands import (
    Command,
    HowManyLeft,
    No,
    NoWarmUp,
    OpenCoach,
    Ready,
    Resume,
    StartOver,
    StartWorkout,
    StopCoach,
    Yes,
)
from skill.workout.states import State


def test_a_workout_of_today_is_simply_carried_on(runner: Runner) -> None:
    runner.leaves_standing(20)
    assert runner.said() == ["launch.in_progress", "ask.carry_on"]


def test_who_asks_something_at_that_question_is_asked_it_again(runner: Runner) -> None:
    runner.leaves_standing(20)
    runner.tell(HowManyLeft(), after_s=5)
    assert runner.said()[-1] == "ask.carry_on"
    assert runner.in_session
    assert not runner.workout.running


@pytest.mark.parametrize("command", [Resume(), Yes(), Ready()])
def test_an_older_one_is_carried_on_from_the_sets_announcement_after_a_minute_to_warm_up(
    runner: Runner, command: Command
) -> None:
    runner.leaves_standing(25)
    assert runner.said() == ["launch.in_progress_stale", "ask.carry_on_or_fresh"]
    runner.tell(command, after_s=10)
    assert runner.said()[:2] == ["done.cold", "done.set_over"]
    place = runner.workout.place
    assert (place.state, place.at, place.done) == (State.ANNOUNCING, 0, 0)
    segment = runner.replies[-1].segment
    assert segment is not None
    count = next(mark for mark in segment.marks if mark.place.state is State.COUNTING)
    assert count.at_ms > 60_000
    assert history_of(runner.stored)[0].repetitions == 7


def test_who_wants_no_warm_up_for_good_is_given_no_minute_but_the_announcement(
    runner: Runner,
) -> None:
    runner.tell(NoWarmUp())
    runner.leaves_standing(25)
    runner.tell(Resume(), after_s=10)
    assert "done.cold" not in runner.said()
    assert "done.set_over" in runner.said()
    assert runner.workout.place.state is State.ANNOUNCING


def test_a_set_that_was_not_begun_does_not_start_over(runner: Runner) -> None:
    runner.starts()
    runner.tell(StopCoach(), after_s=2)
    runner.now += timedelta(hours=25)
    runner.tell(OpenCoach())
    runner.tell(Resume(), after_s=10)
    assert runner.said()[:2] == ["done.cold", "breather.begin"]


@pytest.mark.parametrize("command", [StartWorkout(), StartOver(), Ready(), Yes()])
def test_a_start_at_the_question_for_a_fresh_one_is_a_fresh_one(
    runner: Runner, command: Command
) -> None:
    runner.leaves_standing(25)
    runner.tell(No(), after_s=10)
    runner.tell(command, after_s=3)
    assert runner.said()[0] == "done.start_over"
    assert runner.workout.plan.day == runner.now.date()


def test_an_older_one_that_is_begun_anew_keeps_what_was_done(runner: Runner) -> None:
    runner.leaves_standing(24 * 8)
    runner.tell(StartOver(), after_s=10)
    assert runner.workout.plan.day == runner.now.date()
    assert "squat" not in {exercise.id for exercise in runner.workout.plan.exercises}
    assert [record.repetitions for record in runner.stored.history] == [7]


def test_a_no_to_carrying_on_is_no_yes_to_a_fresh_one(runner: Runner) -> None:
    runner.leaves_standing(25)
    runner.tell(No(), after_s=10)
    assert runner.said() == ["ask.start_fresh"]


TEN_WEEKS_IN_HOURS = 10 * 7 * 24


def test_who_says_start_after_ten_weeks_gets_a_fresh_workout_and_keeps_what_was_done(
    runner: Runner,
) -> None:
    runner.leaves_standing(TEN_WEEKS_IN_HOURS)
    runner.tell(StartWorkout(), after_s=10)
    assert runner.said()[0] == "done.start_over"
    assert runner.workout.plan.day == runner.now.date()
    assert runner.workout.running
    assert [record.repetitions for record in runner.stored.history] == [7]


def test_who_says_carry_on_after_ten_weeks_carries_on_all_the_same(runner: Runner) -> None:
    runner.leaves_standing(TEN_WEEKS_IN_HOURS)
    day = runner.workout.plan.day
    runner.tell(Resume(), after_s=10)
    assert runner.workout.plan.day == day


def test_who_says_start_on_the_next_day_carries_on(runner: Runner) -> None:
    runner.leaves_standing(25)
    day = runner.workout.plan.day
    runner.tell(StartWorkout(), after_s=10)
    assert runner.workout.plan.day == day
