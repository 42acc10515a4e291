"""Backups are made and put back while the store is open."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.kept import stored

from skill.errors import StoreUnavailable
from skill.store import backups
from skill.store.sqlite import SqliteStore

OLD, NEW = {"reps": 7}, {"reps": 8}
NOW = datetime(2026, 8, 3, 18, 0, tzinfo=UTC)


def test_a_backup_holds_what_is_still_in_the_log(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    file_store.save("b", NEW, expected=0)
    backups.back_up(path, tmp_path / "copy")
    assert sorted(one.name for one in tmp_path.glob("copy*")) == ["copy"]
    with closing(SqliteStore(tmp_path / "copy")) as copy:
        assert copy.load("a") == stored(OLD, 1)
        assert copy.load("b") == stored(NEW, 1)


def test_what_is_restored_is_seen_at_once_by_whoever_has_the_file_open(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    backups.back_up(path, tmp_path / "copy")
    file_store.save("a", NEW, expected=1)
    with closing(SqliteStore(path)) as other:
        assert other.load("a") == stored(NEW, 2)
        before = backups.restore(path, tmp_path / "copy", NOW)
        assert other.load("a") == file_store.load("a") == stored(OLD, 1)
        assert other.save("a", {"reps": 9}, expected=1) == 2
        assert file_store.load("a") == stored({"reps": 9}, 2)
    with closing(SqliteStore(before)) as kept:
        assert kept.load("a") == stored(NEW, 2)


@pytest.mark.parametrize("content", [None, b"", b"plain words " * 400])
def test_what_is_no_backup_changes_nothing(
    file_store: SqliteStore, path: Path, tmp_path: Path, content: bytes | None
) -> None:
    wrong = tmp_path / "wrong"
    if content is not None:
        wrong.write_bytes(content)
    with pytest.raises(StoreUnavailable, match="stride store backup"):
        backups.restore(path, wrong, NOW)
    assert file_store.load("a") == stored(OLD, 1)


def test_a_file_of_another_program_is_no_backup(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    foreign = tmp_path / "foreign.db"
    with closing(sqlite3.connect(foreign)) as link:
        link.execute("CREATE TABLE recipes (name)")
        link.execute("PRAGMA user_version = 1")
    with pytest.raises(StoreUnavailable, match="stride store backup"):
        backups.restore(path, foreign, NOW)
    assert file_store.load("a") == stored(OLD, 1)


def test_a_restore_gives_up_where_another_program_holds_the_file(
    file_store: SqliteStore, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "_BUSY_MS", 20)
    backups.back_up(path, tmp_path / "copy")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreUnavailable, match="is locked; end the program that holds it"):
            backups.restore(path, tmp_path / "copy", NOW)
    assert file_store.load("a") == stored(OLD, 1)
    assert not [one.name for one in path.parent.iterdir() if one.suffix == ".part"]


def test_a_restore_that_is_broken_off_leaves_no_copy_of_what_has_not_changed(
    file_store: SqliteStore, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.back_up(path, tmp_path / "copy")
    there, real = sorted(path.parent.iterdir()), backups._copy

    def held(source: sqlite3.Connection, target: sqlite3.Connection, database: Path) -> None:
        names = [row[2] for row in target.execute("PRAGMA database_list")]
        if names == [str(path)]:
            raise StoreUnavailable(str(database), "is locked", "wait")
        real(source, target, database)

    monkeypatch.setattr(backups, "_copy", held)
    with pytest.raises(StoreUnavailable, match="is locked"):
        backups.restore(path, tmp_path / "copy", NOW)
    assert file_store.load("a") == stored(OLD, 1)
    assert sorted(path.parent.iterdir()) == there


def test_a_store_is_no_backup_of_itself(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(path)
    before = path.stat().st_ino
    for file in (path, link):
        with pytest.raises(StoreUnavailable, match="is the store itself; name another file"):
            backups.back_up(path, file)
        with pytest.raises(StoreUnavailable, match="is the store itself; name another file"):
            backups.restore(path, file, NOW)
    assert path.stat().st_ino == before
    assert file_store.load("a") == stored(OLD, 1)


def test_a_backup_takes_no_pipe_and_no_device_for_a_file(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(StoreUnavailable, match="is no file"):
        backups.back_up(path, pipe)
    assert pipe.is_fifo()
    assert file_store.load("a") == stored(OLD, 1)


def test_a_backup_behind_a_link_is_written_where_that_leads(
    file_store: SqliteStore, path: Path, tmp_path: Path
) -> None:
    elsewhere, link = tmp_path / "elsewhere.db", tmp_path / "link.db"
    link.symlink_to(elsewhere)
    backups.back_up(path, link)
    assert link.is_symlink()
    with closing(SqliteStore(elsewhere)) as copy:
        assert copy.load("a") == file_store.load("a") == stored(OLD, 1)


def test_there_is_no_backup_of_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="not there"):
        backups.back_up(tmp_path / "none.db", tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []
