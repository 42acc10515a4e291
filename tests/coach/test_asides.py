"""Matters beside the workout: whatever they come to, the workout is found where it was left."""

from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner import Runner
from support.remembering import Remembering
from support.tables import with_each

from skill.coach.coach import Coach
from skill.coach.commands import (
    LONGEST_WORDS,
    CancelReminders,
    Command,
    DidRepetitions,
    FinishEarly,
    ForgetMe,
    GoToExercise,
    HeardNumber,
    KeepGoing,
    LeaveSession,
    No,
    OpenCoach,
    Ready,
    RemindMe,
    Thanks,
    WaitForMe,
    WhatIsNext,
    WhichReminders,
    Yes,
)
from skill.coach.turn.aside import (
    LONGEST_ORDER,
    LONGEST_TEXT,
    Aside,
    Order,
    OtherPart,
    PartOfLoad,
    Sign,
    Unsure,
    read_aside,
    write_aside,
)
from skill.training.exercise import Side
from skill.training.preferences import Units
from skill.workout.question import Question
from skill.workout.states import State

SUNDAYS = RemindMe((6,), time(9))

PARTS = st.none() | st.sampled_from(["neck", "shoulder"])

ASIDES = st.builds(
    Aside,
    st.none() | st.sampled_from(Question),
    st.lists(st.integers(0, 6), max_size=3).map(tuple),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    sign=st.none()
    | st.builds(
        Sign,
        st.booleans(),
        st.booleans(),
        st.none() | st.sampled_from(["jaw", "knee"]),
        st.lists(st.builds(OtherPart, PARTS, PARTS, st.sampled_from(["", "neck"]))).map(tuple),
    ),
    unsure=st.none()
    | st.builds(
        Unsure,
        st.integers(0, 99),
        st.booleans(),
        st.booleans(),
        st.none() | st.sampled_from(Side),
        st.none() | st.just("lunge"),
    ),
    load=st.none()
    | st.builds(
        PartOfLoad,
        st.none() | st.integers(0, 50_000),
        st.none() | st.sampled_from(Units),
        st.none() | st.just("squat"),
        st.none() | st.just("dumbbell"),
    ),
    joint=st.none() | st.just("hip"),
    exercise=st.none() | st.just("n" * LONGEST_TEXT),
    said=st.sampled_from(["", "groin"]),
    order=st.none() | st.builds(Order, st.just("skip this"), st.just("{}")),
    ran=st.booleans(),
)


@given(ASIDES)
def test_an_aside_survives_being_written_down(aside: Aside) -> None:
    assert read_aside(write_aside(aside)) == aside


def test_every_day_of_the_week_the_longest_order_and_noughts_are_kept() -> None:
    order = Order("w" * LONGEST_WORDS, "{" * LONGEST_ORDER)
    nought = Unsure(0, spare=True, seconds=True, side=None, exercise_id=None)
    week = (0, 1, 2, 3, 4, 5, 6)
    aside = Aside(days=week, order=order, or_else=order, unsure=nought, load=PartOfLoad(grams=0))
    assert read_aside(write_aside(aside)) == aside


NOTHING: dict[str, Any] = {"under": None, "days": [], "at": None}
"""An aside of which nothing is known."""


@with_each(
    "values",
    [
        None,
        "aside",
        [],
        {},
        {"under": "who", "days": [], "at": None},
        {"under": None, "days": [7], "at": None},
        {"under": None, "days": [True], "at": None},
        {"under": None, "days": "mo", "at": None},
        {"under": None, "days": None, "at": None},
        {"under": None, "days": [], "at": "soon"},
        {"under": None, "days": [], "at": 7},
        {**NOTHING, "sign": [True]},
        {**NOTHING, "sign": [True, False, 7]},
        {**NOTHING, "sign": [False, False, "knee", ["jaw"]]},
        {**NOTHING, "sign": [False, False, "knee", ["jaw", None, 7]]},
        {**NOTHING, "unsure": [-1, False, False, None, None]},
        {**NOTHING, "unsure": ["8", False, False, None, None]},
        {**NOTHING, "unsure": [8, False, False, "up", None]},
        {**NOTHING, "load": [-1, None, None, None]},
        {**NOTHING, "load": [2.5, None, None, None]},
        {**NOTHING, "load": [None, "stones", None, None]},
        {**NOTHING, "joint": ["knee"]},
        {**NOTHING, "said": "n" * (LONGEST_TEXT + 1)},
        {**NOTHING, "order": ["w" * (LONGEST_WORDS + 1), "{}"]},
        {**NOTHING, "order": ["skip", "{" * (LONGEST_ORDER + 1)]},
    ],
)
def test_what_is_no_aside_is_none(values: Any) -> None:
    assert read_aside(NOTHING) == Aside()
    assert read_aside(values) is None


@pytest.fixture
def runner(coach: Coach) -> Runner:
    runner = Runner(coach)
    runner.reminders = Remembering()
    return runner


def leads(runner: Runner) -> bool:
    """Whether the last answer goes on with the workout."""
    segment = runner.replies[-1].segment
    return segment is not None and segment.timed


def at_a_rest(runner: Runner) -> None:
    """Come to the question after the first set, where the runner sets the pace."""
    runner.tell(OpenCoach())
    runner.tell(WaitForMe(), after_s=20)
    runner.tell(Ready(), after_s=20)
    runner.listens()
    runner.tell(WhatIsNext())
    assert runner.stored.question is Question.READY


@pytest.mark.parametrize("answer", [Yes(), No(), WhatIsNext(), WhichReminders(), CancelReminders()])
def test_after_a_reminder_the_question_of_the_workout_is_asked_again(
    runner: Runner, answer: Any
) -> None:
    at_a_rest(runner)
    place = runner.workout.place
    runner.tell(SUNDAYS, after_s=5)
    assert runner.stored.question is Question.REMIND
    runner.tell(answer, after_s=10)
    assert runner.stored.question is Question.READY
    assert runner.said()[-1] == "ask.ready"
    assert runner.workout.place == place
    assert not leads(runner)


@pytest.mark.parametrize(
    ("pacing", "edges"),
    [
        (WaitForMe(), {Question.READY, Question.OTHER_SIDE, Question.STRETCH}),
        (KeepGoing(), {Question.READY, Question.OTHER_SIDE, Question.REST, Question.NEXT_STRETCH}),
    ],
    ids=["waiting", "by the clock"],
)
def test_whatever_edge_a_workout_stands_at_its_own_question_is_open_again_after_an_aside(
    runner: Runner, pacing: Command, edges: set[Question]
) -> None:
    runner.knows_the_ground()
    runner.tell(OpenCoach())
    runner.tell(pacing, after_s=20)
    runner.tell(Ready(), after_s=20)
    asked: set[Question | None] = set()
    while Question.SUM_UP not in asked:
        runner.listens()
        runner.tell(WhatIsNext())
        question, place = runner.stored.question, runner.workout.place
        runner.tell(SUNDAYS, after_s=5)
        runner.tell(No(), after_s=5)
        assert (runner.stored.question, runner.workout.place) == (question, place)
        assert not leads(runner)
        asked.add(question)
        runner.tell(Ready(), after_s=5)
    assert asked == edges | {Question.SUM_UP}


def test_one_aside_within_another_comes_back_to_the_workout_as_well(runner: Runner) -> None:
    at_a_rest(runner)
    runner.tell(SUNDAYS, after_s=5)
    runner.tell(ForgetMe(), after_s=5)
    assert runner.stored.question is Question.FORGET
    runner.tell(No(), after_s=5)
    assert runner.stored.question is Question.READY


def test_what_was_said_of_a_reminder_is_kept_until_it_is_whole(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(RemindMe(at=time(18)), after_s=10)
    assert runner.said()[-1] == "ask.which_days"
    runner.tell(Yes(), after_s=5)
    assert runner.said()[-1] == "ask.which_days"
    runner.tell(RemindMe((1, 4)), after_s=5)
    assert "Tuesdays and Fridays at six in the evening" in runner.words()
    runner.tell(Yes(), after_s=5)
    assert [(r.days, r.at) for r in runner.reminders.kept] == [((1, 4), time(18))]


def test_a_number_alone_is_the_hour_where_the_coach_has_just_asked_for_a_time(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(RemindMe((1, 4)), after_s=10)
    assert runner.said()[-1] == "ask.what_time"
    runner.tell(DidRepetitions(HeardNumber(18)), after_s=5)
    assert "Tuesdays and Fridays at six in the evening" in runner.words()


def test_a_number_that_is_no_hour_is_no_answer_to_the_question_for_a_time(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(RemindMe((1, 4)), after_s=10)
    runner.tell(DidRepetitions(HeardNumber(24)), after_s=5)
    assert "ask.remind" not in runner.said()
    assert runner.reminders.kept == []


def test_a_yes_in_a_session_that_has_lost_the_reminder_asks_for_it_again(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(SUNDAYS, after_s=10)
    assert runner.carried is not None
    del runner.carried["aside"]
    runner.tell(Yes(), after_s=5)
    assert runner.said()[-1] == "ask.which_days"
    assert runner.reminders.kept == []


def trains_to_the_end(runner: Runner) -> None:
    """Do a whole workout, up to the question whether to sum it up."""
    runner.starts()
    for _ in range(60):
        runner.listens()
        runner.tell(WhatIsNext())
        if runner.stored.question is Question.SUM_UP:
            break
        runner.tell(Ready())
    assert runner.workout.place.state is State.FINISHED


def asked_again(runner: Runner) -> list[str]:
    """The keys of what is said if nobody answers the last question."""
    segment = runner.replies[-1].segment
    assert segment is not None
    return [line.key for line in segment.reprompt]


def test_who_is_silent_when_asked_whether_to_sum_up_hears_what_was_done(runner: Runner) -> None:
    trains_to_the_end(runner)
    assert "closing.done" in asked_again(runner)
    runner.tell(ForgetMe(), after_s=5)
    assert asked_again(runner) == ["ask.forget_again"]
    runner.tell(No(), after_s=5)
    assert "closing.done" in asked_again(runner)


def test_a_finished_workout_is_still_summed_up_after_a_no(runner: Runner) -> None:
    trains_to_the_end(runner)
    runner.tell(ForgetMe(), after_s=5)
    runner.tell(No(), after_s=5)
    assert "done.not_forgotten" in runner.said()
    assert runner.stored.question is Question.SUM_UP
    runner.tell(Yes(), after_s=5)
    assert "closing.done" in runner.said()


def test_a_question_that_another_device_has_answered_is_not_asked_again(
    coach: Coach, runner: Runner
) -> None:
    at_a_rest(runner)
    runner.tell(SUNDAYS, after_s=5)
    porch = Runner(coach, "porch", runner.now)
    porch.tell(OpenCoach(), after_s=5)
    porch.tell(Yes(), after_s=10)
    porch.tell(SUNDAYS, after_s=60)
    assert porch.workout.place.state is not State.RESTING
    runner.now = porch.now
    runner.tell(No(), after_s=5)
    assert leads(runner)


def test_nor_is_one_of_a_workout_that_another_device_has_brought_to_its_end(
    coach: Coach, runner: Runner
) -> None:
    at_a_rest(runner)
    runner.tell(SUNDAYS, after_s=5)
    porch = Runner(coach, "porch", runner.now)
    for word in (OpenCoach(), FinishEarly(), FinishEarly(), LeaveSession()):
        porch.tell(word, after_s=5)
    assert runner.stored.workout is None
    runner.now = porch.now
    runner.tell(No(), after_s=5)
    assert runner.said() == ["ask.start"]


def test_a_question_that_was_asked_over_the_end_of_a_workout_gives_way_to_the_summing_up(
    runner: Runner,
) -> None:
    trains_to_the_end(runner)
    runner.tell(GoToExercise(), after_s=5)
    assert runner.stored.question is Question.WHICH_EXERCISE
    runner.tell(Thanks(), after_s=5)
    assert runner.asked() is Question.SUM_UP


@pytest.mark.parametrize("failing", [True, False])
def test_to_be_forgotten_cancels_the_reminders_or_says_that_some_are_left(
    runner: Runner, *, failing: bool
) -> None:
    runner.tell(OpenCoach())
    runner.tell(SUNDAYS, after_s=10)
    runner.tell(Yes(), after_s=5)
    runner.reminders.failing = failing
    runner.tell(ForgetMe(), after_s=5)
    runner.tell(Yes(), after_s=5)
    runner.tell(Yes(), after_s=5)
    assert "done.forgotten" in runner.said()
    assert ("reminder.left" in runner.said()) is failing
    assert bool(runner.reminders.kept) is failing
