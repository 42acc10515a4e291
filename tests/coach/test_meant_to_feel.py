"""Whether something is to be felt in a part of the body: of its muscles yes, and anywhere else it may hurt."""

from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    FinishEarly,
    MeantToFeel,
    Named,
    No,
    Pain,
    Yes,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.workout.question import Question
from skill.workout.states import State

BACK = MeantToFeel(Named("back", "back"), Pain(Named("back", "back"), "back"))
THIGH = MeantToFeel(Named("thigh", "thighs"), Pain(Named("knee", "thighs"), "thigh"))
JAW = MeantToFeel(Named("jaw", "jaw"), Pain(Named("jaw", "jaw"), "jaw"))


def test_in_the_muscles_of_the_exercise_it_is_meant_to_be_felt(runner: Runner) -> None:
    runner.does_seven()
    assert "quadriceps" in runner.workout.set_here.exercise.muscles
    runner.tell(THIGH)
    assert runner.said()[0] == "answer.muscles"
    assert "eight" in runner.words(), "the count goes on"


def test_anywhere_else_the_count_is_held_and_a_yes_is_pain(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(BACK)
    assert runner.asked() is Question.HALF_HEARD
    assert runner.workout.place.state is State.PAUSED
    assert runner.stored.preferences.avoided_joints == ()
    runner.tell(Yes(), after_s=4)
    assert "pain.spare" in runner.said()


def test_where_a_heart_in_need_may_be_felt_the_coach_asks_whether_it_is_one(runner: Runner) -> None:
    """A no to "does something hurt?" would count on, though a tight jaw may not hurt at all."""
    runner.does_seven()
    runner.tell(JAW)
    assert runner.asked() is Question.DANGER
    assert runner.workout.place.state is State.PAUSED
    runner.tell(Yes(), after_s=4)
    assert "red_flag.help" in runner.said()


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
