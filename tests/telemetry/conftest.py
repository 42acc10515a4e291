"""Logging as the runtime of AWS Lambda sets it up, and as it was after each test."""

import io
import logging
from collections.abc import Iterator

import pytest


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What the one handler of the root logger writes; like Lambda's own, it ends no line by itself."""
    root, ours = logging.getLogger(), logging.getLogger("skill")
    handlers, levels = root.handlers, (root.level, ours.level)
    stream = io.StringIO()
    lambdas = logging.StreamHandler(stream)
    lambdas.terminator = ""
    root.handlers = [lambdas]
    yield stream
    root.handlers = handlers
    root.setLevel(levels[0])
    ours.setLevel(levels[1])
    logging.captureWarnings(capture=False)
