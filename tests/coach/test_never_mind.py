"""What is to be left alone ends nothing: the workout goes on, and a question beside it is a no."""

import pytest
from runner import Runner

from skill.coach.commands import (
    Command,
    DidRepetitions,
    ForgetMe,
    HeardNumber,
    LeaveSession,
    MoreTime,
    NeverMind,
    OpenCoach,
    Pause,
    RedFlag,
    SpareRepetitions,
)
from skill.workout.question import Question
from skill.workout.states import State


def test_never_mind_in_a_set_loses_no_repetition(runner: Runner) -> None:
    runner.starts()
    runner.works_until(4)
    runner.tell(NeverMind())
    assert runner.in_session
    assert runner.workout.place.state is State.COUNTING
    assert runner.workout.place.done >= 3


def test_never_mind_in_a_pause_lets_it_stand_and_asks_again(runner: Runner) -> None:
    runner.starts()
    runner.works_until(4)
    runner.tell(Pause())
    runner.tell(NeverMind(), after_s=3)
    assert runner.workout.place.state is State.PAUSED
    assert runner.said() == ["ask.go_on"]


@pytest.mark.parametrize(
    "asking", [ForgetMe(), DidRepetitions(HeardNumber(50)), MoreTime(HeardNumber(120))]
)
def test_never_mind_is_a_no_to_a_question_beside_the_workout(
    runner: Runner, asking: Command
) -> None:
    runner.starts()
    runner.works_until(4)
    runner.tell(asking)
    runner.tell(NeverMind(), after_s=3)
    assert runner.in_session
    assert runner.workout.under_way


def test_never_mind_is_no_word_that_all_is_well(runner: Runner) -> None:
    runner.starts()
    runner.works_until(4)
    runner.tell(RedFlag())
    runner.tell(LeaveSession())
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(NeverMind(), after_s=5)
    assert runner.stored.question is Question.CLEARED


@pytest.mark.parametrize(
    "said", [DidRepetitions(HeardNumber(60)), SpareRepetitions(HeardNumber(60))]
)
def test_a_bare_number_answers_how_many_seconds_are_needed(runner: Runner, said: Command) -> None:
    runner.starts()
    runner.works_until(4)
    runner.tell(MoreTime(HeardNumber(120)))
    asked = [runner.stored.question]
    runner.tell(said, after_s=3)
    asked.append(runner.stored.question)
    assert asked[0] is Question.HOW_MUCH_TIME
    assert asked[1] not in (Question.HOW_MUCH_TIME, Question.REALLY)
    assert runner.workout.running


def test_half_an_hour_before_a_workout_is_its_length(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(MoreTime(HeardNumber(1800)), after_s=5)
    assert runner.stored.preferences.minutes == 30
