#!/usr/bin/env bash
# Finding: Home Assistant's calendar library keeps a moved day of a series in UTC twice, at its old and its new time; in local time it moves it.
# Version: ical 14.3.1 (Home Assistant's), recurring-ical-events 3.8.2, icalendar 7.3.2 (PyPI)
# Source: ical, recur_adapter: an instance's id is made as floating time and compared with the RECURRENCE-ID as written, which in UTC ends in Z;
#   RFC 5545, 3.8.4.4: the id is of the same kind as the series' DTSTART.
# Behaviour: Four Tuesdays, the third moved to the evening. Written as local time there are four dates, written in UTC, as exports of servers are,
#   five: the third day has its old and its new one. recurring-ical-events has four either way.
# Cost: The house wakes a runner for the workout that was moved to the evening, and again in the evening.
# Seen: ical: local 1@7 8@7 15@18 22@7, UTC 1@7 8@7 15@7 15@18 22@7; recurring-ical-events 1@7 8@7 15@18 22@7 for both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ical==14.3.1 recurring-ical-events==3.8.2 icalendar==7.3.2
TZ=UTC "$work/bin/python" - <<'PY'
import sys

import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar


def plan(zone: str) -> str:
    head = ["BEGIN:VEVENT", "UID:legs", "DTSTAMP:20261101T000000Z", "DURATION:PT30M", "SUMMARY:Legs"]
    series = [*head, f"DTSTART:20261201T070000{zone}", "RRULE:FREQ=WEEKLY;COUNT=4", "END:VEVENT"]
    moved = [*head, f"RECURRENCE-ID:20261215T070000{zone}", f"DTSTART:20261215T180000{zone}", "END:VEVENT"]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *series, *moved, "END:VCALENDAR", ""]
    return "\r\n".join(lines)


def told(starts: list) -> str:
    return " ".join(f"{start.day}@{start.hour}" for start in starts)


def by_house(text: str) -> str:
    return told([event.dtstart for event in IcsCalendarStream.calendar_from_ics(text).timeline])


def by_other(text: str) -> str:
    events = recurring_ical_events.of(Calendar.from_ical(text)).between((2026, 12, 1), (2026, 12, 31))
    return told(sorted(event["DTSTART"].dt for event in events))


house = by_house(plan("")), by_house(plan("Z"))
other = by_other(plan("")), by_other(plan("Z"))
print("ical: local {}; UTC {}".format(*house))
print("recurring-ical-events: local {}; UTC {}".format(*other))
right = "1@7 8@7 15@18 22@7"
if (house, other) != ((right, "1@7 8@7 15@7 15@18 22@7"), (right, right)):
    sys.exit("Changed: the moved day is read in another way.")
print("Still so.")
PY
