#!/usr/bin/env bash
# Finding: Werkzeug's best_match gives a German browser the English page of "en-US" and "de-DE", and the German one where they are called "en" and "de".
# Version: werkzeug 3.1.9, flask 3.1.3 (PyPI)
# Source: werkzeug/datastructures/accept.py, LanguageAccept.best_match: every exact match, however little wanted, comes before the first match by language.
# Behaviour: Browsers send several tags: "de,en-US;q=0.7,en;q=0.3" in a German Firefox, "de-AT,de;q=0.9,en-US;q=0.8,en;q=0.7"
#   in Austria. Only "en-US" is exactly among the pages, so a weight of 0.7 wins over "de" with 1. For RFC 4647 "de" covers "de-DE".
# Cost: A page that names its languages as Alexa does speaks English to Austria, Quebec and every German Firefox, and is right in Chrome in Germany.
# Seen: pages en-US, de-DE, fr-FR: three times en-US; pages en, de, fr: de, de, fr.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet werkzeug==3.1.9 flask==3.1.3
"$work/bin/python" - <<'PY'
import sys

from flask import Flask, request

HEADERS = (
    "de,en-US;q=0.7,en;q=0.3",
    "de-AT,de;q=0.9,en-US;q=0.8,en;q=0.7",
    "fr-CA,fr;q=0.9,en-US;q=0.8,en;q=0.7",
)
app = Flask("pages")


def chosen(pages):
    answers = []
    for header in HEADERS:
        with app.test_request_context(headers={"Accept-Language": header}):
            answers.append(request.accept_languages.best_match(pages))
    return answers


seen = {pages: chosen(pages) for pages in (("en-US", "de-DE", "fr-FR"), ("en", "de", "fr"))}
for pages, answers in seen.items():
    print(", ".join(pages), "→", ", ".join(answers))
if list(seen.values()) != [["en-US"] * 3, ["de", "de", "fr"]]:
    sys.exit("Changed: the language that is wanted most is chosen.")
print("Still so.")
PY
