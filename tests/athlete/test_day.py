from datetime import UTC, date, datetime

import pytest

from skill.athlete.day import day_of

EVENING = datetime(2026, 3, 3, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("America/Los_Angeles", date(2026, 3, 2)),
        ("Pacific/Kiritimati", date(2026, 3, 3)),
        ("UTC", date(2026, 3, 3)),
        (None, date(2026, 3, 3)),
    ],
)
def test_a_workout_late_in_the_evening_belongs_to_the_runners_own_day(
    zone: str | None, day: date
) -> None:
    assert day_of(EVENING, zone) == day


@pytest.mark.parametrize("zone", ["", "Nowhere/Atall", "../../etc/passwd", "/etc", "a\0b"])
def test_a_zone_that_there_is_not_is_taken_for_the_clocks_own(zone: str) -> None:
    assert day_of(EVENING, zone) == EVENING.date()
