#!/usr/bin/env bash
# Finding: "From the 15th on in the evening" (RANGE=THISANDFUTURE) moves all later days in two readers of calendars, and that one day alone in two.
# Version: recurring-ical-events 3.8.2, icalendar 7.3.2, ical 14.3.1 (Home Assistant's) (PyPI); ical.js 2.2.1, node-ical 0.26.1 (npm)
# Source: RFC 5545, 3.2.13 and 3.8.4.4: with this parameter a changed instance stands for itself and all that follow; no other value is defined.
# Behaviour: Four Tuesdays at seven, from the third on at 18:00, written in the listener's own time. The third is at 18:00 everywhere. The fourth is so for
#   recurring-ical-events and ical.js, and at 07:00 for Home Assistant's ical and node-ical, which take the parameter for none.
# Cost: A runner who moved the workout to the evening is called at seven in the morning again, from the second week on, when nobody looks at
#   the reminder any more.
# Seen: recurring-ical-events 7 7 18 18, ical 7 7 18 7, ical.js 7 7 18 18, node-ical 7 7 18 7.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet recurring-ical-events==3.8.2 icalendar==7.3.2 ical==14.3.1
(cd "$work" && npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1 node-ical@0.26.1)
cat > "$work/write.py" <<'PY'
LINES = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//EN",
    "BEGIN:VEVENT",
    "UID:legs",
    "DTSTAMP:20261101T000000Z",
    "DTSTART:20261201T070000",
    "DURATION:PT30M",
    "RRULE:FREQ=WEEKLY;COUNT=4",
    "SUMMARY:Legs",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "UID:legs",
    "DTSTAMP:20261101T000000Z",
    "RECURRENCE-ID;RANGE=THISANDFUTURE:20261215T070000",
    "DTSTART:20261215T180000",
    "DURATION:PT30M",
    "SUMMARY:Legs",
    "END:VEVENT",
    "END:VCALENDAR",
]
print("\r\n".join(LINES), end="\r\n")
PY
cat > "$work/read.py" <<'PY'
import sys

import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

text = open(sys.argv[1], newline="").read()
events = recurring_ical_events.of(Calendar.from_ical(text)).between((2026, 12, 1), (2026, 12, 31))
starts = sorted(event["DTSTART"].dt for event in events)
print("recurring-ical-events", *(start.hour for start in starts))
print("ical", *(event.dtstart.hour for event in IcsCalendarStream.calendar_from_ics(text).timeline))
PY
cat > "$work/read.mjs" <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

const text = readFileSync(process.argv[2], "utf8");
const [series, change] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
series.relateException(change);
const dates = series.iterator();
const hours = [];
for (let date = dates.next(); date; date = dates.next()) hours.push(series.getOccurrenceDetails(date).startDate.hour);
console.log("ical.js", ...hours);
const month = { from: new Date("2026-12-01"), to: new Date("2026-12-31") };
const expanded = ical.expandRecurringEvent(ical.sync.parseICS(text).legs, month);
console.log("node-ical", ...expanded.map((event) => event.start.getUTCHours()));
JS
"$work/bin/python" "$work/write.py" > "$work/plan.ics"
seen=$("$work/bin/python" "$work/read.py" "$work/plan.ics" && cd "$work" && TZ=UTC node read.mjs plan.ics)
echo "$seen"
claimed=$'recurring-ical-events 7 7 18 18\nical 7 7 18 7\nical.js 7 7 18 18\nnode-ical 7 7 18 7'
[[ $seen == "$claimed" ]] || { echo "Changed: the change is read in another way." >&2; exit 1; }
echo "Still so."
