#!/usr/bin/env bash
# Finding: HeartPy's SDSD is little more than half of what SDSD is: it is the spread of the sizes of the changes from beat to beat, not of the changes.
# Version: heartpy 1.2.7, numpy 2.4.6 (PyPI)
# Source: HeartPy, analysis.py: rr_diff is an absolute value, and SDSD its standard deviation; its README tells SDSD as the standard deviation of successive differences.
# Behaviour: Of two minutes of beats SDSD is 13.9 ms, and by its definition 24.5, as good as RMSSD, which HeartPy tells as 24.5. Where every other beat is 20 ms late
#   HeartPy's SDSD is 0, which is the value of a metronome, and by its definition 40.
# Cost: A morning's variability that is compared with limits from a paper, or with a history that another library made, says "tired" of a rested runner, and the coach
#   makes the day light; RMSSD, which is what one checks by hand, is right.
# Seen: breathing: SDSD 13.9 (24.5), RMSSD 24.5 (24.5); every other beat late: SDSD 0.0 (40.0), RMSSD 40.0 (40.0).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet heartpy==1.2.7 numpy==2.4.6
"$work/bin/python" -W ignore - <<'PY'
import sys

import heartpy
import numpy

beats = numpy.arange(120)
noise = numpy.random.default_rng(0).normal(0, 15, 120)
breathing = (900 + 60 * numpy.sin(beats / 3) + noise).round()
late = 900.0 + 20 * (-1) ** numpy.arange(121)

seen = {}
for name, intervals in {"breathing": breathing, "every other beat late": late}.items():
    _, told = heartpy.process_rr(intervals)
    changes = numpy.diff(intervals)
    by_definition = [changes.std(), (changes**2).mean() ** 0.5]
    seen[name] = [float(round(number, 1)) for number in (told["sdsd"], told["rmssd"], *by_definition)]
    print("{}: SDSD {}, RMSSD {}; by definition {} and {}".format(name, *seen[name]))
if seen != {"breathing": [13.9, 24.5, 24.5, 24.5], "every other beat late": [0, 40, 40, 40]}:
    sys.exit("Changed: SDSD is told in another way.")
print("Still so.")
PY
