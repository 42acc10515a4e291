"""Runs as FIT files have them: the sessions of a watch's activity whose sport is running."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO
from typing import Any

import fitdecode

from skill.errors import FileRefused
from skill.exchange.runs_found import FoundRun, utc

RUNNING = 1
"""The sport's number in the FIT profile; trail, treadmill and track are its sub-sports."""


def runs_of_fit(name: str, content: bytes) -> list[FoundRun]:
    """Every run of a FIT file; of a multisport file the running part.

    Raises:
        FileRefused: the file is damaged, cut off, or holds no run.
    """
    messages = list(_messages(name, content))
    offset = _offset(messages)
    found = [
        _run(fields, offset)
        for kind, fields in messages
        if kind == "session" and fields.get("sport") == RUNNING
    ]
    if not found:
        raise FileRefused(name, _what_it_holds(messages), "nothing of it was kept")
    return found


def _what_it_holds(messages: list[tuple[str, dict[str, Any]]]) -> str:
    """Why there is no run in a file, as the rest of a sentence."""
    kinds = {kind for kind, _ in messages}
    if "session" in kinds:
        return "holds no run but another sport"
    if "workout" in kinds:
        return "is a plan for a watch and no run"
    return "holds no run"


def _messages(name: str, content: bytes) -> Iterator[tuple[str, dict[str, Any]]]:
    """The few messages that matter, with their fields as numbers."""
    wanted = ("session", "activity", "workout")
    try:
        with fitdecode.FitReader(
            BytesIO(content), check_crc=fitdecode.CrcCheck.RAISE, keep_raw_chunks=False
        ) as reader:
            for frame in reader:
                if isinstance(frame, fitdecode.FitDataMessage) and frame.name in wanted:
                    yield frame.name, {field.name: _value(field) for field in frame.fields}
    except fitdecode.FitEOFError as error:
        raise FileRefused(name, "is cut off", "copy it from the watch once more") from error
    except Exception as error:  # a damaged file leads the reader to errors of many kinds
        raise FileRefused(name, "is damaged", "export it once more") from error


def _value(field: Any) -> Any:
    """A field's value; its number where the reader has put a name to it."""
    if field.name == "sport":
        return field.raw_value
    return field.value


def _offset(messages: list[tuple[str, dict[str, Any]]]) -> timedelta | None:
    """What the runner's clock was ahead of UTC, to the quarter of an hour; None where the file does not say."""
    for kind, fields in messages:
        here, there = fields.get("local_timestamp"), fields.get("timestamp")
        if kind == "activity" and isinstance(here, datetime) and isinstance(there, datetime):
            quarters = round((utc(here) - utc(there)) / timedelta(minutes=15))
            if abs(quarters) <= 14 * 4:
                return timedelta(minutes=15 * quarters)
    return None


def _run(fields: dict[str, Any], offset: timedelta | None) -> FoundRun:
    """The run of a session. Its distance counts as not measured where it is in a form that is no number."""
    start = fields.get("start_time")
    seconds = fields.get("total_timer_time", fields.get("total_elapsed_time"))
    metres = fields.get("total_distance")
    # Seconds since the watch was switched on come as a number, or as a moment of long ago.
    return FoundRun(
        start if isinstance(start, datetime) else None,
        seconds if isinstance(seconds, int | float) else None,
        metres if isinstance(metres, int | float) else 0,
        offset,
    )
