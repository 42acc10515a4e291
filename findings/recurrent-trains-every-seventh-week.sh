#!/usr/bin/env bash
# Finding: recurrent makes of "every tuesday at half past seven" a rule for every seventh week, and of "at 7 in the morning" seven in the evening.
# Version: recurrent 0.4.1, python-dateutil 2.9.0.post0 (PyPI)
# Source: recurrent/event_parser.py: a number that is not after "at" or before am or pm counts as the interval, "quarter to eight" as a day of the year; an hour
#   below 8 without am or pm is moved into preferred_time_range, whatever stands behind it.
# Behaviour: "every tuesday at 7am" is right. With "half past seven" the rule has INTERVAL=7 and no hour; "every day at quarter to eight" is once a year, on
#   8 January. "At 6 in the morning" is 18:00 and "at 9 in the evening" 09:00. "Every day except sunday" leaves out one Sunday. Nothing is refused.
# Cost: A reminder said as people say it is set without complaint and rings half a day off or seven weeks later; those who try it write "7am".
# Seen: 7am: Tuesdays 07:00; half past seven: 12 January, 2 March, 20 April; quarter to eight: 8 January 2027, 2028; 6 in the morning: 18; 9 in the evening: 9.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet recurrent==0.4.1 python-dateutil==2.9.0.post0
"$work/bin/python" - <<'PY'
import sys
from datetime import datetime
from itertools import islice

from dateutil.rrule import rrulestr
from recurrent import RecurringEvent

NOW = datetime(2026, 11, 29, 12)


def first(text, count):
    """The first moments of what is made of a text, as a reader of calendars has them."""
    rule = rrulestr(RecurringEvent(now_date=NOW).parse(text), dtstart=NOW)
    return [f"{moment:%Y-%m-%d %H}" for moment in islice(rule, count)]


claimed = {
    "every tuesday at 7am": ["2026-12-01 07", "2026-12-08 07", "2026-12-15 07"],
    "every tuesday at half past seven": ["2027-01-12 12", "2027-03-02 12", "2027-04-20 12"],
    "every day at quarter to eight": ["2027-01-08 12", "2028-01-08 12"],
    "every tuesday at 6 in the morning": ["2026-12-01 18"],
    "every tuesday at 9 in the evening": ["2026-12-01 09"],
    "every day except sunday": [
        *(f"2026-{day} 12" for day in ("11-29", "11-30", "12-01", "12-02", "12-03", "12-04", "12-05")),
        *(f"2026-12-{day:02} 12" for day in range(7, 14)),
    ],
}
seen = {text: first(text, len(moments)) for text, moments in claimed.items()}
for text, moments in seen.items():
    print(f"{text}: {', '.join(moments)}")
if seen != claimed:
    sys.exit("Changed: the same words make another rule.")
print("Still so.")
PY
