"""The log of the service: JSON for machines in production, lines for people in development."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import QueueHandler, QueueListener
from queue import SimpleQueue
from traceback import format_tb
from types import TracebackType
from typing import TextIO

from pythonjsonlogger.json import JsonFormatter

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_TALKATIVE = {
    "transitions": logging.WARNING,  # tells of every step of every workout
    "waitress.queue": logging.ERROR,  # warns of every request that waits for a thread, if only for a moment
}


class _Handover(QueueHandler):
    """Hands records to the thread that writes, so that no request waits for the stream."""

    def prepare(self, record: logging.LogRecord) -> logging.LogRecord:
        """The record as it is: what is meant for another process would hold an exception's text."""
        return record


class JsonLines(JsonFormatter):
    """One JSON object a line: time (ISO 8601, UTC), level, logger, message and whatever the record adds.

    Of an exception it tells the kind and the place, in ``exception``. What an exception says may be what a
    request held, and is left out.
    """

    def __init__(self) -> None:
        super().__init__(
            "{levelname}{name}{message}",
            style="{",
            timestamp="time",
            rename_fields={"levelname": "level", "name": "logger", "exc_info": "exception"},
        )

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - named by the standard library
        """The kind and the places of an exception, and of those that it came from, the first one on top."""
        told: list[str] = []
        error = ei[1]
        while error is not None:
            places = "".join(format_tb(error.__traceback__))
            told.append(f"{places}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(reversed(told))


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
