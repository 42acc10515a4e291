"""What a watch tells of runs reaches the workout, with its reason."""

from datetime import timedelta

import pytest
from runner import RUNNER, Runner

from skill.coach.commands import (
    ChangePlan,
    LeaveSession,
    OpenCoach,
    StartWorkout,
    WhatDoYouKnow,
    WhyThis,
)
from skill.coach.persistence.logged_runs import Added, add_runs
from skill.coach.telling.running import tired_legs
from skill.errors import CorruptDocument
from skill.training.preferences import Units
from skill.training.runs import LoggedRun, Strain, Tiring


def run(runner: Runner, days_ago: int, kilometers: float, minutes: int = 95) -> LoggedRun:
    began = runner.now - timedelta(days=days_ago, hours=8)
    return LoggedRun(int(began.timestamp()), began.date(), round(kilometers * 1000), minutes * 60)


def reads(runner: Runner, *runs: LoggedRun) -> Added:
    return add_runs(runner.coach.store, RUNNER, runner.coach.catalog, runs, runner.now)


def test_a_long_run_yesterday_means_lighter_legs_with_the_reason_spoken(runner: Runner) -> None:
    assert reads(runner, run(runner, 1, 18)) == Added(1, 0, 0)
    runner.tell(OpenCoach())
    assert "eleven miles" in runner.words()
    assert "yesterday" in runner.words().lower()
    plan = runner.workout.plan
    assert plan.rounds == 1
    assert not any(exercise.impact for exercise in plan.exercises)


@pytest.mark.parametrize(
    ("locale", "metres", "far"),
    [
        ("en-US", 18_000, "eleven miles"),
        ("en-GB", 18_000, "eleven miles"),
        ("en-CA", 18_000, "eighteen kilometers"),
        ("es-US", 18_000, "once millas"),
        ("es-MX", 18_000, "dieciocho kilómetros"),
        ("fr-CA", 18_000, "dix-huit kilomètres"),
        ("en-US", 0, "for ninety-five minutes"),
    ],
)
def test_how_far_is_told_as_people_run_there_and_how_long_without(
    runner: Runner, locale: str, metres: int, far: str
) -> None:
    one, voice = run(runner, 1, metres / 1000), runner.coach.voices(locale)
    (said,) = tired_legs(Tiring(one, Strain.LONG, 1, again=False), voice.miles, 0)
    assert far in voice(said).text


@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_canadians_lift_pounds_and_run_kilometers(runner: Runner, locale: str) -> None:
    voice = runner.coach.voices(locale)
    assert (voice.units, voice.miles) == (Units.MOSTLY_POUNDS, False)


def test_a_run_put_right_is_what_the_day_is_planned_by(runner: Runner) -> None:
    runner.knows_the_ground()
    wrong = run(runner, 1, 18)
    reads(runner, wrong)
    runner.tell(OpenCoach())
    assert runner.workout.plan.rounds == 2
    right = wrong._replace(metres=6_000, seconds=40 * 60)
    put_right = reads(runner, right)
    assert put_right == Added(0, 0, 0, 1)
    assert str(put_right) == "Runs: 0 new. 1 put right."
    assert runner.stored.runs == (right,)
    assert reads(runner, right) == Added(0, 1, 0)
    runner.tell(OpenCoach())
    assert runner.workout.plan.rounds == 3
    assert not any(key.startswith("runs.") for key in runner.said())


def test_on_the_next_day_all_is_as_it_was(runner: Runner) -> None:
    runner.knows_the_ground()
    reads(runner, run(runner, 1, 18))
    runner.tell(OpenCoach())
    runner.tell(LeaveSession())
    runner.now += timedelta(days=1)
    runner.tell(OpenCoach())
    assert not any(key.startswith("runs.") for key in runner.said())
    assert runner.workout.plan.rounds == 3


def test_nothing_read_changes_nothing(runner: Runner) -> None:
    runner.tell(OpenCoach())
    before = runner.workout.plan
    assert reads(runner) == Added(0, 0, 0)
    assert runner.workout.plan == before


def test_a_plan_that_was_told_already_is_made_anew(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.tell(OpenCoach())
    assert runner.workout.plan.rounds == 3
    reads(runner, run(runner, 0, 18))
    runner.tell(OpenCoach())
    assert "runs.long_today" in runner.said()
    assert runner.workout.plan.rounds == 2


def test_a_workout_under_way_stays_as_it_is(runner: Runner) -> None:
    runner.starts()
    before = runner.workout.plan
    reads(runner, run(runner, 0, 18))
    assert runner.workout.plan == before


def test_who_begins_without_a_welcome_hears_the_reason_as_well(runner: Runner) -> None:
    reads(runner, run(runner, 1, 18))
    runner.tell(StartWorkout())
    assert "runs.long_yesterday" in runner.said()


def test_two_hard_days_propose_tomorrow_and_refuse_nothing(runner: Runner) -> None:
    reads(runner, run(runner, 2, 18), run(runner, 1, 19, 110))
    runner.tell(OpenCoach())
    assert "runs.two_days" in runner.said()
    runner.tell(StartWorkout(), after_s=20)
    assert runner.workout.under_way


def test_the_full_session_can_be_had_all_the_same(runner: Runner) -> None:
    runner.knows_the_ground()
    reads(runner, run(runner, 1, 18))
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(short=False), after_s=20)
    assert runner.workout.plan.rounds == 3
    runner.tell(LeaveSession())
    runner.tell(OpenCoach(), after_s=60)
    assert not any(key.startswith("runs.") for key in runner.said())


def test_why_it_does_not_get_harder_is_told(runner: Runner) -> None:
    reads(runner, run(runner, 1, 18))
    runner.starts()
    runner.tell(WhyThis(), after_s=30)
    assert runner.words()


def test_reading_the_same_runs_again_changes_nothing(runner: Runner) -> None:
    runs = run(runner, 1, 18), run(runner, 40, 12)
    assert reads(runner, *runs) == Added(1, 0, 1)
    version = runner.coach.store.load(RUNNER)
    assert reads(runner, *runs) == Added(0, 1, 1)
    assert runner.coach.store.load(RUNNER) == version


def test_runs_outlive_a_workout_and_its_session(runner: Runner) -> None:
    reads(runner, run(runner, 1, 18))
    runner.trains_briefly()
    assert len(runner.stored.runs) == 1
    assert len(runner.stored.times) == 1


def test_what_is_kept_of_runs_is_told_and_forgotten_with_the_rest(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(WhatDoYouKnow(), after_s=20)
    assert "privacy.runs" not in runner.said()
    reads(runner, run(runner, 1, 18), run(runner, 3, 8, 45))
    runner.tell(WhatDoYouKnow(), after_s=20)
    assert "told me of two runs" in runner.words()


def test_a_record_that_cannot_be_read_is_left_alone(runner: Runner) -> None:
    runner.coach.store.save(RUNNER, {"schema": 99}, 0)
    with pytest.raises(CorruptDocument):
        reads(runner, run(runner, 1, 18))
    found = runner.coach.store.load(RUNNER)
    assert found is not None
    assert found.document == {"schema": 99}
