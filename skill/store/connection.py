"""How an SQLite file is opened, made ready, and what to do when it cannot be."""

import sqlite3
from pathlib import Path

from skill.errors import StoreUnavailable

SCHEMA_VERSION = 1
"""Kept in the file as ``PRAGMA user_version``; a file of any other version is left alone."""

_WAL_ATTEMPTS = 10

_DOCUMENTS = """
CREATE TABLE documents (
    athlete TEXT NOT NULL,
    aside INTEGER NOT NULL,  -- 0: the live document; from 1: set aside
    version INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (athlete, aside)
)
"""

_COLUMNS = ["athlete", "aside", "version", "document"]

_MOVE_AWAY = "move it away with its -wal and -shm files, or restore a backup"
_LET_IN = "let this user write the file and its folder, or name another file"
FREE_IT = "end the program that holds it, or wait for it"

_REMEDIES = {
    sqlite3.SQLITE_BUSY: FREE_IT,
    sqlite3.SQLITE_LOCKED: FREE_IT,
    sqlite3.SQLITE_CANTOPEN: _LET_IN,
    sqlite3.SQLITE_READONLY: _LET_IN,
    sqlite3.SQLITE_PERM: _LET_IN,
    sqlite3.SQLITE_AUTH: _LET_IN,
    sqlite3.SQLITE_CORRUPT: _MOVE_AWAY,
    sqlite3.SQLITE_NOTADB: _MOVE_AWAY,
    sqlite3.SQLITE_FULL: "free some room on the disk",
    sqlite3.SQLITE_IOERR: "free some room on the disk; if there is enough, check the disk",
}


def holds_documents(link: sqlite3.Connection) -> bool:
    """Whether a file is a store of this release, and not another program's that counts its versions as we do."""
    if _schema_version(link) != SCHEMA_VERSION:
        return False
    columns = link.execute("SELECT name FROM pragma_table_info('documents')")
    return [name for (name,) in columns] == _COLUMNS


def connect(path: Path, busy_ms: int) -> sqlite3.Connection:
    """Open the file, made with its folder if it is missing.

    Raises:
        StoreUnavailable: the folder cannot be made, or the file is not of this schema version.
        sqlite3.Error: anything else; ``unavailable`` explains it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(str(path), f"no folder: {error.strerror}", _LET_IN) from error
    link = sqlite3.connect(
        path, timeout=busy_ms / 1000, isolation_level=None, check_same_thread=False
    )
    try:
        _prepare(link, path)
    except BaseException:
        link.close()
        raise
    return link


def unavailable(path: Path, error: sqlite3.Error) -> StoreUnavailable:
    """Say what an error of SQLite's means for the file, and what to do about it."""
    remedy = _REMEDIES.get(_kind(error), "check the file and its disk")
    return StoreUnavailable(str(path), str(error), remedy)


def _kind(error: sqlite3.Error) -> int:
    # The low byte is the kind of error, the rest its particulars (SQLite: Result and Error Codes).
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF


def _prepare(link: sqlite3.Connection, path: Path) -> None:
    found = _schema_version(link)
    if found == 0:
        link.execute("BEGIN IMMEDIATE")
        with link:
            found = _make_schema(link, path)
    if found != SCHEMA_VERSION:
        problem = f"has schema version {found}; this release reads {SCHEMA_VERSION}"
        remedy = "run the release that wrote it, or name another file"
        raise StoreUnavailable(str(path), problem, remedy)
    if not holds_documents(link):
        raise _foreign(path)
    _use_wal(link)
    # What was saved outlives a power cut, and what was erased does not linger in free pages.
    link.execute("PRAGMA synchronous = FULL")
    link.execute("PRAGMA secure_delete = ON")


def _make_schema(link: sqlite3.Connection, path: Path) -> int:
    """Make the table unless another process was first; return the version that is there now."""
    found = _schema_version(link)
    if found != 0:
        return found
    if link.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise _foreign(path)
    link.execute(_DOCUMENTS)
    link.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return SCHEMA_VERSION


def _foreign(path: Path) -> StoreUnavailable:
    return StoreUnavailable(str(path), "belongs to another program", "name another file")


def _use_wal(link: sqlite3.Connection) -> None:
    """Let readers and the writer not wait for each other; the file remembers it.

    A reader from outside that never lets go can prevent it: then all is as safe, only slower.
    """
    for _ in range(_WAL_ATTEMPTS):
        try:
            link.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _kind(error) != sqlite3.SQLITE_BUSY:
                raise
            # Two that open a new file at once refuse each other here without waiting; taking turns
            # at the write lock parts them.
            link.execute("BEGIN IMMEDIATE")
            link.execute("ROLLBACK")
        else:
            return


def _schema_version(link: sqlite3.Connection) -> int:
    (found,) = link.execute("PRAGMA user_version").fetchone()
    return int(found)
