#!/usr/bin/env bash
# Finding: hassil gives 15.0 for "15" and 15 for "fifteen": the type of a number depends on how it was written.
# Version: hassil 3.12.1 (PyPI)
# Source: hassil/string_matcher.py, range lists: digits are read as a float, words give the list's own integer.
# Behaviour: The same slot, the same sentence, an integer range from 1 to 150: "do 15 reps" gives a float, "do fifteen reps" an int.
# Cost: "Fifteen point oh repetitions" from typed text only; spoken tests, which write words, never see it.
# Seen: 15 → 15.0 (float), fifteen → 15 (int).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet hassil==3.12.1
"$work/bin/python" - <<'PY'
import sys

from hassil import Intents, recognize

intents = Intents.from_dict(
    {
        "language": "en",
        "intents": {"Dose": {"data": [{"sentences": ["do {n} reps"]}]}},
        "lists": {"n": {"range": {"from": 1, "to": 150}}},
    }
)
seen = {}
for said in ("15", "fifteen"):
    value = recognize(f"do {said} reps", intents).entities["n"].value
    seen[said] = (value, type(value).__name__)
print(seen)
if seen != {"15": (15.0, "float"), "fifteen": (15, "int")}:
    sys.exit("Changed: both spellings give one type.")
print("Still so.")
PY
