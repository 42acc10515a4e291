"""The database is the file at the path: removed, replaced, backed up or put back while it is open."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from support.kept import stored

from skill.errors import StoreUnavailable
from skill.store.sqlite import SqliteStore

ByHand = Callable[[], AbstractContextManager[sqlite3.Connection]]
OLD, NEW = {"reps": 7}, {"reps": 8}


def _backup(store: Path, to: Path) -> None:
    with closing(sqlite3.connect(store)) as source, closing(sqlite3.connect(to)) as target:
        source.backup(target)


def test_a_file_removed_while_open_is_noticed_at_the_next_save(
    file_store: SqliteStore, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.unlink()
    assert file_store.save("a", NEW, expected=0) == 1
    assert "removed or replaced" in caplog.text
    with closing(SqliteStore(path)) as again:
        assert again.load("a") == stored(NEW, 1)


def test_a_file_put_in_its_place_is_read_and_written_from_then_on(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    _backup(path, backup)
    file_store.save("a", NEW, expected=1)
    backup.replace(path)
    assert file_store.load("a") == stored(OLD, 1)
    assert file_store.save("a", {"reps": 9}, expected=1) == 2
    with closing(SqliteStore(path)) as again:
        assert again.load("a") == stored({"reps": 9}, 2)


def test_the_log_of_the_old_file_is_never_laid_over_a_restored_one(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    backup = tmp_path / "backup"
    _backup(path, backup)
    for version in range(1, 40):
        file_store.save("a", {"reps": version, "of": "x" * 500}, version)
    with closing(SqliteStore(path)) as other:
        other.load("a")
        backup.replace(path)
        assert other.load("a") == stored(OLD, 1)
        assert file_store.load("a") == stored(OLD, 1)
        assert other.save("b", NEW, expected=0) == 1
        assert file_store.load("b") == stored(NEW, 1)
    with closing(sqlite3.connect(path)) as hand:
        assert hand.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    (left,) = path.parent.glob("*-wal.left-*")
    assert left.stat().st_size > 0


def test_a_file_that_was_away_for_a_while_is_read_and_written_again_when_it_is_back(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    """As where the disk that it lies on goes and comes: the file is the same, its log is gone."""
    _backup(path, tmp_path / "whole")
    (tmp_path / "whole").replace(path)
    assert file_store.save("a", NEW, expected=1) == 2
    assert file_store.load("a") == stored(NEW, 2)
    away = path.rename(tmp_path / "away")
    path.mkdir()
    with pytest.raises(StoreUnavailable):
        file_store.load("a")
    path.rmdir()
    away.rename(path)
    found = file_store.load("a")
    assert found is not None
    assert file_store.save("a", {"reps": 9}, expected=found.version) == found.version + 1


def test_nothing_of_whom_was_erased_is_left_in_any_file(
    file_store: SqliteStore, path: Path
) -> None:
    secret = "sore left knee"  # noqa: S105 - of an athlete
    file_store.save("amzn1.account.ANNA", {"note": secret}, expected=0)
    file_store.set_aside("amzn1.account.ANNA")
    file_store.save("amzn1.account.ANNA", {"note": secret}, expected=0)
    assert any(secret.encode() in one.read_bytes() for one in path.parent.iterdir())
    file_store.erase("amzn1.account.ANNA")
    for one in path.parent.iterdir():
        found = one.read_bytes()
        assert secret.encode() not in found, one.name
        assert b"ANNA" not in found, one.name


def test_all_of_a_household_are_erased_or_none(file_store: SqliteStore, by_hand: ByHand) -> None:
    file_store.save("b", NEW, expected=0)
    with by_hand() as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailable):
            file_store.erase("a", "b")
        other.execute("ROLLBACK")
    assert file_store.load("a") == stored(OLD, 1)
    assert file_store.load("b") == stored(NEW, 1)
    file_store.erase("a", "b")
    assert file_store.load("a") is None
    assert file_store.load("b") is None


def test_a_check_leaves_nothing_behind(file_store: SqliteStore, by_hand: ByHand) -> None:
    file_store.check()
    with by_hand() as hand:
        assert hand.execute("SELECT athlete FROM documents").fetchall() == [("a",)]


def test_while_saves_fail_the_store_is_not_healthy(
    file_store: SqliteStore, by_hand: ByHand
) -> None:
    with by_hand() as hand:
        hand.execute(
            "CREATE TRIGGER full BEFORE INSERT ON documents"
            " BEGIN SELECT RAISE(FAIL, 'database or disk is full'); END"
        )
    with pytest.raises(StoreUnavailable, match="full"):
        file_store.check()
    assert file_store.load("a") == stored(OLD, 1)


def test_loads_do_not_wait_for_a_thread_that_saves(file_store: SqliteStore) -> None:
    with file_store._transaction():
        assert file_store.load("a") == stored(OLD, 1)
