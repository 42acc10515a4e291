"""An exercise is skipped in whose place another comes: that is told, and left out if it is asked once more."""

import pytest
from runner import Runner

from skill.coach.commands import NamedExercise, OpenCoach, SkipExercise, SomethingElse


def today(runner: Runner) -> set[str]:
    return {work.exercise.base_id for work in runner.workout.plan.sets}


def has_another_for(runner: Runner, gone: NamedExercise) -> str:
    """Have another exercise in place of one; returns what came."""
    before = today(runner)
    runner.tell(SomethingElse(gone), after_s=10)
    (instead,) = today(runner) - before
    assert gone.id not in today(runner)
    return instead


@pytest.mark.parametrize("under_way", [True, False], ids=["under way", "before"])
def test_what_comes_instead_is_named_and_stays_until_it_is_asked_once_more(
    runner: Runner, under_way: bool
) -> None:
    if under_way:
        runner.knows_the_ground()
        runner.starts()
    else:
        runner.tell(OpenCoach())
    later = runner.workout.plan.sets[1].exercise
    gone = NamedExercise(later.base_id, "it")
    instead = has_another_for(runner, gone)

    runner.tell(SkipExercise(gone), after_s=10)
    assert runner.said()[0] == "left_out.stands_in"
    assert instead in today(runner)

    runner.tell(SkipExercise(gone), after_s=10)
    assert runner.said()[0] == "left_out.done"
    ahead = {work.exercise.base_id for work in runner.workout.plan.sets}
    assert not {instead, gone.id} & ahead


def test_what_comes_instead_is_left_out_by_its_own_name_at_once(runner: Runner) -> None:
    runner.tell(OpenCoach())
    gone = NamedExercise(runner.workout.plan.sets[1].exercise.base_id, "it")
    instead = has_another_for(runner, gone)
    runner.tell(SkipExercise(NamedExercise(instead, "it")), after_s=10)
    assert runner.said()[0] == "left_out.done"


def test_an_exercise_in_whose_place_nothing_comes_is_not_ahead(runner: Runner) -> None:
    runner.starts()
    other = next(
        one for one in runner.coach.catalog.basics if one.id not in today(runner) and not one.impact
    )
    runner.tell(SkipExercise(NamedExercise(other.id, "it")), after_s=10)
    assert runner.said()[0] == "left_out.not_ahead"
