#!/usr/bin/env bash
# Finding: parsedatetime makes 9:00 of "tomorrow at half past six", 18:00 of "at seven in the evening" and tomorrow of "the day after tomorrow", and says it understood.
# Version: parsedatetime 2.6 (PyPI)
# Source: parsedatetime/__init__.py: the text is searched for pieces that some pattern knows, and the rest is passed over; hours count as figures with a colon or am and pm,
#   and a day or a part of the day without one gets the hour of the constants (9 for a day, 18 for an evening).
# Behaviour: The context that tells how exact a result is names the day or the half day as accurate in each case, as for "tomorrow" and "this evening" alone; what was passed
#   over is told nowhere. "Tomorrow at 6:30" is right, "thirty seconds" and "at seven" are the moment itself with an empty context.
# Cost: A reminder is set for the wrong hour or the wrong day, with a context that says all is well. A check of that context, the documented way, sorts out only what was not
#   understood at all.
# Seen: tomorrow at half past six 1 December 9:00, at seven in the evening 30 November 18:00, the day after tomorrow 1 December 9:00; tomorrow at 6:30 1 December 6:30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet parsedatetime==2.6
"$work/bin/python" - <<'PY'
import sys
from datetime import datetime

import parsedatetime

calendar = parsedatetime.Calendar(version=parsedatetime.VERSION_CONTEXT_STYLE)
now = datetime(2026, 11, 30, 6)
claimed = {
    "tomorrow at half past six": ("12-01 09:00", True),
    "the day after tomorrow": ("12-01 09:00", True),
    "at seven in the evening": ("11-30 18:00", True),
    "tomorrow at 6:30": ("12-01 06:30", True),
    "at seven": ("11-30 06:00", False),
    "thirty seconds": ("11-30 06:00", False),
}
seen = {}
for text in claimed:
    moment, context = calendar.parseDT(text, now)
    seen[text] = (f"{moment:%m-%d %H:%M}", context.hasDateOrTime)
    print(f"{text}: {seen[text][0]}, {'understood' if seen[text][1] else 'not understood'}")
if seen != claimed:
    sys.exit("Changed: the same words are another time.")
print("Still so.")
PY
