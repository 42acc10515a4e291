#!/usr/bin/env bash
# Finding: MP3 files put one behind the other, as cat does, are heard to the end with FFmpeg and Symphonia, and end after the first with soundfile and miniaudio.
# Version: soundfile 0.14.0, miniaudio 1.71, mutagen 1.48.1, av 18.1.0 (FFmpeg), sphn 0.2.1 (Symphonia), lameenc 1.9.0, numpy 2.4.6 (PyPI)
# Source: the Xing or Info tag in the first frame of most MP3 files counts the frames of its own piece; mpg123, in soundfile, and dr_mp3, in miniaudio, stop there.
# Behaviour: Two and three seconds, each written by libsndfile, one behind the other: miniaudio gives 2.0 s, soundfile too, with a warning of mpg123's, and mutagen
#   says 2.0 s; FFmpeg and Symphonia give five seconds; sphn.durations tells 2.064 s of what sphn.read makes 5.112 s of. Pieces without the tag, as lameenc writes
#   them, are five seconds for all.
# Cost: A workout made of clips that were joined as bytes, which is said to work with MP3 and does in a browser, ends after the first clip on some players, and
#   which ones depends on the encoder of the clips. Join samples, or leave the tag out.
# Seen: tagged: soundfile 2.0, miniaudio 2.0, mutagen 2.0, FFmpeg 5.09, sphn 5.11 and durations 2.06; without a tag 5.1 for all six.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet soundfile==0.14.0 miniaudio==1.71 mutagen==1.48.1 av==18.1.0 sphn==0.2.1 lameenc==1.9.0 numpy==2.4.6
cd "$work"
bin/python - <<'PY'
import io
import sys
from pathlib import Path

import av
import lameenc
import miniaudio
import mutagen.mp3
import numpy
import soundfile
import sphn

RATE = 24000


def tone(hertz, seconds):
    return (8000 * numpy.sin(2 * numpy.pi * hertz * numpy.arange(seconds * RATE) / RATE)).astype("<i2")


def with_tag(sound):
    file = io.BytesIO()
    soundfile.write(file, sound, RATE, format="MP3")
    return file.getvalue()


def without_tag(sound):
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(48)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    return bytes(encoder.encode(sound.tobytes()) + encoder.flush())


def seconds(data):
    """How long a file is for each of its readers."""
    Path("chain.mp3").write_bytes(data)
    return {
        "soundfile": len(soundfile.read("chain.mp3")[0]) / RATE,
        "miniaudio": miniaudio.decode(data, nchannels=1, sample_rate=RATE).num_frames / RATE,
        "mutagen": mutagen.mp3.MP3("chain.mp3").info.length,
        "sphn.durations": sphn.durations(["chain.mp3"])[0],
        "FFmpeg": sum(frame.samples for frame in av.open("chain.mp3").decode(audio=0)) / RATE,
        "sphn.read": sphn.read("chain.mp3")[0].shape[1] / RATE,
    }


same = True
for encode, short in ((with_tag, 4), (without_tag, 0)):
    seen = seconds(encode(tone(440, 2)) + encode(tone(880, 3)))
    print(f"{encode.__name__}:", *(f"{reader} {length:.2f}" for reader, length in seen.items()))
    lengths = list(seen.values())
    same &= all(1.9 < length < 2.1 for length in lengths[:short])
    same &= all(4.9 < length < 5.2 for length in lengths[short:])
if not same:
    sys.exit("Changed: another reader ends early, or none does.")
print("Still so.")
PY
