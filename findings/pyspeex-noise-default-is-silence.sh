#!/usr/bin/env bash
# Finding: pyspeex-noise 2 turns the microphone to silence with any automatic gain, its own default among them; version 1 with the same numbers does not.
# Version: pyspeex-noise 2.0.1 and 1.0.2, espeakng-loader 0.2.4, soxr 1.1.0, numpy 2.4.6 (PyPI); x86_64 Linux
# Source: pyspeex-noise, AudioProcessor(auto_gain=4000, noise_suppression=-30), as its README shows it; in version 1 both had to be named.
# Behaviour: Speech goes in and as many samples come out, no error, all of them nearly nought: 1000, 4000 and 16000 alike. With auto_gain=0 it
#   passes. Version 1.0.2 brings the same speech to about the level that is asked for.
# Cost: A satellite that cleans its microphone is deaf after an update: neither the wake word nor a "stop" is heard, and every block is
#   of the right length.
# Seen: loudest sample of speech of 10000 with gain 0, 1000, 4000, 16000: version 2.0.1 9894 2 2 2; version 1.0.2 9894 1811 7244 28274.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet espeakng-loader==0.2.4 soxr==1.1.0 numpy==2.4.6 pyspeex-noise==2.0.1
"$work/bin/pip" install --quiet --target "$work/one" --no-deps pyspeex-noise==1.0.2
cat > "$work/speak.py" <<'PY'
import ctypes
import sys

import espeakng_loader
import numpy as np
import soxr

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
np.save(sys.argv[1], (speech / np.abs(speech).max() * 10000).astype(np.int16))
PY
cat > "$work/clean.py" <<'PY'
import sys

import numpy as np
from pyspeex_noise import AudioProcessor

speech = np.load(sys.argv[1])
loudest = []
for gain in (0, 1000, 4000, 16000):
    processor = AudioProcessor(gain, -30)
    clean = getattr(processor, "process_10ms", None) or (lambda block: processor.Process10ms(block).audio)
    blocks = [clean(speech[start : start + 160].tobytes()) for start in range(0, len(speech) - 159, 160)]
    sound = np.frombuffer(b"".join(blocks), np.int16)
    assert len(sound) == len(speech) // 160 * 160
    loudest.append(int(np.abs(sound[len(sound) // 2 :].astype(int)).max()))
print(*loudest)
PY
"$work/bin/python" "$work/speak.py" "$work/speech.npy"
two=$("$work/bin/python" "$work/clean.py" "$work/speech.npy")
one=$(PYTHONPATH="$work/one" "$work/bin/python" "$work/clean.py" "$work/speech.npy")
echo "loudest sample with gain 0, 1000, 4000, 16000: version 2.0.1 $two; version 1.0.2 $one"
awk -v two="$two" -v one="$one" 'BEGIN {
  split(two, new, " "); split(one, old, " ")
  silent = new[1] > 5000 && new[2] < 300 && new[3] < 300 && new[4] < 300
  heard = old[1] > 5000 && old[2] > 1000 && old[3] > 3000 && old[4] > 8000
  exit !(silent && heard)
}' || { echo "Changed: the gain gives another level." >&2; exit 1; }
echo "Still so."
