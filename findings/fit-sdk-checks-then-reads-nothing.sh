#!/usr/bin/env bash
# Finding: With Garmin's Python SDK a file that was checked with check_integrity() is read as empty, without an error; its JavaScript twin reads it.
# Version: garmin-fit-sdk 21.218.0 (PyPI), @garmin/fitsdk 21.217.0 (npm)
# Source: garmin_fit_sdk, Decoder.check_integrity and Decoder.read; the same names in @garmin/fitsdk.
# Behaviour: In Python the check leaves the stream at its end, and read() on the same decoder gives ({}, []). In JavaScript the same two calls
#   give the messages. Asking is_fit() first does no harm in either.
# Cost: The careful order, check and then read, loses every run, and "no errors" looks like an empty file.
# Seen: Python: integrity True, 0 messages, 0 errors; JavaScript: integrity true, 1 message, 0 errors.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet garmin-fit-sdk==21.218.0
npm install --silent --no-audit --no-fund --prefix "$work/js" @garmin/fitsdk@21.217.0
cd "$work/js"
"$work/py/bin/python" - > seen <<'PY'
import io
import pathlib

from garmin_fit_sdk import Decoder, Encoder, Stream

encoder = Encoder()
encoder.write_mesg({"mesg_num": 0, "type": "activity", "manufacturer": "development", "serial_number": 1})
pathlib.Path("some.fit").write_bytes(encoder.close())
decoder = Decoder(Stream.from_bytes_io(io.BytesIO(pathlib.Path("some.fit").read_bytes())))
whole = decoder.check_integrity()
messages, errors = decoder.read()
print(f"Python: integrity {whole}, {len(messages)} kinds of messages, {len(errors)} errors")
PY
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Decoder, Stream } from "@garmin/fitsdk";
const decoder = new Decoder(Stream.fromBuffer(readFileSync("some.fit")));
const whole = decoder.checkIntegrity();
const { messages, errors } = decoder.read();
console.log(`JavaScript: integrity ${whole}, ${Object.keys(messages).length} kinds of messages, ${errors.length} errors`);
JS
node read.mjs >> seen
cat seen
diff - seen <<'CLAIM' || { echo "Changed (< claimed, > seen)." >&2; exit 1; }
Python: integrity True, 0 kinds of messages, 0 errors
JavaScript: integrity true, 1 kinds of messages, 0 errors
CLAIM
echo "Still so."
