#!/usr/bin/env bash
# Finding: Garmin's encoder leaves out what it does not know by name, subfields such as duration_reps included, and says nothing.
# Version: garmin-fit-sdk 21.218.0 (PyPI)
# Source: garmin_fit_sdk, Encoder.write_mesg; FIT profile, message "workout_step": duration_value with its subfields duration_time, duration_reps …
# Behaviour: The decoder hands out the names of subfields (duration_reps). Given back to the encoder, such a name is dropped: only the main
#   field (duration_value, in raw units) is written. The file is valid and the step has no length.
# Cost: A plan that was read and written again reaches the watch without its repetitions.
# Seen: a step read as {duration_value: 15, duration_reps: 15}; written from duration_reps alone it has neither.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0
"$work/bin/python" - <<'PY'
import io
import sys

from garmin_fit_sdk import Decoder, Encoder, Stream


def through(**length):
    """Write a step with this length, and read it."""
    encoder = Encoder()
    encoder.write_mesg({"mesg_num": 0, "type": "workout", "manufacturer": "development", "serial_number": 1})
    encoder.write_mesg({"mesg_num": 27, "message_index": 0, "duration_type": "reps", **length})
    messages, errors = Decoder(Stream.from_bytes_io(io.BytesIO(encoder.close()))).read()
    step = messages["workout_step_mesgs"][0]
    return {name: value for name, value in step.items() if name.startswith("duration_")}, errors


by_value = through(duration_value=15)
by_subfield = through(duration_reps=15)
print(f"From duration_value: {by_value}\nFrom duration_reps:  {by_subfield}")
if by_value != ({"duration_type": "reps", "duration_value": 15, "duration_reps": 15}, []):
    sys.exit("Changed: the decoder no longer gives both names.")
if by_subfield != ({"duration_type": "reps"}, []):
    sys.exit("Changed: the encoder takes the subfield, or complains.")
print("Still so.")
PY
