#!/usr/bin/env bash
# Finding: Babel joins a Spanish list with "y" before a word that begins with i, where the language wants "e", and JavaScript's Intl says "e".
# Version: babel 2.19.0 (PyPI); Intl.ListFormat of Node.js 18 or later
# Source: babel.lists.format_list; CLDR's list patterns, whose rules for Spanish e and u live in ICU's code and not in the data.
# Behaviour: Both are built on CLDR. "padres y hijos" against "padres e hijos"; with "or": "siete o ocho" against "siete u ocho".
# Cost: Two parts of one product, the spoken sentence and the page, say the same list differently, and the spoken one is wrong.
# Seen: Babel: padres y hijos, siete o ocho. Intl: padres e hijos, siete u ocho.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet babel==2.19.0
seen="Babel: $("$work/bin/python" -c '
from babel.lists import format_list
print(format_list(["padres", "hijos"], locale="es"), format_list(["siete", "ocho"], style="or", locale="es"), sep=", ")')."
seen+=" Intl: $(node -p '[new Intl.ListFormat("es").format(["padres", "hijos"]),
  new Intl.ListFormat("es", { type: "disjunction" }).format(["siete", "ocho"])].join(", ")')."
echo "$seen"
if [ "$seen" != "Babel: padres y hijos, siete o ocho. Intl: padres e hijos, siete u ocho." ]; then
  echo "Changed: Spanish lists are joined in another way." >&2
  exit 1
fi
echo "Still so."
