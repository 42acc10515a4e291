"""A run's workers read the tests together, and begin with what takes long."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from support.order import in_turn, slow_first


def item(name: str) -> Any:
    """A test of a file, as pytest has it; a capital letter means that it is slow."""
    marked = name[-1].isupper()
    return SimpleNamespace(
        name=name, path=Path(name[0]), get_closest_marker=lambda mark: mark == "slow" and marked
    )


def in_order(*names: str, workers: int = 2) -> str:
    return " ".join(one.name for one in slow_first([item(name) for name in names], workers))


def test_each_share_begins_with_its_slow_files_which_stay_whole() -> None:
    assert in_order("1a", "2a", "2B", "3a", "4a", "5A", "6a", "6b") == "2a 2B 1a 3a 5A 4a 6a 6b"


def test_where_nothing_is_slow_the_order_is_that_of_the_files() -> None:
    assert in_order("1a", "2b", "3a") == "1a 2b 3a"
    assert in_order() == ""


def test_two_workers_read_the_same_folders_from_either_end() -> None:
    here = Path(__file__).parent
    assert here in in_turn(0)
    assert in_turn(1) == in_turn(0)[::-1]
