"""Whether a side is done already: told in each side of the set, and in the rest after it."""

from datetime import timedelta

from runner import Runner

from skill.athlete.workout import ALLOWANCE
from skill.coach.commands import GoToExercise, NamedExercise, WhatIsThis
from skill.training.exercise import Side
from skill.workout.states import AT_WORK, State


def goes_on_until(runner: Runner, state: State, side: int) -> None:
    """Hear the last reply until a side of the set is at this state, and three seconds of it."""
    here = next(m for m in runner.workout.marks if m.place.active is state and m.place.side == side)
    runner.now += timedelta(milliseconds=here.at_ms, seconds=3) + ALLOWANCE


def works_one_side(runner: Runner) -> tuple[Side, Side]:
    """Begin the first side of an exercise that has two; returns them in their order."""
    runner.knows_the_ground()
    runner.starts()
    plan = runner.workout.plan
    work = next(work for work in plan.sets if len(work.sides) > 1)
    runner.tell(GoToExercise(NamedExercise(work.exercise.id, "it")), after_s=2)
    first, second = work.sides
    return first, second


def at_work_on(runner: Runner) -> State:
    return (
        State.HOLDING if runner.workout.set_here.exercise.measure == "seconds" else State.COUNTING
    )


def test_in_the_first_side_it_is_at_work_and_the_other_is_still_to_come(runner: Runner) -> None:
    first, second = works_one_side(runner)
    goes_on_until(runner, at_work_on(runner), side=0)
    runner.tell(WhatIsThis(first))
    assert runner.said()[0] == "answer.side_now"
    runner.tell(WhatIsThis(second), after_s=2)
    assert runner.said()[0] == "answer.side_to_come"
    assert runner.workout.place.active in AT_WORK, "the count goes on"


def test_in_the_second_side_the_first_is_done(runner: Runner) -> None:
    first, second = works_one_side(runner)
    goes_on_until(runner, at_work_on(runner), side=1)
    runner.tell(WhatIsThis(first))
    assert runner.workout.place.side == 1
    assert runner.said()[0] == "answer.side_done"
    goes_on_until(runner, State.RESTING, side=1)
    runner.tell(WhatIsThis(second))
    assert runner.workout.place.active is State.RESTING
    assert runner.said()[0] == "answer.side_done"


def test_where_both_legs_work_the_exercise_is_told(runner: Runner) -> None:
    runner.does_seven()
    assert runner.workout.set_here.sides == (Side.BOTH,)
    runner.tell(WhatIsThis(Side.LEFT))
    assert runner.said()[0] == "answer.this"
