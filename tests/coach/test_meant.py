"""An order that may have been misheard: the count is held, and the runner is asked whether it was meant."""

from datetime import timedelta

import pytest
from runner import Runner

from skill.coach.commands import (
    CallForHelp,
    Command,
    HalfHeard,
    NeverMind,
    No,
    NotUnderstood,
    NoWord,
    OpenCoach,
    OrderInDoubt,
    Pain,
    Pause,
    RedFlag,
    SkipExercise,
    StartOver,
    StartWorkout,
    StopCoach,
    WhatIsNext,
    Yes,
)
from skill.workout.question import AT_AN_EDGE, Question
from skill.workout.states import State

ORDERS: dict[str, Command] = {
    "skip": SkipExercise(),
    "next": WhatIsNext(),
    "start": StartWorkout(),
    "over": StartOver(),
}
"""Orders by the text that they were written down as."""

SKIP = OrderInDoubt("skip it", "skip")
NEXT = OrderInDoubt("what is next", "next")
OVER = OrderInDoubt("start over", "over")
SKIP_OR_NEXT = SKIP._replace(or_else=NEXT)


@pytest.fixture
def training(working: Runner) -> Runner:
    working.orders = ORDERS
    return working


def comes_back_a_day_later(runner: Runner) -> None:
    runner.tell(StopCoach())
    runner.now += timedelta(hours=25)
    runner.tell(OpenCoach())


def test_the_words_are_asked_about_while_the_count_is_held(training: Runner) -> None:
    before = training.workout.place
    training.tell(SKIP)
    assert (training.asked(), training.workout.place.state) == (Question.MEANT, State.PAUSED)
    assert "skip it" in training.words()
    assert training.workout.place.at == before.at


def test_a_yes_does_what_was_meant_and_counts_on(training: Runner) -> None:
    index = training.workout.place.at
    training.tell(SKIP)
    training.tell(Yes())
    assert training.workout.place.at > index
    assert training.workout.running


def test_a_yes_to_a_question_answers_it_and_counts_on(training: Runner) -> None:
    place = training.workout.place
    training.tell(NEXT)
    training.tell(Yes())
    assert training.workout.running
    assert (training.workout.place.at, training.workout.place.state) == (
        place.at,
        State.COUNTING,
    )


@pytest.mark.parametrize("word", [No(), NeverMind(), NoWord()], ids=repr)
def test_a_no_or_silence_counts_on_where_the_runner_was(training: Runner, word: Command) -> None:
    index = training.workout.place.at
    training.tell(SKIP)
    training.tell(word)
    assert training.workout.place.at == index
    assert training.workout.running


def test_what_was_paused_stays_so_after_a_no(training: Runner) -> None:
    training.tell(Pause())
    training.tell(SKIP)
    training.tell(No())
    assert training.asked() is Question.GO_ON
    assert training.workout.place.state is State.PAUSED


def test_what_was_paused_stays_so_after_a_yes_to_a_question(training: Runner) -> None:
    training.tell(Pause())
    training.tell(NEXT)
    training.tell(Yes())
    assert training.workout.place.state is State.PAUSED


def test_silence_where_something_may_hurt_sets_nothing_going(training: Runner) -> None:
    training.tell(HalfHeard(RedFlag()))
    training.tell(NoWord())
    assert training.asked() is None
    assert not training.workout.running


@pytest.mark.parametrize("order", [SKIP_OR_NEXT, HalfHeard(RedFlag(), NEXT)], ids=["order", "pain"])
def test_after_a_no_what_else_was_said_is_asked_about_once(
    training: Runner, order: Command
) -> None:
    index = training.workout.place.at
    training.tell(order)
    assert "what is next" not in training.words()
    training.tell(No())
    assert (training.asked(), training.workout.place.state) == (Question.MEANT, State.PAUSED)
    assert "what is next" in training.words()
    assert training.said()[0] == "done.something_else"
    training.tell(No())
    assert training.asked() is not Question.MEANT
    assert training.workout.running
    assert training.workout.place.at == index


def test_a_yes_does_what_else_was_said(training: Runner) -> None:
    index = training.workout.place.at
    training.tell(NEXT._replace(or_else=SKIP))
    training.tell(No())
    training.tell(Yes())
    assert training.workout.place.at > index
    assert training.workout.running


def test_a_yes_at_once_never_asks_what_else_was_said(training: Runner) -> None:
    index = training.workout.place.at
    training.tell(SKIP_OR_NEXT)
    training.tell(Yes())
    assert training.workout.place.at > index
    assert training.asked() is not Question.MEANT


@pytest.mark.parametrize("word", [NoWord(), NeverMind()], ids=repr)
@pytest.mark.parametrize("nos", [0, 1], ids=["at once", "after a no"])
def test_after_silence_or_never_mind_nothing_else_is_asked_about(
    training: Runner, word: Command, nos: int
) -> None:
    training.tell(SKIP_OR_NEXT)
    for _ in range(nos):
        training.tell(No())
    training.tell(word)
    assert training.asked() is not Question.MEANT
    assert training.workout.running


def test_after_a_no_what_was_paused_is_still_paused_once_nothing_was_said(training: Runner) -> None:
    training.tell(Pause())
    training.tell(SKIP_OR_NEXT)
    training.tell(No())
    assert training.asked() is Question.MEANT
    training.tell(No())
    assert training.asked() is Question.GO_ON
    assert training.workout.place.state is State.PAUSED


def test_pain_goes_before_what_else_was_said(training: Runner) -> None:
    training.tell(SKIP_OR_NEXT)
    training.tell(Pain(None, "jaw"))
    assert training.asked() is Question.DANGER
    training.tell(No())
    assert training.asked() is not Question.MEANT


@pytest.mark.parametrize(
    "other", [OrderInDoubt("so " * 40, "next"), OrderInDoubt("what is next", "x" * 5_000)]
)
def test_what_else_was_said_is_dropped_where_it_is_too_long(
    training: Runner, other: OrderInDoubt
) -> None:
    training.tell(SKIP._replace(or_else=other))
    assert training.asked() is Question.MEANT
    training.tell(No())
    assert training.workout.running


def test_what_is_not_understood_is_asked_about_again(training: Runner) -> None:
    training.tell(SKIP)
    training.tell(NotUnderstood())
    assert training.asked() is Question.MEANT
    assert "skip it" in training.words()
    training.tell(No())
    assert training.workout.running


def test_another_order_in_doubt_is_asked_about_in_its_place(training: Runner) -> None:
    training.tell(SKIP)
    training.tell(NEXT)
    assert "what is next" in training.words()
    training.tell(No())
    assert training.workout.running


def test_pain_goes_before_an_order_in_doubt(training: Runner) -> None:
    training.tell(SKIP)
    training.tell(Pain(None, "jaw"))
    assert training.asked() is Question.DANGER


@pytest.mark.parametrize("open_question", [HalfHeard(Pain(None, "jaw")), CallForHelp()], ids=repr)
def test_an_order_in_doubt_takes_no_question_about_danger_away(
    training: Runner, open_question: Command
) -> None:
    training.tell(open_question)
    before = training.asked()
    training.tell(SKIP)
    assert training.asked() is before


def test_before_a_workout_a_yes_begins_it_and_a_no_comes_back_to_the_start(runner: Runner) -> None:
    runner.orders = ORDERS
    runner.tell(OpenCoach())
    start = OrderInDoubt("start the workout", "start")
    runner.tell(start)
    runner.tell(No())
    assert runner.asked() in (Question.START, Question.SORE_OR_NEW)
    runner.tell(start)
    runner.tell(Yes())
    assert runner.workout.under_way


@pytest.mark.parametrize(
    "order",
    [
        OrderInDoubt("", "skip"),
        OrderInDoubt("so " * 40, "skip"),
        OrderInDoubt("skip it", "x" * 5_000),
    ],
    ids=["no words", "too many words", "too long to be kept"],
)
def test_what_cannot_be_asked_about_is_not_understood(
    training: Runner, order: OrderInDoubt
) -> None:
    index = training.workout.place.at
    training.tell(order)
    assert training.asked() is not Question.MEANT
    assert training.workout.place.at == index


def test_a_yes_to_what_can_no_longer_be_read_is_asked_about_again(training: Runner) -> None:
    index = training.workout.place.at
    training.tell(OrderInDoubt("skip it", "gone"))
    training.tell(Yes())
    assert training.asked() is Question.MEANT
    assert training.workout.place.at == index


def test_a_question_at_an_edge_is_open_again_after_a_no(training: Runner) -> None:
    training.listens()
    training.tell(WhatIsNext())
    question = training.stored.question
    assert question in AT_AN_EDGE
    before = training.workout.place
    training.tell(SKIP)
    training.tell(No())
    assert (training.stored.question, training.workout.place) == (question, before)
    assert training.said() == [f"ask.{question}"], (
        "it is asked, and nothing is led before the answer"
    )


@pytest.mark.parametrize("answer", [Yes(), No(), NotUnderstood()], ids=repr)
def test_an_answer_about_an_order_that_the_session_has_lost_goes_on_with_the_workout(
    training: Runner, answer: Command
) -> None:
    training.tell(SKIP)
    assert training.carried is not None
    training.carried = {**training.carried, "aside": None}
    training.tell(answer)
    assert training.asked() is Question.GO_ON


def test_to_start_over_is_not_asked_about_where_the_coach_has_just_offered_it(
    training: Runner,
) -> None:
    comes_back_a_day_later(training)
    assert training.asked() is Question.CARRY_ON_OR_FRESH
    training.tell(OVER)
    assert training.asked() is not Question.MEANT
    assert training.workout.running
    assert training.workout.plan.day == training.now.date()


@pytest.mark.parametrize("order", [SKIP, OrderInDoubt("go over", "gone")], ids=repr)
def test_anything_else_in_doubt_is_asked_about_beside_that_offer(
    training: Runner, order: OrderInDoubt
) -> None:
    comes_back_a_day_later(training)
    training.tell(order)
    assert training.asked() is Question.MEANT


def test_amid_a_workout_it_is_asked_about_whether_to_start_over(training: Runner) -> None:
    index = training.workout.place.at
    training.tell(OVER)
    assert training.asked() is Question.MEANT
    training.tell(No())
    assert training.workout.place.at == index
