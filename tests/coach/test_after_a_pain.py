"""What is said after a pain: it is never "as you wished", and nothing closes the coach by mistake."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.changing import next_set
from skill.coach.commands import (
    BringBack,
    ChangeVolume,
    Command,
    FinishEarly,
    LeaveSession,
    Named,
    No,
    OpenCoach,
    Pain,
    RateExercise,
    SomethingElse,
    Yes,
)
from skill.training.record import Effort
from skill.workout.question import Question
from skill.workout.states import State

KNEE = Pain(Named("knee", "knee"), "knee")
SOMEWHERE = Pain()


@pytest.fixture
def hurt(working: Runner) -> Runner:
    """A runner whose knee hurts in the first set, and who is offered something else."""
    working.tell(KNEE)
    assert working.stored.question is Question.INSTEAD
    return working


@pytest.mark.parametrize("command", [No(), RateExercise(Effort.RIGHT), BringBack(), ChangeVolume()])
def test_no_word_after_a_pain_closes_the_coach(hurt: Runner, command: Command) -> None:
    """After a pain "no, it's fine", "I'm okay" and "louder" get a question, and what hurt is not led."""
    hurt.tell(command, after_s=8)
    assert hurt.stored.question is not None
    assert not hurt.workout.running
    assert "knee" in hurt.stored.preferences.avoided_joints


def test_louder_after_a_pain_tells_how_and_asks_the_same_again(hurt: Runner) -> None:
    hurt.tell(ChangeVolume(), after_s=8)
    assert hurt.said()[0] == "answer.volume"
    assert hurt.stored.question is Question.INSTEAD


def test_fine_after_a_pain_is_asked_about_before_the_knee_is_trained(hurt: Runner) -> None:
    hurt.tell(RateExercise(Effort.RIGHT), after_s=8)
    assert hurt.stored.question is Question.BRING_BACK
    hurt.tell(Yes(), after_s=8)
    assert hurt.stored.preferences.avoided_joints == ()


def test_no_after_an_unnamed_pain_waits_for_the_runner(runner: Runner) -> None:
    runner.rests(10)
    runner.tell(KNEE, after_s=3)
    assert runner.stored.question is Question.GO_ON
    runner.tell(No(), after_s=8)
    assert runner.stored.question is Question.GO_ON
    assert not runner.workout.running


def test_a_swap_after_a_pain_is_never_as_you_wished(hurt: Runner) -> None:
    said = hurt.words()
    for command in (SomethingElse(), Yes(), FinishEarly(), LeaveSession()):
        hurt.tell(command, after_s=30)
        said += f" {hurt.words()}"
    hurt.tell(OpenCoach(), after_s=86_400)
    hurt.tell(Yes(), after_s=20)
    said = f"{said} {hurt.words()}".lower()
    for tone in ("as you wished", "you wanted", "strong finish", "great work"):
        assert tone not in said


def test_a_stretch_that_hurt_somewhere_ends_with_care_and_without_praise(working: Runner) -> None:
    """Nobody named what hurt, so nothing is spared, and it may hurt still."""
    working.tell(FinishEarly())
    working.tell(Yes(), after_s=3)
    working.tell(SOMEWHERE, after_s=15)
    assert "pain.which_part" in working.said()
    working.tell(FinishEarly(), after_s=5)
    assert working.said() == ["closing.done", "closing.after_pain"]


def test_an_injury_without_a_part_is_told_no_weight_on_it(working: Runner) -> None:
    """Brown urine is no joint."""
    working.tell(Pain(injured=True))
    assert working.said() == ["injury.stop_unnamed", "injury.help_unnamed"]


def test_an_injury_of_a_part_is_told_to_put_no_weight_on_it(working: Runner) -> None:
    working.tell(Pain(Named("knee", "knee"), "knee", injured=True))
    assert working.said() == ["injury.stop", "injury.help"]


def test_while_a_joint_is_spared_the_tips_are_how_to_tell_that_it_is_better_and_none_is_for_a_run(
    runner: Runner,
) -> None:
    """A dozen days, since the tips take turns; without the sore knee some of them are about running."""
    tips = {}
    for sore in (False, True):
        if sore:
            runner.tell(OpenCoach(), after_s=86_400)
            runner.tell(KNEE, after_s=20)
            runner.tell(LeaveSession())
        said = []
        for _ in range(12):
            runner.now += timedelta(days=1)
            runner.starts()
            runner.works_until(3)
            runner.tell(FinishEarly())
            runner.tell(FinishEarly(), after_s=30)
            said += [key for key in runner.said() if key.endswith(("tip", "again"))]
            runner.tell(LeaveSession())
        tips[sore] = said
    assert "closing.run_tip" in tips[False]
    assert set(tips[True]) == {"closing.tip", "closing.rest_tip", "launch.nothing_again"}
    assert tips[True].count("launch.nothing_again") <= 4, "now and then, and not each time"


def test_what_is_declined_after_a_pain_does_not_come_in_a_later_round(working: Runner) -> None:
    working.tell(SOMEWHERE)
    offered = []
    while working.stored.question is Question.INSTEAD:
        workout = working.workout
        offered.append(workout.plan.sets[next_set(workout)].exercise.id)
        working.tell(No(), after_s=8)
        assert "instead.left_out" in working.said()
    assert working.stored.question is Question.STRETCH_KINDLY
    assert len(offered) > 2
    assert len(offered) == len(set(offered))
    assert working.workout.place.active is State.STRETCHING
