#!/usr/bin/env bash
# Finding: icalendar writes a repetition's end in local time without a zone, and dateutil refuses to read the very rule.
# Version: icalendar 7.3.0, python-dateutil 4.0.0 (PyPI)
# Source: RFC 5545, 3.3.10: with a DTSTART in a zone, UNTIL must be in UTC; icalendar's vRecur; dateutil.rrule.rrulestr.
# Behaviour: An aware datetime in Berlin given as "until" becomes UNTIL=20261231T070000: neither a Z nor a zone. rrulestr with the event's own
#   start raises ValueError. An UNTIL given in UTC is written with its Z and is read.
# Cost: Reminders "until the end of the year" work in the test that writes them and fail in the one program that reads them strictly.
# Seen: local: UNTIL=20261231T070000 and ValueError; UTC: UNTIL=20261231T060000Z and 21 days.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet icalendar==7.3.0 python-dateutil==4.0.0
"$work/bin/python" - <<'PY'
import datetime
import re
import sys
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Event

ZONE = ZoneInfo("Europe/Berlin")
START = datetime.datetime(2026, 10, 20, 7, tzinfo=ZONE)
UNTIL = datetime.datetime(2026, 12, 31, 7, tzinfo=ZONE)


def through(until):
    event = Event()
    event.add("dtstart", START)
    event.add("rrule", {"freq": "weekly", "byday": ["tu", "fr"], "until": until})
    rule = re.search(r"RRULE:(\S+)", event.to_ical().decode())[1]
    try:
        read = len(list(rrulestr(rule, dtstart=START)))
    except ValueError as refusal:
        read = str(refusal)
    return re.search(r"UNTIL=[^;]+", rule)[0], read


local, utc = through(UNTIL), through(UNTIL.astimezone(datetime.timezone.utc))
print(f"local: {local}\nUTC:   {utc}")
if local[0] != "UNTIL=20261231T070000" or "must be specified in UTC" not in str(local[1]):
    sys.exit("Changed: an UNTIL in local time is written, or read, in another way.")
if utc != ("UNTIL=20261231T060000Z", 21):
    sys.exit("Changed: an UNTIL in UTC is written, or read, in another way.")
print("Still so.")
PY
