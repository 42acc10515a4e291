#!/usr/bin/env bash
# Finding: SpeechRecognition's sensitivity of a keyword, "0 very insensitive, 1 very sensitive", is upside down with PocketSphinx: at 1 it hears least.
# Version: SpeechRecognition 3.17.0, pocketsphinx 5.1.1, espeakng-loader 0.2.4, soxr 1.1.0, numpy 2.4.6 (PyPI)
# Source: speech_recognition, recognizers/pocketsphinx.py: a sensitivity s becomes the threshold 1e(100 s - 110), from 1e-110 at 0 to 1e-10 at 1; to PocketSphinx a threshold is how
#   likely the keyword must be against anything else, so that the higher one lets less through.
# Behaviour: In five sentences, in one of which "stop" is said, the keyword "stop" is reported 19 times at sensitivity 0 and at 0.5, 9 times at 0.75 and twice at 1; "stop the
#   workout", where it is said, is found up to 0.75 and not at 1.
# Cost: Who is interrupted by words that nobody said turns the number down and gets more of them; who says "stop the workout" in vain turns it up to 1 and is never heard. Both are
#   what the documentation says to do.
# Seen: "stop" at 0, 0.5, 0.75 and 1: 19, 19, 9 and 2 times; "stop the workout": 1, 1, 1 and 0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet SpeechRecognition==3.17.0 pocketsphinx==5.1.1 espeakng-loader==0.2.4 soxr==1.1.0 numpy==2.4.6
"$work/bin/python" - <<'PY'
import ctypes
import sys

import espeakng_loader
import numpy as np
import soxr
import speech_recognition

espeak = ctypes.CDLL(espeakng_loader.get_library_path())
ESPEAK_RATE = espeak.espeak_Initialize(1, 0, str(espeakng_loader.get_data_path()).encode(), 0)
espeak.espeak_SetVoiceByName(b"en-us")
pieces = []


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
def keep(samples, count, _):
    if samples and count:
        pieces.append(np.ctypeslib.as_array(samples, (count,)).copy())
    return 0


espeak.espeak_SetSynthCallback(keep)


def spoken(text):
    """A sentence at 16 kHz with a second of a quiet room on both sides."""
    pieces.clear()
    espeak.espeak_Synth(text.encode(), len(text) + 1, 0, 0, 0, 1, None, None)
    espeak.espeak_Synchronize()
    room = np.random.default_rng(1).normal(0, 10, 16_000)
    sound = np.concatenate([room, soxr.resample(np.concatenate(pieces).astype(float), ESPEAK_RATE, 16_000), room])
    return speech_recognition.AudioData(sound.clip(-32768, 32767).astype("<i2").tobytes(), 16_000, 2)


SENTENCES = [
    "please stop the workout now",
    "my left knee hurts a little today",
    "what is the weather tomorrow morning",
    "next exercise please",
    "I would like to train my legs",
]
sounds = [spoken(sentence) for sentence in SENTENCES]
recognizer = speech_recognition.Recognizer()


def reported(keyword, sensitivity):
    """How often a keyword is reported in each sentence."""
    times = []
    for sound in sounds:
        try:
            text = recognizer.recognize_sphinx(sound, keyword_entries=[(keyword, sensitivity)])
        except speech_recognition.UnknownValueError:
            text = ""
        times.append(text.count(keyword))
    return times


seen = {(word, s): reported(word, s) for word in ("stop", "stop the workout") for s in (0.0, 0.5, 0.75, 1.0)}
for (word, sensitivity), times in seen.items():
    print(f"{word!r} at sensitivity {sensitivity}: {times}, together {sum(times)}")
most, fewer, least = (sum(seen["stop", s]) for s in (0.0, 0.75, 1.0))
said = [seen["stop the workout", s][0] for s in (0.0, 0.5, 1.0)]
if not most > fewer > least or said != [1, 1, 0]:
    sys.exit("Changed: a higher sensitivity hears more, or as much.")
print("Still so.")
PY
