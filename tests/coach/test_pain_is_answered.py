"""What a word of pain or danger is answered with, and what it is not."""

from collections.abc import Iterable
from datetime import timedelta

import pytest
from runner import Runner
from support.straight_to_work import catalog_without_warm_up

from skill.coach.coach import Coach
from skill.coach.commands import (
    BringBack,
    Command,
    Despair,
    FeelSore,
    FinishEarly,
    GoToExercise,
    HeardNumber,
    Help,
    LeaveSession,
    Named,
    NamedExercise,
    No,
    OpenCoach,
    Pain,
    RedFlag,
    Resume,
    StartWorkout,
    WhatIsNext,
    Yes,
)
from skill.store.memory import MemoryStore
from skill.training.exercise import Exercise
from skill.training.plan import WorkSet
from skill.training.preferences import Preferences
from skill.training.rung import Why
from skill.training.swaps import alternatives
from skill.workout.question import Question
from skill.workout.states import State

JAW = Pain(None, "jaw")
TOOTH = Pain(Named(None, "tooth"))

CATALOG = catalog_without_warm_up()


def test_within_one_session_the_question_about_the_heart_is_asked_again_without_a_reason(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(JAW)
    runner.tell(Help(), after_s=10)
    assert "danger.check" in runner.said()
    assert "danger.unanswered" not in runner.said()


def test_when_it_is_not_the_heart_no_part_is_called_unknown_that_nobody_has_named(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(JAW)
    runner.tell(No(), after_s=10)
    assert "pain.unsure" not in runner.said()
    assert "instead.leave_out" in runner.said()


def test_a_part_that_nothing_spares_is_not_promised_to_be_spared(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(JAW)
    runner.tell(TOOTH, after_s=10)
    assert "pain.spare" not in runner.said()
    assert "danger.stop" in runner.said()


def test_after_a_sign_of_danger_nothing_that_was_asked_before_is_open(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(JAW)
    asked = runner.carried
    runner.tell(RedFlag(), after_s=10)
    assert runner.stored.question is None
    assert runner.carried != asked
    assert "aside" not in (runner.carried or {})


def test_a_stretch_that_hurts_is_left_out_on_both_sides_and_the_last_one_ends_the_workout(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    holds = runner.workout.plan.holds
    hurt = set()
    while True:
        hurting = holds[runner.workout.place.at].stretch.id
        assert hurting not in hurt
        hurt.add(hurting)
        runner.tell(Pain(), after_s=30)
        assert "pain.stop_stretch" in runner.said()
        if runner.stored.workout is None or runner.stored.workout.finished:
            break
        assert runner.workout.place.state is State.PAUSED
        runner.tell(Resume(), after_s=10)
    assert hurt == {hold.stretch.id for hold in holds}
    assert runner.stored.question is not Question.GO_ON


def test_no_to_what_would_stand_in_for_the_last_set_leads_to_the_stretches(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(StartWorkout(HeardNumber(3), HeardNumber(1)), after_s=20)
    last = runner.workout.plan.sets[-1].exercise.id
    runner.tell(GoToExercise(NamedExercise(last, "the last one")), after_s=60)
    runner.tell(Pain(), after_s=30)
    assert runner.stored.question is Question.INSTEAD
    runner.tell(No(), after_s=10)
    assert "instead.left_out" in runner.said()
    assert runner.workout.place.active is State.STRETCHING


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        (RedFlag(), ["red_flag.stop", "red_flag.help"]),
        (Despair(), ["despair.listen", "despair.call"]),
    ],
)
def test_beside_a_sign_of_danger_nothing_is_said_of_a_store_that_is_down(
    coach: Coach, runner: Runner, sign: Command, said: list[str]
) -> None:
    coach.store = MemoryStore()
    coach.store.close()
    runner.tell(sign)
    assert runner.said() == said


def shared(one: Exercise, other: Exercise) -> int:
    """How many joints two exercises have in common."""
    return len({*one.joints} & {*other.joints})


def least_shared(exercise: Exercise, planned: Iterable[WorkSet]) -> int:
    """The fewest joints that anything beside what is planned has in common with an exercise."""
    today = {work.exercise.base_id for work in planned}
    others = alternatives(CATALOG, exercise, Preferences())
    return min(shared(other, exercise) for other in others if other.base_id not in today)


def test_a_pain_in_no_named_place_replaces_what_hurt_and_jumps_on_its_joints_and_nothing_else(
    runner: Runner,
) -> None:
    runner.knows_the_ground()
    jumped = 0
    for day in range(14):
        runner.starts()
        runner.tell(GoToExercise(runner.exercise_of(day % 2)), after_s=5)
        runner.works_until(3)
        runner.tell(WhatIsNext())
        here = runner.workout.place.at
        before = runner.workout.plan.sets
        runner.tell(Pain(), after_s=1)
        hurting = before[here].exercise
        after = runner.workout.plan.sets
        for old, new in zip(before[here:], after[here:], strict=True):
            jumps = old.exercise.impact and {*old.exercise.joints} & {*hurting.joints}
            if old.exercise is hurting or jumps:
                assert new.exercise is not old.exercise
                reason = new.prescription.reason
                assert (reason.why, reason.instead_of) == (Why.JOINT, old.exercise.base_id)
                if old.exercise is not hurting:
                    jumped += 1
                    others = [one for one in after if one.exercise is not new.exercise]
                    fewest = least_shared(old.exercise, (*before, *others))
                    assert shared(new.exercise, old.exercise) <= fewest
            else:
                assert new.exercise is old.exercise
        runner.tell(BringBack(), after_s=10)
        runner.tell(Yes(), after_s=10)
        runner.tell(FinishEarly(), after_s=10)
        runner.tell(FinishEarly(), after_s=30)
        runner.tell(LeaveSession())
        runner.now += timedelta(days=3)
    assert jumped


def test_where_sets_in_a_row_may_not_be_done_the_first_that_may_is_led_into(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pain(Named("knee", "knee")), after_s=1)
    workout = runner.workout
    assert not any("knee" in work.exercise.joints for work in workout.plan.sets[workout.place.at :])
    assert runner.stored.question in (Question.INSTEAD, Question.GO_ON)
    runner.tell(Yes(), after_s=10)
    led = runner.workout
    assert "knee" not in led.plan.sets[led.place.at].exercise.joints


def test_who_is_sore_in_mid_set_is_asked_where_while_the_microphone_is_open(
    working: Runner,
) -> None:
    working.tell(FeelSore())
    assert working.said()[0] == "sore.easy"
    assert working.stored.question is Question.GO_ON
    assert not working.workout.marks  # nothing is counted meanwhile
    working.tell(Resume(), after_s=5)
    assert working.workout.marks[0].place.done == 7
