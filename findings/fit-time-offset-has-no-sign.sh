#!/usr/bin/env bash
# Finding: A watch that is seven hours behind UTC says so in an unsigned field: every decoder reads an offset of 136 years.
# Version: garmin-fit-sdk 21.218.0, fitdecode 0.11.0, fitparse 1.2.0 (PyPI)
# Source: FIT profile, message "device_settings", fields utc_offset and time_offset: uint32, "offset from system time".
# Behaviour: The format has no sign there, so −25 200 s is written as 2³² − 25 200. All three decoders hand out 4294942096.
# Cost: The day of a run in America is computed wrongly, or a timedelta overflows, unless one wraps it oneself. The activity's
#   local_timestamp minus its timestamp is the better way to the zone.
# Seen: 4294942096 three times.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fitdecode==0.11.0 fitparse==1.2.0
"$work/bin/python" - <<'PY'
import io
import sys

import fitdecode
import fitparse
from garmin_fit_sdk import Decoder, Encoder, Stream

BEHIND = 2**32 - 7 * 3600  # as a watch in Denver's winter stores it
encoder = Encoder()
encoder.write_mesg({"mesg_num": 0, "type": "settings", "manufacturer": "development", "serial_number": 1})
encoder.write_mesg({"mesg_num": 2, "time_offset": [BEHIND]})
data = encoder.close()
messages, _ = Decoder(Stream.from_bytes_io(io.BytesIO(data))).read()
seen = [messages["device_settings_mesgs"][0]["time_offset"]]
seen += [
    frame.get_value("time_offset")
    for frame in fitdecode.FitReader(data)
    if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "device_settings"
]
seen += [message.get_value("time_offset") for message in fitparse.FitFile(data).get_messages("device_settings")]
print("time_offset by garmin-fit-sdk, fitdecode, fitparse:", seen)
if seen != [4294942096] * 3:
    sys.exit("Changed: an offset behind UTC is read in another way.")
print("Still so.")
PY
