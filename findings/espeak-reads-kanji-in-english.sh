#!/usr/bin/env bash
# Finding: espeak-ng's Japanese voice reads every kanji as the English words "Chinese letter", so fifteen lasts four times as long as it should.
# Version: espeakng-loader 0.2.4 (PyPI), which carries espeak-ng 1.52
# Source: espeak_TextToPhonemes with the voice ja, which knows kana alone.
# Behaviour: 十五 (fifteen) gives "Chinese letter Chinese letter" with the marker (en); its reading じゅうご is spoken right. No error, no event.
# Cost: Lengths measured with it, on which a count's place on the beat rests, are those of English words.
# Seen: 十五 → twice (en)tS'aIni:z …; じゅうご → no (en).
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
lib.espeak_SetVoiceByName(b"ja")
lib.espeak_TextToPhonemes.restype = ctypes.c_char_p


def sounds(text):
    rest = ctypes.cast(ctypes.c_char_p(text.encode()), ctypes.c_void_p)
    return lib.espeak_TextToPhonemes(ctypes.byref(rest), 1, 0).decode()


seen = {text: sounds(text) for text in ("十五", "じゅうご")}
print(seen)
if seen["十五"].count("(en)tS'aIni:z") != 2 or "(en)" in seen["じゅうご"]:
    sys.exit("Changed: kanji are read in another way.")
print("Still so.")
PY
