"""Writes of many threads in one transaction: what comes while one is committed is written next, all at once.

A commit waits for the disk, some milliseconds, and for sixty documents as long as for one. The thread
that comes first writes for all that wait, in the order in which they came, so that none is passed over.
"""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Event, Lock

from skill.deadline import seconds_left
from skill.errors import StoreUnavailable

Write = Callable[[sqlite3.Connection], None]
"""Changes rows, or raises before it has changed any: then the others of its transaction are kept."""


class GroupCommit:
    """Writes to the file at ``path``, one ``transaction`` after the other.

    ``patience_s`` is how long a thread waits for its writing to begin; less where its turn ends before.
    """

    def __init__(
        self,
        path: Path,
        transaction: Callable[[], AbstractContextManager[sqlite3.Connection]],
        patience_s: float,
    ) -> None:
        self._path = path
        self._transaction = transaction
        self._patience_s = patience_s
        self._lock = Lock()
        self._waiting: list[_Waiting] = []
        self._is_led = False

    def commit(self, write: Write) -> None:
        """Write, and return when it is committed.

        Raises:
            StoreUnavailable: it was not written in time, or its transaction failed; then nothing was changed.
            Exception: what ``write`` raised.
        """
        mine = _Waiting(write)
        with self._lock:
            self._waiting.append(mine)
            waits, self._is_led = self._is_led, True
        if waits:
            self._await(mine)
        if not mine.is_over:
            self._lead()
        if mine.error is not None:
            raise mine.error

    def _await(self, mine: "_Waiting") -> None:
        """Wait until another thread has written this one, or it is this thread's turn to write for all."""
        if mine.called.wait(seconds_left(self._patience_s)):
            return
        with self._lock:
            if mine in self._waiting and not mine.called.is_set():
                self._waiting.remove(mine)
                problem = "other threads keep it busy"
                raise StoreUnavailable(str(self._path), problem, "lower the load or try again")
        mine.called.wait()  # it is being written

    def _lead(self) -> None:
        """Write for all that wait, and call the one that leads next."""
        with self._lock:
            group, self._waiting = self._waiting, []
        failed: StoreUnavailable | None
        failed = StoreUnavailable(str(self._path), "its writer was stopped", "try again")
        try:
            with self._transaction() as link:
                for one in group:
                    one.write_to(link)
            failed = None
        except StoreUnavailable as error:
            failed = error
        finally:
            for one in group:
                one.end(failed)
            with self._lock:
                if self._waiting:
                    self._waiting[0].called.set()
                else:
                    self._is_led = False


class _Waiting:
    """A write in the queue. ``called`` is set when it is over, or when its thread is to lead."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self.called = Event()
        self.is_over = False
        self.error: Exception | None = None

    def write_to(self, link: sqlite3.Connection) -> None:
        """Change the rows.

        Raises:
            sqlite3.Error: the transaction can go on no more.
        """
        try:
            self._write(link)
        except sqlite3.Error:
            raise
        except Exception as error:  # raised where the write came from
            self.error = error

    def end(self, failed: StoreUnavailable | None) -> None:
        """Let its thread go on; ``failed`` is why nothing of the transaction was written, if so."""
        if failed is not None:
            # An error of its own, since each thread adds to it where it was raised.
            self.error = StoreUnavailable(failed.store, failed.problem, failed.remedy)
        self.is_over = True
        self.called.set()
