"""What was spared is not led, whoever asks for it; nor is anything with closed eyes after a sign of danger."""

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    BringBack,
    Command,
    GoBack,
    HeardNumber,
    HowManyLeft,
    LeaveSession,
    Load,
    Named,
    NamedExercise,
    NotUnderstood,
    OpenCoach,
    Pain,
    Pause,
    Ready,
    RedFlag,
    Resume,
    SkipExercise,
    StartWorkout,
    WhatDoYouKnow,
    Yes,
)
from skill.store.memory import MemoryStore
from skill.workout.question import Question
from skill.workout.states import State

KNEE, HIP = Named("knee", "knee"), Named("hip", "hip")
EYES_CLOSED = NamedExercise("eyes_closed_stand", "eyes-closed stand")


# What was spared is not led, whoever asks for it, wherever it was told.


def test_going_back_to_what_hurt_leads_what_spares_it(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(SkipExercise())
    runner.tell(Pain(KNEE), after_s=2)
    runner.tell(Yes(), after_s=3)
    runner.tell(GoBack(), after_s=3)
    assert runner.said() == ["pain.spared", "ask.instead"]
    assert runner.workout.place.state is State.PAUSED
    runner.tell(Yes(), after_s=3)
    work = runner.workout.plan.sets[runner.workout.place.at]
    assert "knee" not in work.exercise.joints


@pytest.fixture
def both_rooms(coach: Coach, runner: Runner, store: MemoryStore) -> tuple[Runner, Runner]:
    """The kitchen in the middle of its squats, and the bedroom that has heard of a sore knee meanwhile.

    The store was away while the kitchen began, so that it goes on from what its session carries.
    """
    return in_both_rooms(coach, runner, store, KNEE)


def in_both_rooms(
    coach: Coach, runner: Runner, store: MemoryStore, sore: Named
) -> tuple[Runner, Runner]:
    bedroom = Runner(coach, "bedroom")
    runner.tell(OpenCoach())
    away = MemoryStore()
    away.close()
    coach.store = away
    runner.tell(StartWorkout(), after_s=20)
    coach.store = store
    bedroom.now = runner.now
    bedroom.tell(Pain(sore))
    runner.works_until(7)
    return runner, bedroom


@pytest.mark.parametrize("said", [HowManyLeft(), Ready(), Resume()])
def test_a_set_on_a_joint_that_the_other_room_spares_is_stopped_by_the_next_turn(
    both_rooms: tuple[Runner, Runner], said: Command
) -> None:
    kitchen, _ = both_rooms
    kitchen.tell(said)
    assert kitchen.said()[:2] == ["pain.stop", "pain.spared"]
    assert kitchen.workout.place.state is State.PAUSED
    assert kitchen.stored.preferences.avoided_joints == ("knee",)
    coming = kitchen.workout.plan.sets[kitchen.workout.place.at :]
    assert not any("knee" in work.exercise.joints for work in coming)


def test_it_is_not_gone_on_with_after_a_pause_either(both_rooms: tuple[Runner, Runner]) -> None:
    kitchen, _ = both_rooms
    kitchen.tell(Pause())
    kitchen.tell(Resume(), after_s=5)
    assert "pain.spared" in kitchen.said()
    assert kitchen.workout.place.state is State.PAUSED


@pytest.mark.parametrize("joint", ["knee", "ankle"])
def test_nor_does_any_stretch_bend_it_not_even_the_first(
    coach: Coach, runner: Runner, store: MemoryStore, joint: str
) -> None:
    kitchen, _ = in_both_rooms(coach, runner, store, Named(joint, joint))
    kitchen.tell(HowManyLeft())
    assert not any(joint in stretch.joints for stretch in kitchen.workout.plan.stretches)


def test_what_was_done_until_then_counts(both_rooms: tuple[Runner, Runner]) -> None:
    kitchen, _ = both_rooms
    kitchen.tell(HowManyLeft())
    (squats,) = (record for record in kitchen.stored.history if record.exercise_id == "squat")
    assert squats.repetitions == 7


def takes_a_weight(runner: Runner, exercise: str, tool: str) -> None:
    """Say with what, and with how much of it, an exercise is done."""
    runner.tell(OpenCoach())
    named = NamedExercise(exercise, exercise)
    runner.tell(Load(HeardNumber(8), exercise=named, tool=Named(tool, tool)), after_s=20)
    assert any(work.prescription.tool for work in runner.workout.plan.sets)


SHOULDER = Named("shoulder", "shoulder")


def test_a_weight_on_a_joint_that_the_other_room_spares_is_put_down(
    coach: Coach, runner: Runner, store: MemoryStore
) -> None:
    takes_a_weight(runner, "squat", "kettlebell")
    kitchen, _ = in_both_rooms(coach, runner, store, SHOULDER)
    kitchen.tell(HowManyLeft())
    assert kitchen.said()[:3] == ["pain.stop", "pain.put_down", "pain.spared"]
    assert kitchen.workout.place.state is State.PAUSED
    assert not any(work.prescription.tool for work in kitchen.workout.plan.sets)


def test_a_later_weight_on_it_is_not_taken_up_and_the_count_goes_on(
    coach: Coach, runner: Runner, store: MemoryStore
) -> None:
    takes_a_weight(runner, "good_morning", "dumbbell")
    runner.tell(SkipExercise(NamedExercise("lunge", "lunges")), after_s=5)  # loads it by itself
    kitchen, _ = in_both_rooms(coach, runner, store, SHOULDER)
    kitchen.tell(HowManyLeft())
    assert "pain.spared" not in kitchen.said()
    assert kitchen.workout.running
    assert not any(work.prescription.tool for work in kitchen.workout.plan.sets)


# Whoever has spoken of a sign of danger keeps the eyes open.


def test_after_a_sign_of_danger_nothing_is_done_with_closed_eyes_until_it_is_asked_for(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(RedFlag(), after_s=20)
    assert runner.stored.preferences.eyes_open
    runner.tell(WhatDoYouKnow())
    assert "privacy.eyes_open" in runner.said()
    runner.tell(OpenCoach(), after_s=20)
    runner.tell(Yes(), after_s=5)  # a doctor allows it
    runner.tell(BringBack(), after_s=20)
    assert runner.stored.preferences.eyes_open, "only for the asking"
    runner.tell(BringBack(EYES_CLOSED), after_s=20)
    assert runner.stored.question is Question.BRING_BACK
    assert runner.stored.preferences.eyes_open
    runner.tell(Yes(), after_s=5)
    assert "All right, the eyes-closed stand again." in runner.words()
    assert not runner.stored.preferences.eyes_open


@pytest.mark.parametrize(
    ("word", "asked"),
    [
        (BringBack(), "Your knee and hip: is that fine again, so that I plan with it?"),
        (BringBack(joint=Named("knee", "kneecap")), "Your kneecap: is that fine again,"),
        (BringBack(NamedExercise("squat", "squats")), "Squats: is that fine again,"),
    ],
    ids=["all of it", "a joint", "an exercise"],
)
def test_what_may_be_fine_again_is_asked_about_by_its_name_however_often(
    runner: Runner, word: BringBack, asked: str
) -> None:
    runner.does_seven()
    runner.tell(Pain(KNEE))
    runner.tell(LeaveSession())
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(Pain(HIP), after_s=20)
    runner.tell(word, after_s=20)
    assert asked in runner.words()
    runner.tell(NotUnderstood(), after_s=5)
    assert asked in runner.words()
