#!/usr/bin/env bash
# Finding: In pydub "a + b" puts b behind a, and a.append(b) lays a tenth of a second of both over each other: the tenth of ten counts is a second early.
# Version: pydub 0.25.1 (PyPI); Python 3.11 or 3.12
# Source: pydub, AudioSegment.append: "crossfade" is 100 ms unless it is given, and the operator + calls it with 0.
# Behaviour: A second of silence with ten seconds appended lasts 10 s instead of 11, each beginning 100 ms earlier than the one before would have it, and faded in.
#   A click of 80 ms cannot be appended at all, and can be added.
# Cost: The two ways look like list's + and append, and the loop that is made faster, or only prettier, by append counts ahead of the beat by a tenth of a second a
#   count, with each first consonant faded away. One clip appended to another sounds right.
# Seen: with +: 11.0 s, beeps at 1, 2, 3, ... 10 s; with append: 10.0 s, beeps at 0.9, 1.8, 2.7, ... 9.0 s; a click of 80 ms: ValueError.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pydub==0.25.1
"$work/bin/python" -W ignore - <<'PY'
import sys

from pydub import AudioSegment
from pydub.generators import Sine

RATE = 16000
rest = AudioSegment.silent(duration=1000, frame_rate=RATE)
count = Sine(880, sample_rate=RATE).to_audio_segment(duration=300) + rest[:700]
click = Sine(2000, sample_rate=RATE).to_audio_segment(duration=80)


def beeps(sound):
    """The seconds at which a tone begins, to a tenth."""
    loud = [sound[ms : ms + 20].max > 3000 for ms in range(0, len(sound), 20)]
    return [round(place * 0.02, 1) for place in range(1, len(loud)) if loud[place] and not loud[place - 1]]


added = appended = rest
for _ in range(10):
    added += count
    appended = appended.append(count)
print(f"with +: {len(added) / 1000} s, beeps at {beeps(added)}")
print(f"with append: {len(appended) / 1000} s, beeps at {beeps(appended)}")
try:
    rest.append(click)
    refused = False
except ValueError as error:
    refused = True
    print("a click of 80 ms:", error)
on_time = [float(n) for n in range(1, 11)]
early = [round(0.9 * n, 1) for n in range(1, 11)]
if not (len(added) == 11000 and len(appended) == 10000 and beeps(added) == on_time and beeps(appended) == early and refused):
    sys.exit("Changed: append loses nothing.")
print("Still so.")
PY
