#!/usr/bin/env bash
# Finding: dateparser reads "at seven" as the thirtieth of July and "Monday at 7" as well: a bare number is a month in English and a day in other languages, never an hour.
# Version: dateparser 1.5.0 (PyPI)
# Source: dateparser/parser.py: numbers are tried as parts of a date in the order of the language (month first for English), and as an hour only with a colon or with am or pm;
#   day and year that are missing are taken from today. dateparser/languages: "at", "um" and "a las" are skipped.
# Behaviour: With today the 30th of November 2026, 6:00: "at seven", "at 7" and "Monday at 7" are the 30th of July 2026 (2027 where the future is preferred), "um 7 Uhr" the 7th of
#   November, "tomorrow at 7" is tomorrow at 6:00, the hour of today. "7 am", "at 7:00" and "tomorrow 7am" are right. No error, no None.
# Cost: "Remind me on Monday at seven" is set eight months off, in silence; "tomorrow at seven" rings at whatever hour it was said. What is typed for a trial, "tomorrow
#   7am", works.
# Seen: at seven 30 July 2026, Monday at 7 30 July 2026, preferring the future 30 July 2027; um 7 Uhr 7 November; tomorrow at 7 1 December 6:00; tomorrow 7am 1 December 7:00.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet dateparser==1.5.0
"$work/bin/python" -W ignore - <<'PY'
import sys
from datetime import datetime

import dateparser

now = datetime(2026, 11, 30, 6)
claimed = {
    ("en", "at seven", "past"): "2026-07-30 00:00",
    ("en", "at 7", "past"): "2026-07-30 00:00",
    ("en", "monday at 7", "past"): "2026-07-30 00:00",
    ("en", "monday at 7", "future"): "2027-07-30 00:00",
    ("en", "tomorrow at 7", "future"): "2026-12-01 06:00",
    ("de", "um 7 uhr", "future"): "2026-11-07 00:00",
    ("en", "7 am", "future"): "2026-11-30 07:00",
    ("en", "tomorrow 7am", "future"): "2026-12-01 07:00",
}
seen = {}
for language, text, prefers in claimed:
    settings = {"RELATIVE_BASE": now, "PREFER_DATES_FROM": prefers if prefers == "future" else "current_period"}
    found = dateparser.parse(text, languages=[language], settings=settings)
    seen[language, text, prefers] = f"{found:%Y-%m-%d %H:%M}" if found else None
    print(f"{language}, {prefers}: {text}: {seen[language, text, prefers]}")
if seen != claimed:
    sys.exit("Changed: the same words are another time.")
print("Still so.")
PY
