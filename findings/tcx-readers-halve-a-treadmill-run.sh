#!/usr/bin/env bash
# Finding: Of a treadmill run, a TCX file without positions, python-tcxparser reads the minutes and no distance, and tcxreader the distance and no minutes.
# Version: python-tcxparser 2.4.0, tcxreader 0.4.11 (PyPI)
# Source: tcxparser, distance_values (Trackpoint/DistanceMeters alone, not the laps'); tcxreader, read(only_gps=True) by default; Garmin's
#   schema TrainingCenterDatabase v2, in which a lap must have its distance and a trackpoint need have neither place nor distance.
# Behaviour: Three laps of 2 km and ten minutes with times and heart rate: 0 m, 1800 s and 140 beats from the one, 6000 m, 0 s and no heart rate
#   from the other. Neither says that anything was missing. With only_gps=False tcxreader has all three.
# Cost: A planner that spares the legs after a long run does not see the one that was run indoors in winter, whichever reader it took.
# Seen: tcxparser 0 m 1800 s 140; tcxreader 6000 m 0 s None; tcxreader with only_gps=False 6000 m 1799 s 140.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet python-tcxparser==2.4.0 tcxreader==0.4.11
"$work/bin/python" - "$work/run.tcx" <<'PY'
import sys

from tcxparser import TCXParser
from tcxreader.tcxreader import TCXReader

NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"


def point(minute: int, second: int) -> str:
    time = f"<Time>2026-11-29T07:{minute:02}:{second:02}Z</Time>"
    return f"<Trackpoint>{time}<HeartRateBpm><Value>140</Value></HeartRateBpm></Trackpoint>"


def lap(minute: int) -> str:
    sums = "<TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>2000</DistanceMeters><Calories>100</Calories>"
    kind = "<Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod>"
    track = f"<Track>{point(minute, 0)}{point(minute + 9, 59)}</Track>"
    return f'<Lap StartTime="2026-11-29T07:{minute:02}:00Z">{sums}{kind}{track}</Lap>'


laps = "".join(lap(minute) for minute in (0, 10, 20))
activity = f'<Activity Sport="Running"><Id>2026-11-29T07:00:00Z</Id>{laps}</Activity>'
with open(sys.argv[1], "w", encoding="utf-8") as file:
    file.write('<?xml version="1.0" encoding="UTF-8"?>')
    file.write(f'<TrainingCenterDatabase xmlns="{NAMESPACE}"><Activities>{activity}</Activities></TrainingCenterDatabase>')

one = TCXParser(sys.argv[1])
seen = [(one.distance, one.duration, one.hr_avg)]
for choice in ({}, {"only_gps": False}):
    other = TCXReader().read(sys.argv[1], **choice)
    seen.append((other.distance, other.duration, other.hr_avg))
for reader, figures in zip(("tcxparser", "tcxreader", "tcxreader with only_gps=False"), seen):
    print(reader, "{} m, {} s, heart rate {}".format(*figures))
if seen != [(0, 1800, 140), (6000, 0, None), (6000, 1799, 140)]:
    sys.exit("Changed: the run is read in another way.")
print("Still so.")
PY
