#!/usr/bin/env bash
# Finding: Plain "pt" is Portugal in num2words and Brazil in unicode-rbnf, and the tag pt_BR, which num2words needs for Brazil, is refused by unicode-rbnf.
# Version: num2words 0.5.14, unicode-rbnf 2.4.1 (PyPI)
# Source: num2words' table of languages (pt, pt_BR); CLDR, where pt is Brazil's and pt_PT stands apart, in unicode-rbnf.
# Behaviour: 16 under "pt" is dezasseis in one and dezesseis in the other. unicode-rbnf raises ValueError for pt_BR. So no tag gives the
#   same country in both but the pair pt_BR / pt.
# Cost: A check of Brazilian number words against "two independent libraries" compares Brazil with Portugal.
# Seen: num2words pt dezasseis, pt_BR dezesseis; unicode-rbnf pt dezesseis, pt_PT dezasseis, pt_BR ValueError.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet num2words==0.5.14 unicode-rbnf==2.4.1
"$work/bin/python" - <<'PY'
import sys

from num2words import num2words
from unicode_rbnf import RbnfEngine


def by_rules(tag):
    try:
        return RbnfEngine.for_language(tag).format_number(16).text
    except ValueError:
        return "ValueError"


seen = {
    "num2words": {tag: num2words(16, lang=tag) for tag in ("pt", "pt_BR")},
    "unicode-rbnf": {tag: by_rules(tag) for tag in ("pt", "pt_PT", "pt_BR")},
}
print(seen)
if seen != {
    "num2words": {"pt": "dezasseis", "pt_BR": "dezesseis"},
    "unicode-rbnf": {"pt": "dezesseis", "pt_PT": "dezasseis", "pt_BR": "ValueError"},
}:
    sys.exit("Changed: the tags mean other countries.")
print("Still so.")
PY
