#!/usr/bin/env bash
# Finding: The time zone that icalendar writes is winter all year for ical.js and vobject: both read the first date alone of a list of dates.
# Version: icalendar 7.3.2, recurring-ical-events 3.8.2, vobject 0.9.9 (PyPI), ical.js 2.2.1 (npm)
# Source: icalendar, Timezone.from_tzinfo (one RDATE with every change of the clocks from 1980 to 2037); ical.js, Timezone's expansion
#   (getFirstValue of each RDATE); vobject, TimezoneComponent.gettzinfo; RFC 5545, 3.8.5.2: RDATE takes a list.
# Behaviour: "Tuesdays at seven in Berlin" from 20 October, written with add_missing_timezones(), is 05:00 UTC before the change of the clocks
#   and 06:00 after it for recurring-ical-events, and 06:00 throughout for ical.js and vobject: their last change is of 1981. With a line for
#   each date all three agree.
# Cost: Reminders ring an hour late all summer in some calendars and are right in others; between November and March no test can see it.
# Seen: hours in UTC as written: recurring-ical-events 5 6, vobject 6 6, ical.js 6 6; a date a line: 5 6, 5 6, 5 6.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet icalendar==7.3.2 recurring-ical-events==3.8.2 vobject==0.9.9
(cd "$work" && npm install --silent --no-audit --no-fund --ignore-scripts ical.js@2.2.1)
cat > "$work/read.mjs" <<'JS'
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const dates = new ICAL.Event(calendar.getFirstSubcomponent("vevent")).iterator();
const hours = [];
for (let date = dates.next(); date; date = dates.next()) hours.push(date.toJSDate().getUTCHours());
console.log(hours.join(" "));
JS
"$work/bin/python" - "$work" <<'PY'
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import recurring_ical_events
from icalendar import Calendar, Event

work = Path(sys.argv[1])
event = Event()
event.add("uid", "legs")
event.add("dtstamp", datetime(2026, 10, 1, tzinfo=UTC))
event.add("dtstart", datetime(2026, 10, 20, 7, tzinfo=ZoneInfo("Europe/Berlin")))
event.add("rrule", {"freq": "weekly", "count": 2})
calendar = Calendar()
calendar.add("prodid", "-//Example//EN")
calendar.add("version", "2.0")
calendar.add_component(event)
calendar.add_missing_timezones()


def readings(zone: str) -> list[str]:
    """The hours in UTC as three programs read them, each in a process of its own where it remembers zones."""
    text = calendar.to_ical().decode()
    file = work / f"{zone}.ics"
    file.write_bytes(text.encode())
    days = recurring_ical_events.of(Calendar.from_ical(text)).between((2026, 10, 1), (2026, 11, 30))
    first = " ".join(str(day["DTSTART"].dt.astimezone(UTC).hour) for day in days)
    code = (
        "import sys, vobject; from datetime import timezone;"
        "event = vobject.readOne(open(sys.argv[1], newline='').read()).vevent;"
        "print(*(day.astimezone(timezone.utc).hour for day in event.getrruleset(addRDate=True)))"
    )
    others = ([sys.executable, "-c", code, file], ["node", work / "read.mjs", file])
    return [first] + [subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() for command in others]


listed = readings("listed")
for change in calendar.walk():
    if "RDATE" in change:
        for one in change.pop("RDATE").dts:
            change.add("rdate", one.dt)
alone = readings("alone")
print(f"as written {listed}, with a date a line {alone}")
if (listed, alone) != (["5 6", "6 6", "6 6"], ["5 6", "5 6", "5 6"]):
    sys.exit("Changed: the zone is written or read in another way.")
print("Still so.")
PY
