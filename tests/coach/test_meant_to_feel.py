"""Whether something is to be felt in a part of the body: of its muscles yes, and anywhere else it may hurt."""

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    FinishEarly,
    MeantToFeel,
    Named,
    No,
    Pain,
    RedFlag,
    Yes,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.workout.question import Question
from skill.workout.states import State

BACK = MeantToFeel(Named("back", "back"), Pain(Named("back", "back"), "back"))
THIGH = MeantToFeel(Named("thigh", "thighs"), Pain(Named("knee", "thighs"), "thigh"))
CHEST = MeantToFeel(Named("chest", "chest"), RedFlag())


def test_in_the_muscles_of_the_exercise_it_is_meant_to_be_felt(runner: Runner) -> None:
    runner.does_seven()
    assert "quadriceps" in runner.workout.set_here.exercise.muscles
    runner.tell(THIGH)
    assert runner.said()[0] == "answer.muscles"
    assert "eight" in runner.words(), "the count goes on"


@pytest.mark.parametrize(
    ("asked", "said"), [(BACK, "pain.spare"), (CHEST, "red_flag.help")], ids=["back", "chest"]
)
def test_anywhere_else_the_count_is_held_and_a_yes_is_pain(
    runner: Runner, asked: MeantToFeel, said: str
) -> None:
    runner.does_seven()
    runner.tell(asked)
    assert runner.asked() is Question.HALF_HEARD
    assert runner.workout.place.state is State.PAUSED
    assert runner.stored.preferences.avoided_joints == ()
    runner.tell(Yes(), after_s=4)
    assert said in runner.said()


def test_a_no_counts_on_and_spares_nothing(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(BACK)
    runner.tell(No(), after_s=4)
    assert "eight" in runner.words()
    assert runner.stored.preferences.avoided_joints == ()


def test_in_a_stretch_its_own_muscles_are_meant(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    runner.tell(Yes(), after_s=4)
    muscles = runner.workout.hold_here.stretch.muscles
    runner.tell(
        MeantToFeel(Named("lower_leg", "calf"), Pain(Named("ankle", "calf"), "lower_leg")),
        after_s=6,
    )
    expected = "answer.muscles" if "calves" in muscles else "ask.half_heard"
    assert runner.said()[0] == expected


def test_in_the_warm_up_nothing_has_to_be_felt_so_it_is_asked() -> None:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    runner.starts()
    assert runner.workout.place.active is State.WARMING_UP
    runner.tell(THIGH, after_s=6)
    assert runner.asked() is Question.HALF_HEARD
