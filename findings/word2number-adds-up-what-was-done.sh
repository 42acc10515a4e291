#!/usr/bin/env bash
# Finding: word2number makes one number of all that a sentence holds: "two thirty" is 32, "three sets of ten" is 13, "eight eight ten" is 74.
# Version: word2number 1.1, text2num 3.1.0 (PyPI)
# Source: word2number/w2n.py, word_to_num: every word that is no number is thrown away; number_formation adds two numbers and makes a × b + c of three.
# Behaviour: "one hundred and five" is 105, and what is no number is refused ("half"). Several numbers are neither refused nor told apart. text2num
#   (alpha2digit), given the same sentences, leaves each number where it stands.
# Cost: A rest of two minutes thirty becomes 32 seconds, three sets of ten become thirteen repetitions, and the log of a runner looks plausible.
# Seen: two thirty 32, three sets of ten 13, eight eight ten 74, one minute thirty seconds 31; text2num: 3 sets of 10, 8 8 10.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet word2number==1.1 text2num==3.1.0
"$work/bin/python" - <<'PY'
import sys

from text_to_num import alpha2digit
from word2number.w2n import word_to_num

claimed = {
    "one hundred and five": (105, "105"),
    "two thirty": (32, "2 30"),
    "three sets of ten": (13, "3 sets of 10"),
    "eight eight ten": (74, "8 8 10"),
    "one minute thirty seconds": (31, "1 minute 30 seconds"),
}
seen = {said: (word_to_num(said), alpha2digit(said, "en", 0)) for said in claimed}
for said, (number, digits) in seen.items():
    print(f"{said}: word2number {number}, text2num {digits}")
if seen != claimed:
    sys.exit("Changed: several numbers in a sentence come to something else.")
print("Still so.")
PY
