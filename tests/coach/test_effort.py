"""The runner's word on an exercise goes into the record, wherever the workout is; nonsense goes nowhere."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.athlete.athlete import history_of
from skill.coach.commands import (
    Command,
    DidRepetitions,
    FinishEarly,
    HeardNumber,
    NamedExercise,
    No,
    OpenCoach,
    RateExercise,
    Ready,
    SpareRepetitions,
    WhatIsNext,
)
from skill.training.exercise import Side
from skill.training.record import Effort, Record
from skill.workout.states import State

SQUAT = NamedExercise("squat", "squats")
LUNGE = NamedExercise("lunge", "lunges")
UNKNOWN = NamedExercise(None, "somersaults")
SECONDS_INTO_THE_REST = 8
NUMBER_WANTED = ("effort.number_not_heard", "effort.too_many_repetitions")
"""After these the coach asks for the number, with an open microphone."""


@pytest.fixture
def resting(runner: Runner) -> Runner:
    """A runner in the rest after the first set of squats."""
    runner.starts()
    runner.works_until(15)
    runner.now += timedelta(seconds=SECONDS_INTO_THE_REST)
    return runner


@pytest.fixture
def done(runner: Runner) -> Runner:
    """A runner who has done seven squats and gone, and comes back."""
    runner.trains_briefly()
    runner.tell(OpenCoach(), after_s=60)
    return runner


def record(runner: Runner) -> Record:
    (found,) = history_of(runner.stored)
    return found


@pytest.mark.parametrize("effort", Effort)
def test_a_rating_in_the_rest_is_noted_and_the_rest_goes_on(
    resting: Runner, effort: Effort
) -> None:
    resting.tell(RateExercise(effort))
    assert resting.said()[:2] == [f"effort.{effort}", "rest.resume"]
    assert resting.workout.place.state is State.RESTING
    assert record(resting).effort is effort


@pytest.mark.parametrize(
    ("spare", "effort"), [(3, Effort.EASY), (2, Effort.EASY), (1, Effort.RIGHT), (0, Effort.HARD)]
)
def test_what_was_left_tells_how_hard_it_was(resting: Runner, spare: int, effort: Effort) -> None:
    resting.tell(SpareRepetitions(HeardNumber(spare)))
    assert (record(resting).spare, record(resting).effort) == (spare, effort)


def test_a_number_that_was_done_replaces_the_one_that_was_counted(resting: Runner) -> None:
    resting.tell(DidRepetitions(HeardNumber(9)))
    assert resting.said()[:2] == ["effort.did_repetitions", "rest.resume"]
    assert record(resting).repetitions == 9


def test_what_a_rest_names_anyway_is_not_told_beside_a_doubtful_number_either(
    resting: Runner,
) -> None:
    resting.tell(DidRepetitions(HeardNumber(40)))
    assert resting.said()[-1] == "ask.really"
    resting.tell(WhatIsNext(), after_s=5)
    assert resting.said()[0] == "rest.resume"


def test_a_side_of_a_set_that_trains_both_at_once_changes_nothing(resting: Runner) -> None:
    resting.tell(DidRepetitions(HeardNumber(9), side=Side.LEFT))
    assert record(resting).repetitions == 15
    assert "effort.no_sides" in resting.said()


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (RateExercise(None), "effort.not_heard"),
        (RateExercise(Effort.EASY, UNKNOWN), "answer.unknown_exercise"),
        (RateExercise(Effort.EASY, LUNGE), "effort.not_done"),
        (SpareRepetitions(), "effort.number_not_heard"),
        (SpareRepetitions(HeardNumber(None)), "effort.number_not_heard"),
        (SpareRepetitions(HeardNumber(999)), "effort.too_many_repetitions"),
        (SpareRepetitions(HeardNumber(3), exercise=UNKNOWN), "answer.unknown_exercise"),
        (SpareRepetitions(seconds=HeardNumber(10)), "effort.counted"),
        (DidRepetitions(), "effort.number_not_heard"),
        (DidRepetitions(HeardNumber(None)), "effort.number_not_heard"),
        (DidRepetitions(HeardNumber(-4)), "effort.number_not_heard"),
        (DidRepetitions(HeardNumber(999)), "effort.too_many_repetitions"),
        (DidRepetitions(HeardNumber(10**12)), "effort.too_many_repetitions"),
        (DidRepetitions(seconds=HeardNumber(40)), "effort.counted"),
        (DidRepetitions(HeardNumber(9), exercise=LUNGE), "effort.not_done"),
    ],
)
def test_what_makes_no_sense_gets_a_sentence_and_changes_no_record(
    resting: Runner, command: Command, key: str
) -> None:
    resting.tell(command)
    asked_for = key in NUMBER_WANTED
    assert resting.said()[:2] == [key, "ask.how_many" if asked_for else "rest.resume"]
    if asked_for:
        resting.tell(No(), after_s=5)
    assert (record(resting).repetitions, record(resting).effort) == (15, None)
    assert resting.workout.place.state is State.RESTING


def test_in_mid_set_the_count_goes_on(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(RateExercise(Effort.HARD))
    assert runner.said()[:2] == ["effort.hard", "resume.counting"]
    assert (runner.workout.place.state, runner.workout.place.done) == (State.COUNTING, 7)


def test_after_the_workout_the_last_one_is_put_right(done: Runner) -> None:
    done.tell(DidRepetitions(HeardNumber(12)), after_s=20)
    assert record(done).repetitions == 12
    done.tell(SpareRepetitions(HeardNumber(4), exercise=SQUAT), after_s=20)
    assert record(done).spare == 4
    done.tell(RateExercise(Effort.HARD), after_s=20)
    assert "effort.workout_hard" in done.said()
    assert (record(done).repetitions, record(done).effort) == (12, Effort.HARD)


@pytest.mark.parametrize(
    "command",
    [RateExercise(Effort.EASY), SpareRepetitions(HeardNumber(2)), DidRepetitions(HeardNumber(9))],
)
def test_before_the_first_workout_there_is_nothing_to_note(
    runner: Runner, command: Command
) -> None:
    runner.tell(OpenCoach())
    runner.tell(No(), after_s=20)  # nothing is sore
    runner.tell(command, after_s=20)
    assert runner.said() == ["effort.nothing_done", "ask.start"]


def test_a_number_after_a_workout_of_several_exercises_needs_a_name(runner: Runner) -> None:
    runner.starts()
    runner.listens()
    runner.tell(Ready())
    runner.listens()
    runner.tell(FinishEarly())
    runner.tell(FinishEarly(), after_s=30)
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(DidRepetitions(HeardNumber(9)), after_s=20)
    assert runner.said() == ["effort.which", "ask.start"]
    runner.tell(DidRepetitions(HeardNumber(9), exercise=SQUAT), after_s=20)
    assert runner.said() == ["effort.did_repetitions", "ask.start"]
