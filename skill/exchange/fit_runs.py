"""Runs, read from the FIT files of a watch: of each its beginning, its day, its metres and its seconds.

Nothing else is looked at: no track, no heart rate.
"""

import gzip
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from io import BytesIO
from typing import Any

import fitdecode

from skill.errors import FileRefused
from skill.training.runs import LoggedRun

MOST_BYTES = 64 * 2**20
"""The largest file that is read, unpacked: a day of ultrarunning with every sensor stays far below."""

RUNNING = 1
"""The sport's number in the FIT profile; trail, treadmill and track are its sub-sports."""

LONGEST_S = 10 * 24 * 3600
FARTHEST_M = 2_000_000
"""What a run can be at the most: beyond it is a fault of the file."""

_GZIP = b"\x1f\x8b"


def read_runs(name: str, content: bytes, zone: tzinfo, now: datetime) -> tuple[LoggedRun, ...]:
    """Every run of a FIT file, packed with gzip or not; of a multisport file the running part.

    ``name`` is what a refusal calls the file, ``zone`` the runner's time zone where the file names none.

    Raises:
        FileRefused: the file is damaged, cut off, of another kind, or holds no run.
    """
    messages = list(_messages(name, _unpacked(name, content)))
    offset = _offset(messages)
    found = [
        run
        for kind, fields in messages
        if kind == "session" and fields.get("sport") == RUNNING
        if (run := _run(fields, offset, zone, now)) is not None
    ]
    if found:
        return tuple(found)
    raise FileRefused(name, _what_it_holds(messages), "nothing of it was kept")


def _what_it_holds(messages: list[tuple[str, dict[str, Any]]]) -> str:
    """Why there is no run in a file, as the rest of a sentence."""
    kinds = {kind for kind, _ in messages}
    if any(kind == "session" and f.get("sport") == RUNNING for kind, f in messages):
        return "has a run without a date or a duration that can be"
    if "session" in kinds:
        return "holds no run but another sport"
    if "workout" in kinds:
        return "is a plan for a watch and no run"
    return "holds no run"


def _unpacked(name: str, content: bytes) -> bytes:
    if content.startswith(_GZIP):
        try:
            with gzip.open(BytesIO(content)) as packed:
                content = packed.read(MOST_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise FileRefused(name, "is damaged", "export it once more") from error
    if len(content) > MOST_BYTES:
        raise FileRefused(name, "is larger than any run", "choose the file of one run")
    if not content:
        raise FileRefused(name, "is empty", "export it once more")
    if content[8:12] != b".FIT":
        raise FileRefused(name, "is no FIT file", "export the original file of the activity")
    return content


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
            quarters = round((_utc(here) - _utc(there)) / timedelta(minutes=15))
            if abs(quarters) <= 14 * 4:
                return timedelta(minutes=15 * quarters)
    return None


def _run(
    fields: dict[str, Any], offset: timedelta | None, zone: tzinfo, now: datetime
) -> LoggedRun | None:
    """The run of a session; None where it has no moment, none that has been yet, or no duration that can be."""
    start = fields.get("start_time")
    seconds = fields.get("total_timer_time", fields.get("total_elapsed_time"))
    metres = fields.get("total_distance")
    # Seconds since the watch was switched on come as a number, or as a moment of long ago.
    if not isinstance(start, datetime) or not isinstance(seconds, int | float):
        return None
    if not isinstance(metres, int | float):  # not measured, or written in a form that is no number
        metres = 0
    start = _utc(start)
    if start.year < 2000 or start > now + timedelta(days=1):
        return None
    if not 1 <= seconds <= LONGEST_S or not 0 <= metres <= FARTHEST_M:
        return None
    local = start + offset if offset is not None else start.astimezone(zone)
    return LoggedRun(int(start.timestamp()), local.date(), round(metres), round(seconds))


def _utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
