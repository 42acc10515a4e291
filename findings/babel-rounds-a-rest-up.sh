#!/usr/bin/env bash
# Finding: Babel's format_timedelta tells 52 seconds as "1 minute" and 53 minutes as "1 hour": it changes the unit at 85 %.
# Version: babel 2.19.0 (PyPI)
# Source: babel.dates.format_timedelta, parameter threshold.
# Behaviour: From 0.85 of the next unit on that unit is used and the value is rounded. 50 seconds stay 50 seconds; 90 become 2 minutes.
#   The output names one unit only.
# Cost: A coach that says a rest's or a workout's length with it promises a minute where 52 seconds are left.
# Seen: 50 → 50 seconds, 52 → 1 minute, 90 → 2 minutes, 53 min → 1 hour.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet babel==2.19.0
"$work/bin/python" - <<'PY'
import datetime
import sys

from babel.dates import format_timedelta

seen = {s: format_timedelta(datetime.timedelta(seconds=s), locale="en") for s in (50, 52, 90, 53 * 60)}
print(seen)
if list(seen.values()) != ["50 seconds", "1 minute", "2 minutes", "1 hour"]:
    sys.exit("Changed: lengths are rounded in another way.")
print("Still so.")
PY
