#!/usr/bin/env bash
# Finding: vobject names a zone by its abbreviation, so one calendar with a runner in Denver and one in Phoenix moves Phoenix by an hour all summer.
# Version: vobject 0.9.9 (PyPI)
# Source: vobject/icalendar.py, TimezoneComponent: the TZID is taken from tzname().
# Behaviour: Both zones are called MST in winter. The calendar gets one VTIMEZONE "MST", the one of the first event, with daylight saving,
#   and both events point to it. Arizona has none. (Europe/Berlin becomes "CET" in the same way.)
# Cost: A reminder at seven rings at six in Phoenix; a program with a zone of its own for MST is wrong about Denver instead.
# Seen: one TZID MST; 07:00 in Phoenix, which is 14:00 UTC, is read as 13:00 UTC.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet vobject==0.9.9 tzdata==2025.2
"$work/bin/python" - <<'PY'
import datetime
import re
import sys
from zoneinfo import ZoneInfo

import vobject

calendar = vobject.iCalendar()
meant = {}
for zone in ("America/Denver", "America/Phoenix"):
    start = datetime.datetime(2026, 7, 7, 7, tzinfo=ZoneInfo(zone))
    event = calendar.add("vevent")
    event.add("uid").value = zone
    event.add("summary").value = zone
    event.add("dtstart").value = start
    meant[zone] = start.astimezone(datetime.timezone.utc).strftime("%H:%M")
text = calendar.serialize()
read = {
    event.summary.value: event.dtstart.value.astimezone(datetime.timezone.utc).strftime("%H:%M")
    for event in vobject.readOne(text).vevent_list
}
zones = re.findall(r"^TZID:(\S+)", text, re.MULTILINE)
print(f"zones {zones}; meant in UTC {meant}; read in UTC {read}")
if zones != ["MST"] or meant["America/Phoenix"] != "14:00" or read != dict.fromkeys(meant, "13:00"):
    sys.exit("Changed: the two zones are kept apart.")
print("Still so.")
PY
