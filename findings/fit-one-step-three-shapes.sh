#!/usr/bin/env bash
# Finding: One valid step of a FIT workout has three shapes in four well-known decoders, which agree on no single field for its length.
# Version: garmin-fit-sdk 21.218.0, fitdecode 0.11.0, fitparse 1.2.0 (PyPI), fit-file-parser 6.1.2 (npm)
# Source: FIT profile, message "workout_step": duration_value and its subfield duration_time (scale 1000, s).
# Behaviour: fitdecode and fitparse give the subfield only (45.0 s), fit-file-parser the main field only (45000, no unit), Garmin's SDK both.
# Cost: Code and tests written against one decoder find no length, or one a thousand times too long, with another.
# Seen: SDK duration_value=45000 duration_time=45.0; fitdecode and fitparse duration_time=45.0; fit-file-parser duration_value=45000.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fitdecode==0.11.0 fitparse==1.2.0
npm install --silent --no-audit --no-fund --prefix "$work/js" fit-file-parser@6.1.2
cd "$work/js"
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import FitParser from "fit-file-parser";
new (FitParser.default ?? FitParser)({}).parse(readFileSync("step.fit"), (error, file) => {
  const step = file.messages.workout_step[0];
  console.log(`fit-file-parser duration_value=${step.duration_value} duration_time=${step.duration_time}`);
});
JS
"$work/py/bin/python" - > seen <<'PY'
import io
import pathlib

import fitdecode
import fitparse
from garmin_fit_sdk import Decoder, Encoder, Stream

encoder = Encoder()
encoder.write_mesg({"mesg_num": 0, "type": "workout", "manufacturer": "development", "serial_number": 1})
encoder.write_mesg({"mesg_num": 27, "message_index": 0, "duration_type": "time", "duration_value": 45000})
data = encoder.close()
pathlib.Path("step.fit").write_bytes(data)


def tell(who, step):
    print(f"{who} duration_value={step.get('duration_value')} duration_time={step.get('duration_time')}")


tell("garmin-fit-sdk", Decoder(Stream.from_bytes_io(io.BytesIO(data))).read()[0]["workout_step_mesgs"][0])
for frame in fitdecode.FitReader(data):
    if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "workout_step":
        tell("fitdecode", {field.name: field.value for field in frame.fields})
for message in fitparse.FitFile(data).get_messages("workout_step"):
    tell("fitparse", message.get_values())
PY
node read.mjs >> seen
cat seen
diff - seen <<'CLAIM' || { echo "Changed: the decoders differ in another way (< claimed, > seen)." >&2; exit 1; }
garmin-fit-sdk duration_value=45000 duration_time=45.0
fitdecode duration_value=None duration_time=45.0
fitparse duration_value=None duration_time=45.0
fit-file-parser duration_value=45000 duration_time=undefined
CLAIM
echo "Still so."
