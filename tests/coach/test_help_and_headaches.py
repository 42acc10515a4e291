"""Whoever calls for help is asked whether they are hurt, and a head that hurts is asked about."""

from runner import Runner

from skill.coach.commands import (
    CallForHelp,
    Named,
    No,
    OpenCoach,
    Pain,
    SkipStretch,
    Yes,
)
from skill.workout.question import Question
from skill.workout.states import State

HEADACHE = Pain(Named("head", "headache"), "head")


def test_a_call_for_help_holds_the_count_and_a_yes_ends_training(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(CallForHelp())
    assert runner.said() == ["ask.hurt"]
    assert runner.workout.place.state is State.PAUSED
    runner.tell(Yes(), after_s=5)
    assert "red_flag.help" in runner.said()


def test_who_is_not_hurt_hears_what_can_be_said(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(CallForHelp())
    runner.tell(No(), after_s=5)
    assert "done.not_hurt" in runner.said()
    assert "count.go" not in runner.said()


def test_a_headache_is_asked_about_and_no_joint_is_spared(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(HEADACHE)
    assert runner.said() == ["danger.stop", "danger.check_head", "ask.danger"]
    runner.tell(SkipStretch(), after_s=5)
    assert "danger.check_head" in runner.said()
    runner.tell(No(), after_s=5)
    assert runner.said() == ["danger.head_rests"]
    assert runner.stored.preferences.avoided_joints == ()
    assert not runner.in_session


def test_a_head_that_hurts_is_asked_about_as_one_though_no_word_of_it_is_known(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Pain(None, "head"))
    assert runner.said() == ["danger.stop", "danger.check_head", "ask.danger"]
    runner.tell(No(), after_s=5)
    assert runner.said() == ["danger.head_rests"]


def test_after_a_headache_nobody_is_asked_to_carry_on(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(HEADACHE)
    runner.tell(No(), after_s=5)
    assert [record.sets_done for record in runner.stored.history] == [((7,), (0,))]
    runner.tell(OpenCoach(), after_s=60)
    assert runner.asked() is Question.WELL
    runner.tell(No(), after_s=5)
    assert not runner.in_session
    runner.tell(OpenCoach(), after_s=86_400)
    runner.tell(Yes(), after_s=5)
    assert runner.asked() is Question.START


def test_a_headache_with_the_signs_of_a_stroke_ends_training(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(HEADACHE)
    runner.tell(Yes(), after_s=5)
    assert "red_flag.help" in runner.said()
    assert runner.stored.alarmed
