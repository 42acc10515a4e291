"""Connections to an SQLite file: lent to one thread at a time, and always to what is at the path now."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from skill.deadline import seconds_left
from skill.errors import StoreUnavailable
from skill.store.connection import connect, unavailable

logger = logging.getLogger(__name__)

FileIdentity = tuple[int, int] | None
"""What tells a file from every other while it lasts: device and inode; None where there is none."""


class FileAtPath:
    """The database file that is at ``path``, with the write-ahead log beside it, as it was opened.

    ``changes`` counts how often another file was found there. ``told`` are called when that happens, so that
    nothing leads to the old file any longer. Where that came back, SQLite would share its view of the old log
    with all connections of this process, and find no log there.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.changes = 0
        self.told: list[Callable[[], None]] = []
        self._wal_path = path.with_name(f"{path.name}-wal")
        self._file: FileIdentity = None
        self._wal: FileIdentity = None
        self._lock = Lock()

    def opened(self) -> None:
        """Remember which file it is, once it is open."""
        with self._lock:
            self._file = _identity(self.path)
            self._wal = _identity(self._wal_path)

    def look(self) -> None:
        """Notice that the file was removed or replaced."""
        with self._lock:
            if self._file is None or _identity(self.path) == self._file:
                return
            logger.warning(
                "%s was removed or replaced while it was open; what is at its path now is opened",
                self.path.name,
            )
            self._move_away_wal()
            self._file = self._wal = None
            self.changes += 1
            for tell in self.told:
                tell()

    def _move_away_wal(self) -> None:
        """Move the log of the file that was there away from the one that is there now.

        SQLite would lay it over any file of that name. It is kept, since it may hold the last saves of a file
        that was only moved.
        """
        if self._wal is None or _identity(self._wal_path) != self._wal:
            return  # there is none, or it is already another's
        left = self._wal_path.with_name(f"{self._wal_path.name}.left-{self._wal[1]}")
        try:
            self._wal_path.rename(left)
        except FileNotFoundError:  # another process was first
            return
        logger.warning("%s belongs to the file that was there before", left.name)


class LentConnection:
    """One connection to ``file``, opened at first use, and again after an error or for another file.

    ``busy_ms`` is how long a thread waits for the others, and again for other processes; less where the turn ends
    before.
    """

    def __init__(self, file: FileAtPath, busy_ms: int) -> None:
        self._at = file
        self._path = file.path
        self._busy_ms = busy_ms
        self._lock = Lock()
        self._link: sqlite3.Connection | None = None
        self._changes = file.changes
        self._patience_ms = busy_ms
        self._closed = False
        file.told.append(self._leave_another_file)

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection to the thread whose turn it is.

        Raises:
            StoreUnavailable: it cannot be had in time, or what is done with it fails.
        """
        if not self._lock.acquire(timeout=seconds_left(self._busy_ms / 1000)):
            problem = "other threads keep it busy"
            raise StoreUnavailable(str(self._path), problem, "lower the load or try again")
        try:
            if self._closed:
                raise StoreUnavailable(str(self._path), "the store is closed", "open it again")
            link = self._opened()
            self._wait_no_longer_than_the_turn(link)
            yield link
        except sqlite3.Error as error:
            self._drop()
            raise unavailable(self._path, error) from error
        finally:
            self._drop_if_of_another_file()
            self._lock.release()

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        with self._lock:
            self._closed = True
            self._drop()

    def _leave_another_file(self) -> None:
        """Let go of a file that is not at the path any more; the thread that uses it does so when it is done."""
        if self._lock.acquire(blocking=False):
            self._drop_if_of_another_file()
            self._lock.release()

    def _opened(self) -> sqlite3.Connection:
        """The connection to the file that is at the path now."""
        self._at.look()
        self._drop_if_of_another_file()
        if self._link is None:
            self._changes = self._at.changes
            self._link = connect(self._path, self._busy_ms)
            self._patience_ms = self._busy_ms
            # The log is there once something was read.
            self._link.execute("SELECT 1 FROM documents LIMIT 1").fetchone()
            self._at.opened()
        return self._link

    def _wait_no_longer_than_the_turn(self, link: sqlite3.Connection) -> None:
        patience_ms = int(seconds_left(self._busy_ms / 1000) * 1000)
        if patience_ms != self._patience_ms:
            link.execute(f"PRAGMA busy_timeout = {patience_ms}")
            self._patience_ms = patience_ms

    def _drop_if_of_another_file(self) -> None:
        if self._changes != self._at.changes:
            self._drop()

    def _drop(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None


class LentConnections:
    """As many connections to ``file`` as threads use at once, none of which waits for another."""

    def __init__(self, file: FileAtPath, busy_ms: int) -> None:
        self._file = file
        self._busy_ms = busy_ms
        self._lock = Lock()
        self._all: list[LentConnection] = []
        self._idle: list[LentConnection] = []
        self._closed = False

    @contextmanager
    def lent(self) -> Iterator[sqlite3.Connection]:
        """Lend one that is idle, the last used first, or one more.

        Raises:
            StoreUnavailable: see ``LentConnection``.
        """
        with self._lock:
            one = self._idle.pop() if self._idle else self._one_more()
        try:
            with one.lent() as link:
                yield link
        finally:
            with self._lock:
                self._idle.append(one)

    def close(self) -> None:
        """Let go of the file. May be called twice."""
        with self._lock:
            self._closed, every = True, [*self._all]
        for one in every:
            one.close()

    def _one_more(self) -> LentConnection:
        one = LentConnection(self._file, self._busy_ms)
        if self._closed:
            one.close()
        self._all.append(one)
        return one


def _identity(path: Path) -> FileIdentity:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
