#!/usr/bin/env bash
# Finding: A weekly rule whose first date is not one of its days has four dates for most readers of calendars and five for recurring-ical-events.
# Version: recurring-ical-events 3.8.2, icalendar 7.3.0, ical 14.3.1 (Home Assistant's), vobject 0.9.9, python-dateutil 2.9.0.post0 (PyPI)
# Source: RFC 5545, 3.8.5.3: DTSTART "SHOULD be synchronized" with the rule, and what an event that is not repeats on is left undefined.
# Behaviour: DTSTART on a Sunday with FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4: recurring-ical-events gives that Sunday and four days more, the others four
#   days and no Sunday. With a DTSTART on the first Tuesday all agree.
# Cost: "Tuesdays and Thursdays, from today" written with today's date rings today in some calendars, and "four times" is five. The first date has to be moved to a
#   day of the rule by who writes the file.
# Seen: recurring-ical-events: Sun Tue Thu Tue Thu; ical, vobject, dateutil: Tue Thu Tue Thu; from Tuesday on: Tue Thu Tue Thu everywhere.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet recurring-ical-events==3.8.2 icalendar==7.3.0 ical==14.3.1 vobject==0.9.9 python-dateutil==2.9.0.post0
"$work/bin/python" - <<'PY'
import sys
from datetime import UTC, datetime

import icalendar
import recurring_ical_events
import vobject
from dateutil.rrule import rrulestr
from ical.calendar_stream import IcsCalendarStream


def days(first):
    """The days of the week on which each reader lets a workout come that begins at ``first``."""
    rule = "FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//legs//EN", "BEGIN:VEVENT", "UID:legs@example.org"]
    lines += ["DTSTAMP:20260201T000000Z", f"DTSTART:{first}", "DURATION:PT30M", f"RRULE:{rule}", "SUMMARY:Legs"]
    text = "\r\n".join([*lines, "END:VEVENT", "END:VCALENDAR", ""])
    span = datetime(2026, 2, 20, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)
    found = {
        "recurring-ical-events": [
            event.start for event in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(*span)
        ],
        "ical": [event.dtstart for event in IcsCalendarStream.calendar_from_ics(text).timeline],
        "vobject": [*vobject.readOne(text).vevent.rruleset],
        "dateutil": [*rrulestr(f"DTSTART:{first}\nRRULE:{rule}")],
    }
    return {reader: " ".join(f"{moment:%a}" for moment in sorted(moments)) for reader, moments in found.items()}


sunday, tuesday = days("20260301T070000Z"), days("20260303T070000Z")
for reader in sunday:
    print(f"{reader}: from a Sunday {sunday[reader]}; from a Tuesday {tuesday[reader]}")
four = "Tue Thu Tue Thu"
expected = {reader: four for reader in sunday} | {"recurring-ical-events": f"Sun {four}"}
if sunday != expected or set(tuesday.values()) != {four}:
    sys.exit("Changed: the readers agree on a first date that is no day of the rule, or differ otherwise.")
print("Still so.")
PY
