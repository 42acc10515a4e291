"""Fewer by a number: so many less than asked, or so many from here on."""

import pytest
from runner import Runner

from skill.coach.commands import Command, Fewer, HeardNumber


def dose(runner: Runner, index: int = 0) -> int:
    return runner.workout.plan.sets[index].dose.amount


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        (Fewer(off=HeardNumber(3)), 12),
        (Fewer(left=HeardNumber(3)), 10),
        (Fewer(amount=HeardNumber(9)), 9),
        (Fewer(left=HeardNumber(8)), 15),
        (Fewer(left=HeardNumber(40)), 15),
    ],
    ids=repr,
)
def test_at_the_seventh_of_fifteen_the_set_goes_on_to_its_new_end(
    working: Runner, said: Command, asked: int
) -> None:
    working.tell(said)
    assert dose(working) == asked
    assert working.workout.place.done == 7
    assert working.workout.running


def test_in_a_rest_so_many_less_are_of_the_next_set_and_the_last_one_keeps_its_number(
    runner: Runner,
) -> None:
    runner.rests(10)
    before, done = dose(runner, 1), runner.workout.done
    runner.tell(Fewer(off=HeardNumber(3)), after_s=5)
    assert (dose(runner, 1), runner.workout.done) == (before - 3, done)


def test_in_a_rest_so_many_from_here_on_are_of_no_set(runner: Runner) -> None:
    runner.rests(10)
    plan, done = runner.workout.plan, runner.workout.done
    runner.tell(Fewer(left=HeardNumber(3)), after_s=5)
    assert (runner.workout.plan, runner.workout.done) == (plan, done)


@pytest.mark.parametrize("said", [Fewer(off=HeardNumber(None)), Fewer(left=HeardNumber(None))])
def test_a_number_that_was_not_heard_changes_nothing(working: Runner, said: Command) -> None:
    working.tell(said)
    assert working.said()[0] == "effort.number_not_heard"
    assert dose(working) == 15
