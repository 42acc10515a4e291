"""What is not wanted today stays away today, however often the plan is made."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.coach.commands import (
    BringBack,
    ChangePlan,
    Command,
    HeardNumber,
    Kind,
    Minutes,
    NamedExercise,
    OpenCoach,
    SkipExercise,
)


@pytest.mark.parametrize(
    "size",
    [
        ChangePlan(rounds=HeardNumber(2)),
        ChangePlan(exercises=HeardNumber(4)),
        ChangePlan(short=True),
        ChangePlan(short=False),
        Minutes(HeardNumber(15)),
    ],
)
def test_what_is_left_out_today_stays_so_in_a_plan_of_another_size(
    runner: Runner, size: Command
) -> None:
    runner.tell(OpenCoach())
    lunges = NamedExercise("lunge", "lunges")
    first = runner.workout.plan.exercises[0]
    runner.tell(SkipExercise(NamedExercise(first.id, "it")), after_s=20)
    assert runner.said()[0] == "left_out.done"
    runner.tell(SkipExercise(lunges), after_s=20)
    runner.tell(size, after_s=20)
    planned = {exercise.base_id for exercise in runner.workout.plan.exercises}
    assert planned
    assert not {first.base_id, "lunge"} & planned


def test_no_jumping_holds_for_jumps_that_another_plan_would_bring(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.tell(OpenCoach())
    jumps = NamedExercise("jump_squat", "jump squats")
    runner.tell(BringBack(jumps), after_s=20)
    runner.tell(SkipExercise(kind=Kind.JUMPING), after_s=20)
    for size in (
        ChangePlan(exercises=HeardNumber(5)),
        ChangePlan(short=True),
        Minutes(HeardNumber(30)),
    ):
        runner.tell(size, after_s=20)
        assert not any(exercise.impact for exercise in runner.workout.plan.exercises)
    runner.tell(BringBack(jumps), after_s=20)
    assert not runner.stored.preferences.unwanted


def test_tomorrow_it_is_wanted_again(runner: Runner) -> None:
    runner.tell(OpenCoach())
    before = runner.workout.plan.exercises
    runner.tell(SkipExercise(NamedExercise(before[0].id, "it")), after_s=20)
    assert before[0] not in runner.workout.plan.exercises
    runner.loses_session()
    runner.now += timedelta(days=1)
    runner.tell(OpenCoach())
    assert runner.workout.plan.exercises == before
