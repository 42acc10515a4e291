"""Preferences by voice: what they do to the size of today's plan, and to what stands in for something else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from names import exercise
from runner import MONDAY, Runner
from support.examples import tried
from support.straight_to_work import catalog_without_warm_up

from skill.athlete.athlete import Athlete
from skill.coach.coach import Coach
from skill.coach.commands import (
    ChangePlan,
    Command,
    HeardNumber,
    LightDay,
    Minutes,
    OpenCoach,
    Pain,
    RightSideFirst,
    SkipExercise,
    SomethingElse,
    StartWorkout,
)
from skill.coach.turn.turn import Turn
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore
from skill.training.exercise import Side
from skill.training.preferences import FEWEST_MINUTES, MOST_MINUTES, Pacing, Preferences, Talk
from skill.workout.length import length_ms
from skill.workout.manner import Delivery, Manner
from skill.workout.place import Place
from skill.workout.states import State

CATALOG = catalog_without_warm_up()
BOOK = load_phrasebook("en-US")
BEGINNING = Place(State.ANNOUNCING)


def led_with(beat: int, talk: Talk) -> Delivery:
    """How a workout is led while its minutes are counted."""
    return Delivery(Manner(BOOK, beat, talk=talk), Pacing.KEEP_GOING)


def length(minutes: int, talk: Talk, beat: int) -> int:
    """How long a new runner's workout takes who asks for so many minutes, in ms."""
    preferences = Preferences(minutes=minutes, talk=talk, beat_percent=beat)
    turn = Turn.looked_at(CATALOG, BOOK, Athlete(preferences=preferences), MONDAY)
    return length_ms(turn.fresh_workout().plan, BEGINNING, led_with(beat, talk))


@tried(40)
@given(st.integers(FEWEST_MINUTES, MOST_MINUTES), st.sampled_from(Talk), st.integers(60, 180))
@example(9, Talk.COUNTS, 149)
def test_a_wish_for_minutes_is_met_to_the_minute_or_no_other_wish_would_come_nearer(
    minutes: int, talk: Talk, beat: int
) -> None:
    off_ms = abs(length(minutes, talk, beat) - minutes * 60_000)
    if off_ms > 60_000:
        others = (length(other, talk, beat) for other in range(FEWEST_MINUTES, MOST_MINUTES + 1))
        nearest = min(abs(other_ms - minutes * 60_000) for other_ms in others)
        assert off_ms <= nearest + 1_000  # rests are to the second


def test_another_size_takes_a_wish_for_minutes_back(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(10)), after_s=20)
    assert runner.stored.preferences.minutes == 10
    runner.tell(StartWorkout(rounds=HeardNumber(2)), after_s=20)
    assert runner.stored.preferences.minutes is None
    assert runner.workout.plan.rounds == 2


def test_a_short_workout_stays_short_whatever_else_is_wished(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(ChangePlan(short=True), after_s=20)
    runner.tell(RightSideFirst(), after_s=20)
    runner.tell(StartWorkout(), after_s=20)
    plan = runner.workout.plan
    assert (len(plan.prescriptions), plan.rounds, plan.first_side) == (3, 2, Side.RIGHT)


def test_the_shortest_workout_stays_so_too_whatever_minutes_and_rounds_are_liked(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(25)), after_s=10)
    for _ in range(6):
        runner.tell(ChangePlan(short=True), after_s=10)
    shortest = runner.workout.plan
    runner.tell(RightSideFirst(), after_s=20)
    plan = runner.workout.plan
    assert plan.first_side is Side.RIGHT
    assert (plan.prescriptions, plan.rounds) == (shortest.prescriptions, 1)


def test_a_workout_that_was_fitted_to_minutes_stays_so_whatever_else_is_wished(
    runner: Runner,
) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(23)), after_s=10)
    fitted = runner.workout.plan
    assert fitted.rest_percent != runner.stored.preferences.rest_percent
    runner.tell(RightSideFirst(), after_s=20)
    assert runner.workout.plan == fitted._replace(first_side=Side.RIGHT)


def test_shorter_again_and_again_is_shorter_each_time_down_to_the_shortest(runner: Runner) -> None:
    runner.tell(OpenCoach())
    sizes = []
    for _ in range(6):
        runner.tell(ChangePlan(short=True), after_s=10)
        sizes.append((len(runner.workout.plan.prescriptions), runner.workout.plan.rounds))
    assert sizes[:3] == [(3, 2), (2, 2), (2, 1)]
    assert set(sizes[3:]) == {(2, 1)}
    assert runner.said()[0] == "minutes.too_few"


def test_shorter_than_a_quarter_of_an_hour_is_no_longer(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(Minutes(HeardNumber(15)), after_s=10)
    quarter = runner.workout.plan
    runner.tell(ChangePlan(short=True), after_s=10)
    assert len(runner.workout.plan.sets) < len(quarter.sets)


def test_something_else_again_and_again_comes_round_and_never_to_what_was_left_out(
    runner: Runner,
) -> None:
    runner.starts()
    offered = []
    for _ in range(12):
        runner.tell(SomethingElse(), after_s=30)
        offered.append(runner.workout.plan.sets[0].exercise.id)
    assert "squat" not in offered
    assert len(set(offered)) > 2
    assert offered[0] in offered[1:]
    assert len(runner.workout.plan.changes) == 1


@pytest.mark.parametrize("wish", [SomethingElse(), Pain()], ids=["something else", "pain"])
def test_what_is_left_out_today_is_never_offered_instead(coach: Coach, wish: Command) -> None:
    unwanted: list[str] = []
    for _ in range(3):
        runner = Runner(Coach(coach.catalog, MemoryStore(), coach.voices))
        runner.starts()
        for id_ in unwanted:
            runner.tell(SkipExercise(exercise(id_)), after_s=5)
        runner.tell(wish, after_s=20)
        offered = runner.workout.plan.sets[0].exercise.id
        assert offered not in unwanted
        unwanted.append(offered)


def test_on_a_light_day_nothing_that_lowers_slowly_is_offered_instead(runner: Runner) -> None:
    runner.tell(OpenCoach())
    runner.tell(LightDay(), after_s=5)
    runner.tell(StartWorkout(), after_s=5)
    for _ in range(12):
        runner.tell(SomethingElse(), after_s=30)
        assert not runner.workout.plan.sets[0].exercise.lowers
