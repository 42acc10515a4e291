#!/usr/bin/env bash
# Finding: Microsoft's recognizers take "a couple of minutes" for three, as "a few" and "several", and lose the half of the French "une minute et demie".
# Version: recognizers-text-suite 1.0.2a2 with emoji 1.7.0 (PyPI); by itself it takes emoji 2, with which it cannot be imported.
# Source: recognizers_date_time, resources/english_date_time.py and date_time/base_duration.py: the pattern of inexact numbers gives "couple" a group of its own, named for two,
#   and the Python code asks for no group ("set the inexact number to 3 for now"). French finds its "et demi" behind the unit, and adds nothing for it.
# Behaviour: "a couple of minutes" is PT3M, 180 s, and "in a couple of hours" three hours from now. "Two minutes" is 120, "a minute and a half" 90, "half a minute" 30.
#   "Une minute et demie" is PT1M, 60 s, found in "une minute et demi".
# Cost: Whoever asks the coach for a couple of minutes of rest, or to be reminded in a couple of hours, gets half as much again; French runners hold or rest a third too
#   short. Each answer comes with a clean ISO duration that looks certain.
# Seen: a couple of minutes 180, a few minutes 180, two minutes 120, a minute and a half 90, in a couple of hours 10:00 for 7:00; une minute et demie 60, deux minutes 120.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet recognizers-text-suite==1.0.2a2 emoji==1.7.0
"$work/bin/python" - <<'PY'
import sys
from datetime import datetime

from recognizers_date_time import recognize_datetime
from recognizers_text import Culture

claimed = {
    (Culture.English, "a couple of minutes"): "180",
    (Culture.English, "a few minutes"): "180",
    (Culture.English, "several minutes"): "180",
    (Culture.English, "two minutes"): "120",
    (Culture.English, "a minute and a half"): "90",
    (Culture.English, "half a minute"): "30",
    (Culture.English, "in a couple of hours"): "2026-03-02 10:00:00",
    (Culture.French, "une minute et demie"): "60",
    (Culture.French, "deux minutes"): "120",
}
now = datetime(2026, 3, 2, 7)
seen = {}
for culture, text in claimed:
    (found,) = recognize_datetime(text, culture, reference=now)
    seen[culture, text] = found.resolution["values"][0]["value"]
    print(f"{culture}: {text}: {seen[culture, text]} (heard: {found.text})")
if seen != claimed:
    sys.exit("Changed: the same words last differently.")
print("Still so.")
PY
