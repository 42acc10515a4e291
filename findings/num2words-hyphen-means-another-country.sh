#!/usr/bin/env bash
# Finding: num2words knows pt_BR and fr_CH but not pt-BR and fr-CH: with a hyphen it takes the language alone, without a word.
# Version: num2words 0.5.14 (PyPI)
# Source: num2words/__init__.py: an unknown tag is cut to its first two letters.
# Behaviour: Alexa, browsers and BCP 47 write tags with a hyphen. With one, Brazil counts as Portugal does (dezasseis) and
#   Switzerland as France does (soixante-quinze).
# Cost: A Brazilian runner hears the wrong sixteen, seventeen and nineteen; no error tells of it.
# Seen: pt_BR dezesseis, pt-BR dezasseis; fr_CH septante-cinq, fr-CH soixante-quinze.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet num2words==0.5.14
"$work/bin/python" - <<'PY'
import sys

from num2words import num2words

ASKED = [(16, "pt_BR"), (16, "pt-BR"), (75, "fr_CH"), (75, "fr-CH")]
seen = {tag: num2words(number, lang=tag) for number, tag in ASKED}
print(seen)
if list(seen.values()) != ["dezesseis", "dezasseis", "septante-cinq", "soixante-quinze"]:
    sys.exit("Changed: tags with a hyphen are read in another way.")
print("Still so.")
PY
