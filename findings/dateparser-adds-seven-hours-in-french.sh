#!/usr/bin/env bash
# Finding: dateparser takes the French "à 7 heures" for seven hours ago, and "demain à 7 heures", tomorrow at seven, for tomorrow at this hour and seven more.
# Version: dateparser 1.5.0 (PyPI)
# Source: dateparser/freshness_date_parser.py: "heures" is translated to "hour", as in "il y a 7 heures", and a number before it is a distance, backwards unless the future is
#   preferred or a word such as "demain" says so. French writes and says clock times with the same word; only "7h" alone and "7h30" are known as such.
# Behaviour: At 6:00 "à 7 heures" is 23:00 of the day before, and "demain à 7 heures" and "demain 7h" are 13:00 tomorrow. "À 7h" is 7:00, "7h30" 7:30.
# Cost: A reminder for the French morning rings in the afternoon, and by another hour for whoever says it at another time. The short form, which a developer types, is right.
# Seen: à 7 heures 29 November 23:00, demain à 7 heures 1 December 13:00, said at 9:00 16:00; demain 7h 1 December 13:00; à 7h 7:00, 7h30 7:30.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet dateparser==1.5.0
"$work/bin/python" -W ignore - <<'PY'
import sys
from datetime import datetime

import dateparser

claimed = {
    (6, "à 7 heures"): "29 23:00",
    (6, "demain à 7 heures"): "01 13:00",
    (9, "demain à 7 heures"): "01 16:00",
    (6, "demain 7h"): "01 13:00",
    (6, "à 7h"): "30 07:00",
    (6, "7h30"): "30 07:30",
}
seen = {}
for hour, text in claimed:
    now = datetime(2026, 11, 30, hour)
    found = dateparser.parse(text, languages=["fr"], settings={"RELATIVE_BASE": now})
    seen[hour, text] = f"{found:%d %H:%M}" if found else None
    print(f"at {hour}:00: {text}: {seen[hour, text]}")
if seen != claimed:
    sys.exit("Changed: the same words are another time.")
print("Still so.")
PY
