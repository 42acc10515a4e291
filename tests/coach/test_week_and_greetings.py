"""The runner's week in words, and a welcome that fits the time between."""

from datetime import timedelta
from itertools import pairwise

import pytest
from runner import Runner

from skill.athlete.athlete import history_of
from skill.coach.commands import (
    BringBack,
    ChangePlan,
    Command,
    FinishEarly,
    GoBack,
    GoToExercise,
    HeardNumber,
    HowAmIDoing,
    LeaveSession,
    LightDay,
    LongRunTomorrow,
    Minutes,
    NamedExercise,
    No,
    NoWarmUp,
    OpenCoach,
    Ready,
    Resume,
    SkipExercise,
    SomethingElse,
    StartOver,
    StartWorkout,
    StopCoach,
    WhenLast,
    Yes,
)
from skill.workout.cursor import SIDES
from skill.workout.states import State


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
    left_standing(runner, 4 * 24)
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


def test_after_a_lapse_it_is_said_that_today_is_easier_only_where_it_is(runner: Runner) -> None:
    runner.trains_briefly()  # at the lowest rung: nothing can be easier
    runner.now += timedelta(days=30)
    runner.tell(OpenCoach())
    assert "launch.easier" not in runner.said()


def left_standing(runner: Runner, hours: float) -> None:
    runner.does_seven()
    runner.tell(StopCoach())
    runner.now += timedelta(hours=hours)
    runner.tell(OpenCoach())


def test_a_workout_of_today_is_simply_carried_on(runner: Runner) -> None:
    left_standing(runner, 20)
    assert runner.said() == ["launch.in_progress", "ask.carry_on"]


@pytest.mark.parametrize("command", [Resume(), Yes(), Ready()])
def test_an_older_one_is_carried_on_from_the_sets_announcement_after_a_minute_to_warm_up(
    runner: Runner, command: Command
) -> None:
    left_standing(runner, 25)
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
    left_standing(runner, 25)
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
    left_standing(runner, 25)
    runner.tell(No(), after_s=10)
    runner.tell(command, after_s=3)
    assert runner.said()[0] == "done.start_over"
    assert runner.workout.plan.day == runner.now.date()


def test_or_begun_anew_with_what_was_done_kept(runner: Runner) -> None:
    left_standing(runner, 24 * 8)
    runner.tell(StartOver(), after_s=10)
    assert runner.workout.plan.day == runner.now.date()
    assert "squat" not in {exercise.id for exercise in runner.workout.plan.exercises}
    assert [record.repetitions for record in runner.stored.history] == [7]


def test_a_no_to_carrying_on_is_no_yes_to_a_fresh_one(runner: Runner) -> None:
    left_standing(runner, 25)
    runner.tell(No(), after_s=10)
    assert runner.said() == ["ask.start_fresh"]


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


def test_who_wants_more_rounds_than_the_first_workouts_have_is_told_why_not(runner: Runner) -> None:
    runner.tell(OpenCoach())
    assert "launch.longer" not in runner.said()
    runner.tell(ChangePlan(rounds=HeardNumber(3)), after_s=20)
    assert runner.said() == ["plan.eased_rounds", "plan.changed", "ask.start"]
    assert runner.workout.plan.rounds == 2
    runner.tell(ChangePlan(rounds=HeardNumber(2)), after_s=20)
    assert runner.said() == ["plan.changed", "ask.start"]


def test_a_first_workout_is_a_round_less_before_a_long_run(runner: Runner) -> None:
    runner.tell(OpenCoach())
    before = runner.workout.plan.rounds
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.said() == ["light.planned", "ask.start"]
    assert runner.workout.plan.rounds == before - 1


def test_what_cannot_get_lighter_is_not_called_so(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(rounds=HeardNumber(1)), after_s=20)
    runner.tell(SomethingElse(NamedExercise("lunge", "lunges")), after_s=20)
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.said() == ["light.as_before", "ask.start"]


def test_no_lunges_make_a_day_of_one_round_lighter(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(rounds=HeardNumber(1)), after_s=20)
    assert any(exercise.lowers for exercise in runner.workout.plan.exercises)
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.said() == ["light.planned", "ask.start"]
    assert not any(exercise.lowers for exercise in runner.workout.plan.exercises)


def test_before_the_workout_a_long_run_makes_it_lighter(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.tell(OpenCoach())
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.said() == ["light.planned", "ask.start"]
    plan = runner.workout.plan
    assert plan.rounds == 2
    assert not any(exercise.impact for exercise in plan.exercises)
    runner.tell(LongRunTomorrow(), after_s=20)
    assert runner.workout.plan == plan


def test_a_short_workout_stays_short_before_a_long_run(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(short=True), after_s=20)
    runner.tell(LongRunTomorrow(), after_s=20)
    assert (len(runner.workout.plan.exercises), runner.workout.plan.rounds) == (3, 1)


def test_minutes_that_are_named_on_a_light_day_make_it_no_longer(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(LongRunTomorrow(), after_s=20)
    light = runner.workout.plan
    runner.tell(Minutes(HeardNumber(30)), after_s=20)
    assert runner.said() == ["minutes.light", "plan.changed", "ask.start"]
    assert runner.workout.plan.rounds == light.rounds == 1
    assert len(runner.workout.plan.prescriptions) <= len(light.prescriptions)


def starts_with_jumps(runner: Runner) -> None:
    """Begin a workout that has jumps: a beginner has to ask for them."""
    runner.tell(OpenCoach())
    runner.tell(BringBack(exercise=NamedExercise("jump_squat", "jump squats")), after_s=20)
    runner.tell(StartWorkout(), after_s=20)


def test_under_way_no_set_to_come_jumps(runner: Runner) -> None:
    starts_with_jumps(runner)
    runner.works_until(7)
    before = runner.workout.plan
    assert any(exercise.impact for exercise in before.all_exercises)
    runner.tell(LongRunTomorrow())
    after = runner.workout.plan
    assert runner.said()[:2] == ["light.from_here", "resume.counting"]
    assert not any(work.exercise.impact for work in after.sets)
    assert after.last_round == before.last_round - 1
    runner.tell(LongRunTomorrow(), after_s=5)
    assert runner.said()[0] == "light.under_way"


def test_a_light_day_that_is_named_at_the_first_set_has_a_round_less_and_nothing_that_tires(
    runner: Runner,
) -> None:
    starts_with_jumps(runner)
    before = runner.workout.plan
    runner.tell(LightDay(), after_s=20)
    after = runner.workout.plan
    assert after.last_round == before.last_round - 1
    assert not any(exercise.lowers or exercise.impact for exercise in after.all_exercises)


def test_a_light_day_that_is_named_in_the_last_round_keeps_the_set_at_hand(runner: Runner) -> None:
    runner.does_seven()
    a_round = len(runner.workout.plan.sets) // runner.workout.plan.rounds
    for _ in range(a_round):
        runner.tell(SkipExercise())
    here = runner.workout.place.at
    runner.tell(LightDay(), after_s=20)
    assert runner.workout.place.at == here == len(runner.workout.plan.sets) - 1
    runner.tell(LightDay(), after_s=5)
    assert runner.said()[0] == "light.under_way"


def test_a_jump_that_was_done_counts_as_a_jump_though_the_runner_went_back_before_a_light_day(
    runner: Runner,
) -> None:
    starts_with_jumps(runner)
    sets = runner.workout.plan.sets
    jump = next(work.at for work in sets if work.exercise.impact)
    while runner.workout.place.at <= jump:
        runner.listens()
        runner.tell(Ready())
    done = runner.workout.done[jump * SIDES]
    while runner.workout.place.at >= jump:
        runner.tell(GoBack(), after_s=2)
    runner.tell(LightDay(), after_s=2)
    assert not runner.workout.plan.sets[jump].exercise.impact
    assert runner.workout.done[jump * SIDES] == 0
    (jumps,) = (r for r in runner.stored.history if r.exercise_id == sets[jump].exercise.id)
    assert jumps.amount == done > 0


def test_what_stands_in_for_a_jump_is_announced_with_its_reason(runner: Runner) -> None:
    starts_with_jumps(runner)
    runner.works_until(7)
    runner.tell(LongRunTomorrow())
    said: list[str] = []
    for _ in range(4):
        said += runner.said()
        runner.listens()
        runner.tell(Ready())
    assert said.count("why.swap_light_day") == 1


def test_going_back_tells_no_reason_twice(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(BringBack(exercise=NamedExercise("jump_squat", "jump squats")), after_s=20)
    runner.tell(LongRunTomorrow(), after_s=20)
    runner.tell(Ready(), after_s=20)
    said = runner.said()
    for _ in range(3):
        runner.listens()
        if "why.swap_light_day" in said:
            break
        runner.tell(Ready())
        said += runner.said()
    assert said.count("why.swap_light_day") == 1
    back_to = GoToExercise(NamedExercise("squat", "squats"))
    runner.tell(back_to, after_s=2)
    again = runner.said()
    assert "announce.first" in again or "announce.new" in again
    assert "why.swap_light_day" not in again
