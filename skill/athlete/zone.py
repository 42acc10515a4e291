"""The time zone that a runner trains in, and what day it is there (decision 41)."""

import zoneinfo
from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

from skill.speed.value import Value

MOST_ZONES = 1_000
"""Names of zones whose zone is kept in memory, more than there are: a turn asks eight times what day it is."""


class Zone(Value):
    """A time zone by its name in the tz database ("Europe/Berlin"), and the day on which it was learnt.

    ``device`` is the speaker whose zone it is, an opaque id; older documents do not have it, and then it is "".
    """

    name: str
    learnt: date
    device: str = ""


def is_zone(name: str) -> bool:
    """Whether the tz database of this machine has the zone."""
    return _found(name) is not None


def local(now: datetime, zone: Zone | None) -> datetime:
    """The moment on the runner's clock; on UTC's where the zone is not known."""
    return now.astimezone((zone and _found(zone.name)) or UTC)


@lru_cache(MOST_ZONES)
def _found(name: str) -> tzinfo | None:
    try:
        return zoneinfo.ZoneInfo(name)
    # What it was seen to raise on a name that is none: a folder of the database is an OSError.
    except (KeyError, ValueError, OSError):
        return None
