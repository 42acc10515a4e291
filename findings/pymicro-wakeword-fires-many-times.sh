#!/usr/bin/env bash
# Finding: pymicro-wakeword answers True a dozen times for one "Alexa", at moments 30 ms apart: it tells a level, not an event.
# Version: pymicro-wakeword 2.5.0, espeakng-loader 0.2.4, soxr 1.1.0, numpy 2.4.6 (PyPI)
# Source: pymicro_wakeword, MicroWakeWord.process_streaming: the mean of the last probabilities against a cutoff, without a pause after a hit.
# Behaviour: One word spoken by espeak-ng in two seconds of sound: more than five times True, all within half a second.
# Cost: A device that opens its microphone at each True stops the coach's answer to the first one with the second.
# Seen: 13 times True in 0.36 s.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pymicro-wakeword==2.5.0 espeakng-loader==0.2.4 soxr==1.1.0 numpy==2.4.6
"$work/bin/python" - <<'PY'
import ctypes
import sys

import espeakng_loader
import numpy
import soxr
from pymicro_wakeword import MicroWakeWord, MicroWakeWordFeatures, Model

lib = ctypes.CDLL(espeakng_loader.get_library_path())
rate = lib.espeak_Initialize(2, 0, str(espeakng_loader.get_data_path()).encode(), 0)
pieces = []


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
def keep(samples, count, events):
    if count > 0:
        pieces.append(numpy.ctypeslib.as_array(samples, (count,)).copy())
    return 0


lib.espeak_SetSynthCallback(keep)
lib.espeak_SetVoiceByName(b"en-us")
lib.espeak_Synth(b"Alexa", 6, 0, 1, 0, 1, None, None)
word = soxr.resample(numpy.concatenate(pieces), rate, 16000)
sound = numpy.concatenate([numpy.zeros(8000, "<i2"), word.astype("<i2"), numpy.zeros(16000, "<i2")]).tobytes()

wake, features, hits, step = MicroWakeWord.from_builtin(Model.ALEXA), MicroWakeWordFeatures(), [], 0
for begin in range(0, len(sound), 320):  # 10 ms each
    for feature in features.process_streaming(sound[begin : begin + 320]):
        step += 1
        if wake.process_streaming(feature):
            hits.append(step * 10)
print(f"{len(hits)} times True, in ms: {hits}")
if len(hits) < 5 or hits[-1] - hits[0] > 700:
    sys.exit("Changed: one word is told once, or never.")
print("Still so.")
PY
