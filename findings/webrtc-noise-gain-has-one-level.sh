#!/usr/bin/env bash
# Finding: webrtc-noise-gain's automatic gain takes a target from 1 to 31 dBFS and gives the same samples for every one of them.
# Version: webrtc-noise-gain 1.3.0 (Home Assistant's), espeakng-loader 0.2.4, soxr 1.1.0, numpy 2.4.6 (PyPI)
# Source: webrtc-noise-gain's README ("auto_gain_dbfs = 3  # [0, 31]") and its wrapper, which sets target_level_dbfs and leaves WebRTC's
#   gain control in its mode for a microphone with an adjustable level, which then nobody adjusts.
# Behaviour: 1, 3, 15 and 31 come out alike to the last bit, 7 to 12 dB louder than they went in, and a speaker far away stays as much quieter
#   than one nearby. Only 0 differs: no gain.
# Cost: A satellite's one knob against quiet microphones turns nothing, and whoever measures recognition at several settings measures chance.
# Seen: speech of -30, -40 and -50 dBFS comes out at -18.8, -28.1 and -38.1, one and the same sound for 1, 3, 15 and 31.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet webrtc-noise-gain==1.3.0 espeakng-loader==0.2.4 soxr==1.1.0 numpy==2.4.6
"$work/bin/python" - <<'PY'
import ctypes
import sys

import espeakng_loader
import numpy as np
import soxr
from webrtc_noise_gain import AudioProcessor

library = ctypes.CDLL(espeakng_loader.get_library_path())
rate = library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
samples = []


@ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)
def keep(wave, count, _):
    if wave and count:
        samples.append(np.array(wave[:count], dtype=np.int16))
    return 0


library.espeak_SetSynthCallback(keep)
text = b"Alexa, I have done ten repetitions of the squat. Now tell me what comes next, and how many minutes are left. " * 2
library.espeak_Synth(text, len(text) + 1, 0, 0, 0, 1, None, None)
speech = soxr.resample(np.concatenate(samples).astype(np.float32), rate, 16000)
speech /= np.sqrt(np.mean(speech**2))


def level(sound: np.ndarray) -> float:
    return round(float(20 * np.log10(np.sqrt(np.mean((sound / 32768.0) ** 2)))), 1)


def processed(sound: np.ndarray, gain: int) -> np.ndarray:
    processor = AudioProcessor(gain, 0)
    blocks = [sound[start : start + 160].tobytes() for start in range(0, len(sound) - 159, 160)]
    return np.frombuffer(b"".join(processor.Process10ms(block).audio for block in blocks), np.int16)


same, gains = [], []
for loudness in (-30, -40, -50):
    sound = np.clip(speech * 32768 * 10 ** (loudness / 20), -32768, 32767).astype(np.int16)
    without = processed(sound, 0)
    results = [processed(sound, gain) for gain in (1, 3, 15, 31)]
    half = len(without) // 2
    print(f"in {level(sound[half:])}, with 0 {level(without[half:])}, with 1, 3, 15, 31:", *(level(r[half:]) for r in results))
    same.append(all(np.array_equal(results[0], result) for result in results[1:]))
    gains.append(level(results[0][half:]) - level(without[half:]))
if not all(same) or not all(5 < gain < 14 for gain in gains):
    sys.exit(f"Changed: same {same}, louder by {gains}.")
print("Still so.")
PY
