"""The log of the service: JSON for machines in production, lines for people in development."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from logging.handlers import QueueHandler
from queue import SimpleQueue
from threading import Event, Thread
from typing import TextIO

from skill.telemetry.lines import JsonLines

GATHERED_S = 0.05
"""For how long lines are gathered to be written together."""

_TALKATIVE = {
    "transitions": logging.WARNING,  # logs every step of every workout
    "waitress.queue": logging.ERROR,  # warns of every request that waits for a thread, if only for a moment
}


class _Handover(QueueHandler):
    """Hands records to the writer, so that no request waits for the stream."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """The record as it is: what is meant for another process would hold an exception's text."""
        return record


class _Writer:
    """Writes the ``records`` handed over, in a thread of its own, until its end; those of a while in one go.

    Were it woken for each record, it would take Python's lock from a thread that answers, once a request.
    """

    def __init__(self, stream: TextIO, lines: logging.Formatter) -> None:
        self.records: SimpleQueue[logging.LogRecord | None] = SimpleQueue()
        self._stream = stream
        self._lines = lines
        self._ends = Event()
        self._thread = Thread(target=self._write, name="log", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Return once all lines are written."""
        self._ends.set()
        self.records.put(None)  # wakes it
        self._thread.join()

    def _write(self) -> None:
        while not (self._ends.is_set() and self.records.empty()):
            records = [self.records.get()]
            self._ends.wait(GATHERED_S)
            while not self.records.empty():
                records.append(self.records.get())
            text = StringIO()
            handler = logging.StreamHandler(text)  # which says by itself what cannot be formatted
            handler.setFormatter(self._lines)
            for record in records:
                if record is not None:
                    handler.handle(record)
            try:
                self._stream.write(text.getvalue())
                self._stream.flush()
            except (OSError, ValueError):  # a full disk, a closed pipe, a letter it has no byte for
                continue


@contextmanager
def logging_to(stream: TextIO, *, as_json: bool) -> Iterator[None]:
    """Write all logs of the process, warnings of Python's included, to ``stream`` while the context lasts."""
    for name, level in _TALKATIVE.items():
        logging.getLogger(name).setLevel(level)
    plain = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    writer = _Writer(stream, JsonLines() if as_json else plain)
    handover = _Handover(writer.records)
    root = logging.getLogger()
    level_before = root.level
    root.addHandler(handover)
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    try:
        yield
    finally:
        logging.captureWarnings(capture=False)
        root.setLevel(level_before)
        root.removeHandler(handover)
        writer.end()
