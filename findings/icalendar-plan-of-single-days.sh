#!/usr/bin/env bash
# Finding: A plan of single days, an event with RDATEs and no rule, has all its days in two readers, all but the first in two, and only the first in one.
# Version: recurring-ical-events 3.8.2, icalendar 7.3.2, vobject 0.9.9, ical 14.3.1 (Home Assistant's) (PyPI); ical.js 2.2.1, node-ical 0.26.1 (npm)
# Source: RFC 5545, 3.8.5.2: the recurrence set is DTSTART and the dates of RDATE; each library's own expansion.
# Behaviour: Workouts on 1, 3 and 6 December, all times in UTC. recurring-ical-events and vobject (asked with addRDate) give 1 3 6; Home Assistant's ical
#   and ical.js give 3 6; node-ical gives 1. Nobody reports anything.
# Cost: The first workout of a plan, or every later one, has no reminder in some calendars. A weekly rule, which is what people try, is read
#   alike by all.
# Seen: recurring-ical-events 1 3 6, vobject 1 3 6, ical 3 6, ical.js 3 6, node-ical 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet recurring-ical-events==3.8.2 icalendar==7.3.2 vobject==0.9.9 ical==14.3.1
(cd "$work" && npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.26.1)
cat > "$work/write.py" <<'PY'
LINES = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//EN",
    "BEGIN:VEVENT",
    "UID:legs",
    "DTSTAMP:20261101T000000Z",
    "DTSTART:20261201T060000Z",
    "DURATION:PT30M",
    "RDATE:20261203T060000Z",
    "RDATE:20261206T060000Z",
    "SUMMARY:Legs",
    "END:VEVENT",
    "END:VCALENDAR",
]
print("\r\n".join(LINES), end="\r\n")
PY
cat > "$work/read.py" <<'PY'
import sys

import recurring_ical_events
import vobject
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

text = open(sys.argv[1], newline="").read()
events = recurring_ical_events.of(Calendar.from_ical(text)).between((2026, 12, 1), (2026, 12, 31))
print("recurring-ical-events", *sorted(event["DTSTART"].dt.day for event in events))
print("vobject", *(day.day for day in vobject.readOne(text).vevent.getrruleset(addRDate=True)))
print("ical", *(event.dtstart.day for event in IcsCalendarStream.calendar_from_ics(text).timeline))
PY
cat > "$work/read.mjs" <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

const text = readFileSync(process.argv[2], "utf8");
const dates = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
const days = [];
for (let date = dates.next(); date; date = dates.next()) days.push(date.toJSDate().getUTCDate());
console.log("ical.js", ...days);
const month = { from: new Date("2026-12-01"), to: new Date("2026-12-31") };
const expanded = ical.expandRecurringEvent(ical.sync.parseICS(text).legs, month);
console.log("node-ical", ...expanded.map((event) => event.start.getUTCDate()));
JS
"$work/bin/python" "$work/write.py" > "$work/plan.ics"
seen=$("$work/bin/python" "$work/read.py" "$work/plan.ics" && cd "$work" && TZ=UTC node read.mjs plan.ics)
echo "$seen"
claimed=$'recurring-ical-events 1 3 6\nvobject 1 3 6\nical 3 6\nical.js 3 6\nnode-ical 1'
[[ $seen == "$claimed" ]] || { echo "Changed: the days are read in another way." >&2; exit 1; }
echo "Still so."
