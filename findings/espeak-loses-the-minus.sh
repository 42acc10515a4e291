#!/usr/bin/env bash
# Finding: espeak-ng says nothing of the minus of "-5" in Spanish and French, where it says the plus, and reads the typographer's minus in English there.
# Version: espeakng-loader 0.2.4 (PyPI), which carries espeak-ng 1.52
# Source: espeak-ng's Spanish and French dictionaries, which name the plus and not the minus before a number; the English and German ones name both.
# Behaviour: "-5" is "minus five" and "minus fünf" in English and German, and plain "cinco" and "cinq" in Spanish and French. With U+2212 these two say the
#   English word "minus", in English sounds, before their own "cinco" and "cinq".
# Cost: "Five kilos less than last time" becomes "five kilos", half of the listeners hear it, and the other half's tests are green.
#   A sign has to be a word before it reaches a voice.
# Seen: en mˈaɪnəs, de mˈiːnʊs; es -5 θˈinko, +5 mˈas θˈinko; fr -5 sˈɛ̃k, +5 plˈys sˈɛ̃k; with U+2212 (en)mˈaɪnəs in both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet espeakng-loader==0.2.4
"$work/bin/python" - <<'PY'
import ctypes
import sys

import espeakng_loader

library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
library.espeak_TextToPhonemes.restype = ctypes.c_char_p


def said(voice: str, text: str) -> str:
    assert library.espeak_SetVoiceByName(voice.encode()) == 0
    rest, clauses = ctypes.c_char_p(text.encode()), []
    while rest.value:
        clauses.append(library.espeak_TextToPhonemes(ctypes.byref(rest), 1, 2).decode())
    return " ".join(clauses).strip()


SIGNS = {"-5": "-5", "+5": "+5", "U+2212": "\u22125"}
seen = {voice: {name: said(voice, text) for name, text in {"5": "5", **SIGNS}.items()} for voice in ("en-us", "de", "es", "fr")}
for voice, words in seen.items():
    print(voice, *(f"{name}: {word};" for name, word in words.items()))
silent = [voice for voice, words in seen.items() if words["-5"] == words["5"]]
plus = [voice for voice, words in seen.items() if words["+5"] != words["5"]]
english = [voice for voice, words in seen.items() if words["U+2212"].startswith("(en)mˈaɪnəs")]
if (silent, plus, english) != (["es", "fr"], ["en-us", "de", "es", "fr"], ["es", "fr"]):
    sys.exit(f"Changed: silent {silent}, plus {plus}, in English {english}.")
print("Still so.")
PY
