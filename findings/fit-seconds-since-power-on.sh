#!/usr/bin/env bash
# Finding: A FIT time below 0x10000000 is no date but seconds since the device was switched on; Garmin's own SDK makes a day of 1989 of it.
# Version: garmin-fit-sdk 21.218.0, fitdecode 0.11.0 (PyPI)
# Source: FIT profile, type date_time: "if date_time is < 0x10000000 then it is system time (seconds from device power on)".
# Behaviour: A record at 500 s of system time comes out of the SDK as 1989-12-31 00:08:20 UTC; fitdecode leaves the number 500.
# Cost: A run recorded before the watch had a satellite counts for a day 37 years ago, or breaks code that expects a datetime.
# Seen: SDK 1989-12-31T00:08:20+00:00, fitdecode 500.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fitdecode==0.11.0
"$work/bin/python" - <<'PY'
import io
import sys

import fitdecode
from garmin_fit_sdk import Decoder, Encoder, Stream

encoder = Encoder()
encoder.write_mesg({"mesg_num": 0, "type": "activity", "manufacturer": "development", "serial_number": 1})
encoder.write_mesg({"mesg_num": 20, "timestamp": 500, "heart_rate": 100})
data = encoder.close()
messages, _ = Decoder(Stream.from_bytes_io(io.BytesIO(data))).read()
sdk = messages["record_mesgs"][0]["timestamp"].isoformat()
other = [
    frame.get_value("timestamp")
    for frame in fitdecode.FitReader(data)
    if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "record"
]
print(f"SDK {sdk}, fitdecode {other}")
if (sdk, other) != ("1989-12-31T00:08:20+00:00", [500]):
    sys.exit("Changed: system time is read in another way.")
print("Still so.")
PY
