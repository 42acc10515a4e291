"""So much more weight: added to the load so far where that can be, asked about where it cannot."""

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    Command,
    Equipment,
    HeardNumber,
    Heavier,
    Load,
    Named,
    NamedExercise,
    No,
    NotUnderstood,
    OpenCoach,
    SayAgain,
    Somewhat,
    StartWorkout,
    Yes,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.preferences import Units
from skill.workout.question import Question

SQUATS = NamedExercise("squat", "squats")
EIGHT_KILOS = Load(
    HeardNumber(8),
    units=Units.KILOGRAMS,
    exercise=SQUATS,
    tool=Named("kettlebell", "kettlebell"),
)


def with_eight_kilos(runner: Runner) -> Runner:
    for said in (OpenCoach(), EIGHT_KILOS, StartWorkout()):
        runner.tell(said, after_s=3)
    return runner


def grams(runner: Runner) -> int:
    own = runner.stored.preferences.own_load("squat")
    assert own is not None
    return own.grams


def test_two_kilos_more_are_added_to_the_load_so_far(runner: Runner) -> None:
    with_eight_kilos(runner).tell(Heavier(SQUATS, HeardNumber(2), Units.KILOGRAMS), after_s=3)
    assert "load.set" in runner.said()
    assert grams(runner) == 10_000


@pytest.mark.parametrize(
    ("amount", "why"),
    [
        (None, "load.not_heard"),
        (0, "load.not_heard"),
        (-100, "load.not_heard"),
        (500, "load.limit"),
        (10**6, "load.limit"),
    ],
)
def test_what_cannot_be_added_is_asked_about_and_changes_nothing(
    runner: Runner, amount: int | None, why: str
) -> None:
    """Less than nothing would be written down as a load, and the record could not be read again."""
    with_eight_kilos(runner).tell(Heavier(SQUATS, HeardNumber(amount)), after_s=3)
    assert why in runner.said()
    assert runner.stored.question is Question.HOW_HEAVY
    assert grams(runner) == 8_000


def test_two_coaches_of_one_process_know_each_others_plans_apart() -> None:
    """Their plans are equal, but each has the exercises of its own catalog."""
    for _ in range(2):
        runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
        with_eight_kilos(runner).tell(Heavier(SQUATS, HeardNumber(2)), after_s=3)
        assert grams(runner) == 10_000


FORTY_KILOS = Load(
    HeardNumber(40),
    units=Units.KILOGRAMS,
    exercise=SQUATS,
    tool=Named("kettlebell", "kettlebell"),
)


@pytest.mark.parametrize("answer", [Yes(), FORTY_KILOS, Load(HeardNumber(40))])
def test_forty_kilos_on_the_first_day_are_asked_about_once(runner: Runner, answer: Command) -> None:
    runner.starts()
    runner.tell(FORTY_KILOS, after_s=3)
    assert "load.so_heavy" in runner.said()
    assert runner.stored.question is Question.SO_HEAVY
    assert runner.stored.preferences.own_load("squat") is None
    runner.tell(answer, after_s=8)
    assert "load.set" in runner.said()
    assert grams(runner) == 40_000


def test_a_load_that_was_misheard_is_said_again(runner: Runner) -> None:
    runner.starts()
    runner.tell(FORTY_KILOS, after_s=3)
    runner.tell(Load(HeardNumber(14), units=Units.KILOGRAMS), after_s=8)
    assert grams(runner) == 14_000


def test_no_to_a_load_asks_for_the_weight_and_a_second_no_notes_none(runner: Runner) -> None:
    runner.starts()
    runner.tell(FORTY_KILOS, after_s=3)
    runner.tell(No(), after_s=8)
    assert runner.stored.question is Question.HOW_HEAVY
    runner.tell(No(), after_s=8)
    assert runner.stored.preferences.own_load("squat") is None
    assert runner.workout.running


def test_after_no_the_weight_is_all_that_has_to_be_said(runner: Runner) -> None:
    runner.starts()
    for said in (FORTY_KILOS, No(), Load(HeardNumber(14))):
        runner.tell(said, after_s=8)
    assert grams(runner) == 14_000


@pytest.mark.parametrize(
    "said",
    [
        NotUnderstood(),
        SayAgain(),
        Somewhat(),
        Equipment((Named("kettlebell", "kettlebell"),)),
        Heavier(SQUATS),
    ],
    ids=lambda command: type(command).__name__,
)
def test_a_load_that_may_be_misheard_is_noted_for_nothing_but_a_yes(
    runner: Runner, said: Command
) -> None:
    """A word that nobody understood, or what was known already, says nothing of how heavy it is."""
    runner.starts()
    runner.tell(FORTY_KILOS, after_s=3)
    runner.tell(said, after_s=8)
    assert "load.so_heavy" in runner.said()
    assert runner.stored.question is Question.SO_HEAVY
    assert runner.stored.preferences.own_load("squat") is None
    runner.tell(Yes(), after_s=8)
    assert grams(runner) == 40_000


def test_a_step_of_the_ladder_is_never_asked_about(runner: Runner) -> None:
    with_eight_kilos(runner).tell(
        Load(HeardNumber(12), units=Units.KILOGRAMS, exercise=SQUATS), after_s=3
    )
    assert "load.set" in runner.said()


def test_more_than_twice_the_load_so_far_is_asked_about(runner: Runner) -> None:
    with_eight_kilos(runner).tell(
        Load(HeardNumber(18), units=Units.KILOGRAMS, exercise=SQUATS), after_s=3
    )
    assert "load.so_heavy" in runner.said()
    assert grams(runner) == 8_000
