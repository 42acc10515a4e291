"""So much more weight: added to the load so far where that can be, asked about where it cannot."""

import pytest
from runner import Runner

from skill.bootstrap import load_catalog, load_phrasebook
from skill.coach.coach import Coach
from skill.coach.commands import (
    HeardNumber,
    Heavier,
    Load,
    Named,
    NamedExercise,
    OpenCoach,
    StartWorkout,
)
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
