"""Log records as JSON, one object a line, without a word of what a request held (decision 17)."""

import logging
import traceback
from datetime import UTC, datetime
from itertools import islice
from json import JSONEncoder
from types import TracebackType
from typing import Any

from skill.speed.json_text import ready

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_PLAIN = vars(logging.makeLogRecord({}))
"""What every record has; what was added to one comes behind it."""

_NOT_ADDED = {
    *_PLAIN,
    "message",  # a formatter that was here before leaves these two on the record
    "asctime",
    "taskName",  # from Python 3.12 on
    "tenant_id",  # of AWS Lambda, and no function of ours has one
}

_written = ready(JSONEncoder(default=str, check_circular=False))
"""What JSON has no form for is written as its text."""


class JsonLines(logging.Formatter):
    """One JSON object a line: time (ISO 8601, UTC), level, logger, message and whatever the record adds.

    Of an exception it holds the kind and the place, in ``exception``. What an exception says may be what a
    request held, and is left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        return _written(self.fields(record))

    def fields(self, record: logging.LogRecord) -> dict[str, Any]:
        """What stands in the line."""
        fields: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        added = dict(islice(vars(record).items(), len(_PLAIN), None))
        for name in _NOT_ADDED & added.keys():
            del added[name]
        fields |= added
        if record.exc_info:
            fields["exception"] = self.formatException(record.exc_info)
        return fields

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - named by the standard library
        """The kind and the places of an exception, and of those that it came from, the first one on top."""
        chain: list[str] = []
        error = ei[1]
        while error is not None:
            places = "".join(traceback.format_tb(error.__traceback__))
            chain.append(f"{places}{type(error).__module__}.{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(reversed(chain))
