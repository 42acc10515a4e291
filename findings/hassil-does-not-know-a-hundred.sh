#!/usr/bin/env bash
# Finding: hassil's numbers understand "one hundred five" but neither "a hundred" nor "one hundred and five", and in German not "hundert".
# Version: hassil 3.12.1 with unicode-rbnf 2.4.1 (PyPI)
# Source: hassil's range lists, whose words come from CLDR's spelling rules in unicode-rbnf, one way to say each number.
# Behaviour: A range matches the one spelling that CLDR writes. How people say it, in British English with "and", with "a", or in German without
#   "ein", is no match; neither is "zwo", nor Dutch "één", nor Swiss "septante".
# Cost: Common ways to say a number fall through to the fallback, and differently in each language.
# Seen: taken: one hundred, one hundred five, einhundert; not: a hundred, one hundred and five, hundert, zwo, één, septante.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet hassil==3.12.1 unicode-rbnf==2.4.1
"$work/bin/python" - <<'PY'
import sys

from hassil import Intents, recognize

SAID = {
    "en": ["one hundred", "one hundred five", "a hundred", "one hundred and five"],
    "de": ["einhundert", "hundert", "zwo"],
    "nl": ["één"],
    "fr": ["septante"],
}
taken, missed = [], []
for language, numbers in SAID.items():
    intents = Intents.from_dict(
        {
            "language": language,
            "intents": {"Dose": {"data": [{"sentences": ["x {n}"]}]}},
            "lists": {"n": {"range": {"from": 1, "to": 150}}},
        }
    )
    for number in numbers:
        (taken if recognize(f"x {number}", intents, language=language) else missed).append(number)
print(f"taken {taken}\nnot   {missed}")
if (taken, missed) != (
    ["one hundred", "one hundred five", "einhundert"],
    ["a hundred", "one hundred and five", "hundert", "zwo", "één", "septante"],
):
    sys.exit("Changed: other number words are understood.")
print("Still so.")
PY
