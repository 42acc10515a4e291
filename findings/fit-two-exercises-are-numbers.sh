#!/usr/bin/env bash
# Finding: fitdecode and fitparse name the exercise of a FIT set that has one ("squat"), and give bare numbers, (28, 17), for a set that has two.
# Version: fitdecode 0.11.0, fitparse 1.2.0, garmin-fit-sdk 21.218.0 (PyPI)
# Source: FIT profile, message "set": category is a list, written with as many entries as the maker likes; both libraries look a value up among the type's
#   names and leave a tuple as it is.
# Behaviour: One category comes as the text "squat" and not as a list of one; squat and lunge come as a tuple of numbers. Garmin's SDK gives "squat" and
#   ["squat", "lunge"]. So the field has a text, a tuple of numbers or a list of texts, and category[0] is "s", 28 or "squat".
# Cost: Code that was tried with single exercises counts a superset as unknown, or as an exercise named "s", and no error tells why.
# Seen: fitdecode and fitparse: 'squat', (28, 17); the SDK: 'squat', ['squat', 'lunge'].
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet fitdecode==0.11.0 fitparse==1.2.0 garmin-fit-sdk==21.218.0
"$work/bin/python" - <<'PY'
import sys
from datetime import datetime, timezone
from io import BytesIO

import fitdecode
import fitparse
from garmin_fit_sdk import Decoder, Encoder, Profile, Stream

encoder = Encoder()
encoder.write_mesg({"mesg_num": Profile["mesg_num"]["FILE_ID"], "type": "activity"})
for categories in (["squat"], ["squat", "lunge"]):
    when = datetime(2026, 11, 29, 7, tzinfo=timezone.utc)
    encoder.write_mesg({"mesg_num": Profile["mesg_num"]["SET"], "timestamp": when, "category": categories})
data = bytes(encoder.close())

found, errors = Decoder(Stream.from_byte_array(bytearray(data))).read()
assert not errors
seen = {
    "SDK": [message["category"] for message in found["set_mesgs"]],
    "fitdecode": [
        frame.get_value("category")
        for frame in fitdecode.FitReader(BytesIO(data))
        if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "set"
    ],
    "fitparse": [message.get_value("category") for message in fitparse.FitFile(BytesIO(data)).get_messages("set")],
}
print(seen)
numbers = ["squat", (28, 17)]
if seen != {"SDK": ["squat", ["squat", "lunge"]], "fitdecode": numbers, "fitparse": numbers}:
    sys.exit("Changed: the decoders agree more, or less, about a set of two exercises.")
print("Still so.")
PY
