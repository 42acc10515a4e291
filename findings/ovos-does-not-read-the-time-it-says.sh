#!/usr/bin/env bash
# Finding: OVOS's date parser says "half past seven" and cannot read it: "tomorrow at half past seven" is midnight, in English alone; "a minute" is no length.
# Version: ovos-date-parser 0.29.0, ovos-number-parser 0.19.13 (PyPI)
# Source: ovos_date_parser/dates_en.py: nice_time says quarters and halves, extract_datetime knows them in front of "hour" alone; duration.py: a length needs a
#   numeral, which the German, Spanish and French numbers see in the article and the English do not.
# Behaviour: nice_time gives "half past seven" for 7:30. "Tomorrow at half past seven" is tomorrow 00:00, "tomorrow at twenty to eight" 08:00, "tonight at half
#   past seven" 22:00; the part that was not read is handed back beside it. German "halb acht", Spanish and French are 07:30. "A minute" and "an hour" are None,
#   "one minute", "eine Minute", "un minuto" and "une minute" 60 s.
# Cost: A reminder is set for midnight, and "rest for a minute" refused, in the language that is tried first; an echo of what the assistant itself said fails.
# Seen: half past seven -> 2@0:00, twenty to eight -> 2@8:00, tonight -> 1@22:00; de, es, fr 2@7:30; a minute None, an hour None; one minute and de, es, fr 60 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ovos-date-parser==0.29.0 ovos-number-parser==0.19.13
HOME=$work "$work/bin/python" - <<'PY'
import logging
import sys
from datetime import datetime

from ovos_date_parser import extract_datetime, extract_duration, nice_time

logging.disable()
NOON = datetime(2026, 12, 1, 12)
MOMENTS = {
    ("en-US", "tomorrow at half past seven"): "2@0:00",
    ("en-US", "tomorrow at twenty to eight"): "2@8:00",
    ("en-US", "tonight at half past seven"): "1@22:00",
    ("en-US", "tomorrow at seven thirty"): "2@7:30",
    ("de-DE", "morgen um halb acht"): "2@7:30",
    ("es-ES", "mañana a las siete y media"): "2@7:30",
    ("fr-FR", "demain à sept heures et demie"): "2@7:30",
}
LENGTHS = {
    ("en-US", "a minute"): None,
    ("en-US", "an hour"): None,
    ("en-US", "one minute"): 60,
    ("de-DE", "eine Minute"): 60,
    ("es-ES", "un minuto"): 60,
    ("fr-FR", "une minute"): 60,
}


def moment(language, text):
    found, _ = extract_datetime(text, lang=language, anchorDate=NOON)
    return f"{found.day}@{found.hour}:{found:%M}"


def length(language, text):
    found, _ = extract_duration(text, lang=language)
    return found and found.total_seconds()


said = nice_time(datetime(2026, 12, 2, 7, 30), lang="en-US")
seen = {asked: moment(*asked) for asked in MOMENTS} | {asked: length(*asked) for asked in LENGTHS}
print(f"it says: {said}")
for (language, text), value in seen.items():
    print(f"{language} {text}: {value}")
if said != "half past seven" or seen != MOMENTS | LENGTHS:
    sys.exit("Changed: the words are read in another way.")
print("Still so.")
PY
