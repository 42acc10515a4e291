#!/usr/bin/env bash
# Finding: Given a local datetime for local_timestamp, Garmin's encoder writes UTC, so the field that exists to tell the zone tells none.
# Version: garmin-fit-sdk 21.218.0, fitdecode 0.11.0 (PyPI)
# Source: FIT profile, message "activity", field local_timestamp (local_date_time); garmin_fit_sdk, Encoder.write_mesg.
# Behaviour: 07:00 in Berlin in winter must be stored one hour above the UTC timestamp. As an aware datetime it is converted to UTC first and both
#   fields are equal. Only an integer (UTC seconds + offset) is stored as meant. Back from the SDK it is an integer,
#   from fitdecode a datetime that claims to be UTC.
# Cost: Services that take the day from the local time put an evening workout onto the next or the last day.
# Seen: offset 0 s from an aware datetime, 3600 s from an integer.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fitdecode==0.11.0 tzdata==2025.2
"$work/bin/python" - <<'PY'
import datetime
import sys
from zoneinfo import ZoneInfo

import fitdecode
from garmin_fit_sdk import Encoder

FIT_ERA = 631065600  # 1989-12-31 in seconds since 1970
LOCAL = datetime.datetime(2026, 11, 24, 7, tzinfo=ZoneInfo("Europe/Berlin"))
AS_NUMBER = int(LOCAL.timestamp()) - FIT_ERA + int(LOCAL.utcoffset().total_seconds())


def offset_s(local):
    encoder = Encoder()
    encoder.write_mesg({"mesg_num": 0, "type": "activity", "manufacturer": "development", "serial_number": 1})
    encoder.write_mesg({"mesg_num": 34, "timestamp": LOCAL, "local_timestamp": local})
    for frame in fitdecode.FitReader(encoder.close()):
        if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "activity":
            return frame.get_field("local_timestamp").raw_value - frame.get_field("timestamp").raw_value


seen = {"aware datetime": offset_s(LOCAL), "integer": offset_s(AS_NUMBER)}
print("local_timestamp - timestamp, in s:", seen)
if seen != {"aware datetime": 0, "integer": 3600}:
    sys.exit("Changed: local times are written in another way.")
print("Still so.")
PY
