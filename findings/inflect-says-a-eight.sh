#!/usr/bin/env bash
# Finding: inflect, made for "a" and "an", writes "a 8 kg kettlebell", "a 11th set" and "a 80 second hold", and "an eight kilo kettlebell"; npm's indefinite is right.
# Version: inflect 7.6.0 (PyPI); indefinite 2.5.1 (npm)
# Source: inflect, engine.a: the article goes by letters, and a digit is none; indefinite has the numbers that begin with a vowel when they are said.
# Behaviour: 8, 11, 18 and 80 in digits get "a", with whatever behind them, and the same numbers in words get "an". Letters are right: "an RDL", "an hour".
# Cost: The usual weights of a kettlebell are 8, 12 and 16 kg, and a voice reads what it is given: "a eight kilo kettlebell", with the gap between the vowels. With 12
#   and 16 every test is right.
# Seen: inflect: a 8 kg kettlebell, a 11th set, a 18, a 80 second hold, an eight kilo kettlebell; indefinite: an four times.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet inflect==7.6.0
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts indefinite@2.5.1 > /dev/null
py/bin/python - <<'PY'
import json
import subprocess
import sys

import inflect

WORDS = ["8 kg kettlebell", "11th set", "18", "80 second hold", "eight kilo kettlebell", "12 kg kettlebell"]
SCRIPT = 'const a = require("indefinite"); console.log(JSON.stringify(process.argv.slice(1).map((word) => a(word))))'
by_javascript = json.loads(subprocess.run(["node", "-e", SCRIPT, *WORDS], check=True, capture_output=True).stdout)
by_inflect = [inflect.engine().a(words) for words in WORDS]
for pair in zip(by_inflect, by_javascript, strict=True):
    print("inflect: {}; indefinite: {}".format(*pair))
articles = [" ".join(words.split()[0] for words in said) for said in (by_inflect, by_javascript)]
if articles != ["a a a a an a", "an an an an an a"]:
    sys.exit("Changed: numbers have other articles.")
print("Still so.")
PY
