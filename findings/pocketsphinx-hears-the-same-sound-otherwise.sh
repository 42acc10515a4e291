#!/usr/bin/env bash
# Finding: PocketSphinx hears other words in the very same sound when it is given it again: what it took from one utterance is applied to the next.
# Version: pocketsphinx 5.1.1 (PyPI), with the English model and dictionary in its wheel; espeakng-loader 0.2.4, soxr 1.1.0, numpy 2.4.6
# Source: Its model asks for cmn "batch", a mean for each utterance, and config["cmn"] says so. But unless process_raw is told that it
#   gets the whole (full_utt=True), it measures against a running mean ("live"), which outlives start_utt and end_utt.
# Behaviour: One recording, given five times to one decoder, comes back in several texts; with reinit() before each time in one. Handing over the
#   whole utterance at once (full_utt=True) also makes one text of the five; only the first sound after another one may still be heard otherwise.
# Cost: Whether a runner is understood depends on who spoke before, and a test of the ears is red or green by the order of the tests.
# Seen: "i did ten squats" from one decoder: three different texts; with reinit(): one; as a whole: one. "skip this exercise": two or three, one, one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pocketsphinx==5.1.1 espeakng-loader==0.2.4 soxr==1.1.0 numpy==2.4.6
"$work/bin/python" - <<'PY'
import ctypes
import os
import sys

import espeakng_loader
import numpy
import soxr
from pocketsphinx import Decoder, get_model_path

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
english = os.path.join(get_model_path(), "en-us")


def speech(text):
    pieces.clear()
    text = text.encode()
    lib.espeak_Synth(text, len(text) + 1, 0, 1, 0, 1, None, None)
    return soxr.resample(numpy.concatenate(pieces).astype("f4"), rate, 16000).clip(-32768, 32767).astype("<i2").tobytes()


def heard(sound, whole=False, afresh=False):
    """The different texts that one decoder hears in one sound of five times."""
    decoder = Decoder(
        hmm=os.path.join(english, "en-us"),
        dict=os.path.join(english, "cmudict-en-us.dict"),
        lm=os.path.join(english, "en-us.lm.bin"),
        loglevel="FATAL",
    )
    assert decoder.config["cmn"] == "batch"
    texts = set()
    for _ in range(5):
        if afresh:
            decoder.reinit()
        decoder.start_utt()
        decoder.process_raw(sound, full_utt=whole)
        decoder.end_utt()
        texts.add(decoder.hyp().hypstr if decoder.hyp() else "")
    return texts


sounds = [speech(text) for text in ("i did ten squats", "skip this exercise")]
seen = {
    "one decoder": [heard(sound) for sound in sounds],
    "with reinit()": [heard(sound, afresh=True) for sound in sounds],
    "as a whole": [heard(sound, whole=True) for sound in sounds],
}
print(*(f"{way}: {texts}" for way, texts in seen.items()), sep="\n")
most = [max(map(len, texts)) for texts in seen.values()]
if not (most[0] > 1 and most[1:] == [1, 1]):
    sys.exit("Changed: the same sound is heard in the same words, or differs in other cases too.")
print("Still so.")
PY
