"""From one workout to the next: other exercises, a kept history, and no safety sentence twice."""

from datetime import timedelta

import pytest
from runner import RUNNER, Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    ChangePlan,
    Command,
    FinishEarly,
    ForgetMe,
    GoBack,
    HeardNumber,
    HowFar,
    HowLong,
    HowManyLeft,
    LeaveSession,
    No,
    OneMoreSet,
    OpenCoach,
    Ready,
    SkipExercise,
    SkipStretch,
    Slower,
    StartOver,
    StartWorkout,
    StopCoach,
    WhatIsNext,
    WhatIsThis,
    WhichWasThat,
    Yes,
)
from skill.store.memory import MemoryStore
from skill.training.standing import was_missed


def _trains(runner: Runner) -> set[str]:
    """Do the whole workout; the ids of its exercises."""
    runner.starts()
    ids = {exercise.id for exercise in runner.workout.plan.exercises}
    while runner.in_session:
        runner.listens()
        runner.tell(Ready())
    return ids


def test_two_weeks_train_all_ten_exercises(runner: Runner, coach: Coach) -> None:
    this_week = _trains(runner)
    runner.now += timedelta(days=2)  # jumps come with the third workout
    this_week |= _trains(runner)
    runner.now += timedelta(days=5)
    next_week = _trains(runner)
    assert not this_week & next_week
    assert this_week | next_week == {exercise.id for exercise in coach.catalog.basics}


def test_a_second_day_of_the_week_trains_the_same_group(runner: Runner) -> None:
    monday = _trains(runner)
    runner.now += timedelta(days=2)
    wednesday = _trains(runner)
    assert len(monday) == len(wednesday) == 4, "what the first one left out comes in the second"
    assert len(monday | wednesday) == 5


def test_a_second_day_with_a_smaller_plan_trains_what_the_first_left_out(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(exercises=HeardNumber(2)), after_s=20)
    first = _trains(runner)
    runner.now += timedelta(days=1)
    second = _trains(runner)
    assert len(first) == len(second) == 2
    assert not first & second


def test_a_whole_workout_is_recorded_exercise_by_exercise(runner: Runner) -> None:
    ids = _trains(runner)
    history = runner.stored.history
    assert {record.exercise_id for record in history} == ids
    assert {record.sets for record in history} == {2}
    assert runner.stored.workout is None


def test_the_last_set_of_an_exercise_broken_off_by_finishing_early_is_no_miss(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(rounds=HeardNumber(1)), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    runner.works_until(7)
    runner.tell(FinishEarly())
    runner.tell(FinishEarly(), after_s=30)
    (squats,) = runner.stored.history
    assert (squats.sets_done, squats.broken_off) == (((7,),), True)
    assert not was_missed(squats)


def test_what_was_left_by_skipping_was_not_broken_off_by_finishing(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(rounds=HeardNumber(1)), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    runner.works_until(7)
    runner.tell(SkipExercise())
    runner.tell(FinishEarly(), after_s=3)
    runner.tell(FinishEarly(), after_s=30)
    (squats,) = runner.stored.history
    assert was_missed(squats)


def test_a_part_of_a_workout_is_recorded_on_finishing_early(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    assert not runner.stored.history
    runner.tell(FinishEarly(), after_s=30)
    (record,) = runner.stored.history
    assert (record.exercise_id, record.sets, record.repetitions) == ("squat", 1, 7)


def test_finishing_early_before_any_repetition_records_nothing(runner: Runner) -> None:
    runner.starts()
    runner.tell(FinishEarly(), after_s=2)
    assert "closing.nothing" in runner.said()
    assert not runner.stored.history


def test_finishing_early_stretches_what_was_trained(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    stretches = {stretch.id for stretch in runner.workout.plan.stretches}
    assert "calf" in stretches
    assert "shoulders" not in stretches


def test_a_finished_workout_is_recorded_though_nobody_asks_for_the_sum(runner: Runner) -> None:
    runner.starts()
    while runner.replies[-1].segment and runner.replies[-1].segment.question != "sum_up":
        runner.listens()
        runner.tell(Ready())
    runner.listens()
    runner.tell(LeaveSession(), after_s=16)
    assert runner.stored.workout is None
    assert len(runner.stored.history) == 4


@pytest.mark.parametrize(
    "asked",
    [
        *(WhatIsNext(), WhatIsThis(), WhichWasThat(), HowManyLeft(), HowFar(), HowLong()),
        *(GoBack(), SkipExercise(), SkipStretch(), OneMoreSet()),
    ],
)
def test_after_the_end_nothing_is_said_to_come(runner: Runner, asked: Command) -> None:
    runner.starts()
    while runner.replies[-1].segment and runner.replies[-1].segment.question != "sum_up":
        runner.listens()
        runner.tell(Ready())
    runner.listens()
    runner.tell(asked)
    assert runner.said()[:-1] == ["answer.over"]
    assert runner.workout.finished


def test_the_safety_sentence_comes_only_the_first_time(runner: Runner) -> None:
    runner.tell(OpenCoach())
    assert "launch.safety" in runner.said()
    runner.tell(StopCoach(), after_s=30)
    for hours in (1, 24, 24 * 365):
        runner.tell(OpenCoach(), after_s=hours * 3600)
        assert "launch.safety" not in runner.said()
        runner.tell(StopCoach(), after_s=30)


@pytest.mark.parametrize("command", [StartWorkout(), StartOver(), Ready(), Yes()])
def test_a_runner_who_starts_without_a_welcome_hears_the_safety_sentence_before_the_work(
    runner: Runner, command: Command
) -> None:
    runner.tell(command)
    if "announce.first" not in runner.said():
        runner.tell(StartWorkout(), after_s=20)
    said = runner.said()
    assert said.index("launch.safety") < said.index("announce.first")
    runner.tell(StartOver(), after_s=60)
    assert "launch.safety" not in runner.said()


@pytest.mark.parametrize("trained", [True, False])
def test_after_a_yes_everything_is_forgotten(
    runner: Runner, store: MemoryStore, *, trained: bool
) -> None:
    if trained:
        runner.trains_briefly()
    runner.starts()
    runner.tell(Slower(), after_s=60)
    runner.tell(ForgetMe(), after_s=10)
    assert runner.in_session
    runner.tell(Yes(), after_s=10)
    assert store.load(RUNNER) is not None
    runner.tell(Yes(), after_s=10)
    assert "done.forgotten" in runner.said()
    assert not runner.in_session
    assert store.load(RUNNER) is None
    runner.tell(LeaveSession())
    runner.tell(OpenCoach(), after_s=60)
    assert "launch.first_time" in runner.said()


def test_after_a_no_nothing_is_forgotten(runner: Runner) -> None:
    runner.trains_briefly()
    runner.does_seven()
    before = runner.stored.history
    runner.tell(ForgetMe())
    assert runner.stored.history == before
    runner.tell(No(), after_s=10)
    assert "done.not_forgotten" in runner.said()
    assert runner.stored.history == before
    assert runner.workout.tally[0] == 7


def test_silence_after_the_question_forgets_nothing(runner: Runner) -> None:
    runner.trains_briefly()
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(ForgetMe(), after_s=20)
    runner.tell(LeaveSession(), after_s=16)
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(Yes(), after_s=20)
    assert runner.stored.history
