#!/usr/bin/env bash
# Finding: PocketSphinx takes a language model with words that its dictionary lacks and drops them: "kettlebell" can then never be heard, nothing says so.
# Version: pocketsphinx 5.1.1 (PyPI), with the English model and dictionary in its wheel; espeakng-loader 0.2.4, soxr 1.1.0, numpy 2.4.6
# Source: pocketsphinx, Decoder(lm=…, dict=…) and lookup_word; cmudict-en-us.dict, which knows barbell and not kettlebell or glute.
# Behaviour: A model of "i have a kettlebell" and "i have a barbell" loads without an error. The second is heard whole; of the first only "i have a".
# Cost: A runner who names her kettlebell is not understood, and every test with words of the dictionary passes. Each word must be looked up.
# Seen: "i have a barbell" → the same; "i have a kettlebell" → without kettlebell; lookup_word("kettlebell") is None.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pocketsphinx==5.1.1 espeakng-loader==0.2.4 soxr==1.1.0 numpy==2.4.6
cat > "$work/words.arpa" <<'ARPA'
\data\
ngram 1=7
ngram 2=7

\1-grams:
-0.8 </s> -1.0
-0.8 <s> -1.0
-0.8 a -1.0
-0.8 barbell -1.0
-0.8 have -1.0
-0.8 i -1.0
-0.8 kettlebell -1.0

\2-grams:
0.0 <s> i
0.0 i have
0.0 have a
-0.3 a barbell
-0.3 a kettlebell
0.0 barbell </s>
0.0 kettlebell </s>

\end\
ARPA
"$work/bin/python" - "$work/words.arpa" <<'PY'
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
decoder = Decoder(
    hmm=os.path.join(english, "en-us"),
    dict=os.path.join(english, "cmudict-en-us.dict"),
    lm=sys.argv[1],
    loglevel="FATAL",
)


def heard(sentence):
    pieces.clear()
    text = sentence.encode()
    lib.espeak_Synth(text, len(text) + 1, 0, 1, 0, 1, None, None)
    speech = soxr.resample(numpy.concatenate(pieces), rate, 16000).astype("<i2")
    pause = numpy.zeros(4000, "<i2")
    decoder.start_utt()
    decoder.process_raw(numpy.concatenate([pause, speech, pause]).tobytes(), full_utt=True)
    decoder.end_utt()
    return decoder.hyp().hypstr if decoder.hyp() else ""


seen = {tool: heard(f"i have a {tool}") for tool in ("barbell", "kettlebell")}
print(seen, "in the dictionary:", {tool: decoder.lookup_word(tool) for tool in seen})
if seen["barbell"] != "i have a barbell" or "kettlebell" in seen["kettlebell"] or decoder.lookup_word("kettlebell"):
    sys.exit("Changed: the word is known, or refused when the model is loaded.")
print("Still so.")
PY
