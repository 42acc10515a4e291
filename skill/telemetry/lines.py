"""Log records as JSON, one object a line, without a word of what a request held."""

from traceback import format_tb
from types import TracebackType

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_NOT_OURS = ("tenant_id",)
"""What AWS Lambda adds to every record, and no function of ours has."""


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
            reserved_attrs=[*RESERVED_ATTRS, *_NOT_OURS],
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
