#!/usr/bin/env bash
# Finding: gruut, which turns text into sounds for Mimic 3, leaves out a number that SSML calls a "cardinal" or an "ordinal", Alexa's own words; a bare one it says.
# Version: gruut 2.4.0 (PyPI), with its English in gruut-lang-en 2.0.1
# Source: gruut, const.InterpretAs: the number is "number" and cardinal and ordinal are its format; any other interpret-as keeps the word from being read as a number,
#   and digits have no sounds.
# Behaviour: Of <say-as interpret-as="cardinal">12</say-as> squats the word is "12" and has no phonemes: only "squats" is spoken. "ordinal" and "fraction" are
#   silent too. "number" with format="ordinal" is "twelfth", and 12 without any tag "twelve". No error, no warning.
# Cost: The careful way to write a number for Alexa or Polly is the way to lose it: "do ... squats", "this is your ... set", and a test with bare
#   numbers is right.
# Seen: cardinal, ordinal, fraction: no phonemes; number "twelve", number as ordinal "twelfth", bare "twelve".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet gruut==2.4.0 gruut-lang-en==2.0.1
"$work/bin/python" -W ignore - <<'PY'
import sys

from gruut import sentences

claimed = {
    '<say-as interpret-as="cardinal">12</say-as>': ("12", False),
    '<say-as interpret-as="ordinal">12</say-as>': ("12", False),
    '<say-as interpret-as="fraction">1/2</say-as>': ("1/2", False),
    '<say-as interpret-as="number">12</say-as>': ("twelve", True),
    '<say-as interpret-as="number" format="ordinal">12</say-as>': ("twelfth", True),
    "12": ("twelve", True),
}
same = True
for text, expected in claimed.items():
    first, last = [word for sentence in sentences(f"<speak>{text} squats</speak>", ssml=True) for word in sentence]
    said = "".join(first.phonemes or [])
    print(f"{text}: {first.text!r}, said as {said!r}; then {last.text!r}, {''.join(last.phonemes)!r}")
    same = same and (first.text, bool(said)) == expected and bool(last.phonemes)
if not same:
    sys.exit("Changed: numbers are read in another way.")
print("Still so.")
PY
