"""Runs, read from the files of a watch: of each its beginning, its day, its metres and its seconds.

Nothing else of a file is kept: no track, no heart rate.
"""

import gzip
import re
import zlib
from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from io import BytesIO
from typing import NoReturn

from skill.errors import FileRefused
from skill.exchange.fit_runs import runs_of_fit
from skill.exchange.gpx_runs import runs_of_gpx
from skill.exchange.runs_found import FoundRun, utc
from skill.exchange.tcx_runs import runs_of_tcx
from skill.training.runs import LoggedRun

MOST_BYTES = 64 * 2**20
"""The largest file that is read, unpacked: a day of ultrarunning with every sensor stays far below."""

LONGEST_S = 10 * 24 * 3600
FARTHEST_M = 2_000_000
FASTEST_M_S = 10
"""What a run can be at the most: beyond it is a fault of the file, such as kilometres for metres."""

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_ROOT = re.compile(rb"<(?:\w+:)?(TrainingCenterDatabase|gpx)\b")
_XML = {b"TrainingCenterDatabase": runs_of_tcx, b"gpx": runs_of_gpx}
_ROOT_WITHIN = 4096
"""Bytes in which the first element of a file begins."""


def read_runs(name: str, content: bytes, zone: tzinfo, now: datetime) -> tuple[LoggedRun, ...]:
    """Every run of a FIT, TCX or GPX file, packed with gzip or not; of a multisport file the running part.

    ``name`` is what a refusal calls the file, ``zone`` the runner's time zone where the file names none.

    Raises:
        FileRefused: the file is damaged, cut off, of another kind, or holds no run.
    """
    found = _found(name, _unpacked(name, content))
    runs = tuple(run for one in found if (run := _run(name, one, zone, now)) is not None)
    if not runs:
        _refuse(name, "has a run without a date or a duration that can be")
    return runs


def _found(name: str, content: bytes) -> Iterable[FoundRun]:
    if content[8:12] == b".FIT":
        return runs_of_fit(name, content)
    root = _ROOT.search(content, 0, _ROOT_WITHIN)
    if root is not None:
        return _XML[root[1]](name, content)
    raise FileRefused(
        name, "is no FIT, TCX or GPX file", "export the original file of the activity"
    )


def _unpacked(name: str, content: bytes) -> bytes:
    if content.startswith(_GZIP):
        try:
            with gzip.open(BytesIO(content)) as packed:
                content = packed.read(MOST_BYTES + 1)
        except (OSError, EOFError, zlib.error) as error:
            raise FileRefused(name, "is damaged", "export it once more") from error
    if content.startswith(_ZIP):
        raise FileRefused(name, "is a ZIP archive", "unpack it, and choose the file in it")
    if len(content) > MOST_BYTES:
        raise FileRefused(name, "is larger than any run", "choose the file of one run")
    if not content:
        raise FileRefused(name, "is empty", "export it once more")
    return content


def _run(name: str, found: FoundRun, zone: tzinfo, now: datetime) -> LoggedRun | None:
    """The run; None where it has no moment, none that has been yet, or no duration that can be."""
    if found.began is None or found.seconds is None:
        return None
    start, seconds, metres = utc(found.began), found.seconds, found.metres
    if start.year < 2000 or start > now + timedelta(days=1):
        return None
    if not 1 <= seconds <= LONGEST_S or not 0 <= metres <= FARTHEST_M:
        return None
    if metres > seconds * FASTEST_M_S:
        _refuse(name, "has a run faster than anybody runs")
    local = start + found.offset if found.offset is not None else start.astimezone(zone)
    return LoggedRun(int(start.timestamp()), local.date(), round(metres), round(seconds))


def _refuse(name: str, problem: str) -> NoReturn:
    raise FileRefused(name, problem, "nothing of it was kept")
