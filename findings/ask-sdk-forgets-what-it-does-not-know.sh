#!/usr/bin/env bash
# Finding: Fields that ask-sdk does not know vanish when a request is read, although unknown values elsewhere are refused: a slot's "source" is lost.
# Version: ask-sdk-core 1.19.0, ask-sdk-model 1.82.0 (PyPI)
# Source: ask_sdk_core/serialize.py, DefaultSerializer: it walks the attributes of its own classes; Amazon's requests carry slot.source ("USER").
# Behaviour: Reading and writing a slot back gives name, value and status without source. No error, no warning, no place where the rest is kept.
# Cost: A skill cannot see whether the runner said a number or the app filled it in, and logs of "the request" are not the request.
# Seen: in: name, value, confirmationStatus, source; out: name, value, confirmationStatus.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet ask-sdk-core==1.19.0 ask-sdk-model==1.82.0
"$work/bin/python" - <<'PY'
import json
import sys

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Slot

SENT = {"name": "count", "value": "15", "confirmationStatus": "NONE", "source": "USER"}
serializer = DefaultSerializer()
kept = serializer.serialize(serializer.deserialize(json.dumps(SENT), Slot))
lost = sorted(SENT.keys() - kept.keys())
print(f"kept {kept}, lost {lost}")
if lost != ["source"] or any(kept[name] != SENT[name] for name in kept):
    sys.exit("Changed: other fields are kept.")
print("Still so.")
PY
