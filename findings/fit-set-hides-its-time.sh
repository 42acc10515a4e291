#!/usr/bin/env bash
# Finding: In every FIT message field 253 is the time and 254 the index, but in the message for strength sets 254 is the time and 10 the index.
# Version: garmin-fit-sdk 21.218.0 (PyPI), its copy of the FIT profile
# Source: FIT profile, message 225 "set"; FIT protocol, common fields (253 timestamp, 254 message_index).
# Behaviour: Of all messages in the profile that have a field 254, "set" is the only one where it is not message_index.
# Cost: A reader that takes the time of every message from 253, or sorts by 254, loses the order of the sets of exactly the sport that
#   this project exports, and of no other.
# Seen: set: 254 timestamp, 10 message_index, no 253; all other messages with 254: message_index.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0
"$work/bin/python" - <<'PY'
import sys

from garmin_fit_sdk import Profile

indexed = {m["name"]: m["fields"][254]["name"] for m in Profile["messages"].values() if 254 in m["fields"]}
odd = {name: field for name, field in indexed.items() if field != "message_index"}
sets = Profile["messages"][225]
seen = (sets["name"], sets["fields"][254]["name"], sets["fields"][10]["name"], 253 in sets["fields"], odd)
print(f"{len(indexed)} messages have a field 254; all but these call it message_index: {odd}")
if seen != ("set", "timestamp", "message_index", False, {"set": "timestamp"}):
    sys.exit(f"Changed: {seen}")
print("Still so.")
PY
