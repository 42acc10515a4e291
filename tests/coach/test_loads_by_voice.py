"""What is lifted, by voice: from the set at hand on, in the units of the runner, and what cannot be lifted."""

import pytest
from names import exercise, named
from runner import MONDAY, Runner
from support.straight_to_work import catalog_without_warm_up
from support.tables import with_each

from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach
from skill.coach.commands import (
    Command,
    Equipment,
    FinishEarly,
    HeardNumber,
    Load,
    Named,
    NamedExercise,
    NoTool,
    OpenCoach,
    StartWorkout,
    UseKilos,
    UsePounds,
)
from skill.coach.decisions.runner.weights import load
from skill.coach.reply import Card
from skill.coach.turn.turn import Turn
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.preferences import Preferences, Units
from skill.workout.names import weight_phrase
from skill.workout.question import Question
from skill.workout.states import State

CATALOG = catalog_without_warm_up()
BOOK = load_phrasebook("en-US")


@with_each(
    ("locale", "units", "grams"),
    [
        ("en-US", None, 3_629),
        ("en-GB", None, 8_000),
        ("en-GB", Units.POUNDS, 3_629),
        ("en-US", Units.KILOGRAMS, 8_000),
    ],
)
def test_a_load_without_a_unit_is_in_the_runners_own(
    locale: str, units: Units | None, grams: int
) -> None:
    athlete = Athlete(preferences=Preferences(units=units))
    turn = Turn.looked_at(CATALOG, load_phrasebook(locale), athlete, MONDAY)
    command = Load(HeardNumber(8), exercise=exercise("squat"), tool=named("kettlebell"))
    preferences = load(turn, command).athlete.preferences
    own = preferences.own_load("squat")
    assert own is not None
    assert own.grams == grams
    assert preferences.equipment == ("kettlebell",)


def test_a_load_counts_from_the_set_at_hand_and_next_time(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(Load(HeardNumber(8), True, Units.KILOGRAMS, tool=named("dumbbell")))
    assert runner.workout.place.done == 7
    loads = [w.prescription.load_grams for w in runner.workout.plan.sets if w.entry == 0]
    assert loads == [8_500, 8_500]
    runner.tell(FinishEarly(), after_s=20)
    runner.tell(FinishEarly(), after_s=20)
    (squats,) = (r for r in runner.stored.history if r.exercise_id == "squat")
    assert (squats.tool, squats.load_grams) == ("dumbbell", 8_500)


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (Load(), "ask.what_for"),
        (Load(HeardNumber(None), exercise=exercise("squat")), "load.not_heard"),
        (Load(HeardNumber(8)), "ask.what_for"),
        (Load(HeardNumber(8), exercise=NamedExercise(None, "swots")), "answer.unknown_exercise"),
        (Load(HeardNumber(8), exercise=exercise("squat")), "load.with_what"),
        (
            Load(HeardNumber(8), exercise=exercise("squat"), tool=named("mini_band")),
            "load.other_tool",
        ),
        (
            Load(HeardNumber(8), exercise=exercise("squat"), tool=Named(None, "cat")),
            "equipment.unknown",
        ),
        (Load(HeardNumber(8), exercise=exercise("lunge")), "load.none"),
        (Load(HeardNumber(0), exercise=exercise("squat")), "load.limit"),
        (Load(HeardNumber(10**12), exercise=exercise("squat")), "load.limit"),
    ],
)
def test_a_load_that_cannot_be_taken_is_answered_and_kept_nowhere(
    runner: Runner, command: Load, key: str
) -> None:
    runner.tell(OpenCoach())
    runner.tell(command, after_s=20)
    assert key in runner.said()
    assert runner.stored.preferences.loads == ()


@with_each(
    ("grams", "units", "words"),
    [
        (8_000, Units.KILOGRAMS, "Eight kilos"),
        (8_500, Units.KILOGRAMS, "Eight and a half kilos"),
        (500, Units.KILOGRAMS, "Half a kilo"),
        (1_000, Units.KILOGRAMS, "One kilo"),
        (9_072, Units.POUNDS, "Twenty pounds"),
    ],
)
def test_a_load_is_spoken_to_the_half(grams: int, units: Units, words: str) -> None:
    assert BOOK(weight_phrase(grams, units)).text == words


def test_a_load_is_announced_in_the_units_that_the_runner_wants(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(UsePounds(), after_s=10)
    kettlebell = Named("kettlebell", "kettlebell")
    runner.tell(Load(HeardNumber(20), exercise=exercise("squat"), tool=kettlebell), after_s=10)
    runner.tell(StartWorkout(), after_s=10)
    assert runner.workout.set_here.exercise.id == "squat"
    assert "with twenty pounds" in runner.words()


@pytest.mark.parametrize(
    ("wish", "load", "told"), [(UseKilos(), 8, "eight kilos"), (UsePounds(), 20, "twenty pounds")]
)
def test_a_load_stands_on_the_card_in_the_units_that_the_runner_wants(
    runner: Runner, wish: Command, load: int, told: str
) -> None:
    runner.tell(OpenCoach())
    runner.tell(wish, after_s=10)
    kettlebell = Named("kettlebell", "kettlebell")
    runner.tell(Load(HeardNumber(load), exercise=exercise("squat"), tool=kettlebell), after_s=10)
    runner.loses_session()
    card = runner.tell(OpenCoach(), after_s=300).card
    assert isinstance(card, Card)
    assert told in card.text


def test_without_weights_today_nothing_is_loaded_until_the_runner_has_them_again() -> None:
    runner = Runner(Coach(CATALOG, MemoryStore(), load_phrasebook))
    for command in (
        OpenCoach(),
        Equipment((named("kettlebell"), named("dumbbells"))),
        Load(HeardNumber(8), tool=named("kettlebell")),
        NoTool(),
    ):
        runner.tell(command)
    assert "equipment.no_weight" in runner.said()
    preferences = runner.stored.preferences
    assert (preferences.equipment, preferences.loads, preferences.avoided_tools) == ((), (), ())
    runner.tell(Equipment((named("kettlebell"),)))
    assert runner.stored.preferences.equipment == ("kettlebell",)


# A set and its load in one breath: "fourteen at sixteen kilos".


def test_a_set_that_is_told_with_its_load_is_noted_with_both(runner: Runner) -> None:
    runner.rests(5)
    done = runner.workout.set_here.exercise
    both = Load(HeardNumber(8), units=Units.KILOGRAMS, tool=named("dumbbell"), done=HeardNumber(9))
    runner.tell(both, after_s=3)
    assert runner.said()[:2] == ["effort.did_repetitions", "load.set"]
    own = runner.stored.preferences.own_load(done.id)
    assert own is not None
    assert own.grams == 8_000
    assert dict(runner.workout.corrections)[0] == 9


def test_a_number_told_with_its_load_in_mid_set_counts_on_from_it(runner: Runner) -> None:
    runner.starts()
    runner.works_until(4)
    both = Load(HeardNumber(8), units=Units.KILOGRAMS, tool=named("dumbbell"), done=HeardNumber(9))
    runner.tell(both)
    assert runner.workout.place.done == 9
    assert "load.set" in runner.said()


def test_a_set_said_to_be_done_with_its_load_ends_and_is_loaded(runner: Runner) -> None:
    runner.starts()
    runner.works_until(4)
    dose = runner.workout.set_here.dose.amount
    both = Load(
        HeardNumber(8), units=Units.KILOGRAMS, tool=named("dumbbell"), done=HeardNumber(dose)
    )
    runner.tell(both)
    assert runner.workout.place.active is State.RESTING
    assert "load.set" in runner.said()


def test_a_number_that_may_be_misheard_is_asked_about_before_its_load(runner: Runner) -> None:
    runner.rests(5)
    both = Load(
        HeardNumber(16), units=Units.KILOGRAMS, tool=named("dumbbell"), done=HeardNumber(90)
    )
    runner.tell(both, after_s=3)
    assert runner.stored.question is Question.REALLY
    assert runner.stored.preferences.loads == ()


def test_a_load_told_with_a_number_before_any_set_is_the_load_alone(runner: Runner) -> None:
    runner.tell(OpenCoach())
    squats = Load(
        HeardNumber(8), exercise=exercise("squat"), tool=named("dumbbell"), done=HeardNumber(9)
    )
    runner.tell(squats, after_s=10)
    assert runner.said()[0] == "load.set"
