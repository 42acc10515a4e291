"""Every kind of store, fresh and empty, for the one contract that all of them keep."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing
from itertools import count
from pathlib import Path

import pytest
from support.dynamodb_local import new_url, open_patiently

from skill.store import Store
from skill.store.memory import MemoryStore
from skill.store.sqlite import SqliteStore
from skill.telemetry.store import CountedStore

# Slow machines may keep a thread waiting; no test here is about how long.
PATIENT_MS = 60_000

Make = Callable[[Path], Store]

KINDS: dict[str, Callable[[pytest.FixtureRequest], Make]] = {
    "memory": lambda _: lambda _: MemoryStore(),
    "sqlite": lambda _: lambda path: SqliteStore(path, busy_ms=PATIENT_MS),
    "dynamodb": lambda request: request.getfixturevalue("make_dynamodb"),
    "counted": lambda _: lambda _: CountedStore(MemoryStore()),
}


@pytest.fixture
def make_dynamodb(dynamodb_endpoint: str) -> Make:
    """Make stores in tables of their own; their path means nothing."""
    return lambda _: open_patiently(new_url(dynamodb_endpoint))


@pytest.fixture(params=KINDS)
def new_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Make any number of separate stores of one kind; close them all after the test."""
    numbers = count()
    make_at = KINDS[request.param](request)
    with ExitStack() as opened:

        def make() -> Store:
            store = make_at(tmp_path / f"{next(numbers)}.db")
            return opened.enter_context(closing(store))

        yield make


@pytest.fixture
def store(new_store: Callable[[], Store]) -> Store:
    """Give one empty store."""
    return new_store()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Name the file of ``file_store``."""
    return tmp_path / "runs.db"


@pytest.fixture
def file_store(path: Path) -> Iterator[SqliteStore]:
    """Give a store that loses patience quickly and holds {"reps": 7}, of athlete "a"."""
    with closing(SqliteStore(path, busy_ms=20)) as store:
        store.save("a", {"reps": 7}, expected=0)
        yield store


@pytest.fixture
def by_hand(path: Path) -> Callable[[], AbstractContextManager[sqlite3.Connection]]:
    """Open the file as another program would, past the store."""
    return lambda: closing(sqlite3.connect(path, isolation_level=None))
