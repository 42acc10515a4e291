"""More is told of a pain that was stopped for already: nothing is stopped twice, nothing kind is lost."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.coach.commands import (
    BringBack,
    FinishEarly,
    GoToExercise,
    LastTime,
    Named,
    NamedExercise,
    No,
    OpenCoach,
    Pain,
    Ready,
    SkipStretch,
    SomethingElse,
    StartWorkout,
    StopCoach,
    TooHard,
    WaitForMe,
    WhatIsNext,
    WhichWasThat,
    Yes,
)
from skill.loaders import load_catalog
from skill.training.planner import plan_workout
from skill.training.rung import Why
from skill.workout.question import Question
from skill.workout.states import State

KNEE, HIP = Named("knee", "knee"), Named("hip", "hip")


def exercise_now(runner: Runner) -> str:
    return runner.workout.plan.sets[runner.workout.place.at].exercise.id


def kinds_of(runner: Runner) -> set[str]:
    return {stretch.id for stretch in runner.workout.plan.stretches}


def test_what_is_offered_for_a_pain_stays_on_offer_when_its_joint_is_named(working: Runner) -> None:
    working.tell(Pain())
    offered = exercise_now(working)
    working.tell(Pain(KNEE))
    assert "pain.stop" not in working.said()  # nothing is being done
    assert working.stored.question is Question.INSTEAD
    assert exercise_now(working) == offered
    assert dict(working.stored.preferences.swaps)["squat"] == offered


def test_a_joint_that_is_named_while_something_is_offered_is_spared_in_all_that_comes(
    working: Runner,
) -> None:
    working.tell(Pain())
    working.tell(Pain(KNEE))
    assert working.stored.preferences.avoided_joints == ("knee",)
    ahead = working.workout.plan.sets[working.workout.place.at :]
    assert not any("knee" in work.exercise.joints for work in ahead)


def test_what_is_offered_gives_way_where_it_loads_the_joint_that_is_named_then(
    working: Runner,
) -> None:
    working.tell(Pain())
    offered = working.workout.plan.sets[working.workout.place.at].exercise
    joint = next(joint for joint in offered.joints if joint != "knee")
    working.tell(Pain(Named(joint, joint)))
    ahead = working.workout.plan.sets[working.workout.place.at :]
    assert not any(joint in work.exercise.joints for work in ahead)


def test_a_pain_that_is_delivered_twice_is_stopped_in_both_answers(working: Runner) -> None:
    working.tell(Pain(KNEE))
    working.answer_again()  # the first answer may have been lost on its way
    assert working.said()[0] == "pain.stop"
    assert working.workout.pains == ("knee",)


def test_who_says_twice_that_it_hurts_is_asked_where_and_keeps_the_offer(working: Runner) -> None:
    working.tell(Pain())
    offered = exercise_now(working)
    working.tell(Pain())
    assert working.said() == ["pain.which_part", "ask.instead"]
    assert exercise_now(working) == offered


def test_what_hurts_still_though_nothing_loads_it_ends_the_work(working: Runner) -> None:
    working.tell(Pain(KNEE))
    working.tell(Pain())
    assert working.said() == ["pain.stays", "ask.stretch_kindly"]
    assert working.workout.place.active is State.STRETCHING
    assert not any("knee" in stretch.joints for stretch in working.workout.plan.stretches)


def test_a_joint_named_at_the_question_for_the_stretch_leaves_the_kind_stretches(
    working: Runner,
) -> None:
    working.tell(Pain(KNEE))
    working.tell(Pain())
    before = kinds_of(working)
    working.tell(Pain(HIP))
    assert working.said() == ["pain.spare", "ask.stretch_kindly"]  # out of nothing: none was begun
    assert working.workout.place.at == 0
    kept = working.workout.plan.stretches
    assert {stretch.id for stretch in kept} < before
    assert kept
    assert not any({"knee", "hip"} & {*stretch.joints} for stretch in kept)
    working.tell(Yes())
    assert working.workout.place.state is State.STRETCHING


def test_where_no_stretch_spares_a_joint_named_at_the_question_it_ends_kindly(
    working: Runner,
) -> None:
    working.tell(Pain(KNEE))
    working.tell(Pain())
    for joint in ("hip", "ankle", "back", "foot", "shoulder", "neck"):
        if working.stored.workout is None:
            break
        working.tell(Pain(Named(joint, joint)))
    assert working.stored.workout is None
    assert working.said()[-1] == "closing.after_pain"
    assert "stretching.left_out" in working.said()


def test_a_joint_named_after_a_pain_in_a_stretch_leaves_the_next_one_in_peace(
    working: Runner,
) -> None:
    working.tell(FinishEarly())
    working.tell(Pain(), after_s=30)
    assert working.said()[:2] == ["pain.stop_stretch", "pain.which_part"]
    waiting = working.workout.plan.holds[working.workout.place.at].stretch
    assert "shoulder" not in waiting.joints
    working.tell(Pain(Named("shoulder", "shoulder")))
    assert "pain.stop_stretch" not in working.said()
    assert working.workout.plan.holds[working.workout.place.at].stretch is waiting


@pytest.mark.parametrize(
    ("joint", "names"), [("hip", ("thigh stretch", "hip stretch")), ("knee", ())]
)
def test_a_joint_that_hurts_in_a_stretch_takes_later_ones_with_it_which_are_named(
    working: Runner, joint: str, names: tuple[str, ...]
) -> None:
    working.tell(FinishEarly())
    working.tell(Pain(Named(joint, joint)), after_s=5)
    told = ["stretching.left_out"] if names else []
    assert working.said() == ["pain.stop_stretch", "pain.spare", *told, "ask.go_on"]
    assert len(working.workout.plan.left_out) == len(names)
    assert all(name in working.words() for name in names)


def test_after_a_pain_nobody_is_asked_how_hard_it_was(working: Runner) -> None:
    working.tell(Pain(KNEE))
    working.tell(Yes())
    working.listens()
    working.tell(FinishEarly(), after_s=1)
    assert not any(key.startswith("effort.") for key in working.said())


@pytest.mark.parametrize("pain", [Pain(KNEE), Pain()])
def test_who_was_in_pain_is_sent_home_with_care_and_not_with_praise(
    working: Runner, pain: Pain
) -> None:
    working.tell(pain)
    working.tell(Yes())
    working.tell(FinishEarly(), after_s=40)
    working.tell(SkipStretch(), after_s=1)
    assert working.said()[-2:] == ["closing.done", "closing.after_pain"]


def test_a_pain_that_was_nothing_leaves_the_closing_as_it_is(working: Runner) -> None:
    working.tell(Pain(KNEE))
    working.tell(BringBack(joint=KNEE))
    working.tell(Yes())
    working.tell(No())
    working.tell(FinishEarly())
    working.tell(SkipStretch(), after_s=1)
    assert working.said()[-1] == "closing.goodbye"


# What stands in for a pain is no wish, and what is spared stays so.


def test_what_else_stands_in_for_a_pain_is_not_told_as_a_wish(working: Runner) -> None:
    working.tell(Pain(KNEE))
    first = exercise_now(working)
    working.tell(SomethingElse())
    item = working.workout.plan.sets[working.workout.place.at].prescription
    assert item.exercise.id != first
    assert item.reason.why is Why.JOINT
    working.tell(Yes())
    assert "as you wished" not in working.words()


def test_who_asks_for_what_is_spared_hears_why_it_is_not_led(working: Runner) -> None:
    working.tell(Pain(KNEE))
    working.tell(GoToExercise(NamedExercise("squat", "squats")))
    assert working.said() == ["pain.spared", "ask.instead"]


# What was done, as it was.


def test_which_one_that_was_is_the_last_that_was_really_done(working: Runner) -> None:
    working.tell(FinishEarly())
    working.tell(WhichWasThat(), after_s=1)
    assert "That was squats." in working.words()


def test_in_a_workout_what_was_done_is_what_was_done_so_far(working: Runner) -> None:
    working.tell(LastTime())
    assert working.said()[0] == "closing.done"
    assert "one exercise, seven reps" in working.words()
    assert "week.never" not in working.said()


def test_a_pain_that_is_told_before_a_stopped_workout_goes_on_stops_nothing(
    working: Runner,
) -> None:
    working.tell(StopCoach())
    working.now += timedelta(days=2)
    working.tell(OpenCoach())
    assert working.said()[-1] == "ask.carry_on_or_fresh"
    working.tell(Pain(KNEE), after_s=10)
    assert working.said()[0] == "pain.spare"
    assert working.stored.question is Question.INSTEAD


def test_what_stood_in_for_another_and_hurt_is_offered_no_more_today_or_later(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(Pain(KNEE), after_s=20)
    runner.tell(StartWorkout(), after_s=5)
    runner.works_until(3)
    work = runner.workout.plan.sets[0]
    hurting = work.exercise
    assert work.prescription.reason.instead_of == "squat"
    assert "knee" not in hurting.joints
    runner.tell(Pain(KNEE))
    for wish in (TooHard(), TooHard(), SomethingElse(), SomethingElse(), SomethingElse()):
        runner.tell(wish, after_s=5)
        ahead = runner.workout.plan.sets[runner.workout.place.at :]
        assert not any(work.exercise.base_id == hurting.base_id for work in ahead)
    runner.tell(StopCoach(), after_s=5)
    for days in range(14):
        day = runner.now.date() + timedelta(days)
        plan = plan_workout(load_catalog(), (), day, runner.stored.preferences)
        assert hurting.base_id not in {exercise.base_id for exercise in plan.all_exercises}
    runner.tell(OpenCoach())
    runner.tell(BringBack(NamedExercise(hurting.base_id, "it")), after_s=5)
    runner.tell(Yes(), after_s=5)
    assert hurting.base_id not in dict(runner.stored.preferences.swaps)


def at_the_question_of_the_stretches(runner: Runner) -> None:
    """Do the whole work where the runner sets the pace, up to the question whether to stretch."""
    runner.tell(OpenCoach())
    runner.tell(WaitForMe(), after_s=20)
    runner.tell(Ready(), after_s=20)
    for _ in range(60):
        runner.listens()
        runner.tell(WhatIsNext())
        if runner.stored.question is Question.STRETCH:
            return
        runner.tell(Ready(), after_s=5)
    raise AssertionError("the stretches never came")


def test_where_something_hurts_once_the_work_is_done_the_stretches_are_offered_without_praise(
    runner: Runner,
) -> None:
    at_the_question_of_the_stretches(runner)
    runner.tell(Pain(Named("shoulder", "shoulder"), "shoulder"), after_s=5)
    assert runner.asked() is Question.STRETCH_KINDLY
    assert "pain.spare" in runner.said()
