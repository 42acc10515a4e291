#!/usr/bin/env bash
# Finding: gpxpy's top speed of a run with six sprints is the speed of the jog between them, and a minute at a traffic light is neither moving nor stopped time.
# Version: gpxpy 1.6.2 (PyPI)
# Source: gpxpy/geo.py, calculate_max_speed: points whose way is more than 1.5 standard deviations from the mean are left out first, and of the rest the fastest 5 %, as
#   errors of the receiver. gpxpy/gpx.py, get_moving_data: a step is counted under "if distance", so that one without any distance goes nowhere.
# Behaviour: A quarter of an hour with a fix a second, jogging at 3 m/s with six sprints of 6 s at 6 m/s and a stand of 60 s: max_speed is 3 m/s, moving time 840 s, stopped
#   time 0, together a minute less than get_duration(). raw=True gives 6 m/s, and the times stay as they are.
# Cost: Intervals are what strains legs; a coach that reads the day's run takes a hard one for an easy one and plans squats for the next morning. A pause that the watch
#   recorded with the same coordinates is missing from both sums, so that "stopped" cannot be told by them.
# Seen: max speed 3.0 m/s, raw 6.0 m/s; moving 840 s, stopped 0 s, duration 900 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet gpxpy==1.6.2
"$work/bin/python" - <<'PY'
import sys
from datetime import datetime, timedelta, timezone

from gpxpy.gpx import GPX, GPXTrack, GPXTrackPoint, GPXTrackSegment

METRES_A_DEGREE = 111_195
began = datetime(2026, 3, 1, 8, tzinfo=timezone.utc)
segment = GPXTrackSegment()
metres = 0.0
for second in range(901):
    if second:
        stands, sprints = 300 <= second < 360, second % 140 < 6
        metres += 0 if stands else 6 if sprints else 3
    point = GPXTrackPoint(48 + metres / METRES_A_DEGREE, 11, time=began + timedelta(seconds=second))
    segment.points.append(point)
run, track = GPX(), GPXTrack()
track.segments.append(segment)
run.tracks.append(track)

usual, raw = run.get_moving_data(), run.get_moving_data(raw=True)
print(f"max speed {usual.max_speed:.1f} m/s, raw {raw.max_speed:.1f} m/s")
print(f"moving {usual.moving_time:.0f} s, stopped {usual.stopped_time:.0f} s, duration {run.get_duration():.0f} s")
if (round(usual.max_speed, 1), round(raw.max_speed, 1)) != (3.0, 6.0):
    sys.exit("Changed: the sprints count otherwise.")
if (usual.moving_time, usual.stopped_time, run.get_duration()) != (840, 0, 900):
    sys.exit("Changed: the stand counts otherwise.")
print("Still so.")
PY
