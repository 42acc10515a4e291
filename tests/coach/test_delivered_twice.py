"""A request that is delivered twice acts once, and is answered both times."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner import Runner
from support.examples import tried
from test_two_speakers import MOVES

from skill.bootstrap import build_coach
from skill.coach import commands
from skill.coach.coach import Coach
from skill.coach.commands import Command, HeardNumber
from skill.coach.turn.again import books
from skill.errors import StoreUnavailable
from skill.settings import Settings
from skill.store.memory import MemoryStore
from skill.training.record import Effort
from skill.workout.states import State

ACTING: tuple[Command, ...] = (
    commands.Faster(),
    commands.Slower(),
    commands.RateExercise(Effort.HARD),
    commands.SkipWarmUp(),
)


@tried(20)
@given(st.lists(st.tuples(st.sampled_from(MOVES + ACTING), st.integers(1, 90)), max_size=12))
def test_whatever_is_delivered_twice_counts_once(spoken: list[tuple[Command, int]]) -> None:
    runner = Runner(build_coach(Settings(store="memory:")))
    for command, gap_s in ((commands.OpenCoach(), 1), (commands.StartWorkout(), 20), *spoken):
        runner.tell(command, after_s=gap_s)
        once = runner.stored
        reply = runner.answer_again()
        assert not books(once, runner.stored)
        assert reply.segment is not None or isinstance(command, commands.LeaveSession)


def test_a_skip_that_is_delivered_twice_skips_one_set(coach: Coach, runner: Runner) -> None:
    runner.starts()
    runner.tell(commands.SkipExercise(), after_s=20)
    assert runner.workout.place.at == 1
    runner.answer_again()
    assert runner.workout.place.at == 1
    runner.tell(commands.SkipExercise(), after_s=5)
    assert runner.workout.place.at == 2


def test_the_end_that_is_delivered_twice_leaves_the_stretches(coach: Coach, runner: Runner) -> None:
    runner.does_seven()
    runner.tell(commands.FinishEarly())
    runner.answer_again()
    assert runner.workout.place.active is State.STRETCHING


def test_a_faster_beat_that_is_delivered_twice_is_one_step(coach: Coach, runner: Runner) -> None:
    runner.starts()
    runner.tell(commands.Faster(), after_s=30)
    once = runner.stored.preferences
    runner.answer_again()
    assert runner.stored.preferences == once


def test_what_is_only_asked_is_answered_again_in_the_same_words(
    coach: Coach, runner: Runner
) -> None:
    runner.starts()
    first = runner.tell(commands.WhatIsNext(), after_s=20)
    assert runner.answer_again() == first


def test_a_word_of_danger_is_answered_again_in_the_same_words(coach: Coach, runner: Runner) -> None:
    runner.starts()
    first = runner.tell(commands.RedFlag(), after_s=20)
    assert runner.answer_again() == first


def test_another_request_with_the_same_words_acts(coach: Coach, runner: Runner) -> None:
    runner.starts()
    runner.tell(commands.Faster(), after_s=30)
    once = runner.stored.preferences
    runner.tell(commands.Faster())
    assert runner.stored.preferences != once


def test_what_an_outage_left_in_the_session_is_saved_once(
    coach: Coach, runner: Runner, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object) -> int:
        raise StoreUnavailable("the store", "is away", "wait")

    runner.starts()
    runner.now += timedelta(seconds=20)
    with monkeypatch.context() as away:
        away.setattr(store, "save", down)
        runner.tell(commands.SkipExercise())
    runner.tell(commands.SkipExercise(), after_s=5)
    runner.answer_again()
    assert runner.workout.place.at == 2
    assert runner.tell(commands.DidRepetitions(HeardNumber(9))).segment is not None
