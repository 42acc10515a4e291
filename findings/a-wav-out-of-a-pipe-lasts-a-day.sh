#!/usr/bin/env bash
# Finding: Two seconds of sound that FFmpeg wrote as WAV into a pipe last 27 hours for Python's own wave, for mutagen, tinytag and sphn.durations.
# Version: imageio-ffmpeg 0.8.1, which carries FFmpeg; mutagen 1.48.1, tinytag 2.3.2, sphn 0.2.1, soundfile 0.14.0, miniaudio 1.71 (PyPI)
# Source: a WAV file tells its length at its beginning; FFmpeg cannot go back there in a pipe and leaves 0xFFFFFFFF, which these readers divide by the bytes a second.
# Behaviour: wave.getnframes() is 2 147 483 639 or so, and readframes of as many gives the 44 100 there are, without an error. soundfile and miniaudio tell
#   and read two seconds, and so does sphn.read, whose own durations says 27 hours. The same sound written into a file is two seconds for all.
# Cost: A length that is asked of the header, for a mark, a progress bar or a deadline, is more than a day, for clips that were made in memory and for no others.
#   Count what was read.
# Seen: pipe: wave, mutagen, tinytag, sphn.durations 97391.5 s, soundfile, miniaudio, sphn.read 2.0 s; file: 2.0 s for all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet imageio-ffmpeg==0.8.1 mutagen==1.48.1 tinytag==2.3.2 sphn==0.2.1 soundfile==0.14.0 miniaudio==1.71
cd "$work"
bin/python - <<'PY'
import subprocess
import sys
import wave
from pathlib import Path

import imageio_ffmpeg
import miniaudio
import mutagen.wave
import soundfile
import sphn
from tinytag import TinyTag

RATE = 22050
SOUND = b"\x00\x01" * (2 * RATE)
FFMPEG = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y"]
FFMPEG += ["-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "-", "-f", "wav"]


def seconds(path):
    """How long a file is, by those that tell, and by those that read."""
    with wave.open(path) as file:
        frames = file.getnframes()
        read = len(file.readframes(frames)) / 2
    return {
        "wave": frames / RATE,
        "mutagen": mutagen.wave.WAVE(path).info.length,
        "tinytag": TinyTag.get(path).duration,
        "sphn.durations": sphn.durations([path])[0],
        "wave, read": read / RATE,
        "soundfile": soundfile.info(path).duration,
        "miniaudio": miniaudio.get_file_info(path).duration,
        "sphn.read": sphn.read(path)[0].shape[1] / RATE,
    }


piped = subprocess.run([*FFMPEG, "-"], input=SOUND, check=True, capture_output=True).stdout
Path("pipe.wav").write_bytes(piped)
subprocess.run([*FFMPEG, "file.wav"], input=SOUND, check=True)
same = True
for path, long in (("pipe.wav", 4), ("file.wav", 0)):
    seen = seconds(path)
    print(f"{path}:", *(f"{reader} {length:.1f}" for reader, length in seen.items()))
    lengths = list(seen.values())
    same &= all(length > 86400 for length in lengths[:long]) and all(length == 2 for length in lengths[long:])
if not same:
    sys.exit("Changed: the length of a piped file is told by another rule.")
print("Still so.")
PY
