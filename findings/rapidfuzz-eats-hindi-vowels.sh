#!/usr/bin/env bash
# Finding: rapidfuzz's recommended default_process deletes the vowel signs of Hindi, so that "two" and "give" are the same word to it, 100 of 100.
# Version: RapidFuzz 3.14.6 (PyPI)
# Source: rapidfuzz.utils.default_process: everything that is not a letter or a digit becomes a blank; combining marks are neither.
# Behaviour: दो (two) and दे (give) both become द. किलो (kilo) falls apart into क and ल. Without the processor the two words are not equal.
# Cost: Near misses in a voice interface for Hindi are understood as whatever shares the consonants.
# Seen: दो → द, दे → द, likeness 100 with the processor and 50 without.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet RapidFuzz==3.14.6
"$work/bin/python" - <<'PY'
import sys

from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

TWO, GIVE = "दो", "दे"
seen = (
    default_process(TWO),
    default_process(GIVE),
    default_process("किलो"),
    fuzz.ratio(TWO, GIVE, processor=default_process),
    fuzz.ratio(TWO, GIVE),
)
print(seen)
if seen != ("द", "द", "क ल", 100.0, 50.0):
    sys.exit("Changed: vowel signs are treated in another way.")
print("Still so.")
PY
