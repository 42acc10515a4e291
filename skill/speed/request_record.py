"""A log record that asks for nothing which our lines do not tell.

It stands in for the one that ``logger.info`` makes, which asks for thread, process, file and function: that takes
as long as the line itself, a twentieth of a turn.
"""

import logging
from time import time
from typing import Any

_OF_EVERY_REQUEST = vars(logging.makeLogRecord({})) | {
    "levelname": logging.getLevelName(logging.INFO),
    "levelno": logging.INFO,
    # Which thread and which process wrote it is None, as in logging when that is switched off.
    **dict.fromkeys(("thread", "threadName", "process", "processName")),
}


class RequestRecord(logging.LogRecord):
    """What is logged of a request, at INFO. ``record`` holds the fields of its line, and its message's words."""

    def __init__(self, logger: str, message: str, record: dict[str, Any]) -> None:
        own = vars(self)
        own.update(_OF_EVERY_REQUEST)
        own["name"], own["msg"], own["args"] = logger, message, record
        own["created"] = created = time()
        own["msecs"] = created % 1 * 1000
        own.update(record)
