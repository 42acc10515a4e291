#!/usr/bin/env bash
# Finding: espeak-ng reads the hyphen of "12-15 reps" aloud as "dash", and of the typographer's dash in "12–15 reps" it says nothing.
# Version: espeakng-loader 0.2.4 (PyPI), which carries espeak-ng 1.52
# Source: espeak_TextToPhonemes with the voice en-us.
# Behaviour: "12-15" becomes "twelve dash fifteen", "12–15" "twelve fifteen", and "3x10" "three, X ten". "1/2" is "one slash two". In words
#   ("push-ups") the hyphen is silent.
# Cost: A dose that reads well on the page is heard as nonsense; ranges and fractions have to be words before they reach a voice.
# Seen: the phonemes of "dash" (d'aS) in 12-15 and not in 12–15 or push-ups; "slash" (sl'aS) in 1/2.
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
lib.espeak_SetVoiceByName(b"en-us")
lib.espeak_TextToPhonemes.restype = ctypes.c_char_p


def sounds(text):
    rest = ctypes.cast(ctypes.c_char_p(text.encode()), ctypes.c_void_p)
    return lib.espeak_TextToPhonemes(ctypes.byref(rest), 1, 0).decode()


seen = {text: sounds(text) for text in ("12-15", "12–15", "push-ups", "1/2")}
print(seen)
has = {text: [word for word, sound in (("dash", "d'aS"), ("slash", "sl'aS")) if sound in seen[text]] for text in seen}
if has != {"12-15": ["dash"], "12–15": [], "push-ups": [], "1/2": ["slash"]}:
    sys.exit("Changed: other signs are spoken.")
print("Still so.")
PY
