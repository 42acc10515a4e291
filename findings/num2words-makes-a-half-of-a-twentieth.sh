#!/usr/bin/env bash
# Finding: num2words says 5.05 as "five and a half" in Persian and as 5.5 in Bengali, and 1.15 as 1.14 in Turkish; English and German are right.
# Version: num2words 0.5.14 (PyPI)
# Source: lang_FA.py and lang_BN.py take the digits behind the point for a number, which has no nought in front; lang_TR.py cuts where it should round.
# Behaviour: In Persian and Bengali 5.05 and 5.5 are the same words. In Turkish 1.15 ends in "on dört", fourteen, and 2.05 in "dört", four; 2.25 is right. Nothing is
#   raised.
# Cost: A run of 5.05 km is told as one of five and a half, and a weight of 2.05 kg as 2.04, in languages that the author of the code cannot read; a test with 5.5,
#   or with 2.25, is right.
# Seen: fa پنج و نیم for 5.05 and 5.5; bn পাঁচ দশমিক পাঁচ for both; tr birvirgülondört for 1.15, ikivirgüldört for 2.05; en five point zero five, de fünf Komma null fünf.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet num2words==0.5.14
"$work/bin/python" - <<'PY'
import sys

from num2words import num2words

claimed = {
    ("en", 5.05): "five point zero five",
    ("de", 5.05): "fünf Komma null fünf",
    ("fa", 5.05): "پنج و نیم",
    ("fa", 5.5): "پنج و نیم",
    ("bn", 5.05): "পাঁচ দশমিক পাঁচ",
    ("bn", 5.5): "পাঁচ দশমিক পাঁচ",
    ("tr", 2.25): "ikivirgülyirmibeş",
    ("tr", 2.05): "ikivirgüldört",
    ("tr", 1.15): "birvirgülondört",
}
seen = {(language, number): num2words(number, lang=language) for language, number in claimed}
for (language, number), words in seen.items():
    print(f"{language} {number}: {words}")
if seen != claimed:
    sys.exit("Changed: the numbers are said with other words.")
print("Still so.")
PY
