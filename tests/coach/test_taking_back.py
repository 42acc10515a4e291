"""An order that nobody gave is taken back by the next word; what hurts stays spared."""

from typing import Any

import pytest
from runner import Runner

from skill.coach.commands import (
    Command,
    DidRepetitions,
    Faster,
    FinishEarly,
    GoBack,
    Harder,
    HeardNumber,
    LongerRests,
    Minutes,
    Named,
    NeverMind,
    No,
    NoTool,
    OnlyCount,
    OpenCoach,
    Pain,
    Pause,
    SkipExercise,
    SoMany,
    WhatIsNext,
)
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.states import State


def _undone(runner: Runner) -> bool:
    return any(key.startswith("done.taken_back") for key in runner.said())


def test_a_skipped_set_goes_on_where_it_was(working: Runner) -> None:
    working.tell(SkipExercise())
    assert working.workout.place.at == 1
    working.tell(NeverMind(), after_s=10)
    assert _undone(working)
    assert working.workout.place == Place(State.COUNTING, 0, 0, 7)
    assert working.workout.running


def test_what_is_skipped_in_a_rest_leads_back_into_the_rest(runner: Runner) -> None:
    runner.rests(5)
    states = []
    for command in (SkipExercise(), NeverMind()):
        runner.tell(command, after_s=4)
        states.append((runner.workout.place.state, runner.workout.place.at))
    assert states == [(State.ANNOUNCING, 1), (State.RESTING, 0)]


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Faster(), ("beat_percent",)),
        (LongerRests(), ("rest_percent",)),
        (OnlyCount(), ("talk",)),
        (NoTool(Named("step", "step")), ("avoided_tools",)),
    ],
)
def test_what_is_kept_for_every_workout_is_as_before(
    working: Runner, order: Command, names: tuple[str, ...]
) -> None:
    def kept() -> list[Any]:
        return [getattr(working.stored.preferences, name) for name in names]

    before = kept()
    working.tell(order)
    assert kept() != before
    working.tell(NeverMind(), after_s=5)
    assert _undone(working)
    assert kept() == before
    assert working.workout.place.at == 0


@pytest.mark.parametrize(
    ("order", "asked"), [(Harder(), Question.INSTEAD), (SoMany(HeardNumber(20)), Question.READY)]
)
def test_a_dose_or_another_exercise_is_as_before(
    working: Runner, order: Command, asked: Question
) -> None:
    plan = working.workout.plan
    working.tell(order)
    assert working.workout.plan != plan
    assert working.asked() is asked
    working.tell(NeverMind(), after_s=5)
    assert _undone(working)
    assert working.workout.plan == plan
    assert working.workout.place == Place(State.COUNTING, 0, 0, working.workout.place.done)
    assert working.workout.place.done >= 7


def test_an_exercise_left_out_comes_again(working: Runner) -> None:
    plan = working.workout.plan
    working.tell(SkipExercise(working.exercise_of(1)))
    assert len(working.workout.plan.sets) < len(plan.sets)
    assert working.stored.preferences.unwanted
    working.tell(NeverMind(), after_s=8)
    assert working.workout.plan == plan
    assert working.stored.preferences.unwanted == ()
    assert working.workout.place.done >= 7


def test_in_a_pause_an_exercise_left_out_comes_again_and_the_pause_stays(working: Runner) -> None:
    plan = working.workout.plan
    working.tell(Pause())
    working.tell(SkipExercise(working.exercise_of(1)), after_s=5)
    assert working.workout.plan != plan
    working.tell(NeverMind(), after_s=5)
    assert _undone(working)
    assert working.workout.plan == plan
    assert working.workout.place.state is State.PAUSED
    assert working.asked() is Question.GO_ON


def test_a_workout_that_was_finished_early_goes_on(working: Runner) -> None:
    states = []
    for command in (FinishEarly(), NeverMind()):
        working.tell(command, after_s=5)
        states.append(working.workout.place.state)
    assert states == [State.STRETCHING, State.COUNTING]


def test_a_number_that_was_misheard_is_forgotten(runner: Runner) -> None:
    runner.rests(5)
    runner.tell(DidRepetitions(HeardNumber(4)))
    assert runner.workout.corrections
    runner.tell(NeverMind(), after_s=3)
    assert runner.workout.corrections == ()
    assert runner.workout.place.state is State.RESTING


def test_repetitions_done_since_the_order_stay_done(working: Runner) -> None:
    working.tell(Faster())
    working.works_until(10)
    working.tell(NeverMind())
    assert _undone(working)
    assert working.workout.place.done >= 9


def test_before_a_workout_its_length_is_taken_back(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(30)), after_s=5)
    assert runner.stored.preferences.minutes == 30
    assert runner.stored.question is Question.START
    runner.tell(NeverMind(), after_s=5)
    assert runner.stored.preferences.minutes is None
    assert runner.stored.question is Question.START


def test_it_is_the_last_order_alone_that_is_taken_back(working: Runner) -> None:
    working.tell(Faster())
    beat = working.stored.preferences.beat_percent
    working.tell(WhatIsNext(), after_s=5)
    working.tell(NeverMind(), after_s=5)
    assert not _undone(working)
    assert working.stored.preferences.beat_percent == beat


def test_twice_takes_nothing_more_back(working: Runner) -> None:
    working.tell(SkipExercise())
    working.tell(NeverMind(), after_s=5)
    working.tell(NeverMind(), after_s=5)
    assert not _undone(working)
    assert working.workout.place.at == 0


def test_an_order_of_long_ago_stands(working: Runner) -> None:
    working.tell(SkipExercise())
    working.tell(NeverMind(), after_s=61)
    assert not _undone(working)
    assert working.workout.place.at == 1


def test_an_order_that_changed_nothing_has_no_way_back(working: Runner) -> None:
    working.tell(Faster())
    while working.said()[0] != "done.fastest":
        working.tell(Faster(), after_s=1)
    working.tell(NeverMind(), after_s=1)
    assert not _undone(working)


def test_what_hurts_stays_spared(working: Runner) -> None:
    working.tell(Pain(Named("knee", "knee")))
    working.tell(NeverMind(), after_s=5)
    assert not _undone(working)
    assert working.stored.preferences.avoided_joints == ("knee",)


def test_who_never_said_that_it_hurts_hears_how_the_joint_is_trained_again(
    working: Runner,
) -> None:
    working.tell(Pain(Named("knee", "knee")))
    assert working.asked() is Question.INSTEAD
    offered = working.workout.plan
    working.tell(NeverMind(), after_s=5)
    assert working.said() == ["pain.spare", "ask.instead"]
    assert working.workout.plan == offered
    working.tell(No(), after_s=5)
    assert working.workout.plan != offered


def test_nothing_leads_back_to_what_began_to_hurt_elsewhere(working: Runner) -> None:
    working.tell(SkipExercise())
    other = Runner(working.coach, "bathroom", working.now)
    other.tell(Pain(Named("knee", "knee")), after_s=5)
    working.now = other.now
    working.tell(NeverMind(), after_s=5)
    assert not _undone(working)
    assert working.stored.preferences.avoided_joints == ("knee",)
    assert working.workout.pains == ("knee",)


def test_a_plan_is_not_taken_back_once_it_spares_what_hurts_elsewhere(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(30)), after_s=5)
    other = Runner(runner.coach, "bathroom", runner.now)
    other.tell(Pain(Named("knee", "knee")), after_s=5)
    sparing = other.workout.plan
    runner.now = other.now
    runner.tell(NeverMind(), after_s=5)
    assert not _undone(runner)
    assert runner.workout.plan == sparing


def test_nothing_is_taken_back_of_a_workout_that_was_ended_elsewhere(working: Runner) -> None:
    working.tell(SkipExercise())
    other = Runner(working.coach, "bathroom", working.now)
    for _ in range(2):
        other.tell(FinishEarly(), after_s=5)
    assert other.stored.workout is None
    working.now = other.now
    working.tell(NeverMind(), after_s=5)
    assert not _undone(working)


def test_where_nothing_is_to_be_taken_back_the_runner_hears_to_say_it_again(
    working: Runner,
) -> None:
    working.tell(NeverMind())
    assert working.said()[0] == "done.say_it_again"
    assert working.workout.place.done >= 6


def test_a_pause_is_none_of_them(working: Runner) -> None:
    working.tell(Pause())
    working.tell(NeverMind(), after_s=3)
    assert not _undone(working)
    assert working.workout.place.state is State.PAUSED


def test_a_request_delivered_twice_takes_back_once(working: Runner) -> None:
    working.tell(GoBack())
    working.tell(NeverMind(), after_s=5)
    place = working.workout.place
    working.answer_again()
    assert working.workout.place == place


@pytest.mark.parametrize(
    "kept", ["", "[]", "{}", '{"at":"2026-08-03T18:00:00","question":null,"workout":null}', 7]
)
def test_a_way_back_that_makes_no_sense_is_dropped(working: Runner, kept: object) -> None:
    working.tell(SkipExercise())
    assert working.carried is not None
    working.carried["way_back"] = kept
    working.tell(NeverMind(), after_s=5)
    assert not _undone(working)
    assert working.workout.place.at == 1
