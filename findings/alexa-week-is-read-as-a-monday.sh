#!/usr/bin/env bash
# Finding: Alexa's "this week" (2026-W48) is a valid day to Python and dateutil, its Monday, which may be over; "this weekend" is an error to both.
# Version: python-dateutil 2.9.0.post0 (PyPI), Python 3.11 or later
# Source: Amazon's slot type reference, AMAZON.DATE: a week is 2026-W48, its weekend 2026-W48-WE, a month 2026-11; ISO 8601; Python's date.fromisoformat, which
#   reads weeks from 3.11 on; dateutil's isoparse and parser.parse.
# Behaviour: On a Sunday, 29 November, "this week" comes out as Monday, 23 November, from both. "November" is an error to Python, the first to isoparse, and the
#   29th to parser.parse, which takes the day from today. Only a full date is the same day to all three.
# Cost: A workout that was wished for "this week" is filed under a day that is past, and "next week" always under the Monday; on Mondays, the
#   day on which a test is likely to be written for it, the first looks right.
# Seen: 2026-W48: 2026-11-23, 2026-11-23, error; 2026-W48-WE: error thrice; 2026-11: error, 2026-11-01, 2026-11-29; 2026-12-03 thrice.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet python-dateutil==2.9.0.post0
"$work/bin/python" - <<'PY'
import sys
from datetime import date, datetime

from dateutil import parser

TODAY = datetime(2026, 11, 29)
READERS = (
    date.fromisoformat,
    lambda value: parser.isoparse(value).date(),
    lambda value: parser.parse(value, default=TODAY).date(),
)


def read(value: str) -> list[str]:
    days = []
    for reader in READERS:
        try:
            days.append(str(reader(value)))
        except ValueError:
            days.append("error")
    return days


seen = {value: read(value) for value in ("2026-W48", "2026-W48-WE", "2026-11", "2026-12-03")}
for value, days in seen.items():
    print(value, *days)
if seen != {
    "2026-W48": ["2026-11-23", "2026-11-23", "error"],
    "2026-W48-WE": ["error", "error", "error"],
    "2026-11": ["error", "2026-11-01", "2026-11-29"],
    "2026-12-03": ["2026-12-03", "2026-12-03", "2026-12-03"],
}:
    sys.exit("Changed: the values are read in another way.")
print("Still so.")
PY
