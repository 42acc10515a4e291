"""What a file of a watch says of a run, before anybody has judged whether it can be."""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple


class FoundRun(NamedTuple):
    """A run as it stands in a file; None for what the file does not say, or not in a form that can be read.

    ``seconds`` leaves out pauses where the file knows of them; ``offset`` is what the watch was ahead of UTC.
    """

    began: datetime | None
    seconds: float | None
    metres: float = 0
    offset: timedelta | None = None


def utc(moment: datetime) -> datetime:
    """The moment, in UTC where the file names no time zone: so the formats of watches want it."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
