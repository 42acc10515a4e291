#!/usr/bin/env bash
# Finding: In a list of WAV files FFmpeg plays all at the rate of the first: Piper's voice behind a 44.1 kHz bell is an octave up and half as long; MP3s are right.
# Version: imageio-ffmpeg 0.8.1, which carries FFmpeg, numpy 2.4.6 (PyPI)
# Source: FFmpeg, its demuxer concat, which takes the parameters of every file from the first one; raw samples carry none of their own, as the frames of an MP3 do.
# Behaviour: A second of 440 Hz at 22 050 Hz, the rate of most Piper voices, behind a second of bell at 44 100 Hz: half a second of 880 Hz, a result of 1.5 s and exit
#   code 0. Voice first: the bell lasts two seconds, an octave low. A stereo file behind a mono one is as long as two, and as low. As MP3 or FLAC all is right.
# Cost: A workout put together with "-f concat" has a coach that chatters, or is slow and deep, depending on which clip comes first, and the test with MP3 clips, or
#   with clips of one voice, is right. The filter of the same name resamples, and so does "-i" for each file.
# Seen: WAV: bell 880 Hz, voice 880 Hz, 1.5 s; voice first: 440 and 440 Hz, 3.0 s; stereo behind mono: 220 Hz, 3.0 s. MP3 and FLAC: 880 and 440 Hz, 2.0 s.
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
from pathlib import Path

import imageio_ffmpeg
import numpy

ffmpeg = [imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error"]


def write(name, hertz, rate, channels=1):
    """A second of a tone, as WAV, MP3 and FLAC."""
    tone = 0.5 * numpy.sin(2 * numpy.pi * hertz * numpy.arange(rate) / rate) * 32767
    with wave.open(f"{name}.wav", "wb") as file:
        file.setparams((channels, 2, rate, 0, "NONE", ""))
        file.writeframes(numpy.repeat(tone.astype("<i2"), channels).tobytes())
    for kind in ("mp3", "flac"):
        subprocess.run([*ffmpeg, "-i", f"{name}.wav", f"{name}.{kind}"], check=True)


def pitch(samples, rate):
    strength = abs(numpy.fft.rfft(samples * numpy.hanning(len(samples))))
    return round(float(numpy.fft.rfftfreq(len(samples), 1 / rate)[strength.argmax()]) / 20) * 20


def joined(*files):
    """The length in seconds of the files one after the other, and the tones near the beginning and near the end."""
    Path("list.txt").write_text("".join(f"file {file}\n" for file in files))
    done = subprocess.run([*ffmpeg, "-f", "concat", "-i", "list.txt", "all.wav"], capture_output=True)
    with wave.open("all.wav") as file:
        rate, channels = file.getframerate(), file.getnchannels()
        samples = numpy.frombuffer(file.readframes(-1), "<i2")[::channels]
    part = rate // 4
    return done.returncode, round(len(samples) / rate, 1), pitch(samples[part : 2 * part], rate), pitch(samples[-part:], rate)


write("bell", 880, 44100)
write("voice", 440, 22050)
write("stereo", 440, 44100, channels=2)
claimed = {
    ("bell.wav", "voice.wav"): (0, 1.5, 880, 880),
    ("voice.wav", "bell.wav"): (0, 3.0, 440, 440),
    ("bell.wav", "stereo.wav"): (0, 3.0, 880, 220),
    ("bell.mp3", "voice.mp3"): (0, 2.0, 880, 440),
    ("bell.flac", "voice.flac"): (0, 2.0, 880, 440),
}
seen = {files: joined(*files) for files in claimed}
for files, (code, seconds, first, last) in seen.items():
    print(f"{' + '.join(files)}: exit {code}, {seconds} s, {first} Hz and {last} Hz")
if seen != claimed:
    sys.exit("Changed: the files of a list keep their own rates.")
print("Still so.")
PY
