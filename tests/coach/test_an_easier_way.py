"""An easier way to do what is asked, the exercise that a name means, and how the work is left for the stretch."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.workout import ALLOWANCE
from skill.coach.commands import (
    Fewer,
    FinishEarly,
    GoToExercise,
    Harder,
    HeardNumber,
    Load,
    Named,
    NamedExercise,
    Resume,
    SkipExercise,
    Slower,
    SomethingElse,
    TooHard,
    WhyThis,
)
from skill.loaders import load_phrasebook
from skill.training.prescription import Prescription
from skill.training.rung import Why
from skill.workout.names import exercise_name
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.states import State

SQUAT = NamedExercise("squat", "squats")


def made_easier(runner: Runner) -> Prescription:
    """What the first set asks once it has twice been called too hard."""
    runner.tell(TooHard(), after_s=5)
    runner.tell(TooHard(), after_s=5)
    return runner.workout.set_here.prescription


def test_a_harder_variation_that_is_too_hard_becomes_its_exercise_again(runner: Runner) -> None:
    runner.starts()
    runner.tell(Harder(), after_s=4)
    assert runner.workout.set_here.exercise.variation_of == "squat"
    runner.tell(Resume(), after_s=4)
    assert made_easier(runner).exercise.id == "squat"


def test_without_its_weight_an_exercise_still_tells_why_and_what_was_asked_last(
    runner: Runner,
) -> None:
    runner.does_seven()
    runner.tell(Load(HeardNumber(8), tool=Named("kettlebell", "kettlebell")), after_s=5)
    before = runner.workout.set_here.prescription
    item = made_easier(runner)
    assert (before.tool, item.tool, item.load_grams) == ("kettlebell", None, 0)
    assert (item.reason.why, item.reason.instead_of) == (Why.WISH, before.exercise.base_id)
    assert item.reason.was == before.reason.was


def test_a_slower_beat_of_a_named_exercise_is_that_of_the_variation_that_today_has(
    runner: Runner,
) -> None:
    runner.starts()
    runner.tell(Harder(), after_s=4)
    varied = runner.workout.set_here.exercise
    runner.tell(Resume(), after_s=4)
    runner.tell(Slower(SQUAT), after_s=4)
    assert [id_ for id_, _ in runner.stored.preferences.beats] == [varied.id]


def test_an_exercise_that_the_coach_lacks_is_left_out_in_one_sentence(runner: Runner) -> None:
    runner.starts()
    runner.tell(SkipExercise(NamedExercise(None, "burpees")), after_s=4)
    assert runner.said()[0] == "left_out.not_ours"
    assert runner.words().startswith("Today's workout has no burpees.")
    assert runner.workout.running
    assert runner.workout.place.at == 0


@pytest.mark.parametrize("id_", [None, "burpee"])
def test_what_is_wished_for_in_place_of_another_and_is_none_of_ours_exchanges_nothing(
    runner: Runner, id_: str | None
) -> None:
    runner.starts()
    before = runner.workout.plan
    wished = NamedExercise(id_, "burpees")
    runner.tell(SomethingElse(runner.exercise_of(0), wished=wished), after_s=4)
    assert runner.said()[0].startswith("answer.unknown")
    assert runner.workout.plan == before


def test_for_a_name_that_nobody_knows_two_are_offered_and_no_more(runner: Runner) -> None:
    runner.starts()
    runner.tell(GoToExercise(NamedExercise(None, "squat")), after_s=4)
    assert runner.said()[0] == "answer.unknown_exercise"
    voice, words = load_phrasebook("en-GB"), runner.words().lower()
    names = {voice(exercise_name(id_)).text.lower() for id_ in runner.coach.catalog.exercises}
    offered = [
        name
        for name in names
        if name in words and not any(name in other and name != other for other in names)
    ]
    assert 1 <= len(offered) <= 2


def test_in_the_stretches_the_last_exercise_is_meant_where_none_is_named(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    assert runner.workout.place.state is State.STRETCHING
    runner.tell(WhyThis(), after_s=5)
    last = runner.workout.plan.sets[-1].exercise
    name = load_phrasebook("en-GB")(exercise_name(last.id)).text
    assert name.lower() in runner.words().lower()


@pytest.mark.parametrize("worked", [True, False])
def test_who_leaves_out_all_that_is_left_is_praised_only_for_work_that_was_done(
    runner: Runner, *, worked: bool
) -> None:
    runner.starts()
    if worked:
        runner.works_until(7)
    for exercise in runner.workout.plan.exercises:
        runner.tell(SkipExercise(NamedExercise(exercise.base_id, exercise.id)), after_s=3)
    assert runner.said()[-1] == ("ask.stretch" if worked else "ask.stretch_kindly")
    assert runner.stored.question is (Question.STRETCH if worked else Question.STRETCH_KINDLY)


def test_fewer_before_the_first_count_lead_into_the_set_from_its_announcement(
    runner: Runner,
) -> None:
    runner.starts()
    runner.tell(GoToExercise(runner.exercise_of(1)), after_s=4)
    told = next(mark for mark in runner.workout.marks if mark.place.done)
    runner.now += timedelta(milliseconds=told.at_ms) + ALLOWANCE
    runner.tell(Fewer())
    assert runner.workout.place == Place(State.ANNOUNCING, 1)
