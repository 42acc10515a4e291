#!/usr/bin/env bash
# Finding: pykakasi reads the Japanese for "ten minutes" as "enough" and misreads most counts of repetitions and seconds.
# Version: pykakasi 2.3.0 (PyPI)
# Source: pykakasi's dictionaries, which know words but not how a number and its counter change each other.
# Behaviour: Of eight counts that a coach says, two are right. 四回 is よんかい, 十回 is じゅっかい, 六回 ろっかい, 八回 はちかい or はっかい, 七秒 ななびょう,
#   十分 (as a time) じゅっぷん, 一分 いっぷん, 三分 さんぷん.
# Cost: Spoken lengths measured on these readings are those of other words, and a voice reading them is laughed at.
# Seen: しかい じゅうかい ろくかい はちかい しちびょう じゅうぶん いちぶ さんぷん.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pykakasi==2.3.0
"$work/bin/python" - <<'PY'
import sys

import pykakasi

converter = pykakasi.kakasi()
COUNTS = "四回 十回 六回 八回 七秒 十分 一分 三分".split()
seen = ["".join(part["hira"] for part in converter.convert(count)) for count in COUNTS]
print(dict(zip(COUNTS, seen)))
if seen != "しかい じゅうかい ろくかい はちかい しちびょう じゅうぶん いちぶ さんぷん".split():
    sys.exit("Changed: counts are read in another way.")
print("Still so.")
PY
