#!/usr/bin/env bash
# Finding: The ics library turns "Tuesdays at seven in Berlin" into a fixed moment in UTC, so that from the end of October it is six o'clock.
# Version: ics 0.7.3, python-dateutil 4.0.0 (PyPI)
# Source: ics, Event's serializer (it writes UTC and no VTIMEZONE); RFC 5545: a rule repeats in the zone of its DTSTART.
# Behaviour: Reading a valid calendar and writing it drops TZID and VTIMEZONE and keeps the RRULE. The first day stays at 07:00, those after
#   the change of the clocks move by an hour.
# Cost: Half a year of reminders an hour early, in a calendar that looks right on the day it is made.
# Seen: DTSTART:20261020T050000Z; 20 October 07:00, 27 October 06:00 in Berlin.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ics==0.7.3 python-dateutil==4.0.0 tzdata==2025.2
"$work/bin/python" - <<'PY'
import re
import sys
from zoneinfo import ZoneInfo

import ics
from dateutil.parser import isoparse
from dateutil.rrule import rrulestr

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:legs
DTSTAMP:20261001T000000Z
DTSTART;TZID=Europe/Berlin:20261020T070000
RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=2
SUMMARY:Legs
END:VEVENT
END:VCALENDAR
"""
written = ics.Calendar(CALENDAR.replace("\n", "\r\n")).serialize()
start = re.search(r"DTSTART[^:]*:(\S+)", written)
rule = re.search(r"RRULE:(\S+)", written)[1]
clocks = [day.astimezone(ZoneInfo("Europe/Berlin")).strftime("%d %b %H:%M") for day in rrulestr(rule, dtstart=isoparse(start[1]))]
print(f"{start[0]}, {rule}: in Berlin {clocks}")
if start[0] != "DTSTART:20261020T050000Z" or clocks != ["20 Oct 07:00", "27 Oct 06:00"]:
    sys.exit("Changed: ics keeps the zone, or writes another time.")
print("Still so.")
PY
