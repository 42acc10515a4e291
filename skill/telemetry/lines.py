"""Log records as JSON, one object a line, without a word of what a request held (decision 17)."""

import json
import logging
from datetime import UTC, datetime
from traceback import format_tb
from types import TracebackType
from typing import Any

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_NOT_ADDED = {
    *vars(logging.makeLogRecord({})),  # what every record has
    "message",  # a formatter that was here before leaves these two on the record
    "asctime",
    "taskName",  # from Python 3.12 on
    "tenant_id",  # of AWS Lambda, and no function of ours has one
}


_written = json.JSONEncoder(default=str).encode
"""What JSON has no form for is written as its text."""


class JsonLines(logging.Formatter):
    """One JSON object a line: time (ISO 8601, UTC), level, logger, message and whatever the record adds.

    Of an exception it tells the kind and the place, in ``exception``. What an exception says may be what a
    request held, and is left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        return _written(self.fields(record))

    def fields(self, record: logging.LogRecord) -> dict[str, Any]:
        """What the line tells."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        told |= {name: value for name, value in vars(record).items() if name not in _NOT_ADDED}
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return told

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - named by the standard library
        """The kind and the places of an exception, and of those that it came from, the first one on top."""
        told: list[str] = []
        error = ei[1]
        while error is not None:
            places = "".join(format_tb(error.__traceback__))
            told.append(f"{places}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(reversed(told))
