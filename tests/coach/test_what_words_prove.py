"""What a runner says proves what must have been heard, though the clock was a moment behind."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.workout import ALLOWANCE
from skill.coach.commands import (
    Command,
    OpenCoach,
    OtherSide,
    Ready,
    Resume,
    SetDone,
    SkipRest,
    Slower,
    StartWorkout,
    WaitForMe,
    WhatIsNext,
    Yes,
)
from skill.workout.question import Question
from skill.workout.states import State

A_MOMENT = timedelta(seconds=2)
"""Less than the clock may be wrong."""


def just_before(runner: Runner, at_ms: int) -> None:
    """A moment before so much of the last reply was heard, as far as the clock can tell."""
    assert runner.workout.began_at is not None
    runner.now = runner.workout.began_at + timedelta(milliseconds=at_ms) + ALLOWANCE - A_MOMENT


@pytest.mark.parametrize("answer", [Ready(), Yes(), SetDone(), Resume(), StartWorkout()])
def test_who_answers_the_question_after_a_set_has_done_that_set(
    runner: Runner, answer: Command
) -> None:
    for command in (OpenCoach(), WaitForMe(), Ready()):
        runner.tell(command, after_s=20)
    whole_set = runner.workout.plan.sets[0].dose.amount
    just_before(runner, runner.workout.marks[-1].at_ms)
    runner.tell(answer)
    assert runner.workout.tally[0] == whole_set
    assert runner.workout.marks[0].place.at == 1


def test_who_wants_no_rest_is_in_it_and_has_done_the_set_before_it(runner: Runner) -> None:
    runner.starts()
    whole_set = runner.workout.plan.sets[0].dose.amount
    rest = next(mark for mark in runner.workout.marks if mark.place.state is State.RESTING)
    just_before(runner, rest.at_ms)
    runner.tell(SkipRest())
    assert runner.workout.tally[0] == whole_set
    begins = runner.workout.marks[0].place
    assert (begins.state, begins.at) == (State.ANNOUNCING, 1)


@pytest.mark.parametrize("word", [WhatIsNext(), Slower()])
def test_who_speaks_after_the_last_repetition_is_asked_the_same_again_and_given_no_rest_unasked(
    runner: Runner, word: Command
) -> None:
    for command in (OpenCoach(), WaitForMe(), Ready()):
        runner.tell(command, after_s=20)
    counting, end = runner.workout.marks[-2:]
    last_count_ms = counting.at_ms + counting.every_ms * runner.workout.plan.sets[0].dose.amount
    assert last_count_ms < end.at_ms
    just_before(runner, last_count_ms + round(A_MOMENT / timedelta(milliseconds=1)))
    runner.tell(word)
    assert runner.asked() is Question.READY
    assert not runner.workout.marks


def test_who_answers_that_the_other_side_comes_is_not_told_that_there_is_none(
    runner: Runner,
) -> None:
    for command in (OpenCoach(), StartWorkout()):
        runner.tell(command, after_s=20)
    for _ in range(30):
        if runner.asked() is Question.OTHER_SIDE:
            break
        runner.tell(Ready(), after_s=230)
    just_before(runner, runner.workout.marks[-1].at_ms + 1_000)
    runner.tell(OtherSide())
    assert runner.said()[0] == "stretching.other_side"
