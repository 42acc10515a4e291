#!/usr/bin/env bash
# Finding: After one <break> inside a slowed <prosody> espeak-ng speaks every later text at that rate: the end tag and the next call do not end it.
# Version: espeakng-loader 0.2.4 (PyPI), which carries espeak-ng 1.52; numpy 2.4.6
# Source: espeak-ng's reading of SSML: a break with a time sets the rate of the moment, which is the prosody's, as the rate of the voice.
# Behaviour: "one two" lasts as long after <prosody rate="50%">one two</prosody> as before. After the same with <break time="500ms"/> between the words
#   it lasts twice as long, in every later call, also when the voice is set again. Setting the parameter espeakRATE mends it.
# Cost: A coach that says one hint slowly, with a pause in it, is slow from then on, and lengths measured in one process depend on what was measured before.
# Seen: at first 567 ms; after a slow text 567 ms; after a slow text with a break 1197 ms; with the voice set again 1197 ms; with the rate set again 567 ms.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet espeakng-loader==0.2.4 numpy==2.4.6
"$work/bin/python" - <<'PY'
import ctypes
import sys

import espeakng_loader
import numpy

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


def say_ms(ssml):
    """Say it, and give the time from the first to the last audible sample."""
    pieces.clear()
    text = f"<speak>{ssml}</speak>".encode()
    lib.espeak_Synth(text, len(text) + 1, 0, 1, 0, 0x11, None, None)  # UTF-8, SSML
    audible = numpy.flatnonzero(numpy.abs(numpy.concatenate(pieces)) > 200)
    return int(audible[-1] - audible[0]) * 1000 // rate


seen = {"at first": say_ms("one two")}
say_ms('<prosody rate="50%">one two</prosody>')
seen["after a slow text"] = say_ms("one two")
say_ms('<prosody rate="50%">one<break time="500ms"/>two</prosody>')
seen["after a slow text with a break"] = say_ms("one two")
lib.espeak_SetVoiceByName(b"en-us")
seen["with the voice set again"] = say_ms("one two")
lib.espeak_SetParameter(1, 175, 0)  # espeakRATE, its own normal
seen["with the rate set again"] = say_ms("one two")
print(*(f"{when}: {length} ms" for when, length in seen.items()), sep="\n")
if [length > 1.5 * seen["at first"] for length in seen.values()] != [False, False, True, True, False]:
    sys.exit("Changed: the rate ends with its element, or is kept in other cases.")
print("Still so.")
PY
