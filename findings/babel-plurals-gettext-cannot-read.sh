#!/usr/bin/env bash
# Finding: The plural rule that Babel writes for gettext is refused by Python's own gettext in Spanish, French, Italian and Portuguese.
# Version: babel 2.19.0 (PyPI), the standard library's gettext
# Source: babel.plural.to_gettext; CLDR's operand e (compact exponent); gettext.c2py, which knows n alone.
# Behaviour: CLDR has a category "many" for millions in these languages, and its rule uses e. to_gettext copies it, and c2py raises
#   ValueError "invalid token in plural form: e". English, German, Dutch and Arabic work.
# Cost: A project that was begun in English and German finds out with its third language.
# Seen: refused es fr it pt; taken en de nl ar.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet babel==2.19.0
"$work/bin/python" - <<'PY'
import gettext
import sys

from babel import Locale
from babel.plural import to_gettext

taken, refused = [], []
for language in "en de nl ar es fr it pt".split():
    rule = to_gettext(Locale(language).plural_form).split("plural=")[1].rstrip(";")
    try:
        gettext.c2py(rule)
        taken.append(language)
    except ValueError as refusal:
        print(f"{language}: {refusal}")
        refused.append(language)
print(f"taken {taken}, refused {refused}")
if (taken, refused) != (["en", "de", "nl", "ar"], ["es", "fr", "it", "pt"]):
    sys.exit("Changed: other rules can be read.")
print("Still so.")
PY
