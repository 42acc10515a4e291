"""In the warm-up a place counts moves: what is said of "this one" is never meant for the set of that number."""

from runner import Runner
from support.tables import with_each

from skill.coach.coach import Coach
from skill.coach.commands import (
    Command,
    Fewer,
    GoToExercise,
    Harder,
    HeardNumber,
    Heavier,
    Lighter,
    Named,
    NamedExercise,
    NoTool,
    OneMoreSet,
    OpenCoach,
    Pain,
    SkipExercise,
    SoMany,
    SomethingElse,
    StartOver,
    StartWorkout,
    TooEasy,
    TooHard,
    WhatIsNext,
)
from skill.loaders import load_catalog, load_phrasebook
from skill.store.memory import MemoryStore
from skill.workout.place import Place
from skill.workout.question import Question
from skill.workout.states import State

OF_THIS_ONE = (TooHard(), TooEasy(), Harder(), Lighter(), Heavier(), Fewer(), OneMoreSet())


@with_each("move", range(5))
@with_each("command", OF_THIS_ONE)
def test_no_set_is_changed_or_rated_that_was_not_meant(command: Command, move: int) -> None:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    for said in (OpenCoach(), StartWorkout(), *[SkipExercise()] * move):
        runner.tell(said, after_s=2)
    before = runner.workout
    assert (before.place.active, before.place.at) == (State.WARMING_UP, move)
    reply = runner.tell(command, after_s=5)
    assert reply
    assert runner.workout.plan.prescriptions == before.plan.prescriptions
    assert [s.prescription for s in runner.workout.plan.sets] == [
        s.prescription for s in before.plan.sets
    ]
    assert not runner.workout.efforts


def warming_up() -> Runner:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    for said in (OpenCoach(), StartWorkout()):
        runner.tell(said, after_s=2)
    return runner


@with_each(
    ("first", "command"),
    [
        (NamedExercise("single_leg_stand", "balance"), NoTool(Named("wall", "wall"))),
        (NamedExercise("squat", "squats"), SomethingElse(NamedExercise("squat", "squats"))),
    ],
)
def test_what_is_exchanged_for_the_first_set_cuts_no_warm_up_short(
    first: NamedExercise, command: Command
) -> None:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    for said in (OpenCoach(), GoToExercise(first), StartWorkout()):
        runner.tell(said, after_s=2)
    assert runner.workout.plan.sets[0].exercise.id == first.id
    runner.tell(command, after_s=20)
    assert runner.workout.place.active is State.WARMING_UP
    assert runner.workout.plan.sets[0].exercise.id != first.id


def test_who_spares_a_joint_is_led_on_through_moves_that_do_not_load_it() -> None:
    runner = Runner(Coach(load_catalog(), MemoryStore(), load_phrasebook))
    for said in (OpenCoach(), Pain(Named("knee", "knee")), StartWorkout()):
        runner.tell(said, after_s=2)
    runner.tell(WhatIsNext(), after_s=20)
    assert "pain.spared" not in runner.said()
    assert runner.workout.running
    assert runner.workout.place.active is State.WARMING_UP


def test_a_move_that_hurts_somewhere_is_left_and_the_runner_is_asked_where() -> None:
    runner = warming_up()
    runner.tell(Pain(), after_s=20)
    assert "pain.which_part" in runner.said()
    assert runner.stored.question is Question.GO_ON
    place = runner.workout.place
    assert (place.state, place.left, place.at) == (State.PAUSED, State.WARMING_UP, 1)


@with_each("command", [SoMany(HeardNumber(2), more=True), Fewer(), Fewer(off=HeardNumber(3))])
def test_how_many_moves_there_are_stays_as_it_is_and_nothing_is_said_to_be_over(
    command: Command,
) -> None:
    runner = warming_up()
    runner.tell(command, after_s=20)
    assert runner.said()[0] == "warm_up.stays"
    assert runner.workout.running
    assert runner.workout.place.active is State.WARMING_UP


def test_who_said_where_it_hurts_is_not_asked_again() -> None:
    runner = warming_up()
    runner.tell(Pain(Named("hip", "hip"), "hip"), after_s=20)
    assert "pain.which_part" not in runner.said()
    assert runner.stored.preferences.avoided_joints == ("hip",)


def test_a_joint_that_is_named_after_its_pain_leaves_the_next_move_in_peace() -> None:
    runner = warming_up()
    runner.tell(Pain(), after_s=20)
    move = runner.workout.plan.moves[runner.workout.place.at].move
    assert "shoulder" not in move.joints
    runner.tell(Pain(Named("shoulder", "shoulder")), after_s=4)
    assert "pain.stop" not in runner.said()  # nothing is being done
    assert runner.workout.plan.moves[runner.workout.place.at].move is move


def test_a_joint_that_is_named_after_its_pain_takes_the_next_move_that_loads_it() -> None:
    runner = warming_up()
    runner.tell(Pain(), after_s=20)
    move = runner.workout.plan.moves[runner.workout.place.at].move
    assert "knee" in move.joints
    runner.tell(Pain(Named("knee", "knee")), after_s=4)
    here = runner.workout.plan.moves[runner.workout.place.at].move
    assert here is not move
    assert "knee" not in here.joints


def test_who_starts_over_in_a_pause_for_a_pain_is_not_told_to_stop() -> None:
    runner = warming_up()
    while runner.workout.place.active is State.WARMING_UP:
        runner.tell(SkipExercise(), after_s=2)
    runner.tell(Pain(Named("knee", "knee")), after_s=20)
    runner.tell(StartOver(), after_s=4)
    assert "pain.spared" in runner.said()  # the warm-up begins with the knee
    assert "pain.stop" not in runner.said()  # nothing is being done


def test_a_pain_that_is_told_again_before_the_next_move_takes_no_other_move_away() -> None:
    runner = warming_up()
    runner.tell(Pain(), after_s=20)
    coming = runner.workout.place
    runner.tell(Pain(), after_s=4)
    assert runner.workout.place == coming


JOINTS = ("ankle", "back", "hip", "knee", "shoulder")


@with_each("joint", JOINTS)
@with_each("move", range(6))
def test_out_of_the_move_that_was_begun_and_on_with_every_other_one_that_spares_what_hurts(
    joint: str, move: int
) -> None:
    runner = warming_up()
    for _ in range(move):
        runner.tell(SkipExercise(), after_s=2)
    before = [one.move for one in runner.workout.plan.moves]
    assert runner.workout.place == Place(State.WARMING_UP, move)
    runner.tell(Pain(Named(joint, joint), joint), after_s=5)
    done, place = before[: move + 1], runner.workout.place
    kind = [one for one in before[move + 1 :] if one not in done and joint not in one.joints]
    if place.active is State.WARMING_UP:
        after = [one.move for one in runner.workout.plan.moves]
        assert after[: move + 1] == done, "what is behind keeps its number"
        assert after[place.at :] == kind
    else:
        assert kind == []
