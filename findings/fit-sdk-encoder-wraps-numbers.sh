#!/usr/bin/env bash
# Finding: Garmin's own encoder wraps a number that does not fit its field, so 8 500 kg is stored as 308 kg without an error.
# Version: garmin-fit-sdk 21.218.0 and fit-tool 0.9.16 (PyPI)
# Source: garmin_fit_sdk, Encoder.write_mesg; FIT profile, message "set", field "weight" (16 bits, scale 16).
# Behaviour: The weight of a set ends at 4 095.9 kg. The SDK keeps the low 16 bits of what is larger, and of what is negative; its decoder
#   reads the result back and reports no error. fit-tool, given the same values, raises FitEncodingError.
# Cost: A slip between grams and kilograms becomes a believable weight in the runner's history instead of a failed export.
# Seen: the SDK writes 8500.0 kg and reads 308.0 kg; -1.0 kg becomes 4095.0 kg; fit-tool refuses both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fit-tool==0.9.16
"$work/bin/python" - <<'PY'
import datetime
import io
import sys

from fit_tool.exceptions import FitEncodingError
from fit_tool.profile.messages.set_message import SetMessage
from garmin_fit_sdk import Decoder, Encoder, Stream

ASKED = [8500.0, -1.0]
MOMENT = datetime.datetime(2026, 11, 24, 6, tzinfo=datetime.timezone.utc)
encoder = Encoder()
encoder.write_mesg({"mesg_num": 0, "type": "activity", "manufacturer": "development", "time_created": MOMENT})
for weight in ASKED:
    encoder.write_mesg({"mesg_num": 225, "timestamp": MOMENT, "set_type": "active", "weight": weight})
messages, errors = Decoder(Stream.from_bytes_io(io.BytesIO(encoder.close()))).read()
read = [message["weight"] for message in messages["set_mesgs"]]

refused = []
for weight in ASKED:
    try:
        SetMessage().weight = weight
    except FitEncodingError:
        refused.append(weight)

print(f"Garmin's SDK: wrote {ASKED}, read {read}, errors {errors}. fit-tool refused {refused}.")
if (read, errors, refused) != ([308.0, 4095.0], [], ASKED):
    sys.exit("Changed: the SDK no longer wraps, or fit-tool no longer refuses.")
print("Still so.")
PY
