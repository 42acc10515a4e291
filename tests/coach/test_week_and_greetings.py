"""The runner's week in words, and a welcome that fits the time between."""

from datetime import timedelta
from itertools import pairwise

import pytest
from runner import Runner

from skill.coach.commands import (
    ChangePlan,
    FinishEarly,
    HeardNumber,
    HowAmIDoing,
    LeaveSession,
    Minutes,
    OpenCoach,
    Resume,
    StartWorkout,
    StopCoach,
    WhenLast,
)


def closing_after(runner: Runner, days: int) -> list[str]:
    """What is said at the end of a short workout, so many days after the last."""
    runner.now += timedelta(days=days)
    runner.does_seven()
    runner.tell(FinishEarly())
    runner.tell(FinishEarly(), after_s=30)
    said = runner.said()
    runner.tell(LeaveSession())
    return [key for key in said if key.startswith("week.")]


def test_the_closing_has_a_word_on_the_week_where_it_is_worth_one(runner: Runner) -> None:
    assert closing_after(runner, 0) == ["week.first_workout"]
    assert closing_after(runner, 0) == []
    assert closing_after(runner, 3) == ["week.target_met"]
    assert closing_after(runner, 1) == ["week.beyond_target"]
    assert closing_after(runner, 3) == ["week.streak"]
    assert closing_after(runner, 14) == ["week.grace"]
    assert closing_after(runner, 35) == []


def test_a_workout_that_is_carried_on_in_the_next_week_has_no_word_on_this_week(
    runner: Runner,
) -> None:
    closing_after(runner, 0)
    runner.now += timedelta(days=3)
    runner.leaves_standing(4 * 24)
    runner.tell(Resume(), after_s=10)
    runner.tell(FinishEarly(), after_s=120)
    runner.tell(FinishEarly(), after_s=30)
    assert "closing.done" in runner.said()
    assert [key for key in runner.said() if key.startswith("week.")] == []


def test_the_tip_is_another_from_session_to_session(runner: Runner) -> None:
    """Seven weeks, twice each."""
    tips = []
    for days in (3, 4) * 7:
        runner.now += timedelta(days=days)
        runner.starts()
        runner.tell(FinishEarly(), after_s=120)
        runner.tell(FinishEarly(), after_s=30)
        segment = runner.replies[-1].segment
        assert segment is not None
        tips += [cue.line.text for cue in segment.cues if cue.line.key.endswith("tip")]
        runner.tell(LeaveSession())
    assert len(tips) >= 11  # on the other days the week's own word is the advice
    assert all(one != other for one, other in pairwise(tips))
    assert len(set(tips)) > 9


@pytest.mark.parametrize(
    ("days", "welcome"),
    [
        (0, "launch.same_day"),
        (1, "launch.again"),
        (13, "launch.again"),
        (14, "launch.lapse"),
        (400, "launch.lapse"),
    ],
)
def test_the_welcome_fits_the_days_between(runner: Runner, days: int, welcome: str) -> None:
    runner.trains_briefly()
    runner.now += timedelta(days=days)
    runner.tell(OpenCoach())
    assert runner.said()[0] == welcome
    assert "launch.plan" in runner.said()


def test_no_welcome_is_the_one_of_the_workout_before(runner: Runner) -> None:
    welcomes: list[str] = []
    runner.trains_briefly()
    for days in (3, 4, 3, 4, 3, 4, 3):
        runner.now = runner.now.replace(hour=18, minute=0, second=0) + timedelta(days=days)
        runner.tell(OpenCoach())
        segment = runner.replies[-1].segment
        assert segment is not None
        welcomes.append(segment.cues[0].line.text)
        runner.tell(StartWorkout(), after_s=20)
        runner.works_until(3)
        runner.tell(FinishEarly())
        runner.tell(FinishEarly(), after_s=30)
        runner.tell(LeaveSession())
    assert all(one != other for one, other in pairwise(welcomes))


def test_after_a_lapse_it_is_said_that_today_is_easier_only_where_it_is(runner: Runner) -> None:
    runner.trains_briefly()  # at the lowest rung: nothing can be easier
    runner.now += timedelta(days=30)
    runner.tell(OpenCoach())
    assert "launch.easier" not in runner.said()


def test_when_last_says_the_days_and_the_week(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(WhenLast(), after_s=20)
    assert runner.said() == ["week.never", "ask.start"]
    runner.tell(StopCoach(), after_s=20)
    runner.trains_briefly()
    for days, key in ((0, "today"), (1, "yesterday"), (1, "days_ago"), (12, "long_ago")):
        runner.now += timedelta(days=days)
        runner.tell(WhenLast())
        assert runner.said()[0] == f"week.{key}"
        runner.tell(StopCoach(), after_s=20)
    runner.now += timedelta(days=300)
    runner.tell(WhenLast())
    assert "a while ago" in runner.words()


def test_how_am_i_doing_tells_weeks_and_months(runner: Runner) -> None:
    closing_after(runner, 0)
    closing_after(runner, 7)
    runner.now += timedelta(days=28)
    closing_after(runner, 0)
    runner.tell(HowAmIDoing())
    assert runner.said()[:2] == ["week.this_week", "week.month_by_month"]
    assert "One workout this month" in runner.words()


def test_the_first_session_of_three_rounds_offers_a_shorter_one(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.tell(OpenCoach())
    assert "launch.longer" in runner.said()
    whole = runner.workout.plan
    runner.tell(ChangePlan(short=True), after_s=20)
    assert len(runner.workout.plan.sets) < len(whole.sets)


def test_who_never_wanted_to_train_non_stop_is_not_told_that_it_cannot_be_done_here(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    assert "launch.plan" in runner.said()
    assert not [key for key in runner.said() if key.startswith("non_stop.")]


def test_a_plan_is_told_with_what_to_have_at_hand_and_with_nothing_where_it_needs_nothing(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    assert runner.workout.plan.needs == ("wall",)
    assert "launch.needs" in runner.said()
    assert "a wall" in runner.words()
    runner.tell(ChangePlan(exercises=HeardNumber(1)), after_s=20)
    assert not runner.workout.plan.needs
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=300)
    assert "launch.plan" in runner.said()
    assert "launch.needs" not in runner.said()


def test_who_asked_for_so_many_minutes_is_offered_no_shorter_one(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(60)), after_s=20)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=300)
    assert "launch.longer" not in runner.said()


def test_who_wants_more_rounds_than_the_first_workouts_have_is_told_why_not(runner: Runner) -> None:
    runner.tell(OpenCoach())
    assert "launch.longer" not in runner.said()
    runner.tell(ChangePlan(rounds=HeardNumber(3)), after_s=20)
    assert runner.said() == ["plan.eased_rounds", "plan.changed", "ask.start"]
    assert runner.workout.plan.rounds == 2
    runner.tell(ChangePlan(rounds=HeardNumber(2)), after_s=20)
    assert runner.said() == ["plan.changed", "ask.start"]
