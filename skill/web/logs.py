"""The log of the service: JSON for machines in production, lines for people in development."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import QueueHandler, QueueListener
from queue import SimpleQueue
from typing import TextIO

from skill.telemetry.lines import JsonLines

_TALKATIVE = {
    "transitions": logging.WARNING,  # logs every step of every workout
    "waitress.queue": logging.ERROR,  # warns of every request that waits for a thread, if only for a moment
}


class _Handover(QueueHandler):
    """Hands records to the thread that writes, so that no request waits for the stream."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """The record as it is: what is meant for another process would hold an exception's text."""
        return record


@contextmanager
def logging_to(stream: TextIO, *, as_json: bool) -> Iterator[None]:
    """Write all logs of the process, warnings of Python's included, to ``stream`` while the context lasts."""
    for name, level in _TALKATIVE.items():
        logging.getLogger(name).setLevel(level)
    writer = logging.StreamHandler(stream)
    plain = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    writer.setFormatter(JsonLines() if as_json else plain)
    lines: SimpleQueue[logging.LogRecord] = SimpleQueue()
    handover, writing = _Handover(lines), QueueListener(lines, writer)
    root = logging.getLogger()
    level_before = root.level
    root.addHandler(handover)
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    writing.start()
    try:
        yield
    finally:
        logging.captureWarnings(capture=False)
        root.setLevel(level_before)
        root.removeHandler(handover)
        writing.stop()  # once all lines are written
