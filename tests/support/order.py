"""Hooks of pytest that let the workers of a run read the tests together, and begin with what takes long.

Each worker of pytest-xdist reads all tests, and compiles those that no other has compiled before. So on the first
run of a new copy each of two compiles half of them, if they begin at either end.

Each gets an equal share of the tests, in order, and takes from another's end when it has none left. What is left
at the end of a share should therefore be quick.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
WORKERS = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let every second worker read the folders from the last one on, where all are read."""
    if [Path(one).resolve() for one in session.config.args] == [TESTS]:
        session.config.args = [str(folder) for folder in in_turn(WORKER)]


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Put what was read in the same order in all workers, and that of their shares."""
    if WORKERS > 1:
        items.sort(key=lambda item: item.path)
    yield
    if WORKERS > 1:
        items[:] = slow_first(items, WORKERS)


def in_turn(worker: int) -> list[Path]:
    """The folders of tests, in the order in which a worker reads them."""
    folders = {TESTS / path.relative_to(TESTS).parts[0] for path in TESTS.glob("**/test_*.py")}
    return sorted(folders, reverse=worker % 2 == 1)


def slow_first(items: list[pytest.Item], workers: int) -> list[pytest.Item]:
    """The files with slow tests at the beginning of each worker's share, whole, and otherwise in order."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    share = -(-len(items) // workers) or 1
    return [
        item
        for begin in range(0, len(items), share)
        for item in sorted(items[begin : begin + share], key=lambda one: one.path not in slow)
    ]
