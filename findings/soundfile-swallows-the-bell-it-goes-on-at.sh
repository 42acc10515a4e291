#!/usr/bin/env bash
# Finding: Gone on at a place in a small MP3, soundfile swallows most of a bell that rings within 50 ms after it; read from the start the bell is whole.
# Version: soundfile 0.14.0, miniaudio 1.71, numpy 2.4.6 (PyPI)
# Source: layer III's bit reservoir: a loud frame's bits lie partly in the quiet, nearly empty frames before it; libsndfile's mpg123, which after a seek begins
#   a few frames earlier and drops what it then cannot read, as it tells on stderr ("part2_3_length … too large").
# Behaviour: A bell after silence, written by soundfile itself as a small MP3 (VARIABLE, compression_level 0.7): after seek() to 25 or 50 ms before it, a
#   quarter of its power is left, and at 600 ms all. miniaudio has all from each place. read() raises nothing and gives the right number of samples.
# Cost: A workout resumed just before a count or a bell has only the end of it, and tests that compare lengths and positions are green.
# Seen: left of the bell's power: soundfile 24 % at 25 ms, 24 % at 50 ms, 100 % at 600 ms; miniaudio 100 % everywhere.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet soundfile==0.14.0 miniaudio==1.71 numpy==2.4.6
cd "$work"
bin/python - <<'PY'
import sys

import miniaudio
import numpy as np
import soundfile

RATE = 24_000
BELL_AT = 3 * RATE

time = np.arange(RATE // 20) / RATE
sound = np.zeros(4 * RATE)
sound[BELL_AT : BELL_AT + len(time)] = 0.5 * np.sin(2 * np.pi * 600 * time) * np.exp(-20 * time)
soundfile.write("bell.mp3", sound, RATE, format="MP3", bitrate_mode="VARIABLE", compression_level=0.7)
whole, _ = soundfile.read("bell.mp3")


def left(before_ms):
    """How much of the bell's power, in %, each library has that goes on so long before the bell."""
    start = BELL_AT - before_ms * RATE // 1000
    count = BELL_AT + RATE // 10 - start
    with soundfile.SoundFile("bell.mp3") as file:
        file.seek(start)
        by_soundfile = file.read(count)
    stream = miniaudio.mp3_stream_file("bell.mp3", frames_to_read=count, seek_frame=start)
    by_miniaudio = np.array(next(stream)) / 32768
    assert len(by_soundfile) == len(by_miniaudio) == count
    power = (whole[start : start + count] ** 2).sum()
    return [round(float(100 * (samples**2).sum() / power)) for samples in (by_soundfile, by_miniaudio)]


seen = {before: left(before) for before in (25, 50, 600)}
for before, (by_soundfile, by_miniaudio) in seen.items():
    print(f"{before} ms before the bell: soundfile {by_soundfile} %, miniaudio {by_miniaudio} %")
near, far = [*seen[25], *seen[50]], seen[600]
if not (max(near[0::2]) < 50 and min(near[1::2]) > 98 and min(far) > 98):
    sys.exit("Changed: another part of the bell is left.")
print("Still so.")
PY
