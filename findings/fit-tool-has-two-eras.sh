#!/usr/bin/env bash
# Finding: In one fit-tool message two neighbouring time fields count differently: timestamp in ms since 1970, local_timestamp in s since 1989-12-31.
# Version: fit-tool 0.9.16, read back with fitdecode 0.11.0 (PyPI)
# Source: fit_tool/profile/messages/activity_message.py, the setters of timestamp and local_timestamp.
# Behaviour: Milliseconds since 1970 for both are refused with FitEncodingError, which names a range and no unit. Seconds since 1970
#   fit into the field and are taken: the local time then lies twenty years in the future.
# Cost: An export with the runner's zone either fails, or is dated 2046.
# Seen: ms refused; seconds since 1970 read as 2046; seconds since the FIT era read as 2026.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet fit-tool==0.9.16 fitdecode==0.11.0
"$work/bin/python" - <<'PY'
import sys

import fitdecode
from fit_tool.exceptions import FitEncodingError
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.profile_type import FileType

MOMENT = 1795503600  # 2026-11-24 07:00 UTC in s since 1970
FIT_ERA = 631065600


def years(local):
    about = FileIdMessage()
    about.type = FileType.ACTIVITY
    activity = ActivityMessage()
    activity.timestamp = MOMENT * 1000
    try:
        activity.local_timestamp = local
    except FitEncodingError:
        return "refused"
    builder = FitFileBuilder(auto_define=True)
    builder.add_all([about, activity])
    for frame in fitdecode.FitReader(builder.build().to_bytes()):
        if frame.frame_type == fitdecode.FIT_FRAME_DATA and frame.name == "activity":
            return frame.get_value("timestamp").year, frame.get_value("local_timestamp").year


seen = {"ms, 1970": years(MOMENT * 1000), "s, 1970": years(MOMENT), "s, 1989": years(MOMENT - FIT_ERA)}
print("years of timestamp and local_timestamp by what local_timestamp was given as:", seen)
if seen != {"ms, 1970": "refused", "s, 1970": (2026, 2046), "s, 1989": (2026, 2026)}:
    sys.exit("Changed: fit-tool counts its times in another way.")
print("Still so.")
PY
