"""No to what was offered in place of an exercise: what was only wished easier or harder stays as it was."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.coach.commands import (
    BringBack,
    Command,
    GoBack,
    Harder,
    LongRunTomorrow,
    Named,
    NamedExercise,
    No,
    OpenCoach,
    Pain,
    SkipExercise,
    SomethingElse,
    StartWorkout,
    TooHard,
    Yes,
)
from skill.workout.question import Question
from skill.workout.states import State


@pytest.mark.parametrize("wishes", [(Harder(),), (TooHard(), TooHard())], ids=["harder", "easier"])
def test_who_wants_neither_harder_nor_easier_goes_on_with_the_exercise_itself(
    working: Runner, wishes: tuple[Command, ...]
) -> None:
    before = working.workout.plan.sets
    for wish in wishes:
        working.tell(wish, after_s=5)
    assert working.said() == ["ask.instead"]
    offered = working.workout.plan.sets[0].exercise
    assert offered is not before[0].exercise
    working.tell(No(), after_s=5)
    assert working.said()[:2] == ["instead.stays", "announce.first"]
    assert working.workout.place.state is State.ANNOUNCING
    after = working.workout.plan.sets
    assert [work.exercise for work in after] == [work.exercise for work in before]
    assert [work.dose for work in after] == [work.dose for work in before]


def test_who_took_the_harder_one_and_wants_it_no_easier_goes_on_with_it(working: Runner) -> None:
    working.tell(Harder(), after_s=5)
    working.tell(Yes(), after_s=5)
    taken = [work.exercise for work in working.workout.plan.sets]
    working.tell(TooHard(), after_s=5)
    working.tell(TooHard(), after_s=5)
    assert working.said() == ["ask.instead"]
    working.tell(No(), after_s=5)
    assert working.said()[0] == "instead.stays"
    assert [work.exercise for work in working.workout.plan.sets] == taken


def test_who_wants_nothing_of_what_spares_a_pain_is_not_led_back_into_what_hurt(
    working: Runner,
) -> None:
    hurt = working.workout.plan.sets[0].exercise
    working.tell(Pain(Named("knee", "knee")))
    working.tell(TooHard(), after_s=5)
    working.tell(TooHard(), after_s=5)
    working.tell(No(), after_s=5)
    assert "instead.stays" not in working.said()
    assert hurt not in [work.exercise for work in working.workout.plan.sets]


def test_who_wanted_something_else_and_not_that_either_gets_the_next_thing(working: Runner) -> None:
    first = working.workout.plan.sets[0].exercise
    working.tell(TooHard(), after_s=5)
    working.tell(SomethingElse(), after_s=5)
    assert working.said() == ["instead.leave_out", "ask.instead"]
    working.tell(No(), after_s=5)
    assert working.said()[0] == "instead.left_out"
    assert working.stored.question is Question.INSTEAD
    assert first not in [work.exercise for work in working.workout.plan.sets]


def test_what_was_offered_and_left_unanswered_for_a_set_before_comes_no_more(
    working: Runner,
) -> None:
    before = [work.exercise for work in working.workout.plan.sets]
    working.tell(Harder(), after_s=5)
    assert working.said() == ["ask.instead"]
    assert [work.exercise for work in working.workout.plan.sets] != before
    working.tell(GoBack(), after_s=5)
    assert [work.exercise for work in working.workout.plan.sets] == before


def test_what_spares_a_pain_still_comes_after_a_set_before(working: Runner) -> None:
    hurt = working.workout.plan.sets[0].exercise
    working.tell(Pain(Named("knee", "knee")))
    working.tell(GoBack(), after_s=5)
    assert hurt not in [work.exercise for work in working.workout.plan.sets]


def at_what_stands_in_for_a_jump(runner: Runner) -> None:
    """Begin a workout that has a jump, tell of a long run tomorrow, and work at what stands in for the jump."""
    runner.tell(OpenCoach())
    runner.tell(BringBack(exercise=NamedExercise("jump_squat", "jump squats")), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    entry = next(work.entry for work in runner.workout.plan.sets if work.exercise.impact)
    runner.tell(LongRunTomorrow(), after_s=10)
    while runner.workout.plan.sets[runner.workout.place.at].entry != entry:
        runner.tell(SkipExercise(), after_s=3)
    runner.now += timedelta(seconds=25)


def jumps(runner: Runner) -> bool:
    return any(exercise.impact for exercise in runner.workout.plan.all_exercises)


@pytest.mark.parametrize("away", [No(), GoBack()])
def test_on_a_light_day_no_jump_comes_back_with_a_no_to_something_easier(
    runner: Runner, away: Command
) -> None:
    at_what_stands_in_for_a_jump(runner)
    runner.tell(TooHard(), after_s=3)
    runner.tell(TooHard(), after_s=3)
    assert runner.stored.question is Question.INSTEAD
    runner.tell(away, after_s=5)
    assert not jumps(runner)


@pytest.mark.parametrize("away", [No(), GoBack()])
def test_nor_does_one_come_back_with_a_no_to_what_spares_a_pain(
    runner: Runner, away: Command
) -> None:
    at_what_stands_in_for_a_jump(runner)
    runner.tell(Pain(), after_s=3)
    assert runner.stored.question is Question.INSTEAD
    offered = runner.workout.plan.sets[runner.workout.place.at].exercise
    runner.tell(away, after_s=5)
    assert not jumps(runner)
    assert (offered in runner.workout.plan.all_exercises) == isinstance(away, GoBack)


@pytest.mark.parametrize("away", [No(), GoBack()])
def test_on_a_light_day_what_tires_no_legs_comes_back_after_a_no_to_something_easier(
    runner: Runner, away: Command
) -> None:
    runner.tell(OpenCoach())
    runner.tell(LongRunTomorrow(), after_s=10)
    runner.tell(StartWorkout(), after_s=10)
    runner.works_until(5)
    planned = runner.workout.set_here.exercise
    runner.tell(TooHard())
    runner.tell(TooHard(), after_s=3)
    assert runner.stored.question is Question.INSTEAD
    assert runner.workout.set_here.exercise is not planned
    runner.tell(away, after_s=5)
    assert runner.workout.set_here.exercise is planned
