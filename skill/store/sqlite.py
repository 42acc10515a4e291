"""The default store: one SQLite file, shared safely by threads and processes."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from skill.errors import StaleVersion, StoreUnavailable
from skill.store import text
from skill.store.connection import connect, unavailable
from skill.store.protocol import Document, Stored

_LIVE = 0


class SqliteStore:
    """Documents in the SQLite file at ``path``; its folder is made if it is missing.

    ``busy_ms`` is how long a method waits for other threads, and again for other processes, before
    it raises ``StoreUnavailable``. By default a turn that loads and saves waits 4 s at worst, of
    the 8 s that Alexa waits for an answer (reported by developers: andresponte/askplex issue 5).

    The file is opened at first use, so make the store before a fork and use it after. A connection
    that failed is opened anew at the next use: the store comes back when its file does.
    """

    def __init__(self, path: Path, busy_ms: int = 1000) -> None:
        self._path = path.absolute()
        self._busy_ms = busy_ms
        self._lock = Lock()
        self._link: sqlite3.Connection | None = None
        self._closed = False

    def load(self, athlete_id: str, aside: int = _LIVE) -> Stored | None:
        """See ``Store``."""
        with self._linked() as link:
            # As bytes: a text column may hold what is no UTF-8, and then must not stop the reading.
            row = link.execute(
                "SELECT CAST(document AS BLOB), version FROM documents"
                " WHERE athlete = ? AND aside = ?",
                (athlete_id, aside),
            ).fetchone()
        return Stored(text.read(row[0]), row[1]) if row else None

    def save(self, athlete_id: str, document: Document, expected: int) -> int:
        """See ``Store``."""
        written = text.write(document)
        with self._writing() as link:
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
        return expected + 1

    def set_aside(self, athlete_id: str, expected: int | None = None) -> int:
        """See ``Store``."""
        with self._writing() as link:
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

    def erase(self, athlete_id: str) -> None:
        """See ``Store``."""
        with self._writing() as link:
            link.execute("DELETE FROM documents WHERE athlete = ?", (athlete_id,))

    def check(self) -> None:
        """See ``Store``."""
        with self._writing() as link:
            link.execute("SELECT version FROM documents LIMIT 1").fetchone()

    def close(self) -> None:
        """See ``Store``."""
        with self._lock:
            self._closed = True
            self._drop()

    def _drop(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None

    @contextmanager
    def _linked(self) -> Iterator[sqlite3.Connection]:
        """Lend the one connection to the one thread whose turn it is."""
        if not self._lock.acquire(timeout=self._busy_ms / 1000):
            problem = "other threads keep it busy"
            raise StoreUnavailable(str(self._path), problem, "lower the load or try again")
        try:
            if self._closed:
                raise StoreUnavailable(str(self._path), "the store is closed", "open it again")
            if self._link is None:
                self._link = connect(self._path, self._busy_ms)
            yield self._link
        except sqlite3.Error as error:
            self._drop()
            raise unavailable(self._path, error) from error
        finally:
            self._lock.release()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Lend the connection inside a transaction that is undone if anything is raised."""
        with self._linked() as link:
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
