#!/usr/bin/env bash
# Finding: Garmin's own SDK cannot read a record form of Garmin's own format: compressed timestamps end the reading before the session.
# Version: garmin-fit-sdk 21.218.0, fitdecode 0.11.0, fitparse 1.2.0 (PyPI)
# Source: FIT protocol, "Compressed Timestamp Header"; garmin_fit_sdk, Decoder.read ("not currently supported").
# Behaviour: At the first record with a compressed timestamp header the SDK stops and puts a RuntimeError into its list of errors. What
#   follows, the session with sport and distance, is not in the result, while check_integrity() calls the file whole. fitdecode and fitparse read all.
# Cost: A run recorded in this form has no distance, so the planner does not see the long run of yesterday.
# Seen: SDK: integrity True, records 1, sessions 0, 1 error; fitdecode and fitparse: records 5, sessions 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fitdecode==0.11.0 fitparse==1.2.0
"$work/bin/python" - <<'PY'
import io
import struct
import sys

import fitdecode
import fitparse
from fitdecode.utils import compute_crc
from garmin_fit_sdk import Decoder, Stream

BEGIN = 1164300000  # seconds since the end of 1989


def definition(local, message, fields):
    head = struct.pack("<BBBHB", 0x40 | local, 0, 0, message, len(fields))
    return head + b"".join(bytes(field) for field in fields)


body = definition(0, 0, [(0, 1, 0)]) + bytes([0, 4])  # file_id: an activity
body += definition(1, 20, [(253, 4, 0x86), (3, 1, 2)]) + struct.pack("<BIB", 1, BEGIN, 100)  # a record in full
body += definition(2, 20, [(3, 1, 2)])  # four records that tell five bits of their time, in their header
body += b"".join(bytes([0x80 | 2 << 5 | (BEGIN + i) % 32, 100 + i]) for i in range(1, 5))
body += definition(3, 18, [(253, 4, 0x86), (5, 1, 0), (9, 4, 0x86)])  # session: running, 10 km
body += struct.pack("<BIBI", 3, BEGIN + 3000, 1, 1_000_000)
head = struct.pack("<BBHI4s", 14, 0x20, 21171, len(body), b".FIT")
data = head + struct.pack("<H", compute_crc(head)) + body
data += struct.pack("<H", compute_crc(data))

seen = {}
messages, errors = Decoder(Stream.from_bytes_io(io.BytesIO(data))).read()
whole = Decoder(Stream.from_bytes_io(io.BytesIO(data))).check_integrity()
seen["SDK"] = (whole, len(messages["record_mesgs"]), len(messages.get("session_mesgs", [])), len(errors))
names = [frame.name for frame in fitdecode.FitReader(data) if frame.frame_type == fitdecode.FIT_FRAME_DATA]
seen["fitdecode"] = (names.count("record"), names.count("session"))
names = [message.name for message in fitparse.FitFile(data).get_messages()]
seen["fitparse"] = (names.count("record"), names.count("session"))
print(seen, *errors)
if seen != {"SDK": (True, 1, 0, 1), "fitdecode": (5, 1), "fitparse": (5, 1)}:
    sys.exit("Changed: the decoders read compressed timestamps in another way.")
print("Still so.")
PY
