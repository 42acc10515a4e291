"""A stored athlete that cannot be read is kept aside, told in one sentence, and replaced by a fresh one."""

from collections.abc import Callable
from typing import Any

import pytest
from runner import RUNNER, Runner

from skill.athlete.stored.document import SCHEMA
from skill.coach.coach import Coach
from skill.coach.commands import OpenCoach, StartWorkout, WhatIsNext
from skill.store.memory import MemoryStore

Damage = Callable[[dict[str, Any]], object]

DAMAGES: dict[str, Damage] = {
    "unknown version": lambda document: document.update(schema=-1),
    "no version": lambda document: document.pop("schema"),
    "no history": lambda document: document.pop("history"),
    "history of words": lambda document: document.update(history=["squat"]),
    "unknown question": lambda document: document.update(question="why"),
    "unknown exercise": lambda document: document["workout"]["plan"]["exercises"].append(
        ["fly", 9]
    ),
    "set beyond the plan": lambda document: document["workout"]["place"].__setitem__(1, 99),
    "tally of another plan": lambda document: document["workout"]["tally"].pop(),
    "negative beat": lambda document: document["preferences"].update(beat_percent=-20),
    "day that is none": lambda document: document["workout"]["plan"].update(day="2026-02-30"),
    "workout of a wrong form": lambda document: document.update(workout=[1]),
    "mark of a wrong form": lambda document: document["workout"]["marks"].append([1, 2]),
    "naive beginning": lambda document: document["workout"].update(began_at="2026-08-03T18:00:00"),
}


@pytest.fixture(params=DAMAGES)
def damaged(request: pytest.FixtureRequest, runner: Runner, store: MemoryStore) -> dict[str, Any]:
    """The document of a runner in mid-set, damaged in the store."""
    runner.starts()
    stored = store.load(RUNNER)
    assert stored is not None
    assert isinstance(stored.document, dict)
    DAMAGES[request.param](stored.document)
    store.save(RUNNER, stored.document, stored.version)
    runner.loses_session()
    return stored.document


def test_it_is_said_in_one_sentence_and_a_fresh_start_is_made(
    damaged: dict[str, Any], runner: Runner
) -> None:
    runner.tell(OpenCoach(), after_s=600)
    assert runner.said()[:2] == ["launch.unreadable", "launch.first_time"]
    runner.tell(StartWorkout(), after_s=30)
    assert "launch.unreadable" not in runner.said()
    assert "announce.first" in runner.said()


def test_it_is_kept_aside_byte_for_byte(
    damaged: dict[str, Any], runner: Runner, store: MemoryStore
) -> None:
    runner.tell(OpenCoach(), after_s=600)
    aside = store.load(RUNNER, aside=1)
    assert aside is not None
    assert aside.document == damaged
    assert runner.stored.greeted


def test_a_session_s_copy_that_is_damaged_does_no_harm(runner: Runner, coach: Coach) -> None:
    runner.starts()
    for copy in ({"athlete": 7}, {"athlete": "{"}, {"athlete": "{}", "saved": False}, {"a": 1}):
        runner.carried = copy
        runner.tell(WhatIsNext(), after_s=30)
        assert runner.in_session
    assert runner.workout.under_way


def test_a_good_document_that_another_device_saves_meanwhile_is_not_set_aside(
    runner: Runner, store: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner.trains_briefly()
    good = store.load(RUNNER)
    assert good is not None
    assert isinstance(good.document, dict)
    document, set_aside = good.document, store.set_aside
    store.save(RUNNER, {"schema": -1}, good.version)

    def beaten(athlete_id: str, expected: int | None = None) -> int:
        assert expected is not None
        store.save(athlete_id, document, expected)
        return set_aside(athlete_id, expected)

    monkeypatch.setattr(store, "set_aside", beaten)
    runner.tell(OpenCoach(), after_s=60)
    assert "launch.unreadable" not in runner.said()
    assert runner.stored.history


def test_a_document_of_a_later_release_is_left_alone_until_that_is_back(
    runner: Runner, store: MemoryStore
) -> None:
    runner.starts()
    runner.loses_session()
    today = store.load(RUNNER)
    assert today is not None
    assert isinstance(today.document, dict)
    later = {**today.document, "schema": SCHEMA + 1, "shoes": "new"}
    store.save(RUNNER, later, today.version)
    runner.tell(OpenCoach(), after_s=600)
    assert runner.said()[0] == "launch.unsaved"
    runner.tell(StartWorkout(), after_s=30)
    runner.tell(WhatIsNext(), after_s=30)
    stored = store.load(RUNNER)
    assert stored is not None
    assert (stored.document, stored.version) == (later, today.version + 1)
    assert store.load(RUNNER, 1) is None
