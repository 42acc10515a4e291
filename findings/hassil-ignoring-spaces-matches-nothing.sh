#!/usr/bin/env bash
# Finding: hassil's ignore_whitespace, made for languages such as Japanese, makes a template that has a space beside a slot match nothing at all.
# Version: hassil 3.12.1 (PyPI)
# Source: hassil's setting ignore_whitespace; Amazon's interaction models for ja-JP, which put a space on both sides of every slot.
# Behaviour: Spaces are taken out of the sentence and not out of the template. "{n} 回" never matches, "{n}回" does.
# Cost: Amazon's Japanese samples, taken over as they are, are understood in no case, and no error says why.
# Seen: "{n} 回 やる" no, "{n}回やる" yes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet hassil==3.12.1
"$work/bin/python" - <<'PY'
import sys

from hassil import Intents, recognize


def matches(template):
    intents = Intents.from_dict(
        {
            "language": "ja",
            "settings": {"ignore_whitespace": True},
            "intents": {"Dose": {"data": [{"sentences": [template]}]}},
            "lists": {"n": {"range": {"from": 1, "to": 150}}},
        }
    )
    return any(recognize(said, intents, language="ja") for said in ("15回やる", "15 回 やる"))


seen = {template: matches(template) for template in ("{n} 回 やる", "{n}回やる")}
print(seen)
if seen != {"{n} 回 やる": False, "{n}回やる": True}:
    sys.exit("Changed: spaces beside slots are treated in another way.")
print("Still so.")
PY
