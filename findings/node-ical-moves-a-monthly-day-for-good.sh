#!/usr/bin/env bash
# Finding: "Every month from 30 January" is the 28th from February on, and stays it, in node-ical; other readers of calendars leave February out.
# Version: node-ical 0.26.1 with rrule-temporal 1.6.0, ical.js 2.2.1 (npm); python-dateutil 2.9.0.post0 (PyPI)
# Source: node-ical expands rules with rrule-temporal, which adds a month to the day it found last, and a month after 30 January is 28 February; RFC 5545,
#   3.3.10: an instance with a date that does not exist must be ignored, and is not counted.
# Behaviour: FREQ=MONTHLY;COUNT=4 from 30 January: node-ical 30 January, 28 February, 28 March, 28 April; ical.js and dateutil 30 January, 30 March,
#   30 April, 30 May. With BYMONTHDAY=30 beside it, which says no more than the rule did, all agree.
# Cost: The monthly test of strength is announced on another day by the house than by the phone, and the two agree whenever it was begun before the 29th.
# Seen: node-ical 01-30 02-28 03-28 04-28; ical.js and dateutil 01-30 03-30 04-30 05-30; with BYMONTHDAY=30 these for all three.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet python-dateutil==2.9.0.post0
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts node-ical@0.26.1 rrule-temporal@1.6.0 ical.js@2.2.1 > /dev/null
cat > read.cjs <<'JS'
const ICAL = require("ical.js").default ?? require("ical.js");
const ical = require("node-ical");

const file = (rule) => `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//monthly//EN
BEGIN:VEVENT
UID:test-of-strength
DTSTAMP:20260101T000000Z
DTSTART:20260130T120000Z
DURATION:PT30M
SUMMARY:Test of strength
RRULE:${rule}
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");

function byNodeIcal(text) {
  const [event] = Object.values(ical.sync.parseICS(text)).filter(({ type }) => type === "VEVENT");
  const found = ical.expandRecurringEvent(event, { from: new Date("2026-01-01"), to: new Date("2027-01-01") });
  return found.map(({ start }) => start.toISOString().slice(5, 10));
}

function byIcalJs(text) {
  const days = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
  const found = [];
  for (let day = days.next(); day; day = days.next()) found.push(day.toString().slice(5, 10));
  return found;
}

const texts = process.argv.slice(2).map(file);
console.log(JSON.stringify(texts.map((text) => [byNodeIcal(text), byIcalJs(text)])));
JS
py/bin/python - <<'PY'
import json
import subprocess
import sys
from datetime import datetime

from dateutil.rrule import rrulestr

RULES = ["FREQ=MONTHLY;COUNT=4", "FREQ=MONTHLY;BYMONTHDAY=30;COUNT=4"]
by_javascript = json.loads(subprocess.run(["node", "read.cjs", *RULES], check=True, capture_output=True).stdout)
seen = []
for rule, (by_node_ical, by_ical_js) in zip(RULES, by_javascript, strict=True):
    by_dateutil = [f"{day:%m-%d}" for day in rrulestr(rule, dtstart=datetime(2026, 1, 30, 12))]
    seen.append([by_node_ical, by_ical_js, by_dateutil])
    print(f"{rule}: node-ical", *by_node_ical, "| ical.js", *by_ical_js, "| dateutil", *by_dateutil)
thirtieth = ["01-30", "03-30", "04-30", "05-30"]
moved = ["01-30", "02-28", "03-28", "04-28"]
if seen != [[moved, thirtieth, thirtieth], [thirtieth] * 3]:
    sys.exit("Changed: the readers agree more, or less, about a month without that day.")
print("Still so.")
PY
