"""The log in production is JSON for machines; in development it is read by people."""

import io
import json
import logging
import threading
import warnings
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from skill.web.logs import logging_to

logger = logging.getLogger("skill.somewhere")


def written(stream: io.StringIO) -> dict[str, Any]:
    """The one line that was written."""
    (line,) = stream.getvalue().splitlines()
    fields: dict[str, Any] = json.loads(line)
    return fields


def test_a_line_tells_when_how_grave_from_where_and_what() -> None:
    stream = io.StringIO()
    with logging_to(stream, as_json=True):
        logger.info("%d sets of\nsquats", 3, extra={"sets": 3})
    line = written(stream)
    at = datetime.fromisoformat(line.pop("time"))
    assert at.utcoffset() == timedelta()
    assert abs(datetime.now(UTC) - at) < timedelta(minutes=1)
    assert line == {
        "level": "INFO",
        "logger": "skill.somewhere",
        "message": "3 sets of\nsquats",
        "sets": 3,
    }


def test_an_exception_is_one_object_that_tells_its_kind_and_place_but_not_what_it_says() -> None:
    stream = io.StringIO()
    with logging_to(stream, as_json=True):
        try:
            try:
                int("my secret")
            except ValueError as error:
                raise RuntimeError("about my secret") from error
        except RuntimeError:
            logger.exception("it failed")
    line = written(stream)
    assert line["message"] == "it failed"
    first, second = line["exception"].split("builtins.ValueError")
    assert "test_web_logs.py" in first
    assert second.endswith("builtins.RuntimeError")
    assert "about" not in line["exception"].replace('raise RuntimeError("about my secret")', "")


@pytest.mark.parametrize("name", ["waitress", "anything.else"])
def test_the_lines_of_libraries_have_the_same_form(name: str) -> None:
    stream = io.StringIO()
    with logging_to(stream, as_json=True):
        logging.getLogger(name).warning("Task queue depth is %d", 1)
    line = written(stream)
    assert (line["logger"], line["message"]) == (name, "Task queue depth is 1")


@pytest.mark.parametrize(
    ("name", "level"), [("transitions.core", logging.INFO), ("waitress.queue", logging.WARNING)]
)
def test_what_libraries_chatter_about_is_left_out(name: str, level: int) -> None:
    stream = io.StringIO()
    with logging_to(stream, as_json=True):
        logging.getLogger(name).log(level, "Executed callback 'take_next'")
    assert stream.getvalue() == ""


def test_a_warning_of_pythons_is_a_line_of_the_log() -> None:
    stream = io.StringIO()
    with warnings.catch_warnings(), logging_to(stream, as_json=True):
        warnings.simplefilter("always")
        warnings.warn("old ways", DeprecationWarning, stacklevel=1)
    assert "old ways" in written(stream)["message"]


def test_people_read_lines_with_the_whole_trace() -> None:
    stream = io.StringIO()
    with logging_to(stream, as_json=False):
        logger.info("three sets")
        try:
            int("what it says")
        except ValueError:
            logger.exception("it failed")
    first, *rest = stream.getvalue().splitlines()
    assert first.endswith(" INFO three sets")
    assert "what it says" in rest[-1]


class Counting(io.StringIO):
    """Counts how often something is written to it."""

    writes = 0

    def write(self, text: str) -> int:
        self.writes += 1
        return super().write(text)


def test_lines_that_come_together_are_written_together_and_in_order() -> None:
    stream = Counting()
    with logging_to(stream, as_json=True):
        for number in range(200):
            logger.info("set %d", number)
    messages = [json.loads(line)["message"] for line in stream.getvalue().splitlines()]
    assert messages == [f"set {number}" for number in range(200)]
    assert stream.writes < 100


class Full(io.StringIO):
    """Takes nothing the first time, as a disk that is full for a moment."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error
        self.was_full = threading.Event()

    def write(self, text: str) -> int:
        if not self.was_full.is_set():
            self.was_full.set()
            raise self.error
        return super().write(text)


@pytest.mark.parametrize(
    "error",
    [
        OSError(28, "No space left on device"),
        UnicodeEncodeError("ascii", "ü", 0, 1, "ordinal not in range(128)"),
    ],
    ids=["full", "no such letter"],
)
def test_a_stream_that_takes_nothing_for_a_moment_ends_no_log(error: Exception) -> None:
    stream = Full(error)
    with logging_to(stream, as_json=True):
        logger.info("lost")
        assert stream.was_full.wait(10)
        logger.info("kept")
    assert written(stream)["message"] == "kept"


def test_logging_is_afterwards_as_it_was_before() -> None:
    root = logging.getLogger()
    before = (root.level, list(root.handlers), warnings.showwarning)
    with logging_to(io.StringIO(), as_json=True):
        assert root.level == logging.INFO
    assert (root.level, list(root.handlers), warnings.showwarning) == before
