"""What is said beside the workout is answered, and the place is kept."""

import pytest
from runner import Runner

from skill.coach.commands import (
    AskAdvice,
    CheerMeOn,
    Command,
    FinishEarly,
    GoToExercise,
    Greeting,
    HowIsItGoing,
    Named,
    NamedExercise,
    OpenCoach,
    Pain,
    StopCoach,
    Topic,
    WhoAreYou,
)
from skill.workout.states import State

DAY = 24 * 3600

GOOD_MORNING = GoToExercise(NamedExercise("good_morning", "good morning"), greets=True)


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (Greeting(), "done.hello"),
        (WhoAreYou(), "answer.who_i_am"),
        (CheerMeOn(), "advice.cheer"),
        *((AskAdvice(topic), f"advice.{topic}") for topic in Topic),
    ],
)
def test_it_is_answered_and_the_count_goes_on_where_it_was(
    working: Runner, command: Command, answer: str
) -> None:
    before = working.workout.place
    working.tell(command)
    assert working.said()[0] == answer
    assert working.workout.place.at == before.at
    assert working.workout.place.active is State.COUNTING


def test_good_morning_before_a_workout_starts_none(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(GOOD_MORNING)
    assert "done.hello" in runner.said()
    assert not runner.workout.under_way


def test_in_a_workout_good_morning_is_the_exercise(working: Runner) -> None:
    working.tell(GOOD_MORNING)
    assert "done.hello" not in working.said()


def test_how_it_is_going_is_about_today_in_a_workout_and_about_the_weeks_before_it(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(HowIsItGoing())
    assert runner.said()[0] == "week.nothing_yet"
    runner.starts()
    runner.tell(HowIsItGoing(), after_s=10)
    assert runner.said()[:2] == ["answer.far", "answer.minutes_left"]


@pytest.mark.parametrize(
    ("days", "answer"),
    [(0, "in_two_days"), (1, "tomorrow"), (2, "today"), (30, "today")],
)
def test_who_asks_when_to_train_next_hears_the_day_by_the_last_one(
    runner: Runner, days: int, answer: str
) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    runner.tell(FinishEarly())
    runner.tell(OpenCoach(), after_s=days * DAY)
    runner.tell(AskAdvice(Topic.HOW_OFTEN))
    assert runner.said()[:2] == ["advice.how_often", f"advice.next_{answer}"]


def test_a_new_runner_and_one_who_hurts_are_named_no_day(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(AskAdvice(Topic.HOW_OFTEN))
    assert not any(key.startswith("advice.next") for key in runner.said())
    runner.does_seven()
    runner.tell(Pain(Named("knee", "knee"), "knee"))
    runner.tell(StopCoach())
    runner.tell(OpenCoach(), after_s=DAY)
    runner.tell(AskAdvice(Topic.HOW_OFTEN))
    assert runner.said()[0] == "advice.how_often"
    assert not any(key.startswith("advice.next") for key in runner.said())
