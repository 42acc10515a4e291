"""Logging as the runtime of AWS Lambda sets it up, and as it was after each test."""

import io
import logging
from collections.abc import Iterator

import pytest


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the one handler of the root logger writes; like Lambda's own, it ends no line by itself.

    During a test pytest hangs its own handlers beside that one, the same ones in every test, so they get their
    formatters back.
    """
    root, ours = logging.getLogger(), logging.getLogger("skill")
    handlers, levels = root.handlers, (root.level, ours.level)
    formatters = [(handler, handler.formatter) for handler in handlers]
    stream = io.StringIO()
    lambdas = logging.StreamHandler(stream)
    lambdas.terminator = ""
    root.handlers = [lambdas]
    yield stream
    root.handlers = handlers
    for handler, formatter in formatters:
        handler.setFormatter(formatter)
    root.setLevel(levels[0])
    ours.setLevel(levels[1])
    logging.captureWarnings(capture=False)
