"""Many threads that save at once: in one transaction, in their order, and each with an outcome of its own."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest
from support.kept import stored

from skill.errors import StaleVersion, StoreUnavailable
from skill.store.group_commit import GroupCommit
from skill.store.sqlite import SqliteStore

PATIENT_S = 60.0
Write = Callable[[sqlite3.Connection], None]


class Transactions:
    """Counts transactions; the first one waits until it ``may_begin``, and ``failing`` ones fail at their end."""

    def __init__(self) -> None:
        self.count = 0
        self.may_begin = Event()
        self.failing: set[int] = set()
        self.breaking = False

    @contextmanager
    def begin(self) -> Iterator[sqlite3.Connection]:
        self.count += 1
        mine = self.count
        assert self.may_begin.wait(PATIENT_S)
        with closing(sqlite3.connect(":memory:")) as link:
            try:
                yield link
            except sqlite3.Error as error:
                raise StoreUnavailable("the file", str(error), "look") from error
        if mine in self.failing:
            raise StoreUnavailable("the file", "the disk is full", "make room")
        if self.breaking:
            raise KeyboardInterrupt


@pytest.fixture
def transactions() -> Transactions:
    return Transactions()


@pytest.fixture
def group(transactions: Transactions) -> GroupCommit:
    return GroupCommit(Path("stride.db"), transactions.begin, PATIENT_S)


def queued(group: GroupCommit, pool: ThreadPoolExecutor, writes: list[Write]) -> list[Future[None]]:
    """The writes, each of a thread of its own, waiting in this order behind the first."""
    asked = []
    for behind, write in enumerate(writes):
        asked.append(pool.submit(group.commit, write))
        ends = monotonic() + PATIENT_S
        while not (group._is_led and len(group._waiting) == behind):
            assert monotonic() < ends
            sleep(0.001)
    return asked


def test_what_waits_for_a_commit_is_committed_next_all_at_once_and_in_order(
    group: GroupCommit, transactions: Transactions
) -> None:
    written: list[int] = []
    with ThreadPoolExecutor(9) as pool:
        asked = queued(group, pool, [lambda _, n=n: written.append(n) for n in range(9)])  # type: ignore[misc]
        transactions.may_begin.set()
        for one in asked:
            one.result(PATIENT_S)
    assert written == [*range(9)]
    assert transactions.count == 2


def test_a_write_that_is_refused_takes_no_other_with_it(
    group: GroupCommit, transactions: Transactions
) -> None:
    written: list[str] = []

    def stale(_link: sqlite3.Connection) -> None:
        raise StaleVersion(7)

    with ThreadPoolExecutor(4) as pool:
        writes: list[Write] = [
            lambda _: written.append("first"),
            lambda _: written.append("before"),
            stale,
            lambda _: written.append("after"),
        ]
        first, before, refused, after = queued(group, pool, writes)
        transactions.may_begin.set()
        for one in (first, before, after):
            one.result(PATIENT_S)
        with pytest.raises(StaleVersion):
            refused.result(PATIENT_S)
    assert written == ["first", "before", "after"]


def test_a_transaction_that_fails_is_told_to_all_of_it_and_the_next_one_goes_on(
    group: GroupCommit, transactions: Transactions
) -> None:
    transactions.failing = {2}
    with ThreadPoolExecutor(4) as pool:
        first, *others = queued(group, pool, [lambda _: None] * 4)
        transactions.may_begin.set()
        first.result(PATIENT_S)
        errors = [one.exception(PATIENT_S) for one in others]
    assert all(isinstance(error, StoreUnavailable) for error in errors)
    assert len({id(error) for error in errors}) == 3, "each thread raises an error of its own"
    group.commit(lambda _: None)
    assert transactions.count == 3


def test_an_error_of_the_database_in_one_write_undoes_its_whole_transaction(
    group: GroupCommit, transactions: Transactions
) -> None:
    def nonsense(link: sqlite3.Connection) -> None:
        link.execute("nonsense")

    with ThreadPoolExecutor(3) as pool:
        first, good, bad = queued(group, pool, [lambda _: None, lambda _: None, nonsense])
        transactions.may_begin.set()
        first.result(PATIENT_S)
        for one in (good, bad):
            with pytest.raises(StoreUnavailable, match="syntax"):
                one.result(PATIENT_S)


def test_who_has_waited_long_enough_goes_and_is_never_written(transactions: Transactions) -> None:
    impatient = GroupCommit(Path("stride.db"), transactions.begin, patience_s=0.02)
    written: list[str] = []
    with ThreadPoolExecutor(1) as pool:
        (first,) = queued(impatient, pool, [lambda _: written.append("first")])
        with pytest.raises(StoreUnavailable, match="other threads"):
            impatient.commit(lambda _: written.append("late"))
        transactions.may_begin.set()
        first.result(PATIENT_S)
    impatient.commit(lambda _: written.append("next"))
    assert written == ["first", "next"]


def test_where_the_writer_is_stopped_nobody_waits_for_ever(
    group: GroupCommit, transactions: Transactions
) -> None:
    transactions.may_begin.set()
    transactions.breaking = True
    with pytest.raises(KeyboardInterrupt):
        group.commit(lambda _: None)
    transactions.breaking = False
    group.commit(lambda _: None)
    assert transactions.count == 2


def test_a_stale_save_among_many_leaves_the_others_saved(tmp_path: Path) -> None:
    runners = 24
    with closing(SqliteStore(tmp_path / "stride.db", busy_ms=60_000)) as store:

        def save(n: int) -> str:
            try:
                store.save(f"runner {n}", {"n": n}, expected=0 if n % 3 else 5)
            except StaleVersion as error:
                return f"stale, found {error.found}"
            return "saved"

        with ThreadPoolExecutor(runners) as pool:
            told = [*pool.map(save, range(runners))]
        for n in range(runners):
            assert told[n] == ("saved" if n % 3 else "stale, found 0")
            assert store.load(f"runner {n}") == (stored({"n": n}, 1) if n % 3 else None)
