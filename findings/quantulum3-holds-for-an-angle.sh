#!/usr/bin/env bash
# Finding: To quantulum3, as it is installed, "hold for 45 seconds" and "rest two minutes" are angles, seconds and minutes of arc; "90 s" and "2 min" are times.
# Version: quantulum3 0.10.0 (PyPI), without its extra "classifier"
# Source: quantulum3/units.json: the angles have the words minute and second among their names; no_classifier.py chooses, where two units share a word, by how many
#   words of an article about each are anywhere in the text, as letters within others too.
# Behaviour: A minute or a second written out is an angle: "45 seconds", "plank for one minute", "30-second hold"; "an hour", "90 s" and "2 min" are times. "5k" is
#   five kelvin, and "1,5 kg" is a 1 and 5 kg. Nothing is refused.
# Cost: Doses taken out of people's sentences by kind, kilograms, repetitions, times, have no times where they were spoken, for speech recognisers write full words,
#   and have them in tests that write "90 s".
# Seen: hold for 45 seconds: angle; rest two minutes: angle; 90 s, 2 min, an hour: time; a 5k run: temperature; 1,5 kg: 1 and 5 kg.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet quantulum3==0.10.0
"$work/bin/python" -W ignore - <<'PY'
import sys

from quantulum3 import parser

claimed = {
    "hold for 45 seconds": [(45, "second of arc", "angle")],
    "rest two minutes": [(2, "minute of arc", "angle")],
    "plank for one minute": [(1, "minute of arc", "angle")],
    "30-second hold": [(30, "second of arc", "angle")],
    "90 s": [(90, "second", "time")],
    "2 min": [(2, "minute", "time")],
    "an hour": [(1, "hour", "time")],
    "a 5k run": [(5, "kelvin", "temperature")],
    "1,5 kg": [(1, "dimensionless", "dimensionless"), (5, "kilogram", "mass")],
}
seen = {}
for text in claimed:
    seen[text] = [(found.value, found.unit.name, found.unit.entity.name) for found in parser.parse(text)]
    print(f"{text}:", *(f"{value:g} {unit} ({kind})" for value, unit, kind in seen[text]))
if seen != claimed:
    sys.exit("Changed: the same words are other quantities.")
print("Still so.")
PY
