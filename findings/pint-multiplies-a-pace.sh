#!/usr/bin/env bash
# Finding: Pint reads a pace of "5:30 min/km" as 150 minutes a kilometre and "4:05 min/km" as none: a colon between numbers multiplies them.
# Version: pint 0.25.3 (PyPI)
# Source: pint/pint_eval.py: the text is read with Python's own tokenizer, and what stands side by side without an operator is multiplied; a colon is no operator
#   to it and is passed over. A comma is struck out before.
# Behaviour: "1:30 min" is 30 minutes and "0:45 min" is 0, both with the right unit, and no error. "2 min 30 s" is 60 minute*second, "1,5 kg" 15 kilograms and
#   "8–10 kg", with the typographer's dash, 80. "5.5 min/km" and "90 s" are right.
# Cost: Runners write paces and rests with a colon. A library that is taken because it checks units lets through a rest of 30 minutes for one and a half, and a
#   pace of zero; what its unit check does catch, "2 min 30 s", looks like the only form that needs care.
# Seen: 5:30 min/km = 150 min/km, 4:05 min/km = 0, 1:30 min = 30 min, 0:45 min = 0; 2 min 30 s = 60 min*s; 1,5 kg = 15 kg; 8–10 kg = 80 kg.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pint==0.25.3
"$work/bin/python" - <<'PY'
import sys

from pint import UnitRegistry

claimed = {
    "5.5 min/km": (5.5, "minute / kilometer"),
    "90 s": (90, "second"),
    "5:30 min/km": (150, "minute / kilometer"),
    "4:05 min/km": (0, "minute / kilometer"),
    "1:30 min": (30, "minute"),
    "0:45 min": (0, "minute"),
    "2 min 30 s": (60, "minute * second"),
    "1,5 kg": (15, "kilogram"),
    "8\N{EN DASH}10 kg": (80, "kilogram"),
}
units = UnitRegistry()
seen = {}
for text in claimed:
    quantity = units.Quantity(text)
    seen[text] = (quantity.magnitude, str(quantity.units))
    print(f"{text}: {quantity}")
if seen != claimed:
    sys.exit("Changed: the same texts are other quantities.")
print("Still so.")
PY
