#!/usr/bin/env bash
# Finding: Garmin's SDK calls a file damaged whose header has no checksum, although the format lets a writer leave it out, and then reads it whole.
# Version: garmin-fit-sdk 21.218.0, fitdecode 0.11.0 (PyPI)
# Source: FIT protocol, file header: the CRC of bytes 0 to 11 "or may be set to 0x0000"; garmin_fit_sdk, Decoder.check_integrity.
# Behaviour: With 0 in the header's two bytes and a right checksum at the end of the file, check_integrity() is False. read() gives all messages
#   and no error; fitdecode gives them too.
# Cost: Who asks for integrity before reading refuses runs that everybody else opens.
# Seen: with a checksum True and without False; messages read in both, errors 0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fitdecode==0.11.0
"$work/bin/python" - <<'PY'
import io
import sys

import fitdecode
from fitdecode.utils import compute_crc
from garmin_fit_sdk import Decoder, Encoder, Stream

encoder = Encoder()
encoder.write_mesg({"mesg_num": 0, "type": "activity", "manufacturer": "development", "serial_number": 1})
full = encoder.close()
without = full[:12] + b"\0\0" + full[14:-2]
without += compute_crc(without).to_bytes(2, "little")


def sdk(data):
    return Decoder(Stream.from_bytes_io(io.BytesIO(data)))


seen = []
for data in (full, without):
    messages, errors = sdk(data).read()
    others = sum(frame.frame_type == fitdecode.FIT_FRAME_DATA for frame in fitdecode.FitReader(data))
    seen.append((sdk(data).check_integrity(), len(messages), len(errors), others))
print("integrity, kinds of messages, errors, fitdecode's messages: with a checksum %s, without %s" % tuple(seen))
if seen != [(True, 1, 0, 1), (False, 1, 0, 1)]:
    sys.exit("Changed: a header without a checksum is judged in another way.")
print("Still so.")
PY
