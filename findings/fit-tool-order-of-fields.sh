#!/usr/bin/env bash
# Finding: In fit-tool the order of two assignments decides whether a rest lasts 45 seconds or 45 milliseconds.
# Version: fit-tool 0.9.16, read back with fitdecode 0.11.0 (PyPI)
# Source: fit_tool/profile/messages/workout_step_message.py, the setter of duration_time; FIT profile, subfields of duration_value.
# Behaviour: duration_time is a subfield with scale 1000, and it is one only while duration_type says "time". fit-tool scales at the moment of
#   assignment: set before duration_type, the number is taken unscaled and stays so.
# Cost: Every rest of a plan on the watch is over at once; no error, and the file passes every validator.
# Seen: type first: 45.0 s; time first: 0.045 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet fit-tool==0.9.16 fitdecode==0.11.0
"$work/bin/python" - <<'PY'
import sys

import fitdecode
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import FileType, WorkoutStepDuration


def seconds(type_first):
    """Give the length of a step of 45 s as another library reads it."""
    about = FileIdMessage()
    about.type = FileType.WORKOUT
    step = WorkoutStepMessage()
    if type_first:
        step.duration_type = WorkoutStepDuration.TIME
        step.duration_time = 45.0
    else:
        step.duration_time = 45.0
        step.duration_type = WorkoutStepDuration.TIME
    builder = FitFileBuilder(auto_define=True)
    builder.add_all([about, step])
    for frame in fitdecode.FitReader(builder.build().to_bytes()):
        if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "workout_step":
            return frame.get_value("duration_time")


seen = {"type first": seconds(True), "time first": seconds(False)}
print(seen)
if seen != {"type first": 45.0, "time first": 0.045}:
    sys.exit("Changed: the order of the assignments has another effect, or none.")
print("Still so.")
PY
