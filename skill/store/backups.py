"""Backups of an SQLite store, made and put back while services have it open.

Both go through SQLite itself (SQLite: Online Backup API), so every process that has the file open sees one state
or the other and nothing between them. A file that is copied by hand misses what is still in its log; one that is
put in its place by hand meets the log of the old one.
"""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from skill.errors import StoreUnavailable
from skill.store.connection import FREE_IT, connect, holds_documents, unavailable

_BUSY_MS = 10_000
"""How long another program that holds a file is waited for."""


def back_up(database: Path, file: Path) -> None:
    """Copy a store into a file, which is there whole or not at all; a file of that name is replaced.

    Raises:
        StoreUnavailable: there is no such store, or the file cannot be written.
    """
    if not database.exists():
        raise StoreUnavailable(str(database), "is not there", "name the store with --store")
    _demand_another(database, file)
    file = file.resolve()
    part = file.with_name(f"{file.name}.part")
    try:
        part.unlink(missing_ok=True)
        with closing(connect(database, _BUSY_MS)) as source, closing(sqlite3.connect(part)) as copy:
            _copy(source, copy, database)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, with no log beside it
        _demand_whole(part)
        part.replace(file)
    except sqlite3.Error as error:
        raise unavailable(part, error) from error
    except OSError as error:
        remedy = "name a file in a folder that can be written"
        raise StoreUnavailable(str(part), str(error.strerror), remedy) from error
    finally:
        with suppress(OSError):  # the folder itself may be none
            part.unlink(missing_ok=True)


def restore(database: Path, file: Path, now: datetime) -> Path:
    """Put the runners of a backup in place of a store's; a copy of those is made first and returned.

    Raises:
        StoreUnavailable: the file is no backup of this release, or the store cannot be written; then nothing
            has changed.
    """
    _demand_whole(file)
    _demand_another(database, file)
    before = database.with_name(f"{database.name}.before-{now:%Y%m%dT%H%M%S}")
    try:
        with closing(connect(database, _BUSY_MS)) as target:
            back_up(database, before)
            with closing(
                sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
            ) as source:
                try:
                    _copy(source, target, database)
                except BaseException:  # nothing has changed, so nothing is there to go back to
                    before.unlink()
                    raise
            target.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error as error:
        raise unavailable(database, error) from error
    return before


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, database: Path) -> None:
    """Copy a whole store. Python would try without end while another program holds ``database``.

    Raises:
        StoreUnavailable: it was held all the time that one waits for it.
    """

    def step(status: int, _left: int, _pages: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreUnavailable(str(database), "is locked", FREE_IT)

    source.backup(target, progress=step)


def _demand_another(database: Path, file: Path) -> None:
    """Make sure that a backup is a file, and none of the store's own."""
    if file.exists() and file.samefile(database):
        raise StoreUnavailable(str(file), "is the store itself", "name another file")
    if file.exists() and not file.is_file():
        raise StoreUnavailable(str(file), "is no file", "name one")


def _demand_whole(file: Path) -> None:
    """Make sure that a file is a store of this release, every page of it."""
    remedy = "name a file that stride store backup has made"
    if not os.access(file, os.R_OK):
        raise StoreUnavailable(str(file), "cannot be read", remedy)
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as link:
            ours = holds_documents(link)
            (sound,) = link.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.Error as error:
        raise StoreUnavailable(str(file), str(error), remedy) from error
    if not ours or sound != "ok":
        raise StoreUnavailable(str(file), "is no whole backup of this release", remedy)
