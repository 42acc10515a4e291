#!/usr/bin/env bash
# Finding: FFmpeg's -stream_loop repeats a second's beat in MP3 or AAC to the sample, and in Opus 6.5 ms late each time, though Opus is the one that knows its length.
# Version: imageio-ffmpeg 0.8.1, which carries FFmpeg, soundfile 0.14.0, numpy 2.4.6 (PyPI)
# Source: FFmpeg, libavformat/demux.c: what an encoder put in front is marked to be skipped at each packet of time 0, for formats that give it as start_skip_samples, as those
#   of MP3 and MP4 do; for Opus it is the decoder that skips it, 312 samples of 48 kHz, once. -stream_loop goes back to the start of the file under the same decoder.
# Behaviour: Ten seconds from a beat of one: WAV, FLAC, MP3 and AAC 10 s, Opus 10.0585 s, in Ogg and in WebM. Vorbis in WebM is early by some ms each time. Decoded once, each is one
#   second long. The filter aloop, which repeats samples, is right for all.
# Cost: A metronome that is made longer from one click runs half a second behind in 80 beats, and the counts that are laid onto it by number drift from it, in the format that was taken
#   because MP3 "has gaps"; one pass, and two, sound right. Repeat with aloop.
# Seen: WAV, FLAC, MP3, AAC 1.0 s apart; Opus in Ogg and WebM 1.0065 s; Vorbis in WebM less than 1; with aloop 1.0 for all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet imageio-ffmpeg==0.8.1 soundfile==0.14.0 numpy==2.4.6
cd "$work"
"$work/bin/python" - <<'PY'
import subprocess
import sys

import imageio_ffmpeg
import numpy as np
import soundfile

RATE = 48_000
TIMES = 10
FORMATS = {
    "beat.wav": [],
    "beat.flac": [],
    "beat.mp3": [],
    "beat.m4a": [],
    "opus.ogg": ["-c:a", "libopus"],
    "opus.webm": ["-c:a", "libopus"],
    "vorbis.webm": ["-c:a", "libvorbis"],
}


def ffmpeg(*options):
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", *options], check=True)


def decoded(*options):
    ffmpeg(*options, "-ar", str(RATE), "decoded.wav")
    return soundfile.read("decoded.wav")[0]


def apart(sound):
    """The seconds between two beats, the mean over a sound."""
    loud = np.flatnonzero(np.abs(sound) > 0.2)
    beats = loud[np.flatnonzero(np.diff(loud, prepend=-RATE) > RATE // 4)]
    return round(float(np.diff(beats).mean()) / RATE, 4), len(beats)


click = np.zeros(RATE)
click[RATE // 2 : RATE // 2 + RATE // 50] = np.sin(2 * np.pi * 1000 * np.arange(RATE // 50) / RATE) / 2
soundfile.write("click.wav", click, RATE, subtype="PCM_16")
same = True
for name, codec in FORMATS.items():
    ffmpeg("-i", "click.wav", *codec, name)
    once = len(decoded("-i", name)) / RATE
    looped = apart(decoded("-stream_loop", str(TIMES - 1), "-i", name))
    repeated = apart(decoded("-i", name, "-af", f"aloop=loop={TIMES - 1}:size={RATE}"))
    print(f"{name}: once {once} s; beats {looped[0]} s apart by -stream_loop, {repeated[0]} s by aloop")
    right = {"opus": looped[0] == 1.0065, "vorb": looped[0] < 0.999}.get(name[:4], looped[0] == 1)
    same &= right and once == 1 and looped[1] == TIMES and repeated == (1, TIMES)
if not same:
    sys.exit("Changed: the beat comes elsewhere.")
print("Still so.")
PY
