"""Who cannot get down to the floor is led nowhere on it today: neither to an exercise nor to a stretch."""

from runner import Runner

from skill.coach.commands import (
    BringBack,
    ChangePlan,
    FinishEarly,
    HeardNumber,
    Kind,
    NamedExercise,
    OpenCoach,
    SkipExercise,
    SkipStretch,
    StartWorkout,
)
from skill.training.exercise import Position, Stretch
from skill.training.plan import Plan
from skill.workout.states import State

NO_FLOOR = SkipExercise(kind=Kind.FLOOR)


def on_floor(plan: Plan) -> list[Stretch]:
    return [s for s in plan.stretches if s.position is Position.FLOOR]


def test_before_the_workout_the_stretches_on_the_floor_are_left_out_and_named(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    assert on_floor(runner.workout.plan)
    runner.tell(NO_FLOOR, after_s=20)
    assert "stretching.left_out" in runner.said()
    assert "left_out.not_ahead" not in runner.said()
    assert not on_floor(runner.workout.plan)
    assert runner.workout.plan.stretches, "those that are done standing stay"
    runner.tell(ChangePlan(rounds=HeardNumber(2)), after_s=20)
    assert not on_floor(runner.workout.plan)


def test_in_a_workout_that_has_only_stretches_on_the_floor_they_are_left_out(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(NO_FLOOR)
    assert "stretching.left_out" in runner.said()
    assert not on_floor(runner.workout.plan)
    assert runner.workout.place.done == 7
    runner.tell(NO_FLOOR, after_s=5)
    assert "left_out.not_ahead" in runner.said()
    assert "stretching.left_out" not in runner.said()


def test_finishing_early_brings_no_stretch_on_the_floor_back(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(NO_FLOOR)
    runner.listens()
    runner.tell(FinishEarly())
    assert runner.workout.place.state is State.STRETCHING
    assert not on_floor(runner.workout.plan)


def test_said_in_a_stretch_on_the_floor_it_leads_out_of_it_at_once(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    while runner.workout.plan.holds[runner.workout.place.at].stretch.position is not (
        Position.FLOOR
    ):
        runner.tell(SkipExercise(), after_s=5)
    runner.tell(NO_FLOOR, after_s=5)
    assert "stretching.left_out" in runner.said()
    workout = runner.stored.workout
    ahead = workout.plan.holds[workout.place.at :] if workout else ()
    assert Position.FLOOR not in {hold.stretch.position for hold in ahead}


def test_an_exercise_on_the_floor_that_is_wished_back_brings_the_stretches_back(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    usual = runner.workout.plan.stretches
    runner.tell(NO_FLOOR, after_s=20)
    runner.tell(BringBack(NamedExercise("glute_bridge", "glute bridge")), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    assert on_floor(runner.workout.plan)
    assert {*runner.workout.plan.stretches} <= {*usual}


def test_on_the_next_day_the_floor_is_possible_again(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(NO_FLOOR, after_s=20)
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=24 * 3600)
    assert on_floor(runner.workout.plan)


def test_who_has_no_floor_may_still_leave_out_the_stretch_altogether(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(NO_FLOOR)
    runner.listens()
    runner.tell(FinishEarly())
    runner.tell(SkipStretch(), after_s=5)
    assert runner.stored.workout is None
