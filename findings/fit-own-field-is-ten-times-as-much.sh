#!/usr/bin/env bash
# Finding: A maker's own FIT field with a scale of 10 is 12.5 kg for one of five decoders and 125 for four; two of those call the 125 "kg", two give no name.
# Version: garmin-fit-sdk 21.218.0, fitdecode 0.11.0, fitparse 1.2.0 (PyPI), @garmin/fitsdk 21.217.0, fit-file-parser 6.1.2 (npm)
# Source: FIT profile, message "field_description", which has fields for a name, units, scale and offset; each decoder's own reading of developer fields.
# Behaviour: Written with Garmin's encoder as "Load", kg, scale 10, and 125 in the record. fit-file-parser divides by the scale. fitdecode and fitparse have
#   Load = 125 with the unit kg. Garmin's two SDKs have 125 under the number 0; name, unit and scale are to be fetched from another message.
# Cost: Strength and running-power apps keep what watches have no field for in such fields: a history is ten times too heavy by four ways of reading it, and
#   by the fifth right, so that whoever divides by hand is wrong after a change of library.
# Seen: SDK 0: 125, fitdecode Load 125 kg, fitparse Load 125 kg; SDK for JavaScript 0: 125, fit-file-parser Load 12.5.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/py"
"$work/py/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fitdecode==0.11.0 fitparse==1.2.0
cd "$work"
npm install --silent --no-fund --no-audit @garmin/fitsdk@21.217.0 fit-file-parser@6.1.2 > /dev/null
cat > read.mjs <<'JS'
import { readFileSync } from "node:fs";
import { Decoder, Stream } from "@garmin/fitsdk";
import parser from "fit-file-parser";

const bytes = readFileSync("own.fit");
const { messages } = new Decoder(Stream.fromByteArray([...bytes])).read();
const [{ developerFields }] = messages.recordMesgs;
const FitParser = parser.default ?? parser;
const parsed = await new FitParser({ force: true, mode: "list" }).parseAsync(bytes);
console.log(JSON.stringify([developerFields[0], parsed.records[0].Load]));
JS
py/bin/python - <<'PY'
import json
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

import fitdecode
import fitparse
from garmin_fit_sdk import Decoder, Encoder, Profile, Stream

NUMBERS = Profile["mesg_num"]
maker = {"mesg_num": NUMBERS["DEVELOPER_DATA_ID"], "application_id": [1] * 16, "developer_data_index": 0}
own = {
    "mesg_num": NUMBERS["FIELD_DESCRIPTION"],
    "developer_data_index": 0,
    "field_definition_number": 0,
    "fit_base_type_id": 0x84,  # uint16
    "field_name": "Load",
    "units": "kg",
    "scale": 10,
}
encoder = Encoder()
encoder.write_mesg({"mesg_num": NUMBERS["FILE_ID"], "type": "activity"})
encoder.add_developer_field(0, maker, own)
encoder.write_mesg(maker)
encoder.write_mesg(own)
when = datetime(2026, 11, 29, 7, tzinfo=timezone.utc)
encoder.write_mesg({"mesg_num": NUMBERS["RECORD"], "timestamp": when, "developer_fields": {0: 125}})
Path("own.fit").write_bytes(encoder.close())

found, errors = Decoder(Stream.from_file("own.fit")).read()
assert not errors
record = next(
    frame
    for frame in fitdecode.FitReader("own.fit")
    if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "record"
)
by_fitdecode = record.get_field("Load")
by_fitparse = next(iter(fitparse.FitFile("own.fit").get_messages("record"))).get("Load")
by_javascript = json.loads(subprocess.run(["node", "read.mjs"], check=True, capture_output=True).stdout)
seen = {
    "SDK": found["record_mesgs"][0]["developer_fields"][0],
    "fitdecode": (by_fitdecode.value, by_fitdecode.units),
    "fitparse": (by_fitparse.value, by_fitparse.units),
    "SDK for JavaScript, fit-file-parser": by_javascript,
}
print(*(f"{library}: {value}" for library, value in seen.items()), sep="\n")
if list(seen.values()) != [125, (125, "kg"), (125, "kg"), [125, 12.5]]:
    sys.exit("Changed: the decoders agree more, or less, about a field of the maker's own.")
print("Still so.")
PY
