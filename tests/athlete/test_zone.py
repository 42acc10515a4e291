"""What day it is, depends on where the runner is."""

from datetime import UTC, date, datetime

import pytest
from support.tables import with_each

from skill.athlete.zone import Zone, is_zone, local

LEARNT = date(2026, 8, 1)
LATE_IN_LONDON = datetime(2026, 8, 3, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("America/Los_Angeles", date(2026, 8, 3)),
        ("Europe/Berlin", date(2026, 8, 4)),
        ("Asia/Tokyo", date(2026, 8, 4)),
    ],
)
def test_the_day_is_that_of_the_runners_clock(name: str, day: date) -> None:
    assert local(LATE_IN_LONDON, Zone(name, LEARNT)).date() == day


@pytest.mark.parametrize("zone", [None, Zone("Mars/Olympus", LEARNT), Zone("", LEARNT)])
def test_where_the_zone_is_not_known_the_day_is_utcs(zone: Zone | None) -> None:
    assert local(LATE_IN_LONDON, zone) == LATE_IN_LONDON
    assert local(LATE_IN_LONDON, zone).date() == date(2026, 8, 3)


@with_each("name", ["", "Mars/Olympus", "America", "../../etc/passwd", "/etc", "\0"])
def test_what_is_no_time_zone_is_known_as_none(name: str) -> None:
    assert not is_zone(name)


def test_a_time_zone_of_the_database_is_known() -> None:
    assert is_zone("America/New_York")
