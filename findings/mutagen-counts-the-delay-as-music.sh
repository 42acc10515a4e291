#!/usr/bin/env bash
# Finding: mutagen tells a length for an MP3 of FFmpeg's that no decoder gives: it counts the encoder's delay, which the file's own tag says to skip.
# Version: mutagen 1.48.1, av 18.1.0, miniaudio 1.71, numpy 2.4.6 (PyPI)
# Source: mutagen/mp3/__init__.py: frames × samples a frame; the LAME tag's delay and padding, which FFmpeg writes and decoders obey.
# Behaviour: Two seconds of sound, encoded by FFmpeg's libmp3lame: FFmpeg and miniaudio decode exactly 48 000 samples; mutagen says more than 2.05 s.
# Cost: A playlist's next track is started up to a tenth of a second late, and a sum over twenty tracks is off by more than a second.
# Seen: decoded 2.000 and 2.000 s, mutagen 2.064 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet mutagen==1.48.1 av==18.1.0 miniaudio==1.71 numpy==2.4.6
"$work/bin/python" - <<'PY'
import io
import sys

import av
import miniaudio
import mutagen.mp3
import numpy

RATE = 24000
click = numpy.zeros((1, 2 * RATE), numpy.int16)
click[0, 12000:12200] = 20000
mp3 = io.BytesIO()
with av.open(mp3, "w", format="mp3") as container:
    stream = container.add_stream("mp3", rate=RATE)
    stream.layout = "mono"
    stream.bit_rate = 48000
    frame = av.AudioFrame.from_ndarray(click, format="s16p", layout="mono")
    frame.sample_rate = RATE
    for packet in [*stream.encode(frame), *stream.encode(None)]:
        container.mux(packet)
data = mp3.getvalue()
by_ffmpeg = sum(frame.samples for frame in av.open(io.BytesIO(data)).decode(audio=0)) / RATE
by_miniaudio = len(miniaudio.decode(data, nchannels=1, sample_rate=RATE).samples) / RATE
by_mutagen = round(mutagen.mp3.MP3(io.BytesIO(data)).info.length, 3)
print(f"FFmpeg {by_ffmpeg:.3f} s, miniaudio {by_miniaudio:.3f} s, mutagen {by_mutagen:.3f} s")
if (by_ffmpeg, by_miniaudio) != (2.0, 2.0) or by_mutagen < 2.05:
    sys.exit("Changed: the lengths agree, or differ in another way.")
print("Still so.")
PY
