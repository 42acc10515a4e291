"""Two speakers, days that pass, and lengths that change: whatever is said, nothing is led that was not begun."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner import Runner
from support.examples import tried

from skill.bootstrap import build_coach
from skill.coach import commands
from skill.coach.coach import Coach
from skill.coach.commands import Command, HeardNumber, Named
from skill.settings import Settings
from skill.workout.states import State

MOVES: tuple[Command, ...] = (
    commands.OpenCoach(),
    commands.StartWorkout(),
    commands.StartWorkout(rounds=HeardNumber(1)),
    commands.StartOver(),
    commands.Ready(),
    commands.Yes(),
    commands.No(),
    commands.SkipExercise(),
    commands.GoBack(),
    commands.RepeatExercise(),
    commands.SkipRest(),
    commands.SkipStretch(),
    commands.FinishEarly(),
    commands.Pause(),
    commands.Resume(),
    commands.MoreTime(),
    commands.StopCoach(),
    commands.LeaveSession(),
    commands.WhatIsNext(),
    commands.HowLong(),
    commands.Minutes(HeardNumber(8)),
    commands.Minutes(HeardNumber(45)),
    commands.UsualLength(),
    commands.ChangePlan(exercises=HeardNumber(2), rounds=HeardNumber(1)),
    commands.Pain(Named("knee", "knee")),
    commands.SomethingElse(),
    commands.DidRepetitions(HeardNumber(9)),
    commands.NotUnderstood(),
)
GAPS_S = (1, 20, 90, 3_600, 86_400, 3 * 86_400)

SPOKEN = st.tuples(st.integers(0, 1), st.sampled_from(MOVES), st.sampled_from(GAPS_S))


@pytest.mark.slow
@tried(60)
@given(st.lists(SPOKEN, min_size=5, max_size=40))
def test_whatever_two_speakers_are_told_over_days_is_answered(
    spoken: list[tuple[int, Command, int]],
) -> None:
    coach = build_coach(Settings(store="memory:"))
    speakers = Runner(coach, "kitchen"), Runner(coach, "porch")
    now = speakers[0].now
    for which, command, gap_s in ((0, MOVES[0], 1), (0, MOVES[2], 20), *spoken):
        now += timedelta(seconds=gap_s)
        speaker = speakers[which]
        if gap_s > 600:
            for one in speakers:
                one.loses_session()
        speaker.now = now
        reply = speaker.tell(command)
        assert reply.segment is not None or isinstance(command, commands.LeaveSession)


@pytest.mark.parametrize(
    "last", [commands.SkipExercise(), commands.FinishEarly(), commands.SkipStretch()]
)
def test_the_last_stretch_of_another_days_workout_ends_it(
    coach: Coach, runner: Runner, last: Command
) -> None:
    runner.tell(commands.OpenCoach())
    runner.tell(commands.StartWorkout(rounds=HeardNumber(1)), after_s=20)
    runner.tell(commands.SkipWarmUp(), after_s=5)
    runner.tell(commands.FinishEarly(), after_s=60)
    runner.tell(commands.StopCoach(), after_s=5)
    assert runner.workout.place.active is State.STRETCHING
    porch = Runner(coach, "porch", now=runner.now + timedelta(days=3))
    porch.in_session = True
    porch.tell(commands.Minutes(HeardNumber(8)))
    porch.tell(commands.Resume(), after_s=10)
    for _ in range(9):
        if porch.in_session:
            porch.tell(last, after_s=5)
    assert not porch.in_session
    assert porch.stored.workout is None
