#!/usr/bin/env bash
# Finding: FFmpeg's amix halves the voice from its first word on for a bell that rings ten seconds later, and two seconds after the bell lets it swell to full.
# Version: imageio-ffmpeg 0.8.1, which carries FFmpeg, numpy 2.4.6 (PyPI)
# Source: FFmpeg, its filter amix: "normalize" is on by default and shares the level among the inputs that have not ended, with "dropout_transition", two seconds,
#   for each that ends; a bell that adelay has put to its time is an input from the start.
# Behaviour: A steady voice of level 0.50 with a bell of one second at second 10: 0.25 before the bell and while it rings, then louder for two seconds, 0.50 from
#   second 13 on. With normalize=0 the level is 0.50 throughout.
# Cost: The first part of a workout is 6 dB too quiet and the coach grows louder in mid-sentence, once for each clip that is mixed in; with five clips laid into the
#   file the voice begins at a sixth. Levelling the finished file keeps the step.
# Seen: seconds 1, 9, 10.5, 11.5, 12.5 and 14: 0.25, 0.25, 0.25, 0.30, 0.42, 0.50; with normalize=0: 0.50 six times; with five clips 0.08 at second 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet imageio-ffmpeg==0.8.1 numpy==2.4.6
cd "$work"
bin/python - <<'PY'
import subprocess
import sys
import wave

import imageio_ffmpeg
import numpy

RATE = 16000
VOICE, BELL = 200, 3000  # Hz
ffmpeg = imageio_ffmpeg.get_ffmpeg_exe()


def write(path, hertz, seconds):
    samples = 0.5 * numpy.sin(2 * numpy.pi * hertz * numpy.arange(RATE * seconds) / RATE)
    with wave.open(path, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes((samples * 32767).astype("<i2").tobytes())


def levels(bells, option, moments):
    """How loud the voice is at those seconds in a mix with that many bells, the first at second 10."""
    inputs = ["-i", "voice.wav", *["-i", "bell.wav"] * bells]
    put = "".join(f"[{n}]adelay={10000 + 2000 * (n - 1)}[b{n}];" for n in range(1, bells + 1))
    names = "".join(f"[b{n}]" for n in range(1, bells + 1))
    mix = f"{put}[0]{names}amix=inputs={bells + 1}{option}"
    subprocess.run([ffmpeg, "-y", "-loglevel", "error", *inputs, "-filter_complex", mix, "mix.wav"], check=True)
    with wave.open("mix.wav") as file:
        mixed = numpy.frombuffer(file.readframes(-1), "<i2") / 32767
    pieces = [mixed[int(second * RATE) :][: RATE // 5] for second in moments]  # a fifth of a second holds whole waves
    return [float(round(2 * abs(numpy.fft.rfft(piece)[VOICE // 5]) / len(piece), 2)) for piece in pieces]


write("voice.wav", VOICE, 24)
write("bell.wav", BELL, 1)
moments = (1, 9, 10.5, 11.5, 12.5, 14)
as_it_is = levels(1, "", moments)
even = levels(1, ":normalize=0", moments)
(many,) = levels(5, "", (1,))
print(f"at seconds {moments}: {as_it_is}; with normalize=0: {even}; with five bells at second 1: {many}")
if not (as_it_is[:3] == [0.25] * 3 and 0.25 < as_it_is[3] < as_it_is[4] < 0.5 == as_it_is[5] and even == [0.5] * 6 and many == 0.08):
    sys.exit("Changed: the voice has another level.")
print("Still so.")
PY
