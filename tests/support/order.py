"""A hook of pytest that lets the workers of a run begin with what takes long, so that they end together.

Each worker of pytest-xdist gets an equal share of the tests, in order, and takes from another's end when it has
none left. What is left at the end of a share should therefore be quick.
"""

import os

import pytest


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files with slow tests at the beginning of each worker's share, whole, and otherwise in order."""
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if workers > 1 and items:
        slow = {item.path for item in items if item.get_closest_marker("slow")}
        share = -(-len(items) // workers)
        items[:] = [
            item
            for begin in range(0, len(items), share)
            for item in sorted(items[begin : begin + share], key=lambda one: one.path not in slow)
        ]
