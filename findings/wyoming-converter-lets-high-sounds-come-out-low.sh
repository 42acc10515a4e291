#!/usr/bin/env bash
# Finding: Wyoming's AudioChunkConverter brings 48 kHz to 16 kHz without a filter: a tone of 12 kHz comes out as one of 4 kHz, as loud as it was.
# Version: wyoming 1.10.2 (PyPI); Python 3.11 or later
# Source: wyoming/audio.py, AudioChunkConverter.convert: audioop.ratecv, or its copy in pyaudioop, which draws lines between samples.
# Behaviour: Tones of 1 and 7 kHz keep their pitch and level. One of 12 kHz has 4 kHz afterwards and has lost less than a decibel.
# Cost: Hiss and consonants of a 48 kHz microphone land among the vowels, where a recogniser listens; the file is of the right length and rate.
# Seen: 1000 → 1000 Hz, 7000 → 7000 Hz, 12000 → 4000 Hz, each at 0.0 dB.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet wyoming==1.10.2
"$work/bin/python" -W ignore::DeprecationWarning - <<'PY'
import math
import sys
from array import array

from wyoming.audio import AudioChunk, AudioChunkConverter

FROM, TO, LOUD = 48000, 16000, 16000


def converted(hz):
    """The pitch, and the change of the level in dB, of a second of a tone."""
    tone = array("h", (round(LOUD * math.sin(2 * math.pi * hz * n / FROM)) for n in range(FROM)))
    converter = AudioChunkConverter(rate=TO, width=2, channels=1)
    sound = array("h", converter.convert(AudioChunk(FROM, 2, 1, tone.tobytes())).audio)
    crossings = sum((one < 0) != (two < 0) for one, two in zip(sound, sound[1:]))
    power = math.sqrt(sum(value * value for value in sound) / len(sound))
    return round(crossings / 2 / len(sound) * TO, -2), 20 * math.log10(power * math.sqrt(2) / LOUD)


seen = {hz: converted(hz) for hz in (1000, 7000, 12000)}
for hz, (pitch, change) in seen.items():
    print(f"{hz} → {pitch:.0f} Hz, {change:+.1f} dB")
if [pitch for pitch, _ in seen.values()] != [1000, 7000, 4000] or seen[12000][1] < -3:
    sys.exit("Changed: what the lower rate cannot hold is filtered out.")
print("Still so.")
PY
