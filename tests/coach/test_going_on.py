"""Where the coach goes on: an exercise that is left out now or later, a set said to be over, one set more."""

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    FinishEarly,
    GoToExercise,
    Harder,
    Kind,
    NamedExercise,
    NoWarmUp,
    OneMoreSet,
    OpenCoach,
    Pause,
    Ready,
    Resume,
    SetDone,
    SkipExercise,
    SkipWarmUp,
    SomethingElse,
    StartWorkout,
    TimedSpeechFailed,
    WhatIsNext,
    WithWarmUp,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.exercise import Position
from skill.workout.question import Question
from skill.workout.states import State


def led_to(runner: Runner) -> tuple[State, int]:
    """The state and the index with which the last reply begins."""
    place = runner.workout.marks[0].place
    return place.active, place.at


def stretches(runner: Runner) -> None:
    """Finish early, after some repetitions."""
    runner.does_seven()
    runner.tell(FinishEarly())
    assert runner.workout.place.active is State.STRETCHING


def test_who_is_asked_whether_they_are_ready_and_says_start_is_led_on(runner: Runner) -> None:
    runner.starts()
    runner.listens()
    while runner.asked() is not Question.READY:
        runner.tell(Ready())
        runner.listens()
    asked_about = runner.workout.marks[-1].place.at
    runner.tell(StartWorkout(), after_s=5)
    state, _ = led_to(runner)
    assert state in (State.ANNOUNCING, State.COUNTING)
    assert runner.workout.marks[0].place.at >= asked_about


# What is left out.


def test_the_exercise_under_way_is_left_out_at_once_and_the_next_one_announced(
    runner: Runner,
) -> None:
    runner.does_seven()
    gone, coming = (runner.workout.plan.sets[index].exercise.id for index in (0, 1))
    runner.tell(SkipExercise(runner.exercise_of(0)))
    assert runner.said()[0] == "left_out.done"
    state, index = led_to(runner)
    assert state is State.ANNOUNCING
    assert runner.workout.plan.sets[index].exercise.id == coming
    assert gone not in [work.exercise.id for work in runner.workout.plan.sets[index:]]
    assert runner.workout.tally[0] == 7, "what was done of it stays"


def test_the_exercise_behind_a_rest_is_left_out_and_the_rest_goes_on(runner: Runner) -> None:
    runner.rests(5)
    before = runner.workout
    runner.tell(SkipExercise(runner.exercise_of(1)), after_s=2)
    assert runner.said()[0] == "left_out.done"
    assert led_to(runner) == (State.RESTING, 0)
    assert runner.workout.place.done >= before.place.done
    assert runner.workout.plan.sets[1].exercise is before.plan.sets[2].exercise


def test_an_exercise_that_comes_later_is_left_out_and_the_count_goes_on(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(SkipExercise(runner.exercise_of(1)))
    assert runner.said()[0] == "left_out.done"
    assert runner.workout.place.done == 7
    assert led_to(runner) == (State.COUNTING, 0)


def test_in_mid_set_no_stretch_is_taken_for_the_current_one(runner: Runner) -> None:
    runner.starts()
    plan = runner.workout.plan
    number = next(i for i, h in enumerate(plan.holds) if h.stretch.position is Position.FLOOR)
    while runner.workout.place.at < number:
        runner.tell(SkipExercise(), after_s=5)
    runner.works_until(3)
    runner.tell(SkipExercise(kind=Kind.FLOOR), after_s=5)
    assert led_to(runner)[0] is not State.STRETCHING
    assert runner.workout.place.active is not State.STRETCHING


# The set is over.


def test_a_set_that_is_over_before_its_first_repetition_is_not_said_to_have_any(
    runner: Runner,
) -> None:
    runner.starts()
    runner.works_until(0)
    runner.tell(SetDone())
    assert runner.workout.place.active in (State.RESTING, State.CHANGING_SIDES)
    assert runner.said()[0] == "set_done.uncounted"


def test_the_last_set_that_is_over_leads_to_the_stretches_and_the_last_stretch_to_the_end(
    runner: Runner,
) -> None:
    runner.starts()
    last = len(runner.workout.plan.sets) - 1
    while (runner.workout.place.active, runner.workout.place.at) != (State.ANNOUNCING, last):
        runner.tell(SkipExercise(), after_s=5)
    runner.works_until(4)
    while runner.workout.place.active is not State.STRETCHING:
        assert runner.workout.place.at == last
        runner.tell(SetDone(), after_s=12)
    assert runner.workout.place.at == 0
    for number in range(1, len(runner.workout.plan.holds)):
        runner.tell(SetDone(), after_s=5)
        assert led_to(runner) == (State.STRETCHING, number)
    runner.tell(SetDone(), after_s=5)
    assert runner.stored.workout is None, "closed at once, without a question"


def test_done_in_a_pause_of_a_set_ends_that_set_too(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(Pause())
    runner.tell(SetDone(), after_s=20)
    assert runner.said()[0] == "set_done.repetitions"
    assert runner.workout.place.active in (State.RESTING, State.CHANGING_SIDES)


def test_done_in_a_rest_leaves_the_rest_as_it_is(runner: Runner) -> None:
    runner.rests(10)
    runner.tell(SetDone(), after_s=5)
    assert runner.said()[0] == "rest.resume"
    assert led_to(runner) == (State.RESTING, 0)


def test_done_before_the_workout_begins_begins_it(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(SetDone(), after_s=20)
    assert runner.workout.under_way


# Once more, or another one.


def test_one_more_set_in_the_stretches_is_the_set_that_was_done_last(runner: Runner) -> None:
    stretches(runner)
    runner.tell(OneMoreSet(), after_s=5)
    assert runner.said()[0] == "done.repeat"
    assert led_to(runner) == (State.ANNOUNCING, 0)


def test_what_was_left_out_behind_that_set_stays_left_out(runner: Runner) -> None:
    stretches(runner)
    done = runner.workout.plan.sets[0].exercise.id
    runner.tell(OneMoreSet(), after_s=5)
    assert [work.exercise.id for work in runner.workout.plan.sets] == [done]


def test_one_more_set_where_none_was_done_is_the_last_of_the_plan(runner: Runner) -> None:
    runner.starts()
    while runner.workout.place.active is not State.STRETCHING:
        last = runner.workout.plan.sets[-1].exercise.id
        runner.tell(SkipExercise())
        runner.tell(Ready())
    runner.tell(OneMoreSet(), after_s=5)
    assert runner.workout.set_here.exercise.id == last


def test_in_a_rest_the_exercise_just_done_can_be_asked_for_again(runner: Runner) -> None:
    runner.rests(5)
    runner.tell(GoToExercise(runner.exercise_of(0)), after_s=2)
    assert runner.said()[0] == "done.go_to"
    assert led_to(runner) == (State.ANNOUNCING, 0)


def test_skip_in_a_rest_leaves_the_rest_and_not_the_set_behind_it(runner: Runner) -> None:
    runner.rests(5)
    runner.tell(SkipExercise(), after_s=2)
    assert led_to(runner) == (State.ANNOUNCING, 1)


def test_skip_in_a_rest_that_is_paused_leaves_the_rest_and_not_the_set_behind_it(
    runner: Runner,
) -> None:
    runner.rests(5)
    runner.tell(Pause(), after_s=2)
    runner.tell(SkipExercise(), after_s=20)
    assert led_to(runner) == (State.ANNOUNCING, 1)


def test_an_exercise_is_found_by_its_name_where_a_variation_of_it_is_planned(
    runner: Runner,
) -> None:
    runner.starts()
    runner.tell(Harder(), after_s=4)
    sets = runner.workout.plan.sets
    varied = [work.at for work in sets if work.exercise.base_id == "squat"]
    assert "squat" not in [work.exercise.id for work in sets]
    runner.tell(Resume(), after_s=4)
    for _ in range(3):
        runner.tell(SkipExercise(), after_s=5)
    runner.tell(GoToExercise(NamedExercise("squat", "squats")), after_s=5)
    assert runner.said()[0] == "done.go_to"
    ahead = [index for index in varied if index >= 2] or varied
    assert led_to(runner) == (State.ANNOUNCING, ahead[0])


@pytest.mark.parametrize("after_s", [5, 40])
def test_timed_speech_that_failed_in_mid_workout_takes_back_only_what_it_should_have_said(
    runner: Runner, after_s: float
) -> None:
    runner.does_seven()
    runner.tell(WhatIsNext())
    first = runner.workout.marks[0].place
    assert first.done == 7
    runner.tell(TimedSpeechFailed(), after_s=after_s)
    assert runner.workout.marks[0].place == first


# The warm-up is wanted, or not.


def test_no_warm_up_is_kept_for_ever_and_a_warm_up_again_as_well() -> None:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    runner.tell(OpenCoach())
    assert runner.workout.plan.moves
    runner.tell(NoWarmUp(), after_s=5)
    assert runner.stored.preferences.warm_up is False
    assert not runner.workout.plan.moves
    runner.tell(WithWarmUp(), after_s=5)
    assert runner.stored.preferences.warm_up is True
    assert runner.workout.plan.moves


@pytest.mark.parametrize("moves_done", [0, 2])
def test_a_move_of_the_warm_up_that_is_over_leads_to_the_next_one(moves_done: int) -> None:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    for said in (OpenCoach(), StartWorkout(), *[SkipExercise()] * moves_done):
        runner.tell(said, after_s=2)
    runner.tell(SetDone(), after_s=5)
    assert led_to(runner) == (State.WARMING_UP, moves_done + 1)


def test_ready_in_mid_set_goes_on_counting_with_the_words_for_coming_back(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(Ready())
    assert runner.said()[0] == "resume.counting"
    assert runner.workout.marks[0].place.done == 7


def test_finish_before_the_workout_has_begun_is_a_goodbye_and_begins_nothing(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(FinishEarly(), after_s=5)
    assert runner.said() == ["done.goodbye"]
    assert not runner.workout.under_way


def test_skip_in_a_stretch_leaves_out_both_its_sides_and_leads_the_next_one(runner: Runner) -> None:
    runner.starts()
    while runner.workout.place.active is not State.STRETCHING:
        runner.tell(SkipExercise(), after_s=5)
    holds = runner.workout.plan.holds
    runner.tell(SkipExercise(), after_s=5)
    now = holds[runner.workout.place.at]
    assert now.stretch != holds[0].stretch
    assert not now.second


def _rests_after_the_first_set(runner: Runner) -> None:
    runner.starts()
    if runner.workout.place.active is State.WARMING_UP:
        runner.tell(SkipWarmUp(), after_s=5)
    runner.works_until(4)
    runner.tell(SetDone())
    assert runner.workout.place.active is State.RESTING


def test_the_next_exercise_is_left_out_in_a_rest_and_the_rest_goes_on(runner: Runner) -> None:
    _rests_after_the_first_set(runner)
    just_done, coming, after, *_ = [work.exercise.id for work in runner.workout.plan.sets]
    runner.tell(SkipExercise(kind=Kind.NEXT), after_s=5)
    workout = runner.workout
    ids = [work.exercise.id for work in workout.plan.sets]
    assert workout.place.active is State.RESTING
    assert ids[workout.place.at : workout.place.at + 2] == [just_done, after]
    assert coming not in ids


def test_in_a_set_the_next_exercise_is_the_one_after_it(runner: Runner) -> None:
    runner.starts()
    runner.tell(SkipWarmUp(), after_s=5)
    runner.works_until(4)
    current, coming, *_ = [work.exercise.id for work in runner.workout.plan.sets]
    runner.tell(SkipExercise(kind=Kind.NEXT))
    ids = [work.exercise.id for work in runner.workout.plan.sets]
    assert runner.workout.place.state is State.COUNTING
    assert ids[runner.workout.place.at] == current
    assert coming not in ids


def test_something_else_in_a_rest_replaces_what_comes_and_not_what_was_just_done(
    runner: Runner,
) -> None:
    _rests_after_the_first_set(runner)
    just_done, coming, *_ = [work.exercise.id for work in runner.workout.plan.sets]
    runner.tell(SomethingElse(), after_s=5)
    ids = [work.exercise.id for work in runner.workout.plan.sets]
    assert ids[0] == just_done
    assert ids[1] != coming
    assert just_done in ids[2:]
