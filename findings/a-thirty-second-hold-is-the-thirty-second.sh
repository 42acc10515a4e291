#!/usr/bin/env bash
# Finding: A "thirty second hold" is the 32nd hold for four libraries that turn number words into digits, and a "sixty second plank" the 62nd.
# Version: text2num 3.1.0, number-parser 0.3.2, text2digits 0.1.2 (PyPI); words-to-numbers 1.5.1 (npm)
# Source: each takes "second" for the ordinal after a ten, with a space as with a hyphen; English has one word for the unit of time and the place.
# Behaviour: "Thirty seconds", with an s, is 30 seconds in all of them. Before a noun English drops the s, and text2num gives "32nd hold", the others "32 hold".
#   "Forty five second hold" is "45 second hold" in text2num and "45 2 hold" in the others.
# Cost: Speech recognisers write words, and holds come in twenties and thirties: what is asked for as "thirty second hold" becomes 32 of something, or the 32nd round,
#   and a test with "thirty seconds", or with forty-five, sees nothing.
# Seen: thirty second hold: 32nd hold, 32 hold, 32 hold, 32 hold; sixty second plank: 62nd, 62, 62, 62; thirty seconds: 30 seconds four times.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet text2num==3.1.0 number-parser==0.3.2 text2digits==0.1.2
cd "$work"
npm install --silent --no-fund --no-audit --ignore-scripts words-to-numbers@1.5.1 > /dev/null
cat > read.cjs <<'JS'
const { wordsToNumbers } = require("words-to-numbers");

console.log(JSON.stringify(process.argv.slice(2).map((text) => String(wordsToNumbers(text)))));
JS
py/bin/python - <<'PY'
import json
import subprocess
import sys

import number_parser
from text2digits import text2digits
from text_to_num import alpha2digit

claimed = {
    "thirty seconds": ["30 seconds"] * 4,
    "thirty second hold": ["32nd hold", *["32 hold"] * 3],
    "twenty second rest": ["22nd rest", *["22 rest"] * 3],
    "sixty second plank": ["62nd plank", *["62 plank"] * 3],
    "forty five second hold": ["45 second hold", *["45 2 hold"] * 3],
}
by_javascript = json.loads(subprocess.run(["node", "read.cjs", *claimed], check=True, capture_output=True).stdout)
seen = {}
for text, read in zip(claimed, by_javascript, strict=True):
    seen[text] = [alpha2digit(text, "en"), number_parser.parse(text), text2digits.Text2Digits().convert(text), read]
    print(f"{text}:", *seen[text], sep=" | ")
if seen != claimed:
    sys.exit("Changed: a second is read in another way.")
print("Still so.")
PY
