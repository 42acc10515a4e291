#!/usr/bin/env bash
# Finding: fitparse gives UTC as a datetime without a zone, so its .timestamp() depends on the machine's zone; fitdecode, from the same file, does not.
# Version: fitparse 1.2.0, fitdecode 0.11.0 (PyPI)
# Source: fitparse/processors.py, process_type_date_time (utcfromtimestamp); Python's datetime.timestamp() takes naive values as local.
# Behaviour: On a machine set to UTC all agree. On one in Denver fitparse's moment is seven hours later than fitdecode's.
# Cost: Tests pass on a server in UTC; on a runner's laptop an evening run lands on the next day.
# Seen: with TZ=UTC the difference is 0 h, with TZ=America/Denver 7 h.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet garmin-fit-sdk==21.218.0 fitdecode==0.11.0 fitparse==1.2.0
cat > "$work/difference.py" <<'PY'
import datetime

import fitdecode
import fitparse
from garmin_fit_sdk import Encoder

evening = datetime.datetime(2026, 11, 25, 1, 30, tzinfo=datetime.timezone.utc)  # 18:30 on the 24th in Denver
encoder = Encoder()
encoder.write_mesg({"mesg_num": 0, "type": "activity", "manufacturer": "development", "time_created": evening})
data = encoder.close()
naive = next(iter(fitparse.FitFile(data).get_messages("file_id"))).get_value("time_created")
aware = next(
    frame.get_value("time_created")
    for frame in fitdecode.FitReader(data)
    if frame.frame_type == fitdecode.FIT_FRAME_DATA
)
print(f"{(naive.timestamp() - aware.timestamp()) / 3600:g} h")
PY
seen="UTC $(TZ=UTC "$work/bin/python" "$work/difference.py"), Denver $(TZ=MST7MDT,M3.2.0,M11.1.0 "$work/bin/python" "$work/difference.py")"
echo "fitparse - fitdecode: $seen"
if [ "$seen" != "UTC 0 h, Denver 7 h" ]; then
  echo "Changed: the two agree, or differ by another amount." >&2
  exit 1
fi
echo "Still so."
