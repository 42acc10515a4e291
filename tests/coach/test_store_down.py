"""A workout outlives its store: it goes on from the session and is saved when the store is back."""

import pytest
from runner import RUNNER, Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    Command,
    FinishEarly,
    ForgetMe,
    HowManyLeft,
    LeaveSession,
    OpenCoach,
    Ready,
    StartOver,
    StopCoach,
    WhatIsNext,
    Yes,
)
from skill.errors import StoreUnavailable
from skill.store.memory import MemoryStore
from skill.workout.states import State


@pytest.fixture
def down() -> MemoryStore:
    """A store that cannot be reached."""
    store = MemoryStore()
    store.close()
    return store


def test_a_whole_workout_goes_on_while_the_store_is_down(
    coach: Coach, runner: Runner, down: MemoryStore
) -> None:
    coach.store = down
    runner.starts()
    for _ in range(60):
        runner.listens()
        runner.tell(Ready())
        if not runner.in_session:
            break
    assert not runner.in_session
    assert "closing.done" in runner.said()
    assert "four exercises, eighty reps" in runner.words()


def test_a_workout_that_ends_while_nothing_can_be_saved_is_told_as_unsaved(
    coach: Coach, runner: Runner, store: MemoryStore, down: MemoryStore
) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    coach.store = down
    runner.tell(FinishEarly(), after_s=30)
    assert runner.said()[0] == "closing.unsaved"
    assert "launch.unsaved" not in runner.said()
    assert "closing.done" in runner.said()


def test_no_place_is_promised_to_be_kept_that_cannot_be(
    coach: Coach, runner: Runner, down: MemoryStore
) -> None:
    runner.does_seven()
    coach.store = down
    runner.tell(StopCoach())
    assert runner.said() == ["closing.unsaved", "done.goodbye"]


@pytest.mark.parametrize("last", [FinishEarly(), StopCoach()])
def test_a_save_that_fails_at_the_very_end_is_told_as_well(
    runner: Runner, store: MemoryStore, monkeypatch: pytest.MonkeyPatch, last: Command
) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())

    def fails(*_: object) -> int:
        raise StoreUnavailable("the store", "is gone", "wait")

    monkeypatch.setattr(store, "save", fails)
    runner.tell(last, after_s=30)
    assert runner.said()[0] == "closing.unsaved"


def test_a_runner_is_told_once_that_nothing_is_saved(
    coach: Coach, runner: Runner, down: MemoryStore
) -> None:
    coach.store = down
    runner.starts()
    runner.tell(WhatIsNext(), after_s=60)
    told = [cue.line.key for reply in runner.replies if reply.segment for cue in reply.segment.cues]
    assert told.count("launch.unsaved") == 1


def test_what_was_done_while_the_store_was_down_is_saved_when_it_is_back(
    coach: Coach, runner: Runner, store: MemoryStore, down: MemoryStore
) -> None:
    coach.store = down
    runner.does_seven()
    runner.tell(WhatIsNext())
    coach.store = store
    runner.tell(HowManyLeft(), after_s=5)
    assert runner.workout.tally[0] == 7
    assert runner.stored.greeted


def test_a_store_that_fails_in_mid_workout_gets_the_whole_of_it_later(
    coach: Coach, runner: Runner, store: MemoryStore, down: MemoryStore
) -> None:
    runner.trains_briefly()
    history = runner.stored.history
    runner.does_seven()
    coach.store = down
    runner.tell(WhatIsNext())
    runner.works_until(11)
    runner.tell(FinishEarly())
    coach.store = store
    runner.tell(FinishEarly(), after_s=40)
    assert runner.stored.workout is None
    assert len(runner.stored.history) == len(history) + 1
    assert runner.stored.history[-1].repetitions == 11


def test_what_was_recorded_while_the_store_was_down_is_recorded_once(
    coach: Coach, runner: Runner, store: MemoryStore, down: MemoryStore
) -> None:
    runner.trains_briefly()
    runner.does_seven()
    coach.store = down
    runner.tell(FinishEarly())
    coach.store = store
    runner.tell(FinishEarly(), after_s=40)
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(OpenCoach(), after_s=60)
    assert [record.repetitions for record in runner.stored.history] == [7, 7]


def test_a_workout_begun_anew_while_the_store_was_down_leaves_its_record(
    coach: Coach, runner: Runner, store: MemoryStore, down: MemoryStore
) -> None:
    runner.trains_briefly()
    runner.starts()
    coach.store = down
    runner.works_until(11)
    runner.tell(StartOver())
    coach.store = store
    runner.tell(WhatIsNext(), after_s=5)
    runner.tell(WhatIsNext(), after_s=5)
    assert [record.repetitions for record in runner.stored.history] == [7, 11]


def test_a_session_that_ends_is_saved_by_its_end(
    coach: Coach, runner: Runner, store: MemoryStore, down: MemoryStore
) -> None:
    coach.store = down
    runner.does_seven()
    runner.tell(WhatIsNext())
    coach.store = store
    runner.tell(LeaveSession(), after_s=5)
    assert runner.workout.tally[0] == 7
    assert runner.workout.place.state is State.IDLE


def test_to_be_forgotten_while_the_store_is_down_is_not_promised(
    coach: Coach, runner: Runner, down: MemoryStore
) -> None:
    runner.trains_briefly()
    runner.tell(OpenCoach(), after_s=60)
    runner.tell(ForgetMe(), after_s=20)
    runner.tell(Yes(), after_s=10)
    up, coach.store = coach.store, down
    runner.tell(Yes(), after_s=10)
    assert "done.forgotten" not in runner.said()
    assert "done.cannot_forget" in runner.said()
    coach.store = up
    assert runner.stored.history


def test_forgetting_reports_a_store_that_cannot_be_reached(coach: Coach, down: MemoryStore) -> None:
    coach.store = down
    with pytest.raises(StoreUnavailable):
        coach.forget(RUNNER)
    assert coach.peek(RUNNER) is None


def test_a_workout_of_which_only_stretches_are_left_is_settled_at_the_next_opening(
    coach: Coach, runner: Runner, store: MemoryStore, down: MemoryStore
) -> None:
    runner.does_seven()
    runner.tell(FinishEarly())
    coach.store = down
    runner.tell(FinishEarly(), after_s=40)  # the end of it reaches no store
    assert not runner.in_session
    coach.store = store
    runner.tell(OpenCoach(), after_s=86_400)
    assert [record.repetitions for record in runner.stored.history] == [7]
    assert "launch.plan" in runner.said()


def test_a_clock_that_leaps_forward_in_an_open_session_books_nothing(runner: Runner) -> None:
    runner.does_seven()
    runner.tell(WhatIsNext())
    runner.tell(WhatIsNext(), after_s=6 * 3_600)
    assert sum(runner.workout.tally) == 7
