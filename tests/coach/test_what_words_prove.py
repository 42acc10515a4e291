"""What a runner says proves what must have been heard, though the clock was a moment behind."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.workout import ALLOWANCE
from skill.coach.commands import Command, OpenCoach, Ready, SetDone, SkipRest, WaitForMe, Yes
from skill.workout.states import State

A_MOMENT = timedelta(seconds=2)
"""Less than the clock may be wrong."""


def just_before(runner: Runner, at_ms: int) -> None:
    """A moment before so much of the last reply was heard, as far as the clock can tell."""
    assert runner.workout.began_at is not None
    runner.now = runner.workout.began_at + timedelta(milliseconds=at_ms) + ALLOWANCE - A_MOMENT


@pytest.mark.parametrize("answer", [Ready(), Yes(), SetDone()])
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
