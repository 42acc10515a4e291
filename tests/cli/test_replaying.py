"""``stride replay``: a saved conversation is asked once more."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from skill.cli.commands import stride
from skill.coach.coach import Coach
from skill.loaders import load_collection, voices_with
from skill.simulator.desk import Desk
from skill.simulator.house import House
from skill.simulator.recording import written
from skill.store.memory import MemoryStore


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The file of a conversation."""
    found = load_collection()
    coach = Coach(found.catalog, MemoryStore(), voices_with(found.words))
    house = House(coach, wall=lambda: datetime(2026, 1, 5, 18, tzinfo=UTC))
    desk = Desk("one", "me", house.fittings("en-US"))
    desk.say(0, "open strong stride")
    desk.say(desk.now_ms + 30_000, "yes")
    file = tmp_path / "exchanges.json"
    file.write_bytes(written(desk.recording))
    return file


def test_the_same_answers_are_told_as_such(saved: Path) -> None:
    result = CliRunner().invoke(stride, ["replay", str(saved)])
    assert (result.exit_code, result.output) == (0, "2 of 2 answers are the same.\n")


def test_another_answer_is_named_by_what_was_said(saved: Path) -> None:
    document: dict[str, Any] = json.loads(saved.read_bytes())
    document["exchanges"][1]["response"] = None
    saved.write_text(json.dumps(document))
    result = CliRunner().invoke(stride, ["replay", str(saved)])
    assert (result.exit_code, result.output) == (1, "1 of 2 answers are the same.\n2: yes\n")


def test_a_file_that_is_something_else_is_told_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("yes")
    result = CliRunner().invoke(stride, ["replay", str(file)])
    assert result.exit_code == 1
    assert "notes.txt is no JSON" in result.output
