"""A file shared: by threads, by processes, and with a program that holds it."""

import multiprocessing
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing
from multiprocessing.synchronize import Barrier as MeetingPoint
from pathlib import Path
from threading import Barrier
from time import perf_counter

import pytest
from support.kept import stored
from support.store_race import count_ones

from skill.errors import StaleVersion, StoreUnavailable
from skill.store.sqlite import SqliteStore

ByHand = Callable[[], AbstractContextManager[sqlite3.Connection]]
IMPATIENT_MS = 20
PATIENT_MS = 60_000
OLD, NEW = {"reps": 7}, {"reps": 8}


def count_in_a_process(path: Path, repetitions: int, together: MeetingPoint) -> None:
    together.wait(timeout=60)
    with closing(SqliteStore(path, busy_ms=PATIENT_MS)) as store:
        count_ones(store, repetitions)


def test_a_document_is_there_when_the_file_is_opened_again(
    file_store: SqliteStore, path: Path
) -> None:
    file_store.set_aside("a")
    file_store.save("a", NEW, expected=0)
    file_store.close()
    with closing(SqliteStore(path)) as reopened:
        assert reopened.load("a") == stored(NEW, 1)
        assert reopened.load("a", 1) == stored(OLD, 1)


def test_a_second_store_sees_at_once_what_the_first_saved(
    file_store: SqliteStore, path: Path
) -> None:
    with closing(SqliteStore(path)) as second:
        assert second.load("a") == stored(OLD, 1)
        file_store.save("a", NEW, expected=1)
        assert second.load("a") == stored(NEW, 2)
        with pytest.raises(StaleVersion):
            second.save("a", OLD, expected=1)


@pytest.mark.slow
def test_of_two_processes_none_loses_a_repetition(path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    together = spawn.Barrier(2)
    processes = [
        spawn.Process(target=count_in_a_process, args=(path, 50, together)) for _ in range(2)
    ]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    with closing(SqliteStore(path)) as store:
        assert store.load("a") == stored({"n": 100}, 100)


@pytest.mark.slow
def test_many_may_open_a_new_file_at_the_same_moment(tmp_path: Path) -> None:
    openers = 8
    together = Barrier(openers)

    def open_one(path: Path) -> None:
        with closing(SqliteStore(path, busy_ms=PATIENT_MS)) as store:
            together.wait()
            store.check()

    with ThreadPoolExecutor(openers) as pool:
        for n in range(20):
            list(pool.map(open_one, [tmp_path / f"{n}.db"] * openers))


def test_the_file_is_in_wal_mode(file_store: SqliteStore, by_hand: ByHand) -> None:
    file_store.close()
    with by_hand() as link:
        assert link.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_reader_that_never_lets_go_costs_wal_and_nothing_else(
    file_store: SqliteStore, path: Path, by_hand: ByHand
) -> None:
    file_store.close()
    with by_hand() as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM documents").fetchall()
        with closing(SqliteStore(path, busy_ms=IMPATIENT_MS)) as again:
            assert again.load("a") == stored(OLD, 1)


def test_while_another_program_writes_a_save_is_refused_and_a_load_is_not(
    file_store: SqliteStore, path: Path, by_hand: ByHand
) -> None:
    with by_hand() as other:
        other.execute("BEGIN EXCLUSIVE")
        for refused in (
            file_store.check,
            lambda: file_store.save("a", NEW, 1),
            lambda: file_store.erase("a"),
        ):
            with pytest.raises(StoreUnavailable, match="locked") as caught:
                refused()
            assert str(path) in str(caught.value)
        assert file_store.load("a") == stored(OLD, 1)
        other.execute("ROLLBACK")
        assert file_store.save("a", NEW, expected=1) == 2


def test_a_file_locked_from_the_start_is_unavailable_until_it_is_free(
    path: Path, by_hand: ByHand
) -> None:
    with by_hand() as other, closing(SqliteStore(path, busy_ms=IMPATIENT_MS)) as store:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailable, match="end the program that holds it"):
            store.load("a")
        other.execute("ROLLBACK")
        assert store.save("a", NEW, expected=0) == 1


def test_the_wait_for_a_locked_file_is_as_short_as_told(
    file_store: SqliteStore, by_hand: ByHand
) -> None:
    with by_hand() as other:
        other.execute("BEGIN EXCLUSIVE")
        start = perf_counter()
        with pytest.raises(StoreUnavailable):
            file_store.check()
        # Far above 20 ms for slow machines, and below the default.
        assert perf_counter() - start < 0.8


def test_a_save_waits_for_another_program_to_finish(
    file_store: SqliteStore, path: Path, by_hand: ByHand
) -> None:
    patient = SqliteStore(path, busy_ms=PATIENT_MS)
    with closing(patient), by_hand() as other, ThreadPoolExecutor(1) as pool:
        patient.check()
        other.execute("BEGIN EXCLUSIVE")
        waiting = pool.submit(patient.save, "a", NEW, 1)
        with pytest.raises(StoreUnavailable, match="locked"):
            file_store.save("a", NEW, 1)
        assert not waiting.done()
        other.execute("ROLLBACK")
        assert waiting.result() == 2


def test_a_thread_does_not_wait_for_ever_for_another(file_store: SqliteStore) -> None:
    with file_store._writing.lent():
        start = perf_counter()
        with pytest.raises(StoreUnavailable, match="other threads"):
            file_store.save("a", NEW, expected=1)
        assert perf_counter() - start < 0.8
    assert file_store.load("a") == stored(OLD, 1)


def test_who_reads_waits_for_no_other_reader(file_store: SqliteStore) -> None:
    with file_store._reading.lent():
        assert file_store.load("a") == stored(OLD, 1)


def test_a_closed_store_is_closed_for_whoever_reads_besides_another(
    file_store: SqliteStore,
) -> None:
    with ThreadPoolExecutor(1) as pool, file_store._reading.lent():
        closing_it = pool.submit(file_store.close)
        while not file_store._reading._closed:
            pass
        with pytest.raises(StoreUnavailable, match="closed"):
            file_store.load("a")
    closing_it.result()
