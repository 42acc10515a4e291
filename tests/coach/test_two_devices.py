"""Two devices of one runner save at once, and no finished set is lost."""

import pytest
from runner import Runner

from skill.coach.coach import Coach
from skill.coach.commands import (
    FinishEarly,
    LeaveSession,
    Named,
    OpenCoach,
    Pain,
    Slower,
    WaitForMe,
    WhatIsNext,
    Yes,
)
from skill.store.memory import MemoryStore
from skill.store.protocol import Document
from skill.training.preferences import Pacing
from skill.workout.question import Question
from skill.workout.states import State


def _both_in_one_workout(coach: Coach) -> tuple[Runner, Runner]:
    kitchen = Runner(coach, "kitchen")
    kitchen.starts()
    return kitchen, Runner(coach, "porch", now=kitchen.now)


def _meanwhile(
    monkeypatch: pytest.MonkeyPatch, store: MemoryStore, other: Runner, repetitions: int
) -> None:
    """Let the other device finish the workout just before the next save reaches the store."""
    save = store.save

    def beaten(athlete_id: str, document: Document, expected: int) -> int:
        monkeypatch.setattr(store, "save", save)
        other.works_until(repetitions)
        other.tell(FinishEarly())
        other.tell(FinishEarly(), after_s=30)
        return save(athlete_id, document, expected)

    monkeypatch.setattr(store, "save", beaten)


def test_a_wish_survives_a_save_that_another_device_was_faster_with(
    coach: Coach, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen, porch = _both_in_one_workout(coach)
    save = store.save

    def beaten(athlete_id: str, document: Document, expected: int) -> int:
        monkeypatch.setattr(store, "save", save)
        porch.tell(Slower())
        return save(athlete_id, document, expected)

    monkeypatch.setattr(store, "save", beaten)
    kitchen.tell(WaitForMe(), after_s=60)
    assert kitchen.stored.preferences.pacing is Pacing.WAIT_FOR_ME


def test_sets_that_the_other_device_recorded_meanwhile_stay_in_the_history(
    coach: Coach, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen, porch = _both_in_one_workout(coach)
    porch.in_session, porch.replies = True, kitchen.replies[:]
    _meanwhile(monkeypatch, store, porch, repetitions=9)
    kitchen.works_until(7)
    kitchen.tell(WhatIsNext())
    assert [record.repetitions for record in kitchen.stored.history] == [9]


def test_the_better_count_of_a_set_is_kept(
    coach: Coach, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen, porch = _both_in_one_workout(coach)
    porch.in_session, porch.replies = True, kitchen.replies[:]
    save = store.save

    def beaten(athlete_id: str, document: Document, expected: int) -> int:
        monkeypatch.setattr(store, "save", save)
        porch.works_until(9)
        porch.tell(WhatIsNext())
        return save(athlete_id, document, expected)

    monkeypatch.setattr(store, "save", beaten)
    kitchen.works_until(7)
    kitchen.tell(WhatIsNext())
    assert kitchen.workout.tally[0] == 9


def test_a_save_that_is_always_beaten_is_carried_by_the_session_and_not_lost(
    coach: Coach, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen = Runner(coach)
    kitchen.starts()
    save = store.save

    def always_beaten(athlete_id: str, document: Document, expected: int) -> int:
        stored = store.load(athlete_id)
        assert stored is not None
        assert isinstance(stored.document, dict)
        save(athlete_id, stored.document, stored.version)
        return save(athlete_id, document, expected)

    monkeypatch.setattr(store, "save", always_beaten)
    kitchen.works_until(7)
    kitchen.tell(WhatIsNext())
    assert kitchen.workout.tally[0] == 0
    monkeypatch.undo()
    kitchen.tell(WhatIsNext(), after_s=5)
    assert kitchen.workout.tally[0] == 7


def test_a_second_device_takes_the_workout_over_where_the_first_left_it(coach: Coach) -> None:
    kitchen, porch = _both_in_one_workout(coach)
    kitchen.works_until(7)
    kitchen.tell(WhatIsNext())
    porch.now = kitchen.now
    porch.tell(OpenCoach(), after_s=2)
    assert "repetition seven" in porch.words()
    porch.tell(Yes(), after_s=8)
    assert "resume.counting" in porch.said()


def test_a_yes_leads_on_though_the_session_of_the_room_that_was_asked_has_ended(
    coach: Coach,
) -> None:
    kitchen, porch = _both_in_one_workout(coach)
    porch.tell(OpenCoach(), after_s=5)
    kitchen.tell(Pain(Named("shoulder", "shoulder")), after_s=10)
    kitchen.tell(Pain(Named("back", "back")), after_s=10)
    kitchen.tell(LeaveSession(), after_s=20)
    question, place = kitchen.stored.question, kitchen.workout.place
    assert (question, place.state, place.left) == (
        Question.STRETCH_KINDLY,
        State.IDLE,
        State.STRETCHING,
    )
    porch.now = kitchen.now
    porch.tell(Yes(), after_s=5)
    assert porch.workout.running
    assert porch.workout.marks
