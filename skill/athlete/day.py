"""Which day it is for a runner."""

from datetime import date, datetime


def day_of(now: datetime, time_zone: str | None) -> date:
    """The runner's own date at ``now``, an aware moment.

    That of ``now`` itself where the zone is not known, or where this machine has no such zone.
    """
    if time_zone is None:
        return now.date()
    from zoneinfo import ZoneInfo  # rarely needed, and not for free at start-up

    try:
        return now.astimezone(ZoneInfo(time_zone)).date()
    except (ValueError, OSError, LookupError):  # ZoneInfoNotFoundError is a LookupError
        return now.date()
