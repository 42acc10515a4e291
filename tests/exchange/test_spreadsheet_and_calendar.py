"""What other programs read of the spreadsheet and of the calendar."""

import csv
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from support.tables import with_each
from support.training_records import trained

from skill.exchange.calendar import write_calendar
from skill.exchange.done import workouts_done
from skill.exchange.spreadsheet import HEADER, write_csv
from skill.loaders import load_catalog
from skill.training.record import Effort
from skill.training.times import TimedSide, Times

CATALOG = load_catalog()
BERLIN = ZoneInfo("Europe/Berlin")


def test_a_spreadsheet_has_a_line_for_each_side_of_each_set() -> None:
    record = trained(
        date(2026, 7, 1),
        CATALOG.exercises["step_up"],
        sets=2,
        workout=1_782_900_000,
        tool="kettlebell",
        load_grams=12_500,
        effort=Effort.HARD,
    )
    text = write_csv(workouts_done((record,), (), CATALOG, BERLIN), lambda _: 'up, "and" down')
    header, *lines = csv.reader(StringIO(text))
    assert tuple(header) == HEADER
    assert len(lines) == 4
    assert lines[0] == [
        "2026-07-01", "12:00:00", "yes", "step_up", 'up, "and" down', "1", "left",
        "15", "", "12.5", "kettlebell", "hard",
    ]  # fmt: skip


def test_a_spreadsheet_shows_the_runners_clock_also_in_the_night_in_which_it_changes() -> None:
    """Ten to three, and from three on the hour from two to three comes once more."""
    began = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
    record = trained(
        date(2026, 10, 25), CATALOG.exercises["squat"], sets=2, workout=round(began.timestamp())
    )
    kept = Times(
        record.day,
        record.workout,
        (TimedSide("squat", 0, 0, 0, 60), TimedSide("squat", 1, 0, 15 * 60, 60)),
    )
    text = write_csv(workouts_done((record,), (kept,), CATALOG, BERLIN), str)
    assert [line[1] for line in csv.reader(StringIO(text))][1:] == ["02:50:00", "02:05:00"]


@with_each("days", [(1, 4), (0,), (6,), tuple(range(7))])
def test_a_reminder_comes_every_week_on_its_days_at_the_runners_own_time(
    days: tuple[int, ...],
) -> None:
    today = date(2026, 10, 22)  # a Thursday, days before the clocks change
    content = write_calendar(days, time(18, 30), BERLIN, today, title="Legs", minutes=30)
    event: Any
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    start = event.decoded("dtstart")
    assert start.weekday() in days
    assert today <= start.date() < today + timedelta(days=7)
    assert (start.hour, start.minute, start.tzinfo.key) == (18, 30, "Europe/Berlin")
    assert event.decoded("duration") == timedelta(minutes=30)
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(minutes=-10)
    assert len(event["rrule"]["byday"]) == len(days)


def test_the_rule_gives_the_same_wall_clock_over_the_change_of_the_clocks() -> None:
    from dateutil.rrule import rrulestr

    content = write_calendar((6,), time(7), BERLIN, date(2026, 10, 18), title="Legs", minutes=30)
    event: Any
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    rule = rrulestr(
        event["rrule"].to_ical().decode(), dtstart=datetime(2026, 10, 18, 7, tzinfo=BERLIN)
    )
    first, second = rule[0], rule[1]
    assert (first.hour, second.hour) == (7, 7)
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(days=7, hours=1)


def test_a_program_that_reads_one_date_a_line_knows_when_the_clocks_change() -> None:
    content = write_calendar((6,), time(7), BERLIN, date(2026, 10, 18), title="Legs", minutes=30)
    unfolded = content.decode().replace("\r\n ", "").splitlines()
    changes = [line.removeprefix("RDATE:") for line in unfolded if line.startswith("RDATE")]
    assert {"20260329T030000", "20261025T030000", "20270328T030000"} <= set(changes)
    assert not [line for line in changes if "," in line]


def test_the_same_reminder_has_the_same_bytes_so_importing_it_again_changes_nothing() -> None:
    wish = (1, 4), time(18, 30), BERLIN, date(2026, 10, 22)
    one, other = (write_calendar(*wish, title="Legs", minutes=30) for _ in range(2))
    assert one == other
