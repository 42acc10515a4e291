#!/usr/bin/env bash
# Finding: "Every other week" in dateutil depends on calendar.setfirstweekday(), which a program calls to print a month: without WKST the days move.
# Version: python-dateutil 2.9.0.post0, recurring-ical-events 3.8.2, icalendar 7.3.2 (PyPI)
# Source: dateutil.rrule, rrule.__init__ (wkst is None: calendar.firstweekday()); RFC 5545, 3.3.10: the default value of WKST is MO.
# Behaviour: "Every other week, Tuesdays and Sundays" from Tuesday, 1 December: Sundays 6 and 20. After calendar.setfirstweekday(calendar.SUNDAY)
#   anywhere in the process the same text gives Sundays 13 and 27, also through recurring-ical-events, which reads the rule with dateutil.
# Cost: Reminders move by a week once another part of the program draws a calendar as Americans do; each part alone is right, and so
#   is a plan for every week. Write WKST=MO into every rule.
# Seen: before 1 6 15 20; after 1 13 15 27, of both; with WKST=MO 1 6 15 20.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet python-dateutil==2.9.0.post0 recurring-ical-events==3.8.2 icalendar==7.3.2
"$work/bin/python" - <<'PY'
import calendar
import sys

import recurring_ical_events
from dateutil.rrule import rrulestr
from icalendar import Calendar

RULE = "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4"
EVENT = ["BEGIN:VEVENT", "UID:legs", "DTSTAMP:20261101T000000Z", "DTSTART:20261201T060000Z", RULE, "SUMMARY:Legs", "END:VEVENT"]
FILE = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", *EVENT, "END:VCALENDAR", ""])


def days(rule: str) -> list[int]:
    return [day.day for day in rrulestr(f"DTSTART:20261201T060000Z\n{rule}")]


def events() -> list[int]:
    found = recurring_ical_events.of(Calendar.from_ical(FILE)).between((2026, 12, 1), (2026, 12, 31))
    return sorted(event["DTSTART"].dt.day for event in found)


before = days(RULE), events()
calendar.setfirstweekday(calendar.SUNDAY)
after = days(RULE), events()
said = days(f"{RULE};WKST=MO")
print(f"before {before}, after {after}, with WKST=MO {said}")
monday, sunday = [1, 6, 15, 20], [1, 13, 15, 27]
if (before, after, said) != ((monday, monday), (sunday, sunday), monday):
    sys.exit("Changed: the week begins elsewhere.")
print("Still so.")
PY
