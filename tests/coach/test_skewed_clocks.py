"""Whatever the clocks say, the place stays within the segment that was played."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runner import MONDAY, Runner
from support.examples import tried
from support.straight_to_work import catalog_without_warm_up

from skill.coach.coach import Coach
from skill.coach.commands import OpenCoach, Pause, Ready, WhatIsNext
from skill.loaders import load_phrasebook
from skill.store.memory import MemoryStore
from skill.workout.cursor import locate
from skill.workout.states import State

CATALOG = catalog_without_warm_up()
YEARS = timedelta(days=3_650)


def _runner_in_a_workout() -> Runner:
    runner = Runner(Coach(CATALOG, MemoryStore(), load_phrasebook))
    runner.starts()
    return runner


@tried(60)
@given(st.timedeltas(min_value=-YEARS, max_value=YEARS))
def test_the_place_never_leaves_the_segment(skew: timedelta) -> None:
    runner = _runner_in_a_workout()
    marks = runner.workout.marks
    runner.now += skew
    runner.tell(Pause())
    place = runner.workout.place
    first, last = marks[0].place, locate(marks, marks[-1].at_ms)
    assert first.at <= place.at <= last.at
    assert place.active in {mark.place.state for mark in marks}
    assert sum(runner.workout.tally) <= sum(w.dose.amount for w in runner.workout.plan.sets[:2])


def test_a_clock_that_runs_backwards_takes_nothing_away() -> None:
    runner = _runner_in_a_workout()
    runner.works_until(7)
    runner.tell(WhatIsNext())
    runner.tell(WhatIsNext(), after_s=-3_600)
    assert runner.workout.tally[0] == 7
    assert runner.workout.place.done == 7
    assert runner.workout.place.state is State.COUNTING


def test_a_clock_years_ahead_books_nothing_and_leads_from_where_it_was() -> None:
    runner = _runner_in_a_workout()
    runner.now += YEARS
    runner.tell(WhatIsNext())
    assert runner.workout.place.active is State.ANNOUNCING
    assert not any(runner.workout.tally)
    assert runner.workout.plan.day == MONDAY.date()


@tried(15)
@given(st.lists(st.timedeltas(min_value=-YEARS, max_value=YEARS), max_size=12))
def test_with_any_clocks_a_workout_still_goes_on(skews: list[timedelta]) -> None:
    runner = _runner_in_a_workout()
    tally = runner.workout.tally
    for skew in skews:
        runner.now = MONDAY + skew
        runner.tell(Ready())
        assert all(map(int.__le__, tally, runner.workout.tally))
        tally = runner.workout.tally
        assert runner.in_session


@pytest.mark.parametrize("days", [1, 30, 400])
def test_a_workout_left_for_days_is_offered_where_it_was(days: int) -> None:
    runner = _runner_in_a_workout()
    runner.works_until(7)
    runner.tell(Pause())
    runner.loses_session()
    runner.tell(OpenCoach(), after_s=days * 86_400)
    assert "repetition seven" in runner.words()
