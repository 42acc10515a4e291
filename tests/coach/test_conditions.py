"""What a runner lives with is asked about before anything is led."""

import json
from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.changing import sets_ahead
from skill.athlete.stored.document import read_document
from skill.athlete.stored.text import write_text
from skill.coach.commands import (
    BringBack,
    Command,
    Condition,
    DoctorCleared,
    FeelBurn,
    ForgetMe,
    LeaveSession,
    Named,
    NamedExercise,
    No,
    OpenCoach,
    Pain,
    Ready,
    RedFlag,
    Resume,
    SetDone,
    SkipExercise,
    StartWorkout,
    StopCoach,
    TellCondition,
    WhatDoYouKnow,
    Yes,
)
from skill.workout.question import Question
from skill.workout.states import State

BRIDGE = NamedExercise("glute_bridge", "bridges")
ASKED = (Condition.HEART, Condition.PREGNANT, Condition.OPERATED)


def lies_on_the_back(runner: Runner) -> bool:
    """Whether anything still to come in the plan is done lying on the back."""
    plan, here = runner.workout.plan, runner.workout.place.at
    return any(work.exercise.on_back for work in plan.sets[here:]) or any(
        stretch.on_back for stretch in plan.stretches
    )


def asks_whether_a_doctor_allows_it(runner: Runner) -> bool:
    said = runner.said()
    return "ask.cleared" in said and "count.go" not in said and runner.stored.alarmed


@pytest.mark.parametrize("condition", ASKED)
def test_a_condition_holds_the_count_and_nothing_is_led_before_a_yes(
    runner: Runner, condition: Condition
) -> None:
    runner.does_seven()
    runner.tell(TellCondition(condition))
    assert f"condition.{condition}" in runner.said()
    assert asks_whether_a_doctor_allows_it(runner)
    for word in (Resume(), Ready(), StartWorkout(), FeelBurn()):
        runner.tell(word, after_s=5)
        assert asks_whether_a_doctor_allows_it(runner), word
    runner.tell(Yes(), after_s=5)
    assert "condition.cleared" in runner.said()
    assert not runner.stored.alarmed
    assert runner.workout.under_way
    assert runner.stored.preferences.eyes_open


@pytest.mark.parametrize("condition", ASKED)
def test_before_a_workout_a_condition_is_asked_about_and_a_yes_leads_to_the_plan(
    runner: Runner, condition: Condition
) -> None:
    runner.tell(OpenCoach())
    runner.tell(TellCondition(condition), after_s=20)
    assert asks_whether_a_doctor_allows_it(runner)
    runner.tell(Yes(), after_s=5)
    assert runner.stored.question is Question.START


def test_without_a_doctors_word_there_is_no_workout_and_it_is_asked_again_next_time(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(TellCondition(Condition.PREGNANT), after_s=20)
    runner.tell(No(), after_s=5)
    assert runner.said() == ["condition.not_cleared"]
    runner.tell(StartWorkout(), after_s=3600)
    assert "launch.after_alarm" in runner.said()
    assert asks_whether_a_doctor_allows_it(runner)


def test_a_long_illness_is_minded_and_held_for_a_word(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(TellCondition(Condition.CHRONIC))
    assert runner.said() == ["condition.chronic", "ask.go_on"]
    assert runner.workout.place.state is State.PAUSED
    assert not runner.stored.alarmed


def test_the_joint_that_was_operated_on_is_spared(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(TellCondition(Condition.OPERATED, Named("hip", "hip")), after_s=20)
    assert "pain.spare" in runner.said()
    assert runner.stored.preferences.avoided_joints == ("hip",)


def test_a_part_that_nothing_loads_is_not_promised_to_be_spared_after_an_operation(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(TellCondition(Condition.OPERATED, Named("eye", "eye")), after_s=20)
    assert "pain.spare" not in runner.said()
    assert runner.stored.preferences.avoided_joints == ()


def test_no_set_to_come_loads_the_joint_that_was_operated_on(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(TellCondition(Condition.OPERATED, Named("knee", "knee")))
    ahead = runner.workout.plan.sets[runner.workout.place.at :]
    assert ahead
    assert not any("knee" in work.exercise.joints for work in ahead)


def jumps_ahead(runner: Runner) -> bool:
    workout = runner.workout
    return any(work.exercise.impact for work in sets_ahead(workout))


def at_a_set_before_a_jump(runner: Runner) -> None:
    """Do some of a set that is no jump, in a workout in which one is still to come."""
    runner.knows_the_ground()
    runner.starts()
    while runner.workout.plan.sets[runner.workout.place.at].exercise.impact:
        runner.tell(SkipExercise(), after_s=5)
    runner.now += timedelta(seconds=40)
    assert jumps_ahead(runner)


@pytest.mark.parametrize("condition", [Condition.PREGNANT, Condition.OPERATED, Condition.DELICATE])
def test_where_jumps_are_left_out_the_set_under_way_stays_if_it_is_none(
    runner: Runner, condition: Condition
) -> None:
    at_a_set_before_a_jump(runner)
    work = runner.workout.set_here
    runner.tell(TellCondition(condition))
    assert not jumps_ahead(runner)
    if not work.exercise.on_back:
        assert runner.workout.set_here.exercise is work.exercise
        assert runner.workout.place.done > 0


def test_with_a_heart_that_is_known_to_be_ill_jumps_are_for_the_doctor_to_judge(
    runner: Runner,
) -> None:
    at_a_set_before_a_jump(runner)
    runner.tell(TellCondition(Condition.HEART))
    assert jumps_ahead(runner)


def test_in_a_rest_before_a_jump_it_is_the_jump_that_is_left_out_and_the_rest_that_is_held(
    runner: Runner,
) -> None:
    at_a_set_before_a_jump(runner)
    while not runner.workout.plan.sets[runner.workout.place.at + 1].exercise.impact:
        runner.tell(SkipExercise(), after_s=5)
    while runner.workout.place.state is not State.RESTING:
        runner.tell(SetDone(), after_s=10)
    here, behind = runner.workout.place.at, runner.workout.plan.sets[runner.workout.place.at + 2]
    runner.tell(TellCondition(Condition.DELICATE), after_s=5)
    place = runner.workout.place
    assert (place.state, place.left, place.at) == (State.PAUSED, State.RESTING, here)
    assert runner.workout.plan.sets[here + 1].exercise is behind.exercise


@pytest.mark.parametrize("word", [Yes(), DoctorCleared()], ids=repr)
def test_a_doctors_leave_in_mid_workout_goes_on_with_it_and_is_asked_for_no_more(
    runner: Runner, word: Command
) -> None:
    runner.does_seven()
    runner.tell(TellCondition(Condition.HEART))
    runner.tell(word, after_s=5)
    assert runner.said() == ["condition.cleared", "ask.go_on"]
    assert not runner.stored.alarmed
    runner.tell(Resume(), after_s=5)
    assert runner.workout.running


def test_a_doctors_leave_that_nobody_asked_for_is_good_to_know_and_the_count_goes_on(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(DoctorCleared(), after_s=20)
    assert runner.said() == ["condition.cleared", "ask.start"]
    runner.tell(StartWorkout(), after_s=5)
    runner.works_until(7)
    runner.tell(DoctorCleared())
    assert runner.said()[0] == "condition.cleared"
    assert runner.workout.running


def test_whoever_is_pregnant_jumps_no_more_not_even_in_this_workout(runner: Runner) -> None:
    runner.knows_the_ground()
    runner.does_seven()
    runner.tell(TellCondition(Condition.PREGNANT))
    runner.tell(Yes(), after_s=5)
    here = runner.workout.place.at
    assert not any(work.exercise.impact for work in runner.workout.plan.sets[here:])
    assert runner.stored.preferences.jumps is False


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        (TellCondition(Condition.HEART), "privacy.alarmed"),
        (TellCondition(Condition.ILL), "privacy.unwell"),
    ],
)
def test_who_asks_what_is_known_hears_what_training_waits_for(
    runner: Runner, told: TellCondition, kept: str
) -> None:
    runner.tell(OpenCoach())
    runner.tell(WhatDoYouKnow(), after_s=20)
    assert runner.said()[-3:-1] == ["privacy.nothing", "privacy.delete"]
    runner.tell(told, after_s=20)
    runner.tell(OpenCoach(), after_s=20)
    runner.tell(WhatDoYouKnow(), after_s=20)
    assert {kept, "privacy.nothing_else"} <= {*runner.said()}
    assert "privacy.nothing" not in runner.said()


def test_whoever_is_pregnant_lies_on_the_back_no_more_until_it_is_asked_for(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(TellCondition(Condition.PREGNANT), after_s=20)
    runner.tell(Yes(), after_s=5)
    assert not lies_on_the_back(runner)
    runner.tell(WhatDoYouKnow(), after_s=20)
    assert "privacy.off_back" in runner.said()
    runner.tell(BringBack(BRIDGE), after_s=20)
    assert runner.stored.question is Question.BRING_BACK
    assert runner.stored.preferences.off_back, "only on a clear yes"
    runner.tell(Yes(), after_s=5)
    assert not runner.stored.preferences.off_back


def test_whoever_is_pregnant_lies_on_the_back_no_more_in_this_workout(runner: Runner) -> None:
    runner.does_seven()
    assert lies_on_the_back(runner), "else this shows nothing"
    runner.tell(TellCondition(Condition.PREGNANT))
    runner.tell(Yes(), after_s=5)
    assert not lies_on_the_back(runner)


@pytest.mark.parametrize("ending", [LeaveSession(unanswered=True), StopCoach(), No()])
@pytest.mark.parametrize("sign", [RedFlag(), Pain(None, "knee", injured=True)])
def test_after_a_sign_of_danger_every_visit_asks_first_until_the_answer_is_yes(
    runner: Runner, sign: Command, ending: Command
) -> None:
    runner.does_seven()
    runner.tell(sign)
    for opening in (OpenCoach(), StartWorkout(), Resume()):
        runner.in_session, runner.carried = False, None
        runner.tell(opening, after_s=86_400)
        assert runner.said()[0] == "launch.after_alarm"
        assert asks_whether_a_doctor_allows_it(runner)
        runner.tell(ending, after_s=10)
        assert runner.stored.alarmed
        assert runner.stored.workout is None
    runner.in_session, runner.carried = False, None
    runner.tell(OpenCoach(), after_s=86_400)
    runner.tell(Yes(), after_s=5)
    assert not runner.stored.alarmed
    assert runner.stored.question is Question.START


def test_whoever_waits_for_a_doctor_may_still_be_forgotten(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(RedFlag(), after_s=20)
    runner.tell(OpenCoach(), after_s=3600)
    runner.tell(ForgetMe(), after_s=5)
    assert runner.stored.question is Question.FORGET
    runner.tell(No(), after_s=5)
    runner.tell(StartWorkout(), after_s=5)
    assert asks_whether_a_doctor_allows_it(runner)


@pytest.mark.parametrize("joint", ["ankle", "knee", "back", "hip"])
def test_a_set_that_becomes_another_exercise_begins_anew(runner: Runner, joint: str) -> None:
    """The twelfth repetition of one exercise is not the twelfth of the one that takes its place."""
    runner.does_seven()
    before = runner.workout
    runner.tell(TellCondition(Condition.OPERATED, Named(joint, joint)))
    after = runner.workout
    assert read_document(json.loads(write_text(runner.stored).whole), runner.coach.catalog)
    at = before.place.at
    if after.plan.sets[at].exercise is not before.plan.sets[at].exercise:
        assert after.place.done == 0
