"""A run's workers begin with what takes long."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from support.order import pytest_collection_modifyitems as put_in_order


def item(name: str) -> Any:
    """A test of a file, as pytest has it; a capital letter means that it is slow."""
    marked = name[-1].isupper()
    return SimpleNamespace(
        name=name, path=Path(name[0]), get_closest_marker=lambda mark: mark == "slow" and marked
    )


def in_order(*names: str) -> str:
    items = [item(name) for name in names]
    put_in_order(items)
    return " ".join(one.name for one in items)


def test_each_share_begins_with_its_slow_files_which_stay_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTEST_XDIST_WORKER_COUNT", "2")
    assert in_order("1a", "2a", "2B", "3a", "4a", "5A", "6a", "6b") == "2a 2B 1a 3a 5A 4a 6a 6b"


def test_without_workers_the_order_is_that_of_the_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTEST_XDIST_WORKER_COUNT", raising=False)
    assert in_order("1a", "2B", "3a") == "1a 2B 3a"
