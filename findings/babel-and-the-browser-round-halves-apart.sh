#!/usr/bin/env bash
# Finding: Babel says 12 where the browser's Intl shows 13: of one CLDR, the one rounds a half to the even digit and the other up; 1234 differs in Spanish.
# Version: babel 2.19.0 (PyPI); Intl.NumberFormat of Node.js 18 or later
# Source: babel.numbers (Python's decimal, ROUND_HALF_EVEN, as CLDR's patterns have it); ECMA-402, whose default roundingMode is halfExpand; CLDR's
#   minimumGroupingDigits, 2 in Spanish, which Intl obeys and Babel does not.
# Behaviour: To whole numbers 2.5 and 12.5 are 2 and 12 in Babel, 3 and 13 in Intl; to one digit 2.25 is 2.2 and 2.3. In Spanish 1234 is "1.234" in Babel and
#   "1234" in Intl. 1.5, 3.5 and 12345 are alike in both.
# Cost: Weights and kilometres, which come in halves and quarters, are said as one number and shown as another, and no test with 12.3 sees it.
# Seen: Babel 2 12 2.2, Spanish 1.234 12.345; Intl 3 13 2.3, Spanish 1234 12.345.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet babel==2.19.0
cat > "$work/shown.js" <<'JS'
const shown = (locale, number, digits) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(number);
const cases = [["en", 2.5, 0], ["en", 12.5, 0], ["en", 2.25, 1], ["en", 1.5, 0], ["es", 1234, 0], ["es", 12345, 0]];
console.log(JSON.stringify(cases.map((each) => shown(...each))));
JS
SHOWN=$(node "$work/shown.js") "$work/bin/python" - <<'PY'
import json
import os
import sys

from babel.numbers import format_decimal

CASES = [("en", 2.5, 0), ("en", 12.5, 0), ("en", 2.25, 1), ("en", 1.5, 0), ("es", 1234, 0), ("es", 12345, 0)]
PATTERNS = {0: "#,##0", 1: "#,##0.0"}

said = [format_decimal(number, PATTERNS[digits], locale) for locale, number, digits in CASES]
shown = json.loads(os.environ["SHOWN"])
print("Babel:", *said)
print("Intl: ", *shown)
if (said, shown) != (["2", "12", "2.2", "2", "1.234", "12.345"], ["3", "13", "2.3", "2", "1234", "12.345"]):
    sys.exit("Changed: the two agree more, or less, about the same numbers.")
print("Still so.")
PY
