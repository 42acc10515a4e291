"""A file damaged, foreign, full or out of reach: refused with a remedy, and nothing lost."""

import os
import resource
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from support.kept import stored

from skill.errors import StoreUnavailable
from skill.store.sqlite import SqliteStore

ByHand = Callable[[], AbstractContextManager[sqlite3.Connection]]
OLD, NEW = {"reps": 7}, {"reps": 8}


@pytest.mark.parametrize("raw", ["{", "[1]", "plain words", ""])
def test_a_row_that_is_no_document_is_given_raw_and_can_be_set_aside(
    file_store: SqliteStore, raw: str, by_hand: ByHand
) -> None:
    with by_hand() as hand:
        hand.execute("UPDATE documents SET document = ?", (raw,))
    assert file_store.load("a") == stored(raw, 1)
    number = file_store.set_aside("a", expected=1)
    assert file_store.load("a") is None
    assert file_store.load("a", number) == stored(raw, 1)


def test_setting_aside_keeps_every_byte(file_store: SqliteStore, by_hand: ByHand) -> None:
    with by_hand() as hand:
        hand.execute("UPDATE documents SET document = CAST(? AS TEXT)", (b"\xff\x00{",))
    found = file_store.load("a")
    assert found is not None
    assert found.document == "\\xff\x00{"
    file_store.set_aside("a")
    with by_hand() as hand:
        kept = hand.execute("SELECT CAST(document AS BLOB) FROM documents").fetchall()
    assert kept == [(b"\xff\x00{",)]


def test_what_was_erased_is_not_left_in_the_file(file_store: SqliteStore, path: Path) -> None:
    secret = "sore left knee"  # noqa: S105 - of an athlete
    file_store.save("a", {"note": secret}, expected=1)
    file_store.close()
    assert secret.encode() in path.read_bytes()
    with closing(SqliteStore(path)) as again:
        again.erase("a")
    assert secret.encode() not in path.read_bytes()


@pytest.mark.parametrize("version", [2, 99, -1])
def test_a_file_of_another_schema_is_refused_and_left_alone(
    file_store: SqliteStore, path: Path, version: int, by_hand: ByHand
) -> None:
    file_store.close()
    with by_hand() as hand:
        hand.execute(f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    with (
        closing(SqliteStore(path)) as old,
        pytest.raises(StoreUnavailable, match=rf"schema version {version}; .* reads 1; run"),
    ):
        old.load("a")
    assert path.read_bytes() == before


@pytest.mark.parametrize("table", ["recipes (name)", "documents (name, document)"])
@pytest.mark.parametrize("version", [0, 1])
def test_a_file_of_another_program_is_refused_and_left_alone(
    path: Path, by_hand: ByHand, table: str, version: int
) -> None:
    with by_hand() as hand:
        hand.execute(f"CREATE TABLE {table}")
        hand.execute(f"PRAGMA user_version = {version}")
    before = path.read_bytes()
    with (
        closing(SqliteStore(path)) as store,
        pytest.raises(StoreUnavailable, match="another program"),
    ):
        store.save("a", NEW, expected=0)
    assert path.read_bytes() == before


def test_a_file_of_garbage_is_refused_with_its_path_and_a_remedy(path: Path) -> None:
    garbage = b"not a database, just words. " * 300
    path.write_bytes(garbage)
    with (
        closing(SqliteStore(path)) as store,
        pytest.raises(StoreUnavailable, match="move it away") as caught,
    ):
        store.load("a")
    assert str(path) in str(caught.value)
    assert path.read_bytes() == garbage


def test_a_damaged_page_is_unavailable_not_a_crash(file_store: SqliteStore, path: Path) -> None:
    file_store.close()
    whole = path.read_bytes()
    # The first page stays: it says that this is a database and what is in it.
    path.write_bytes(whole[:4096] + b"\xaa" * (len(whole) - 4096))
    with (
        closing(SqliteStore(path)) as again,
        pytest.raises(StoreUnavailable, match=r"malformed; move it away"),
    ):
        again.load("a")


def test_the_store_comes_back_when_its_file_does(file_store: SqliteStore, path: Path) -> None:
    file_store.close()
    backup = path.with_name("backup.db")
    backup.write_bytes(path.read_bytes())
    with closing(SqliteStore(path)) as again:
        assert again.load("a") == stored(OLD, 1)
        path.write_bytes(b"\xaa" * 8192)
        with pytest.raises(StoreUnavailable):
            again.save("a", NEW, expected=1)
        backup.replace(path)
        assert again.save("a", NEW, expected=1) == 2


def test_a_path_that_is_a_folder_is_unavailable(tmp_path: Path) -> None:
    with (
        closing(SqliteStore(tmp_path)) as store,
        pytest.raises(StoreUnavailable, match="let this user write"),
    ):
        store.check()


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with (
        closing(SqliteStore(tmp_path / "file" / "runs.db")) as store,
        pytest.raises(StoreUnavailable, match=r"runs\.db: no folder: .*; let this user write"),
    ):
        store.check()


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """Give a folder that the test, even run by root, may read and not write."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with closing(SqliteStore(folder / "full.db")) as store:
            store.save("a", OLD, expected=0)
        user = os.geteuid()
        folder.chmod(0o555)
        (folder / "full.db").chmod(0o444)
        if user == 0:
            os.seteuid(65534)
        yield folder
        os.seteuid(user)
        folder.chmod(0o755)


@pytest.mark.parametrize("name", ["new.db", "full.db", "new/new.db"])
def test_a_folder_that_may_not_be_written_is_unavailable(read_only_folder: Path, name: str) -> None:
    with (
        closing(SqliteStore(read_only_folder / name)) as store,
        pytest.raises(StoreUnavailable, match="let this user write"),
    ):
        store.check()


def test_a_full_disk_is_unavailable_and_keeps_what_was_saved(file_store: SqliteStore) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # A limit on the size of files stands in for the disk; Python ignores its signal.
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
    try:
        with pytest.raises(StoreUnavailable, match="disk"):
            file_store.save("a", {"notes": "x" * 400_000}, expected=1)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert file_store.load("a") == stored(OLD, 1)
    assert file_store.save("a", NEW, expected=1) == 2
