#!/usr/bin/env bash
# Finding: Wyoming's AudioChunkConverter takes any number of channels for two: a second of a four-channel microphone becomes two seconds "of one channel".
# Version: wyoming 1.10.2 (PyPI); Python 3.11 or later
# Source: wyoming/audio.py, AudioChunkConverter.convert with channels=1: audioop.tomono, which adds pairs of samples, whatever chunk.channels says.
# Behaviour: One second of 16 kHz in four channels comes out with 32,000 samples, said to be 16 kHz and one channel. Nothing is raised.
# Cost: A recogniser hears an array of four microphones at half speed and an octave low, and understands nothing; every field of the event is right.
# Seen: two channels → 16000 samples; four channels → 32000 samples.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet wyoming==1.10.2
"$work/bin/python" -W ignore::DeprecationWarning - <<'PY'
import sys
from array import array

from wyoming.audio import AudioChunk, AudioChunkConverter

RATE = 16000


def samples(channels):
    """How many samples a second of so many channels has once it is mono."""
    second = array("h", [1000] * RATE * channels).tobytes()
    converter = AudioChunkConverter(rate=RATE, width=2, channels=1)
    mono = converter.convert(AudioChunk(RATE, 2, channels, second))
    assert (mono.rate, mono.channels) == (RATE, 1)
    return mono.samples


seen = {channels: samples(channels) for channels in (2, 4)}
print(*(f"{channels} channels → {count} samples" for channels, count in seen.items()), sep="\n")
if seen != {2: RATE, 4: 2 * RATE}:
    sys.exit("Changed: four channels are mixed to one, or refused.")
print("Still so.")
PY
