"""The default store: one SQLite file, shared safely by threads and processes (decision 35)."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skill.errors import StaleVersion
from skill.store import text
from skill.store.group_commit import GroupCommit
from skill.store.lent import FileAtPath, LentConnection, LentConnections
from skill.store.protocol import Document, Stored

logger = logging.getLogger(__name__)

_LIVE = 0
_NOBODY = ("check", -1)


class SqliteStore:
    """Documents in the SQLite file at ``path``; its folder is made if it is missing.

    ``busy_ms`` is how long a method waits for other threads, and again for other processes, before it raises
    ``StoreUnavailable``. Readers have connections of their own, since in WAL mode they need not wait for writers;
    what many threads save at the same time is committed together.

    The file is opened at first use, so make the store before a fork and use it after. A connection
    that failed is opened again at the next use, and so is a file that was removed or replaced: the
    store comes back when its file does.
    """

    def __init__(self, path: Path, busy_ms: int = 1000) -> None:
        file = FileAtPath(path.absolute())
        self._reading = LentConnections(file, busy_ms)
        self._writing = LentConnection(file, busy_ms)
        self._saving = GroupCommit(file.path, self._transaction, busy_ms / 1000)

    def load(self, athlete_id: str, aside: int = _LIVE) -> Stored | None:
        """See ``Store``."""
        with self._reading.lent() as link:
            # As bytes: a text column may hold what is no UTF-8, and then must not stop the reading.
            row = link.execute(
                "SELECT CAST(document AS BLOB), version FROM documents"
                " WHERE athlete = ? AND aside = ?",
                (athlete_id, aside),
            ).fetchone()
        return Stored(*row) if row else None

    def save(self, athlete_id: str, document: Document | bytes, expected: int) -> int:
        """See ``Store``."""
        written = text.write(document).decode()

        def write(link: sqlite3.Connection) -> None:
            if expected == 0:
                saved = link.execute(
                    "INSERT OR IGNORE INTO documents (athlete, aside, version, document)"
                    " VALUES (?, 0, 1, ?)",
                    (athlete_id, written),
                )
            else:
                saved = link.execute(
                    "UPDATE documents SET version = version + 1, document = ?"
                    " WHERE athlete = ? AND aside = 0 AND version = ?",
                    (written, athlete_id, expected),
                )
            if saved.rowcount == 0:
                raise StaleVersion(_version(link, athlete_id))

        self._saving.commit(write)
        return expected + 1

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        with self._transaction() as link:
            found = _version(link, athlete_id)
            if expected not in (None, found):
                raise StaleVersion(found)
            if found == 0:
                return 0
            (number,) = link.execute(
                "SELECT max(aside) + 1 FROM documents WHERE athlete = ?", (athlete_id,)
            ).fetchone()
            link.execute(
                "UPDATE documents SET aside = ? WHERE athlete = ? AND aside = 0",
                (number, athlete_id),
            )
        return int(number)

    def erase(self, *athlete_ids: str) -> None:
        """See ``Store``. Nothing of it is left in the file, nor in the log beside it."""
        with self._transaction() as link:
            link.executemany(
                "DELETE FROM documents WHERE athlete = ?", [(id_,) for id_ in athlete_ids]
            )
        with self._writing.lent() as link:
            busy, _, _ = link.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            logger.warning(
                "what was erased is in the log of the file until another one reads it no more"
            )

    def check(self) -> None:
        """See ``Store``."""
        with self._transaction() as link:
            link.execute(
                "INSERT OR REPLACE INTO documents (athlete, aside, version, document)"
                " VALUES (?, ?, 0, '')",
                _NOBODY,
            )
        with self._transaction() as link:
            link.execute("DELETE FROM documents WHERE athlete = ? AND aside = ?", _NOBODY)

    def close(self) -> None:
        """See ``Store``."""
        self._reading.close()
        self._writing.close()

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection inside a transaction that is undone if anything is raised."""
        with self._writing.lent() as link:
            # Taking the write lock first lets SQLite wait for it; a read turned into a write would
            # fail at once when another process writes.
            link.execute("BEGIN IMMEDIATE")
            with link:
                yield link


def _version(link: sqlite3.Connection, athlete_id: str) -> int:
    row = link.execute(
        "SELECT version FROM documents WHERE athlete = ? AND aside = 0", (athlete_id,)
    ).fetchone()
    return int(row[0]) if row else 0
