#!/usr/bin/env bash
# Finding: timelength reads "two and a half minutes" as half a minute, and "a minute and a half" as a minute, and says that both were read with success.
# Version: timelength 3.0.4 (PyPI)
# Source: timelength, its English parser: a number that another number follows has no unit of its own and is put aside as invalid; one valid piece makes a success.
# Behaviour: The half takes the minutes and the two is put aside: 30 s. "Two minutes and a half" is 120 s, "one minute thirty" 60, "2 1/2 minutes" 30; "2.5 minutes"
#   is 150 and "half a minute" 30, as they should be. result.success is True for all; result.invalid holds what was put aside.
# Cost: A rest that is asked for as people say it is a fifth of what was meant, and believable; a test with "two minutes", "thirty seconds" and "half a minute" is
#   right. Take a length only if nothing was put aside.
# Seen: two and a half minutes 30, a minute and a half 60, two minutes and a half 120, one minute thirty 60, 2 1/2 minutes 30; all with success True.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet timelength==3.0.4
"$work/bin/python" - <<'PY'
import sys

from timelength import TimeLength

claimed = {
    "two and a half minutes": (30, [2]),
    "a minute and a half": (60, [1]),
    "two minutes and a half": (120, [1]),
    "one minute thirty": (60, [30]),
    "2 1/2 minutes": (30, [2]),
    "2.5 minutes": (150, []),
    "half a minute": (30, []),
}
same = True
for text, expected in claimed.items():
    result = TimeLength(text).result
    aside = [number for number, _ in result.invalid]
    print(f"{text}: {result.seconds:g} s, success {result.success}, put aside {aside}")
    same = same and result.success and (result.seconds, aside) == expected
if not same:
    sys.exit("Changed: lengths with a half are read in another way.")
print("Still so.")
PY
