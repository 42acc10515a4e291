#!/usr/bin/env bash
# Finding: pydub's strip_silence makes 0 ms of a spoken sentence, which it takes for silence, and with a threshold that fits it strips the pauses within as well.
# Version: pydub 0.25.1, espeakng-loader 0.2.4, numpy 2.4.6 (PyPI); Python 3.11 or 3.12
# Source: pydub, effects.py and silence.py: strip_silence() joins what split_on_silence() leaves, with its threshold of -16 dBFS for the average of a second; speech whose
#   peaks are full has its average at -18 to -25. detect_leading_silence() of the same module asks at -50 dBFS, in steps of 10 ms.
# Behaviour: A sentence of espeak-ng's, 2.9 s long with peaks at -3 dBFS, comes back with 0 ms, and with 0 ms when its peaks are at full scale; split_on_silence() gives an
#   empty list. At -50 dBFS the sentence is whole, and of two with three seconds between them nothing is left of those.
# Cost: Clips that are trimmed before they are joined to a workout are gone, without an error. Told the right threshold, it takes the rests out of a set too, which a name
#   like str.strip's, that touches the ends alone, does not suggest. Cut at detect_leading_silence(), from both ends.
# Seen: the sentence 2873 ms, stripped 0, at full scale 0, pieces 0; stripped at -50 dBFS 2911 of 8873; two with a pause 8747, stripped at -50 dBFS 5735.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pydub==0.25.1 espeakng-loader==0.2.4 numpy==2.4.6
"$work/bin/python" -W ignore - <<'PY'
import ctypes
import sys

import espeakng_loader
import numpy
from pydub import AudioSegment
from pydub.effects import normalize, strip_silence
from pydub.silence import detect_leading_silence, split_on_silence

lib = ctypes.CDLL(espeakng_loader.get_library_path())
rate = lib.espeak_Initialize(2, 0, str(espeakng_loader.get_data_path()).encode(), 0)
pieces = []


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
def keep(samples, count, events):
    if count > 0:
        pieces.append(numpy.ctypeslib.as_array(samples, (count,)).copy())
    return 0


text = b"Ten squats. Feet apart, and sit back."
lib.espeak_SetSynthCallback(keep)
lib.espeak_SetVoiceByName(b"en-us")
lib.espeak_Synth(text, len(text), 0, 1, 0, 1, None, None)
samples = numpy.concatenate(pieces).astype("<i2")
sentence = AudioSegment(samples.tobytes(), frame_rate=rate, sample_width=2, channels=1)
full = normalize(sentence)
pause = AudioSegment.silent(3000, frame_rate=rate)
padded = pause + sentence + pause
both = sentence + pause + sentence
seen = {
    "the sentence": len(sentence),
    "stripped": len(strip_silence(sentence)),
    "stripped, peaks at 0 dBFS": len(strip_silence(full)),
    "pieces": len(split_on_silence(padded)),
    "leading silence before it": detect_leading_silence(padded),
    "stripped at -50 dBFS": len(strip_silence(padded, silence_thresh=-50)),
    "two with a pause": len(both),
    "two, stripped at -50 dBFS": len(strip_silence(both, silence_thresh=-50)),
}
print(f"average {sentence.dBFS:.1f} dBFS, peak {sentence.max_dBFS:.1f}; normalised: average {full.dBFS:.1f}")
for what, told in seen.items():
    print(f"{what}: {told}")
same = (
    seen["the sentence"] > 2500
    and seen["stripped"] == seen["stripped, peaks at 0 dBFS"] == seen["pieces"] == 0
    and 3000 <= seen["leading silence before it"] < 3100
    and seen["stripped at -50 dBFS"] > 2500
    and seen["two, stripped at -50 dBFS"] < seen["two with a pause"] - 2500
)
if not same:
    sys.exit("Changed: other things are taken for silence.")
print("Still so.")
PY
