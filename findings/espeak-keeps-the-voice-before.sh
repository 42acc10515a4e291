#!/usr/bin/env bash
# Finding: espeak-ng refuses language tags such as en-gb, es-mx, fr-ca or de-at with a code and goes on with whatever voice was set before.
# Version: espeakng-loader 0.2.4 (PyPI), which carries espeak-ng 1.52
# Source: espeak-ng's speak_lib.h, espeak_SetVoiceByName: EE_NOT_FOUND (2); espeak_TextToPhonemes.
# Behaviour: After "de" the tag "es-mx" is not found, and "zwei" is still spoken in German. "es", "es-419", "fr" and "pt-br" are taken. Nobody is told
#   who does not look at the returned number.
# Cost: A Mexican runner's counts are measured, or spoken, by the German voice of the request before.
# Seen: taken de, fr, es, es-419, pt-br, en-us; refused en-gb, es-mx, fr-fr, fr-ca, de-at, nl-nl; after the refusal the phonemes stay the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet espeakng-loader==0.2.4
"$work/bin/python" - <<'PY'
import ctypes
import sys

import espeakng_loader

lib = ctypes.CDLL(espeakng_loader.get_library_path())
lib.espeak_Initialize(2, 0, str(espeakng_loader.get_data_path()).encode(), 0)
lib.espeak_TextToPhonemes.restype = ctypes.c_char_p


def sounds(text):
    rest = ctypes.cast(ctypes.c_char_p(text.encode()), ctypes.c_void_p)
    return lib.espeak_TextToPhonemes(ctypes.byref(rest), 1, 0).decode()


def is_taken(tag):
    return lib.espeak_SetVoiceByName(tag.encode()) == 0


TAGS = "de fr es es-419 pt-br en-us en-gb es-mx fr-fr fr-ca de-at nl-nl".split()
taken = [tag for tag in TAGS if is_taken(tag)]
is_taken("de")
german = sounds("zwei")
is_taken("es-mx")
after = sounds("zwei")
is_taken("es")
print(f"taken {taken}; 'zwei': de {german}, then es-mx {after}, then es {sounds('zwei')}")
if taken != "de fr es es-419 pt-br en-us".split() or after != german or sounds("zwei") == german:
    sys.exit("Changed: other tags are taken, or a refusal changes the voice.")
print("Still so.")
PY
